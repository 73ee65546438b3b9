import type { Knex } from 'knex';
import type { DeliveryProblem } from '#contract/reports/subscriptions';
import { can, ROLES } from '#domain/permissions';
import { sendNotice, settleNotices } from '../../platform/notices/notices.repository.ts';

/** From so many attempts in vain on, half an hour after the first, it is no passing trouble. */
export const TOLD_FROM_ATTEMPT = 5;

/** Who may read the delivery log of the kabupaten. */
const OPERATORS = ROLES.filter((role) => can(role, 'deliveries:read'));

/** What is wrong with the mail server, after "server surel". */
const TROUBLES: Partial<Readonly<Record<DeliveryProblem, { readonly id: string; readonly en: string }>>> = {
  unreachable: {
    id: 'tidak dapat dihubungi atau sedang tidak menerima surel',
    en: 'cannot be reached, or takes no mail at present',
  },
  'not-allowed': {
    id: 'menolak nama masuk, sandi, atau pengirim PANDU',
    en: 'does not accept PANDU’s sign-in or sender',
  },
};

/** True for a problem that the mail server has with every mail, not with one receiver or one report. */
export function isServerTrouble(problem: DeliveryProblem): boolean {
  return TROUBLES[problem] !== undefined;
}

/** Tells those who look after the installation that no mail leaves: once, until one does again. */
export async function tellServerTrouble(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  problem: DeliveryProblem,
  now: string,
): Promise<void> {
  const trouble = TROUBLES[problem];
  if (trouble === undefined) return;
  for (const post of await operatorPosts(transaction, kabupatenCode, now))
    await sendNotice(transaction, kabupatenCode, {
      to: { post },
      kind: 'mail-server-failing',
      params: { 'trouble.id': trouble.id, 'trouble.en': trouble.en },
      about: { kind: 'mail-server', id: kabupatenCode },
      link: '/pengaturan/surel',
      // It waits until a mail leaves: then nobody needs to do anything any more.
      needsAction: true,
      dueOn: null,
      at: now,
    });
}

/** A mail was taken: the server works. */
export async function settleServerTrouble(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  now: string,
): Promise<void> {
  await settleNotices(transaction, kabupatenCode, { kind: 'mail-server', id: kabupatenCode }, now);
}

async function operatorPosts(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  now: string,
): Promise<string[]> {
  return transaction('posts')
    .where({ kabupaten_code: kabupatenCode })
    .whereIn('role', OPERATORS)
    .where((open) => void open.whereNull('closed_on').orWhere('closed_on', '>', now.slice(0, 10)))
    .orderBy('id')
    .pluck<string[]>('id');
}
