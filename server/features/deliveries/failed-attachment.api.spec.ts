import { pino } from 'pino';
import type { ReportDocument } from '#contract/reports/report-document';
import { JobQueue } from '../../platform/jobs/job-queue.ts';
import type { Mail, Mailer } from '../../platform/mail/mailer.ts';
import { clockAt } from '../../platform/clock.ts';
import { startTestProduct, type TestProduct } from '../../testing/test-product.ts';
import { deliver } from './deliver.ts';
import { DELIVER, type DeliveryDeps, type ReportSource } from './delivery-deps.ts';
import { DUE, KABUPATEN, NOW, OWN_UNIT, PUBLIC_URL } from './deliveries.testing.ts';

const DELIVERY = '0198c0de-0000-7000-8000-00000000000d';
const SUBSCRIPTION = '0198c0de-0000-7000-8000-00000000000c';

const DOCUMENT: ReportDocument = {
  report: 'laporan-kinerja',
  language: 'id',
  title: 'Laporan Kinerja Pelayanan',
  unit: OWN_UNIT,
  unitName: 'Sebulu',
  period: { from: '2026-02-01', to: '2026-02-28', name: 'Februari 2026' },
  letterhead: { lines: [], address: '', crest: null },
  cover: false,
  figures: {
    state: 'sementara',
    sentence: 'Angka sementara.',
    dataVersion: 1,
    definitionsVersion: '1',
    code: null,
    link: null,
  },
  demo: false,
  madeAt: DUE,
  madeAtText: 'Selasa 17 Mar 2026 11.00 WITA',
  sections: [],
};

describe('a report whose file cannot be made', () => {
  let product: TestProduct;
  let sent: Mail[];
  const mailer: Mailer = {
    send: (mail) => {
      sent.push(mail);
      return Promise.resolve();
    },
    close: () => undefined,
  };

  beforeEach(async () => {
    sent = [];
    product = await startTestProduct({ now: NOW });
    await product.addKabupaten(KABUPATEN, 'Asia/Makassar');
    await product.addPerson('camat', { role: 'camat', kabupaten: KABUPATEN, unit: OWN_UNIT });
    const { owner } = product.database;
    const [user] = await owner('users').where({ username: 'camat' }).pluck<string[]>('id');
    const [post] = await owner('posts').where({ kabupaten_code: KABUPATEN }).pluck<string[]>('id');
    await owner('mail_addresses').insert({ user_id: user, address: 'camat@contoh.go.id', verified_at: NOW });
    await owner('subscriptions').insert({
      kabupaten_code: KABUPATEN,
      id: SUBSCRIPTION,
      user_id: user,
      post_id: post,
      report: 'laporan-kinerja',
      unit_code: OWN_UNIT,
      grain: 'month',
      which: 'ended',
      format: 'pdf',
      rhythm: 'daily',
      hour: 11,
      next_due: '2026-03-25T03:00:00Z',
      created_at: NOW,
      token_hash: Buffer.alloc(32),
    });
    await owner('deliveries').insert({
      kabupaten_code: KABUPATEN,
      id: DELIVERY,
      dedupe: 'uji',
      kind: 'report',
      user_id: user,
      subscription_id: SUBSCRIPTION,
      due_at: '2026-03-17T03:00:00Z',
      send_after: '2026-03-17T03:00:00Z',
      state: 'waiting',
      updated_at: '2026-03-17T03:00:00Z',
    });
  });
  afterEach(() => product.stop());

  function attempt(file: ReportSource['file'], last: boolean): Promise<void> {
    const log = pino({ level: 'silent' });
    const deps: DeliveryDeps = {
      database: product.database.application,
      clock: (zone) => clockAt(new Date(DUE), zone),
      audit: product.audit,
      log,
      jobs: new JobQueue({ database: product.database.application, log }),
      mailer,
      publicUrl: PUBLIC_URL,
      secret: 'rahasia',
      reports: {
        titleOf: () => 'Laporan Kinerja Pelayanan',
        find: () => Promise.resolve(null),
        make: () => Promise.resolve(DOCUMENT),
        file,
      },
      news: { list: () => Promise.resolve([]), end: () => Promise.resolve() },
    };
    const data = { kabupatenCode: KABUPATEN, id: DELIVERY };
    return deliver(deps, { id: DELIVERY, data, attempt: 1, last, signal: new AbortController().signal });
  }
  const kept = () =>
    product.database
      .owner('deliveries')
      .first<{ state: string; problem: string | null; attempts: number }>('state', 'problem', 'attempts');

  it('is tried again, is told at last, and never leaves without its file', async () => {
    const broken = () => Promise.reject(new Error('chart without points'));
    await expectAsync(attempt(broken, false)).toBeRejected();
    expect(await kept()).toEqual({ state: 'waiting', problem: 'report-failed', attempts: 1 });
    await expectAsync(attempt(broken, true)).toBeResolved();
    expect(await kept()).toEqual({ state: 'failed', problem: 'report-failed', attempts: 2 });
    expect(sent).toEqual([]);
    const notices = await product.database.owner('notices').pluck<string[]>('kind');
    expect(notices).toEqual(['delivery-failed-here']);
  });

  it('fails at once when it is too large for mail', async () => {
    const large = Buffer.alloc(12 * 1024 * 1024 + 1);
    await attempt(() => Promise.resolve({ name: 'a.pdf', type: 'application/pdf', content: large }), false);
    expect(await kept()).toEqual({ state: 'failed', problem: 'too-large', attempts: 1 });
    expect(sent).toEqual([]);
  });

  it('goes out once when the file is there, however often the job runs', async () => {
    const file = () =>
      Promise.resolve({ name: 'a.pdf', type: 'application/pdf', content: Buffer.from('%PDF-') });
    await attempt(file, false);
    await attempt(file, false);
    expect(sent.map(({ files }) => files?.map(({ name }) => name))).toEqual([['a.pdf']]);
    expect((await kept()).state).toBe('sent');
    expect(DELIVER.retries).toBeGreaterThan(5);
  });
});
