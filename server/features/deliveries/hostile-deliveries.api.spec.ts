import type { SubscriptionList } from '#contract/reports/subscriptions';
import type { ApiCaller } from '../../testing/api-caller.ts';
import { insertDelivery } from './deliveries.repository.ts';
import {
  confirmAddress,
  DAILY_BRIEF,
  KABUPATEN,
  NOW,
  OWN_UNIT,
  startMailingProduct,
  type MailingProduct,
} from './deliveries.testing.ts';
import { inKabupaten } from './subscriptions.repository.ts';
import { until } from '../../testing/until.ts';

/** So long ago that the round gives the delivery a job of its own. */
const STRANDED = '2026-03-16T22:00:00Z';

describe('mail that nobody should get any more, and more of it than anybody needs', () => {
  let mailing: MailingProduct;
  let camat: ApiCaller;
  let userId: string;
  let postId: string;

  beforeEach(async () => {
    mailing = await startMailingProduct();
    const { product, server } = mailing;
    await product.addPerson('camat', { role: 'camat', kabupaten: KABUPATEN, unit: OWN_UNIT });
    camat = await product.signIn('camat');
    await confirmAddress(camat, server, 'camat@contoh.go.id');
    const held = await product.database
      .owner('post_holders as h')
      .join('users as u', 'u.id', 'h.user_id')
      .where('u.username', 'camat')
      .first<{ user_id: string; post_id: string }>('h.user_id', 'h.post_id');
    [userId, postId] = [held.user_id, held.post_id];
  });
  afterEach(() => mailing.stop());

  /** A mail that was written earlier and waits: for the morning, or for the mail server. */
  async function waiting(key: string): Promise<void> {
    await inKabupaten(mailing.product.database.application, KABUPATEN, (transaction) =>
      insertDelivery(transaction, KABUPATEN, {
        dedupe: key,
        kind: 'alert',
        userId,
        subscriptionId: null,
        postId,
        subject: 'Peringatan',
        body: 'Tunggakan 41 berkas.',
        dueAt: STRANDED,
        sendAfter: STRANDED,
        now: STRANDED,
      }),
    );
  }
  const states = async (): Promise<string[]> =>
    mailing.product.database.owner('deliveries').orderBy('dedupe').pluck<string[]>('state');

  it('is sent to who holds the post that it was written for', async () => {
    await waiting('a');
    await until(async () => (await states())[0] === 'sent');
    expect(mailing.server.mails.at(-1)?.text).toContain('Tunggakan 41 berkas.');
  });

  it('is dropped when the post ended while it waited', async () => {
    const { product, server } = mailing;
    await product.database
      .owner('post_holders')
      .where({ user_id: userId })
      .update({ valid_to: '2026-03-17' });
    const before = server.mails.length;
    await waiting('a');
    await until(async () => (await states())[0] !== 'waiting');
    expect([await states(), server.mails.length]).toEqual([['dropped'], before]);
  });

  it('is dropped when the account was closed while it waited', async () => {
    const { product, server } = mailing;
    await product.database.owner('users').where({ id: userId }).update({ active: false });
    const before = server.mails.length;
    await waiting('a');
    await until(async () => (await states())[0] !== 'waiting');
    expect([await states(), server.mails.length]).toEqual([['dropped'], before]);
  });

  it('is not ordered beyond the limit by asking many times at once', async () => {
    mailing.product.setNow(NOW);
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => camat.post('/subscriptions', DAILY_BRIEF)),
    );
    expect(answers.filter(({ status }) => status === 201).length).toBe(20);
    expect(answers.filter(({ status }) => status === 409).length).toBe(10);
    expect((await camat.read<SubscriptionList>('/subscriptions')).items.length).toBe(20);
  });
});
