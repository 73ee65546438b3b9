import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import type { IRouter } from 'express';
import {
  confirmMailAddress,
  removeMailAddress,
  setMailAddress,
  type MailAddress,
} from '#contract/reports/subscriptions';
import { actorOf } from '../../platform/audit/audit-entry.ts';
import type { Person } from '../../platform/auth/person.ts';
import { newRecordId } from '../../platform/database/record-id.ts';
import { bindRoute, tenantScopeOf } from '../../platform/http/bind-route.ts';
import { ProblemException } from '../../platform/http/problem-error.ts';
import { addressOf } from '../../platform/http/request-address.ts';
import { isMailAddress } from '../../platform/mail/mail-settings.ts';
import { MailError } from '../../platform/mail/mailer.ts';
import type { DeliveryDeps } from './delivery-deps.ts';
import {
  confirmWaiting,
  countTry,
  findMailAddress,
  forgetAddress,
  keepWaiting,
} from './mail-addresses.repository.ts';
import { plainMail } from './mail-text.ts';
import { inKabupaten } from './subscriptions.repository.ts';

const CODE_VALID_MS = 30 * 60_000;
const MOST_TRIES = 5;

/** The own mail address: confirmed by a code that was mailed to it before anything else is. */
export function mailAddressRoutes(router: IRouter, deps: DeliveryDeps): void {
  bindRoute(router, setMailAddress, async ({ body, person }) => {
    const { timeZone } = tenantScopeOf(person);
    const user = requireUser(person);
    if (deps.mailer === null || deps.publicUrl === null) throw new ProblemException(409, 'mail-not-set');
    const address = body.address.trim();
    if (!isMailAddress(address)) throw new ProblemException(400, 'mail-address-invalid');
    const { now } = deps.clock(timeZone);
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    if (!(await keepWaiting(deps.database, user, address, codeHash(deps.secret, user, code), now)))
      throw new ProblemException(429, 'mail-code-too-soon');
    const mail = plainMail(
      `Kode PANDU: ${code}`,
      `Masukkan kode ini di PANDU untuk mengonfirmasi alamat surel Anda: ${code}\n\nKode berlaku 30 menit. Bila Anda tidak memintanya, abaikan surel ini; tidak ada yang akan dikirim ke alamat ini.`,
      { publicUrl: deps.publicUrl, unsubscribeUrl: null },
    );
    try {
      await deps.mailer.send({
        to: address,
        ...mail,
        messageId: `${newRecordId()}@${new URL(deps.publicUrl).hostname}`,
        date: new Date(now),
      });
    } catch (error) {
      if (!(error instanceof MailError)) throw error;
      deps.log.warn({ problem: error.problem, error: error.message }, 'mail with a code not delivered');
      throw new ProblemException(
        error.problem === 'refused' ? 400 : 503,
        error.problem === 'refused' ? 'mail-address-refused' : 'mail-not-sent',
      );
    }
    return mailAddressOf(deps, user);
  });

  bindRoute(router, confirmMailAddress, async ({ body, person, request }) => {
    const { kabupatenCode, timeZone } = tenantScopeOf(person);
    const user = requireUser(person);
    const { now } = deps.clock(timeZone);
    const tries = await countTry(deps.database, user);
    const record = await findMailAddress(deps.database, user);
    const { waiting_address: waiting, code_hash: expected, code_sent_at: sentAt } = record;
    if (waiting === null || expected === null || sentAt === null)
      throw new ProblemException(409, 'mail-code-none');
    if (tries > MOST_TRIES || Date.parse(now) - sentAt.getTime() > CODE_VALID_MS)
      throw new ProblemException(409, 'mail-code-over');
    const given = codeHash(deps.secret, user, body.code.replaceAll(/\s/g, ''));
    if (!timingSafeEqual(given, expected)) throw new ProblemException(400, 'mail-code-wrong');
    await inKabupaten(deps.database, kabupatenCode, async (transaction) => {
      if (!(await confirmWaiting(transaction, user, waiting, now)))
        throw new ProblemException(409, 'mail-code-none');
      await deps.audit.record(transaction, kabupatenCode, actorOf(person, addressOf(request)), {
        action: 'mail-address-confirmed',
        subject: `users/${user}`,
        personal: { address: waiting },
      });
    });
    return mailAddressOf(deps, user);
  });

  bindRoute(router, removeMailAddress, async ({ person, request }) => {
    const { kabupatenCode } = tenantScopeOf(person);
    const user = requireUser(person);
    await inKabupaten(deps.database, kabupatenCode, async (transaction) => {
      const address = await forgetAddress(transaction, user);
      if (address === null) return;
      await deps.audit.record(transaction, kabupatenCode, actorOf(person, addressOf(request)), {
        action: 'mail-address-removed',
        subject: `users/${user}`,
        personal: { address },
      });
    });
    return mailAddressOf(deps, user);
  });
}

/** Where a user's mail goes. */
export async function mailAddressOf(
  deps: Pick<DeliveryDeps, 'database'>,
  user: string,
): Promise<MailAddress> {
  const { address, waiting_address: waiting, suggested } = await findMailAddress(deps.database, user);
  return { address, waiting, suggested: suggested === address ? null : suggested };
}

/** The user who asks. @throws ProblemException 403 for a program */
export function requireUser(person: Person): string {
  if (person.userId === null) throw new ProblemException(403, 'forbidden');
  return person.userId;
}

/** Six digits are soon tried through: without the installation's secret the stored value says nothing. */
function codeHash(secret: string, user: string, code: string): Buffer {
  return createHmac('sha256', secret).update(`mail-code ${user} ${code}`).digest();
}
