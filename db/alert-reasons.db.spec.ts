import type { Knex } from 'knex';
import { createTestDatabase } from './embedded/test-database.ts';
import { roleOf } from './embedded/attach.ts';
import { migrate, migrationState, rollbackTo } from './migrate.ts';

const MIGRATION = '0018-alert-reasons';
const OF = { kabupaten_code: '64.02' };
const id = (last: string) => `0198c0de-0000-7000-8000-0000000000${last}`;
const DUE = 'turnaround.dueMetShare';
const facts = (value: number) => JSON.stringify({ month: '2026-09-01', value, n: 10, usual: 0.9 });

/** The form of an episode before the migration. */
interface OldEpisode {
  readonly id: string;
  readonly rule: string;
  readonly field?: string;
  readonly opened: string;
  readonly told?: string;
  readonly reminders?: number;
  readonly ended?: { readonly on: string; readonly ending: string; readonly facts?: string };
}

describe('migration of alerts to one episode a figure', () => {
  let test: Awaited<ReturnType<typeof createTestDatabase>>;
  let owner: Knex;
  /** As the migration leaves them; a spec below goes back. */
  let rows: Record<string, unknown>[] = [];
  let events: Record<string, unknown>[] = [];
  let noticed: unknown[] = [];

  beforeAll(async () => {
    test = await createTestDatabase();
    owner = test.owner;
    const { applied } = await migrationState(owner);
    await rollbackTo(owner, applied.slice(0, applied.indexOf(MIGRATION)));
    await owner('kabupaten').insert({ code: '64.02', name: 'Contoh', time_zone: 'Asia/Makassar' });
    await owner('calendars').insert({ ...OF, code: 'default', name: 'Umum', version: 1, definition: '{}' });
    await owner('units').insert({ ...OF, code: 'a', name: 'A', kind: 'kecamatan' });
    await oldRows();
    await migrate(owner, roleOf(test.url));
    rows = await episodes();
    events = (await owner('alert_events').orderBy('at')) as Record<string, unknown>[];
    noticed = await owner('notices').pluck<string[]>('about_id');
  });
  afterAll(() => test.drop());

  async function oldEpisode({ id: key, rule, field = DUE, opened, told, reminders = 0, ended }: OldEpisode) {
    await owner('alert_episodes').insert({
      ...OF,
      id: key,
      unit_code: 'a',
      rule,
      field,
      since: '2026-08-01',
      opened_at: `${opened}T02:00:00Z`,
      opened_on: opened,
      told_on: told ?? opened,
      reminders,
      facts: ended?.facts ?? facts(0.8),
      ended_at: ended === undefined ? null : `${ended.on}T02:00:00Z`,
      ended_on: ended?.on ?? null,
      ending: ended?.ending ?? null,
      settled_until: ended === undefined ? null : '2026-08-31',
    });
  }
  const oldEvent = (last: string, episode: string, kind: string, on: string) =>
    owner('alert_events').insert({
      ...OF,
      id: id(last),
      episode_id: episode,
      kind,
      at: `${on}T02:00:00Z`,
      on_day: on,
      facts: facts(0.8),
    });

  async function oldRows(): Promise<void> {
    // Both rules of one figure: the target on 1 October, the signal eight days later; both reminded on the 16th.
    await oldEpisode({
      id: id('01'),
      rule: 'target-missed',
      opened: '2026-10-01',
      told: '2026-10-16',
      reminders: 2,
    });
    await oldEpisode({
      id: id('02'),
      rule: 'worsening',
      opened: '2026-10-09',
      told: '2026-10-16',
      reminders: 1,
    });
    for (const [last, episode, kind, on] of [
      ['11', '01', 'opened', '2026-10-01'],
      ['12', '01', 'reminded', '2026-10-08'],
      ['13', '02', 'opened', '2026-10-09'],
      ['14', '01', 'reminded', '2026-10-16'],
      ['15', '02', 'reminded', '2026-10-16'],
    ] as const)
      await oldEvent(last, id(episode), kind, on);
    // Others: silence, one that recovered before, one of a target that ended, one of a unit that was no longer watched.
    await oldEpisode({ id: id('03'), rule: 'not-reporting', field: '', opened: '2026-10-02' });
    await oldEpisode({
      id: id('04'),
      rule: 'target-missed',
      opened: '2026-05-01',
      ended: { on: '2026-09-01', ending: 'recovered' },
    });
    await oldEpisode({
      id: id('05'),
      rule: 'target-missed',
      field: 'ikm.score',
      opened: '2026-05-01',
      ended: { on: '2026-09-01', ending: 'withdrawn' },
    });
    await oldEpisode({
      id: id('06'),
      rule: 'target-missed',
      field: 'complaints.resolvedShare',
      opened: '2026-05-01',
      ended: { on: '2026-09-01', ending: 'withdrawn', facts: JSON.stringify({ month: null }) },
    });
    const user = id('31');
    await owner('users').insert({ id: user, username: 'contoh', name: 'Contoh', password_hash: 'x' });
    await owner('notices').insert({
      ...OF,
      id: id('21'),
      to_user: user,
      kind: 'alert-opened',
      params: '{}',
      about_kind: 'alert',
      about_id: id('02'),
      link: '/laporan/peringatan?unit=a',
      needs_action: false,
      created_at: '2026-10-09T02:00:00Z',
    });
  }

  const episodes = () =>
    owner('alert_episodes').orderBy(['opened_on', 'id']) as Promise<Record<string, unknown>[]>;

  it('makes one of target and signal of one figure, with the words of both, and keeps the others', async () => {
    expect(rows.map(({ id: key }) => String(key).slice(-2))).toEqual(['04', '05', '06', '01', '03']);
    const merged = rows.find((row) => row['id'] === id('01'));
    expect(merged).toEqual(
      jasmine.objectContaining({
        reasons: [
          { rule: 'target-missed', since: '2026-08-01', holds: true },
          { rule: 'worsening', since: '2026-08-01', holds: true },
        ],
        told_on: '2026-10-16',
        opened_on: '2026-10-01',
        reminders: 2,
        settled: {},
        facts: { month: '2026-09-01', value: 0.8, n: 10, usual: 0.9, far: null },
      }),
    );
    expect(events.map(({ kind, on_day: on, episode_id: of }) => [kind, on, of])).toEqual(
      [
        ['opened', '2026-10-01'],
        ['reminded', '2026-10-08'],
        ['escalated', '2026-10-09'],
        ['reminded', '2026-10-16'],
      ].map((each) => [...each, id('01')]),
    );
    // What was said of both on the 16th is one word about both.
    expect(events.map(({ reasons }) => (reasons as unknown[]).length)).toEqual([1, 1, 2, 2]);
    expect(noticed).toEqual([id('01')]);
  });

  it('tells a target that ended from a unit that did, and remembers what was settled', () => {
    const ended = rows.filter(({ ending }) => ending !== null);
    expect(ended.map(({ ending, settled }) => [ending, settled])).toEqual(
      ['recovered', 'withdrawn', 'unwatched'].map((ending) => [ending, { 'target-missed': '2026-08-31' }]),
    );
  });

  it('holds one open episode a figure, and goes back to one a rule', async () => {
    await expectAsync(
      owner('alert_episodes').insert({
        ...OF,
        id: id('99'),
        unit_code: 'a',
        field: DUE,
        reasons: '[{"rule":"worsening","since":"2026-08-01","holds":true}]',
        since: '2026-08-01',
        opened_at: '2026-10-20T02:00:00Z',
        opened_on: '2026-10-20',
        told_on: '2026-10-20',
        facts: '{}',
      }),
    ).toBeRejectedWithError(/alert_episodes_open/);
    const { applied } = await migrationState(owner);
    await rollbackTo(owner, applied.slice(0, applied.indexOf(MIGRATION)));
    const open = (await owner('alert_episodes').whereNull('ended_at').orderBy(['field', 'rule'])) as Record<
      string,
      unknown
    >[];
    expect(open.map(({ rule, field, settled_until: settled }) => [rule, field, settled])).toEqual([
      ['not-reporting', '', null],
      ['target-missed', DUE, null],
      ['worsening', DUE, null],
    ]);
    expect(
      await owner('alert_episodes')
        .whereNotNull('ended_at')
        .orderBy('id')
        .select('rule', 'ending', 'settled_until'),
    ).toEqual(
      ['recovered', 'withdrawn', 'withdrawn'].map((ending) => ({
        rule: 'target-missed',
        ending,
        settled_until: '2026-08-31',
      })),
    );
    await migrate(owner, roleOf(test.url));
    expect((await episodes()).length).toBe(5);
  });
});
