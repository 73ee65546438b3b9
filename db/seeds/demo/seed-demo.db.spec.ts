import { verify } from '@node-rs/argon2';
import { demoDesk } from '../../../server/commands/demo-desk.ts';
import { AuditLog } from '../../../server/platform/audit/audit-log.repository.ts';
import { createTestDatabase, type TestDatabase } from '../../embedded/test-database.ts';
import { createKabupaten } from '../../../server/platform/kabupaten/create-kabupaten.repository.ts';
import { addUser } from '../../../server/platform/kabupaten/user-accounts.repository.ts';
import { seedReference } from '../reference/seed-reference.ts';
import { STARTER_SET } from '../reference/starter-set.ts';
import { DEMO_KABUPATEN } from './demo-kabupaten.ts';
import { loadOneRow } from './one-row-load.testing.ts';
import { removeDemo } from './remove-demo.ts';
import { seedDemo, type DemoSettings, type LoadDemoRows } from './seed-demo.ts';
import { decideOpenFlags } from './staff-history.repository.ts';

describe('seedDemo', () => {
  let database: TestDatabase;
  let loaded: string[];
  let load: LoadDemoRows;
  const audit = new AuditLog('rahasia-untuk-uji-contoh');

  beforeEach(async () => {
    database = await createTestDatabase();
    await seedReference(database.owner);
    loaded = [];
    load = loadOneRow(database.application, loaded);
  });
  afterEach(() => database.drop());

  function settings(change: Partial<DemoSettings> = {}): DemoSettings {
    return {
      owner: database.owner,
      application: database.application,
      today: '2026-11-21',
      password: 'sandi-contoh-1',
      load,
      desk: demoDesk(audit),
      ...change,
    };
  }

  const COMMON = ['service-cases', 'complaints', 'survey-responses', 'pauses'];
  // Indramayu has no sessions, and only Kutai Kartanegara records stages.
  const DATASETS_OF: Readonly<Record<string, readonly string[]>> = {
    '64.02': ['extra-sessions', ...COMMON, 'case-steps', 'targets'],
    '32.16': ['extra-sessions', ...COMMON, 'targets'],
    '32.12': [...COMMON, 'targets'],
  };
  const EVERYTHING = ['64.02', '32.16', '32.12'].flatMap((code) =>
    DATASETS_OF[code]!.map((dataset) => `${code} ${dataset}`),
  );

  it('creates three marked kabupaten with units, accounts and records, once', async () => {
    const { owner } = database;
    await seedDemo(settings());
    expect(loaded).toEqual(EVERYTHING);
    expect(await owner('kabupaten').where({ demo: true }).orderBy('code').pluck('code')).toEqual([
      '32.12',
      '32.16',
      '64.02',
    ]);
    // The kabupaten, 20 kecamatan, 5 SKPD, the Setda and its 12 bagian.
    expect((await owner('units').where({ kabupaten_code: '64.02', demo: true }).pluck('code')).length).toBe(
      1 + 20 + 5 + 1 + 12,
    );
    expect(
      await owner('units').where({ kabupaten_code: '64.02', code: 'rsud' }).pluck('calendar_code'),
    ).toEqual(['24-jam']);
    expect(
      await owner('unit_spans')
        .where({ kabupaten_code: '64.02', base_key: 'setda-hukum' })
        .orderBy('span_key')
        .pluck('span_key'),
    ).toEqual(['64.02', 'setda']);
    await seedDemo(settings());
    expect(loaded).toEqual(EVERYTHING);
    expect((await owner('users').pluck('id')).length).toBe(15);
  });

  it('gives every account of the contract its role, for its kabupaten or unit', async () => {
    await seedDemo(settings());
    const grants = (await database
      .owner('users as u')
      .join('post_holders as h', 'h.user_id', 'u.id')
      .join('posts as g', 'g.id', 'h.post_id')
      .select('u.username', 'g.role', 'g.kabupaten_code', 'g.unit_code')
      .orderBy('u.username')) as {
      username: string;
      role: string;
      kabupaten_code: string;
      unit_code: string | null;
    }[];
    expect(
      grants.map((grant) =>
        [grant.username, grant.role, grant.kabupaten_code, grant.unit_code ?? '-'].join(' '),
      ),
    ).toEqual(
      [
        'admin admin 64.02 -',
        'bkpsdm bkpsdm 64.02 -',
        'bupati bupati 64.02 -',
        'bupati.bekasi bupati 32.16 -',
        'camat.cikarang-utara camat 32.16 32.16.09',
        'camat.muara-kaman camat 64.02 64.02.11',
        'camat.sebulu camat 64.02 64.02.07',
        'camat.tenggarong camat 64.02 64.02.06',
        'diskominfo diskominfo 64.02 -',
        'disdukcapil kepala-skpd 64.02 disdukcapil',
        'forcasi forcasi 64.02 -',
        'inspektorat inspektorat 64.02 -',
        'organisasi organisasi 64.02 -',
        'petugas.sebulu petugas 64.02 64.02.07',
        'sekda sekda 64.02 -',
      ].sort(),
    );
  });

  it('puts a register of staff, a remote post and an outage in place, once; nobody has a real NIP', async () => {
    const { owner } = database;
    await seedDemo(settings());
    await seedDemo(settings());
    const staff = (await owner('staff_members as s')
      .leftJoin('users as u', 'u.id', 's.user_id')
      .select('s.nip', 's.demo', 'u.username')) as {
      nip: string | null;
      demo: boolean;
      username: string | null;
    }[];
    expect(staff.length).toBe(12);
    expect(staff.every(({ demo }) => demo)).toBeTrue();
    expect(staff.flatMap(({ username }) => username ?? [])).toEqual(['petugas.sebulu']);
    // Eighteen digits, and born in no month.
    for (const { nip } of staff) expect(nip ?? '199000000000000001').toMatch(/^199000\d{12}$/);
    expect(new Set(staff.flatMap(({ nip }) => nip ?? [])).size).toBe(11);
    expect(await owner('remote_posts').pluck('unit_code')).toEqual(['64.02.12']);
    expect((await owner('system_outages').pluck('system')).length).toBe(1);
    expect((await removeDemo(owner)).users).toBe(15);
    expect((await owner('staff_members').pluck('id')).length).toBe(0);
  });

  it('has proposals of earlier quarters explained, reviewed and decided in the name of posts, and removes them', async () => {
    const { owner, application } = database;
    await seedDemo(settings());
    const staff = (await owner('staff_members')
      .whereIn('code', ['64.02.07-p1', '64.02.06-p3'])
      .orderBy('code')
      .select('id', 'unit_code')) as { id: string; unit_code: string }[];
    const frozen = { evidence: '{}', settings: '{}', data_version: 1, state: 'proposed' };
    const period = { period_from: '2025-10-01', period_to: '2026-03-31', explain_until: '2026-04-27' };
    await owner('staff_flags').insert(
      staff.map(({ id, unit_code }, index) => ({
        kabupaten_code: '64.02',
        id,
        staff_id: id,
        unit_code,
        rule_id: index === 0 ? 'on-time-low' : 'praised-and-on-time',
        kind: index === 0 ? 'sanction' : 'reward',
        ...frozen,
        ...period,
        raised_at: '2026-04-20T01:00:00Z',
      })),
    );
    const { staff: desk } = demoDesk(audit);
    for (const kabupaten of DEMO_KABUPATEN.filter(({ code }) => code === '64.02'))
      await decideOpenFlags({ application, kabupaten, desk, today: '2026-11-21' }, '2026-04-20');
    const flags = (await owner('staff_flags').orderBy('rule_id')) as Record<string, unknown>[];
    expect(
      flags.map(({ state, explanation, reviewed_title, decided_title, decision_on }) => [
        state,
        explanation === null,
        reviewed_title,
        decided_title,
        decision_on,
      ]),
    ).toEqual([
      // Who has no account says nothing; what was not confirmed has no number.
      ['dismissed', true, 'Camat Tenggarong', 'Kepala BKPSDM', null],
      ['confirmed', false, 'Camat Sebulu', 'Kepala BKPSDM', '2026-05-07'],
    ]);
    expect((await owner('notices').where({ about_kind: 'staff-flag' }).pluck('id')).length).toBe(0);
    await removeDemo(owner);
    expect((await owner('staff_flags').pluck('id')).length).toBe(0);
  });

  it('writes what the leadership did as the product would, each with its entry in the trail, once', async () => {
    const { owner } = database;
    await seedDemo(settings());
    // The only request is of 2 November: the story is told from the 3rd, 2025-11-01 is twelve months before its month.
    const baselines = (await owner('baselines').orderBy(['measure', 'field'])) as Record<string, unknown>[];
    expect(baselines.length).toBe(10);
    for (const baseline of baselines)
      expect([baseline['unit_code'], baseline['starts_on'], baseline['post_title']]).toEqual([
        '64.02.07',
        '2025-11-01',
        'Kepala Bagian Organisasi',
      ]);
    const plans = (await owner('follow_up_plans').orderBy('id')) as Record<string, unknown>[];
    expect(plans.map((plan) => [plan['owner_title'], plan['unsur'], plan['due_on'], plan['result'] !== null]))
      // 40 and 12 days before, 24 and 12 days after 3 November.
      .toEqual([
        ['Camat Sebulu', 'U9', '2026-09-24', true],
        ['Camat Tenggarong', 'U9', '2026-10-22', false],
        ['Kepala Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu', 'U2', '2026-11-27', false],
        ['Camat Muara Kaman', 'U3', '2026-11-15', false],
      ]);
    expect((await owner('annotations').orderBy('day').pluck('unit_code')) as string[]).toEqual([
      '64.02.07',
      'bpkad',
      '64.02.11',
      '64.02',
    ]);
    const trail = async (): Promise<Record<string, number>> => {
      const actions = (await owner('audit_entries')
        .where({ kabupaten_code: '64.02' })
        .pluck('action')) as string[];
      return Object.fromEntries(
        [...Map.groupBy(actions, (action) => action)].map(([name, all]) => [name, all.length]),
      );
    };
    const expected = {
      'annotation-added': 4,
      'baseline-set': 10,
      'follow-up-planned': 4,
      'follow-up-done': 1,
      'disposition-given': 2,
      // Eight commitments of two meetings, of which five are done.
      'commitment-given': 8,
      'disposition-reported': 6,
      'disposition-closed': 6,
      // The last of the two meetings has minutes: two notes, four points and seven decisions were written.
      'meeting-planned': 1,
      'meeting-begun': 1,
      'meeting-written': 13,
      'meeting-closed': 1,
      'pilot-opened': 3,
      'milestone-planned': 13,
      'milestone-reported': 21,
      'milestone-replanned': 1,
      'milestone-signed': 7,
      'pilot-obstacle-added': 3,
      'pilot-obstacle-resolved': 2,
      'pilot-document-added': 9,
      'pilot-visited': 6,
      'pilot-point-saved': 4,
      'pilot-training-added': 6,
      'finding-opened': 3,
      'recommendation-acted-on': 5,
      'recommendation-proposed': 3,
      'recommendation-verified': 5,
      'recommendation-decided': 3,
      'recommendation-blocked': 1,
      // A file of which every row was refused.
      import: 1,
      // Of six finished milestones, and of the five actions on recommendations.
      'evidence-added': 11,
      // Without the shipped entries nothing is claimed: five entries of its own and four ideas.
      'innovation-begun': 5,
      'innovation-submitted': 4,
      'innovation-published': 3,
      'innovation-stopped': 1,
      'idea-suggested': 4,
      'idea-tried': 3,
      'idea-stopped': 1,
    };
    expect(await trail()).toEqual(expected);
    expect(
      await owner('audit_entries').where({ action: 'baseline-set' }).distinct('post_title', 'role'),
    ).toEqual([{ post_title: 'Kepala Bagian Organisasi', role: 'organisasi' }]);
    await seedDemo(settings());
    expect(await trail()).toEqual(expected);
  });

  it('gives an account of a later version the post that an earlier one left vacant', async () => {
    const { owner } = database;
    await seedDemo(settings());
    await owner('users').where({ username: 'camat.muara-kaman' }).delete();
    const before = await owner('posts').where({ unit_code: '64.02.11' }).pluck('id');
    await seedDemo(settings());
    expect(before.length).toBe(1);
    expect(await owner('posts').where({ unit_code: '64.02.11' }).pluck('id')).toEqual(before);
    expect(
      await owner('post_holders as h')
        .join('users as u', 'u.id', 'h.user_id')
        .where({ post_id: before[0] })
        .pluck('username'),
    ).toEqual(['camat.muara-kaman']);
  });

  it('completes a run that was cut off, and follows a new password', async () => {
    const { owner } = database;
    const cutOff: LoadDemoRows = (kabupatenCode, dataset, rows) =>
      loaded.length === 2 ? Promise.reject(new Error('cut off')) : load(kabupatenCode, dataset, rows);
    await expectAsync(seedDemo(settings({ load: cutOff }))).toBeRejectedWithError('cut off');
    await owner('users').where({ username: 'sekda' }).delete();
    await owner('units').where({ kabupaten_code: '64.02', code: 'setda-hukum' }).delete();
    expect(loaded).toEqual(EVERYTHING.slice(0, 2));

    await seedDemo(settings({ password: 'sandi-contoh-2' }));
    expect(loaded).toEqual(EVERYTHING);
    const hashes = (await owner('users').pluck('password_hash')) as string[];
    expect(hashes.length).toBe(15);
    expect(new Set(await Promise.all(hashes.map((hash) => verify(hash, 'sandi-contoh-2'))))).toEqual(
      new Set([true]),
    );
    expect((await owner('units').where({ kabupaten_code: '64.02', code: 'setda-hukum' })).length).toBe(1);
  });

  it('leaves a real kabupaten and a real account alone, also when it is removed', async () => {
    const { owner, application } = database;
    await createKabupaten(
      application,
      { code: '32.16', name: 'Bekasi', timeZone: 'Asia/Jakarta', demo: false },
      STARTER_SET,
    );
    const grants = [
      { role: 'admin', kabupatenCode: '32.16', unitCode: null, title: 'Admin', validFrom: '2026-01-01' },
    ] as const;
    await addUser(application, {
      username: 'admin',
      name: 'Admin',
      passwordHash: 'real',
      demo: false,
      grants,
    });
    await seedDemo(settings());
    expect(loaded).toEqual(EVERYTHING.filter((line) => !line.startsWith('32.16')));
    expect(await owner('users').where({ username: 'admin' }).pluck('password_hash')).toEqual(['real']);
    expect((await owner('users').where({ username: 'bupati.bekasi' })).length).toBe(0);

    expect(await removeDemo(owner)).toEqual({ kabupaten: ['Indramayu', 'Kutai Kartanegara'], users: 12 });
    expect(await owner('kabupaten').pluck('code')).toEqual(['32.16']);
    expect(await owner('users').pluck('username')).toEqual(['admin']);
    for (const table of [
      'service_cases',
      'complaints',
      'survey_responses',
      'unit_spans',
      'data_versions',
      'calendar_days',
    ]) {
      expect(await owner(table).distinct().whereNot({ kabupaten_code: '32.16' }).pluck('kabupaten_code'))
        .withContext(table)
        .toEqual([]);
    }
    expect((await owner('units').where({ kabupaten_code: '32.16' }).pluck('code')).length).toBe(24);
    expect(await removeDemo(owner)).toEqual({ kabupaten: [], users: 0 });
  });
});
