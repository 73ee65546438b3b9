import type { Knex } from 'knex';
import { createTestDatabase, type TestDatabase } from '../../../../db/embedded/test-database.ts';
import {
  dropReport,
  failReport,
  finishReport,
  inMadeReports,
  madeReportRetention,
  noteStep,
  putOrder,
  type OrderOutcome,
  type ReportOrder,
} from './made-reports.repository.ts';

const CODE = '64.98';
const BUPATI = '0198c0de-0000-7000-8000-000000000001';
const POST = '0198c0de-0000-7000-8000-000000000002';
const OTHER_POST = '0198c0de-0000-7000-8000-000000000003';
const NOW = '2026-11-20T02:00:00Z';
const READER = 'contoh services';
const FILE = {
  name: 'laporan.xlsx',
  type: 'application/octet-stream',
  content: Buffer.from('PK'),
  snapshotCode: 'PANDU-1',
  reader: READER,
};

describe('made reports as they are kept', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.owner('kabupaten').insert({ code: CODE, name: 'Contoh', time_zone: 'Asia/Makassar' });
    await database
      .owner('users')
      .insert({ id: BUPATI, username: 'bupati', name: 'Contoh', password_hash: 'x' });
  });
  afterEach(async () => {
    for (const table of ['made_reports', 'notices']) await database.owner(table).delete();
  });
  afterAll(() => database.drop());

  const within = <T>(work: (transaction: Knex.Transaction) => Promise<T>): Promise<T> =>
    inMadeReports(database.application, CODE, work);
  const order = (from_on: string, postId = POST, reader = READER): Promise<OrderOutcome> => {
    const asked: ReportOrder = {
      report: 'laporan-kinerja',
      unit_code: CODE,
      grain: 'month',
      from_on,
      format: 'xlsx',
      language: 'id',
    };
    return within((transaction) =>
      putOrder(transaction, CODE, { userId: BUPATI, postId, reader }, asked, NOW),
    );
  };
  const ordered = async (from_on: string): Promise<string> => {
    const outcome = await order(from_on);
    return outcome.kind === 'new' ? outcome.id : '';
  };
  const finish = (id: string) =>
    within((transaction) =>
      finishReport(transaction, CODE, { id, user_id: BUPATI }, FILE, { report: 'Laporan', now: NOW }),
    );
  const fail = (id: string) =>
    within((transaction) => failReport(transaction, CODE, id, 'made-report-broken', NOW));
  const step = (id: string) => within((transaction) => noteStep(transaction, CODE, id, 'drawing', 60));
  const stateOf = async (id: string) =>
    (await database.owner('made_reports').where({ id }).first<{ state: string } | undefined>('state'))?.state;
  const told = () => database.owner('notices').pluck<string[]>('kind');

  it('are done or failed once: a step that comes later changes nothing, and tells nobody', async () => {
    const [done, failed] = [await ordered('2026-10-01'), await ordered('2026-09-01')];
    expect(await step(done)).toBeTrue();
    await finish(done);
    await fail(failed);
    for (const id of [done, failed]) expect(await step(id)).toBeFalse();
    await fail(done);
    await finish(failed);
    await finish(done);
    expect([await stateOf(done), await stateOf(failed)]).toEqual(['done', 'failed']);
    expect(await told()).toEqual(['made-report-ready']);
    const kept = await database
      .owner('made_reports')
      .where({ id: done })
      .first<object>('snapshot_code', 'reader', 'bytes', 'progress', 'problem');
    expect(kept).toEqual({
      snapshot_code: 'PANDU-1',
      reader: READER,
      bytes: 2,
      progress: 100,
      problem: null,
    });
  });

  it('go with the one that is taken back, and with no other', async () => {
    const [one, other] = [await ordered('2026-10-01'), await ordered('2026-09-01')];
    await within((transaction) => dropReport(transaction, CODE, one));
    expect([await stateOf(one), await stateOf(other)]).toEqual([undefined, 'waiting']);
    expect(await step(one)).toBeFalse();
    await finish(one);
    expect(await told()).toEqual([]);
  });

  it('stay when another is ordered, unless they were drawn with other rights, in this post alone', async () => {
    const done = await ordered('2026-10-01');
    const elsewhere = await order('2026-10-01', OTHER_POST);
    const other = elsewhere.kind === 'new' ? elsewhere.id : '';
    for (const id of [done, other]) await finish(id);
    await ordered('2026-09-01');
    expect(await stateOf(done)).toBe('done');
    await order('2026-08-01', POST, 'contoh surveys');
    expect([await stateOf(done), await stateOf(other)]).toEqual([undefined, 'done']);
  });

  it('are no more than three at a time, though they are ordered at once', async () => {
    const outcomes = await Promise.all(
      ['2026-05-01', '2026-06-01', '2026-07-01', '2026-08-01', '2026-09-01'].map((from) => order(from)),
    );
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual([
      'new',
      'new',
      'new',
      'too-many-unfinished',
      'too-many-unfinished',
    ]);
  });

  it('stay done however long ago they were made, until their time is over', async () => {
    const done = await ordered('2026-10-01');
    await finish(done);
    const kabupaten = { code: CODE, name: 'Contoh', timeZone: 'Asia/Makassar', demo: false };
    const look = (now: string) =>
      madeReportRetention.run({ database: database.application, kabupaten, today: now.slice(0, 10), now });
    // Thirty days after 20 November, 02.00 UTC.
    await look('2026-12-20T01:59:59Z');
    expect(await stateOf(done)).toBe('done');
    await look('2026-12-20T02:00:01Z');
    expect(await stateOf(done)).toBeUndefined();
  });
});
