import type { Knex } from 'knex';
import { createTestDatabase, type TestDatabase } from '../../embedded/test-database.ts';
import { createKabupaten } from '../../../server/platform/kabupaten/create-kabupaten.repository.ts';
import { seedReference } from '../reference/seed-reference.ts';
import { STARTER_SET } from '../reference/starter-set.ts';
import { removeDemo } from './remove-demo.ts';

const DEMO = '64.02';
const REAL = '64.99';
const AT = '2026-11-20T02:00:00Z';
const DAY = '2026-11-20';
const MONTH = '2026-10-01';

/** What reports, meetings, mail and alerts leave behind; each is filled below. */
const TABLES = [
  'snapshots',
  'snapshot_contents',
  'snapshot_records',
  'snapshot_runs',
  'snapshot_drafts',
  'snapshot_draft_contents',
  'meetings',
  'meeting_items',
  'meeting_decisions',
  'subscriptions',
  'deliveries',
  'alert_episodes',
  'alert_events',
  'alert_settings',
  'made_reports',
  'letterheads',
] as const;

describe('removeDemo', () => {
  let database: TestDatabase;
  let owner: Knex;
  let users: Readonly<Record<string, string>>;

  beforeAll(async () => {
    database = await createTestDatabase();
    owner = database.owner;
    await seedReference(owner);
    for (const [code, name] of [
      [DEMO, 'Contoh'],
      [REAL, 'Sungguhan'],
    ] as const) {
      const record = { code, name, timeZone: 'Asia/Makassar', demo: code === DEMO };
      await createKabupaten(database.application, record, STARTER_SET);
    }
    users = { [DEMO]: crypto.randomUUID(), [REAL]: crypto.randomUUID() };
    for (const code of [DEMO, REAL]) await fill(code, users[code] ?? '');
  });
  afterAll(() => database.drop());

  /** One of each, with everything that points from one to another; two snapshots, of which one corrects the other. */
  async function fill(code: string, user: string): Promise<void> {
    const [unit] = (await owner('units').where({ kabupaten_code: code }).limit(1).pluck('code')) as string[];
    const unit_code = unit ?? '';
    const own = { kabupaten_code: code };
    const of = { ...own, unit_code };
    const post_id = crypto.randomUUID();
    const ids = Object.fromEntries(
      ['run', 'meeting', 'item', 'subscription', 'episode'].map((name) => [name, crypto.randomUUID()]),
    );
    const demo = code === DEMO;
    await owner('users').insert({ id: user, username: `u${code}`, name: 'Contoh', password_hash: 'x', demo });
    await owner('mail_addresses').insert({ user_id: user, address: `${code}@contoh.go.id`, verified_at: AT });
    const figures = { data_version: 1, definitions_version: '1' };
    for (const [number, name] of ['LKP-1', 'LKP-2'].entries()) {
      await owner('snapshots').insert({
        ...of,
        ...figures,
        code: name,
        unit_name: 'Unit',
        grain: 'month',
        from_on: MONTH,
        to_on: '2026-10-31',
        number: number + 1,
        state: number === 0 ? 'tetap' : 'perbaikan',
        corrects: number === 0 ? null : 'LKP-1',
        freeze_id: crypto.randomUUID(),
        filters: '{}',
        frozen_at: AT,
        post_title: 'Kabag',
      });
      const content = { rights_key: 'r', language: 'id', body: '{}', hash: 'h' };
      await owner('snapshot_contents').insert({ ...own, ...content, snapshot_code: name });
      await owner('snapshot_records').insert({
        ...own,
        snapshot_code: name,
        dataset: 'complaints',
        ids: [crypto.randomUUID()],
      });
    }
    const run = { ...own, grain: 'month', from_on: MONTH, state: 'done', post_title: 'Kabag' };
    await owner('snapshot_runs').insert({ ...run, id: ids['run'] });
    await owner('snapshot_drafts').insert({
      ...of,
      ...figures,
      run_id: ids['run'],
      unit_name: 'Unit',
      place: 1,
      records: '{}',
    });
    await owner('snapshot_draft_contents').insert({
      ...of,
      run_id: ids['run'],
      rights_key: 'r',
      language: 'id',
      body: '{}',
      hash: 'h',
    });
    const saved = { saved_by: 'Sekda', post_id, post_title: 'Sekda' };
    await owner('meetings').insert({
      ...of,
      ...saved,
      id: ids['meeting'],
      title: 'Rapat',
      held_on: DAY,
      state: 'planned',
      created_at: AT,
    });
    await owner('meeting_items').insert({
      ...of,
      id: ids['item'],
      meeting_id: ids['meeting'],
      position: 1,
      kind: 'point',
      told: '{}',
    });
    await owner('meeting_decisions').insert({
      ...own,
      id: crypto.randomUUID(),
      meeting_id: ids['meeting'],
      item_id: ids['item'],
      saved_by: 'Sekda',
      created_at: AT,
    });
    await owner('subscriptions').insert({
      ...of,
      id: ids['subscription'],
      user_id: user,
      post_id,
      report: 'laporan-kinerja',
      grain: 'month',
      which: 'ended',
      format: 'pdf',
      rhythm: 'daily',
      hour: 7,
      created_at: AT,
      token_hash: Buffer.from(code),
    });
    await owner('deliveries').insert({
      ...own,
      id: crypto.randomUUID(),
      dedupe: 'd',
      kind: 'report',
      user_id: user,
      subscription_id: ids['subscription'],
      due_at: AT,
      send_after: AT,
      state: 'waiting',
      updated_at: AT,
    });
    const found = {
      facts: '{}',
      reasons: JSON.stringify([{ rule: 'worsening', since: MONTH, holds: true }]),
    };
    await owner('alert_episodes').insert({
      ...of,
      ...found,
      id: ids['episode'],
      since: MONTH,
      opened_at: AT,
      opened_on: DAY,
      told_on: DAY,
    });
    await owner('alert_events').insert({
      ...own,
      ...found,
      id: crypto.randomUUID(),
      episode_id: ids['episode'],
      kind: 'opened',
      at: AT,
      on_day: DAY,
    });
    await owner('alert_settings').insert({ ...own, user_id: user, post_id, updated_at: AT });
    await owner('made_reports').insert({
      ...of,
      id: crypto.randomUUID(),
      user_id: user,
      post_id,
      report: 'laporan-kinerja',
      grain: 'month',
      from_on: MONTH,
      format: 'pdf',
      language: 'id',
      state: 'waiting',
      created_at: AT,
    });
    await letterhead(of);
  }

  const letterhead = (of: object) =>
    owner('letterheads').insert({
      ...of,
      lines: ['PEMERINTAH KABUPATEN'],
      post_title: 'Admin',
      updated_at: AT,
    });

  const counts = async (code: string) => {
    const found: Record<string, number> = {};
    for (const table of TABLES)
      found[table] = (await owner(table).where({ kabupaten_code: code }).select('kabupaten_code')).length;
    return found;
  };

  it('takes reports, meetings, mail and alerts of the demo away, and those of nobody else', async () => {
    const before = await counts(REAL);
    expect(await counts(DEMO)).toEqual(before);
    // Two snapshots with theirs, one of all else.
    for (const table of TABLES)
      expect([table, before[table]]).toEqual([
        table,
        ['snapshots', 'snapshot_contents', 'snapshot_records'].includes(table) ? 2 : 1,
      ]);
    expect(await removeDemo(owner)).toEqual({ kabupaten: ['Contoh'], users: 1 });
    expect(Object.values(await counts(DEMO))).toEqual(TABLES.map(() => 0));
    expect(await counts(REAL)).toEqual(before);
    expect(await owner('mail_addresses').pluck('user_id')).toEqual([users[REAL]]);
    // Nor is anything of it left in any other table of a kabupaten.
    const { rows } = await owner.raw<{ rows: { name: string }[] }>(
      `select table_name as name from information_schema.columns
        where column_name = 'kabupaten_code' and table_schema = current_schema()`,
    );
    expect(rows.length).toBeGreaterThan(TABLES.length);
    for (const { name } of rows)
      expect([name, await owner(name).where({ kabupaten_code: DEMO }).pluck('kabupaten_code')]).toEqual([
        name,
        [],
      ]);
  });
});
