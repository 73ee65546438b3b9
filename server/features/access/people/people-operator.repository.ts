import type { Knex } from 'knex';
import { commandActor, type AuditEvent } from '../../../platform/audit/audit-entry.ts';
import type { AuditLog } from '../../../platform/audit/audit-log.repository.ts';
import { issueAccountLink, type IssuedLink } from '../../../platform/auth/account-link.repository.ts';
import { endSessionsOf } from '../../../platform/auth/sessions.repository.ts';
import type { Database } from '../../../platform/database/pool.ts';
import { setKabupatenSql } from '../../../platform/database/scoped.ts';
import { addUser, type NewUser } from '../../../platform/kabupaten/user-accounts.repository.ts';
import { OperatorError } from '../../../platform/operator-error.ts';
import { administratorsOn, FEWEST_ADMINISTRATORS } from './people-administrators.ts';
import { readAdministratorTenures } from './people-desk.repository.ts';

/** What the operator's commands about accounts need. */
export interface OperatorDeps {
  readonly database: Database;
  readonly audit: AuditLog;
  /** ISO 8601 instant. */
  readonly now: string;
  /** Today in the zone of the installation. */
  readonly today: string;
}

/**
 * Adds a person with posts, on record in the chain of the kabupaten.
 *
 * @throws OperatorError when the username is taken
 */
export async function addAsOperator(deps: OperatorDeps, user: NewUser): Promise<void> {
  const [grant] = user.grants;
  const code = grant?.kabupatenCode ?? null;
  await deps.database.transaction(async (transaction) => {
    if (code !== null) await transaction.raw(setKabupatenSql(code));
    const id = await addUser(transaction, user);
    await deps.audit.record(transaction, code, commandActor(), {
      action: 'person-added',
      subject: `users/${id}`,
      details: { role: grant?.role ?? null, unit: grant?.unitCode ?? null, title: grant?.title ?? null },
      personal: { username: user.username, name: user.name },
    });
  });
}

/**
 * A link by which a person sets a password: an invitation while there is none, else a reset.
 *
 * @throws OperatorError when there is no such person, or the account is not active
 */
export async function linkAsOperator(deps: OperatorDeps, username: string): Promise<IssuedLink> {
  return deps.database.transaction(async (transaction) => {
    const user = await requireUser(transaction, username);
    if (!user.active) throw new OperatorError(`Akun "${username}" sedang dinonaktifkan.`);
    const kind = user.hasPassword ? 'reset' : 'invitation';
    await recordFor(deps, transaction, user.id, {
      action: 'link-issued',
      subject: `users/${user.id}`,
      details: { kind },
    });
    return issueAccountLink(transaction, user.id, kind, deps.now);
  });
}

/**
 * Shuts an account at once and ends its sessions. The operator may do so even with one of the last two administrators:
 * an account that was taken over cannot wait for a successor.
 *
 * @throws OperatorError when there is no such person, or the account is not active any more
 */
export async function deactivateAsOperator(deps: OperatorDeps, username: string): Promise<void> {
  await deps.database.transaction(async (transaction) => {
    const user = await requireUser(transaction, username);
    if (!user.active) throw new OperatorError(`Akun "${username}" sudah dinonaktifkan.`);
    await transaction('users').where({ id: user.id }).update({ active: false });
    await endSessionsOf(transaction, user.id);
    await recordFor(deps, transaction, user.id, {
      action: 'person-deactivated',
      subject: `users/${user.id}`,
      details: { changes: [{ field: 'active', before: 'true', after: 'false' }] },
    });
  });
}

/** Kabupaten outside the demo with one administrator or none, and how many there are. Those that never had one are not meant. */
export async function kabupatenShortOfAdministrators(
  database: Database,
  today: string,
): Promise<{ code: string; name: string; administrators: number }[]> {
  const tenures = await readAdministratorTenures(database, today);
  const known: { rows: { code: string; name: string }[] } = await database.raw(
    `select distinct k.code, k.name from kabupaten k join posts p on p.kabupaten_code = k.code
      where not k.demo and p.role = 'admin' order by k.code`,
  );
  return known.rows
    .map(({ code, name }) => ({ code, name, administrators: administratorsOn(tenures, code, today) }))
    .filter(({ administrators }) => administrators < FEWEST_ADMINISTRATORS);
}

async function requireUser(
  transaction: Knex.Transaction,
  username: string,
): Promise<{ id: string; active: boolean; hasPassword: boolean }> {
  const found: { rows: { id: string; active: boolean; hasPassword: boolean }[] } = await transaction.raw(
    `select id, active, password_hash is not null as "hasPassword" from users
      where username = ? and erased_at is null`,
    [username.toLowerCase()],
  );
  const [row] = found.rows;
  if (!row)
    throw new OperatorError(`Pengguna "${username}" tidak ada. Lihat yang ada dengan npm run user -- list.`);
  return row;
}

/** Records in the chain of the kabupaten that the person works for; of several, or none, in that of the installation. */
async function recordFor(
  deps: OperatorDeps,
  transaction: Knex.Transaction,
  userId: string,
  event: AuditEvent,
): Promise<void> {
  const places: { rows: { code: string | null }[] } = await transaction.raw(
    `select distinct p.kabupaten_code as code from post_holders h join posts p on p.id = h.post_id
      where h.user_id = ? and (h.valid_to is null or h.valid_to > ?::date)`,
    [userId, deps.today],
  );
  const code = places.rows.length === 1 ? (places.rows[0]?.code ?? null) : null;
  if (code !== null) await transaction.raw(setKabupatenSql(code));
  await deps.audit.record(transaction, code, commandActor(), event);
}
