import { createTestDatabase, type TestDatabase } from '../../../db/embedded/test-database.ts';
import { seedReference } from '../../../db/seeds/reference/seed-reference.ts';
import { STARTER_SET } from '../../../db/seeds/reference/starter-set.ts';
import type { AlertRule } from '#domain/alerts/alert-episode';
import { NO_FACTS } from '#domain/alerts/alert-words';
import type { Role } from '#domain/permissions';
import { UnitTree, type UnitRecord } from '#domain/unit-tree';
import { setKabupatenSql } from '../../platform/database/scoped.ts';
import { createKabupaten } from '../../platform/kabupaten/create-kabupaten.repository.ts';
import type { AlertMail } from './alert-sources.ts';
import type { AskerRecord } from './alerts.queries.ts';
import { tellAlerts, type AlertWord, type Hearers } from './tell-alerts.ts';

const CODE = '64.98';
const KABUPATEN = { code: CODE, name: 'Kabupaten Contoh', timeZone: 'Asia/Makassar', demo: false };
const unit = (code: string, kind: string, parentCode: string | null): UnitRecord => ({
  code,
  name: code.toUpperCase(),
  kind,
  parentCode,
  validFrom: '2026-01-01',
  validTo: null,
});
const A = unit('a', 'kecamatan', CODE);
const B = unit('b', 'kecamatan', CODE);
const UNITS = new UnitTree([unit(CODE, 'kabupaten', null), A, B]);

let next = 0;
const uuid = () => `0198c0de-0000-7000-8000-${String((next += 1)).padStart(12, '0')}`;
const HEAD_A = uuid();
const HEAD_B = uuid();
const BUPATI = uuid();
const post = (id: string, role: Role, unit_code: string | null) => ({
  id,
  title: role,
  role,
  unit_code,
  holder: null,
});

/** On time at 74.2 % in October, usual 91.3 %, target 90 %. */
function word(of: UnitRecord, kind: AlertWord['kind'], concerns: readonly AlertRule[]): AlertWord {
  const rules = ['target-missed', 'worsening'] as const;
  return {
    eventId: uuid(),
    episodeId: uuid(),
    kind,
    unit: of,
    concerns,
    episode: {
      unit: of.code,
      field: 'turnaround.dueMetShare',
      since: '2026-08-01',
      reasons: rules.map((rule) => ({ rule, since: '2026-08-01', holds: true })),
      facts: { ...NO_FACTS, month: '2026-10-01', value: 0.742, n: 412, atLeast: 0.9, usual: 0.913 },
    },
  };
}

/** At A the signal joined a target that was missed before; at B both go on. */
const WORDS = [
  word(A, 'escalated', ['worsening']),
  word(B, 'reminded', ['target-missed', 'worsening']),
] as const;

describe('telling alerts', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
    await seedReference(database.owner);
    await createKabupaten(database.application, KABUPATEN, STARTER_SET);
  });
  afterAll(() => database.drop());

  const asker = (role: Role, unit_code: string | null, ways: AskerRecord['ways']): AskerRecord => ({
    user_id: uuid(),
    post_id: uuid(),
    role,
    unit_code,
    ways,
    digest: 'off',
    digest_on: null,
  });

  /** What is said, by receiver, and the mails. */
  async function tell(words: readonly AlertWord[], change: Partial<Hearers>) {
    const mails: AlertMail[] = [];
    const notices: Record<string, readonly string[]> = {};
    await database.application.transaction(async (transaction) => {
      await transaction.raw(setKabupatenSql(CODE));
      await transaction('notices').where({ kabupaten_code: CODE }).delete();
      const hearers: Hearers = {
        kabupaten: KABUPATEN,
        units: UNITS,
        heads: [post(HEAD_A, 'camat', 'a'), post(HEAD_B, 'camat', 'b')],
        leaders: [post(BUPATI, 'bupati', null)],
        askers: [],
        mail: {
          queue: (_transaction, _kabupaten, mail) => {
            mails.push(mail);
            return Promise.resolve();
          },
          stateOf: () => Promise.resolve('ready'),
        },
        publicUrl: null,
        isOpening: false,
        knownUnits: new Set(['a', 'b']),
        ...change,
      };
      await tellAlerts(transaction, words, hearers, { today: '2026-11-22', now: '2026-11-22T00:00:00Z' });
      const rows = (await transaction('notices')
        .where({ kabupaten_code: CODE })
        .select('to_post', 'to_user', 'kind', 'params', 'link')) as {
        to_post: string | null;
        to_user: string | null;
        kind: string;
        params: Record<string, string>;
        link: string;
      }[];
      for (const { to_post, to_user, kind, params, link } of rows) {
        const to = to_post ?? to_user ?? '';
        notices[to] = [
          ...(notices[to] ?? []),
          kind,
          params['text.id']?.replaceAll('\u00a0', ' ') ?? '',
          link,
        ];
      }
    });
    return { notices, mails };
  }

  it('says to each only what that person asked to hear, once, and mails it once', async () => {
    const target = asker('bupati', null, { 'target-missed': 'mail' });
    const both = asker('sekda', null, { worsening: 'notice', 'target-missed': 'notice' });
    const silence = asker('inspektorat', null, { 'not-reporting': 'mail' });
    const { notices, mails } = await tell(WORDS, { askers: [target, both, silence] });
    const sentence =
      'tepat waktu turun menjadi 74,2 % pada Oktober, biasanya 91,3 %: memburuk dan di bawah target 90,0 % sejak Agustus.';
    expect(notices).toEqual({
      [HEAD_A]: ['alert-escalated', sentence, '/laporan/peringatan?unit=a'],
      [HEAD_B]: ['alert-reminded', sentence, '/laporan/peringatan?unit=b'],
      // What is new at A is the signal: who asked for targets heard of A before.
      [target.user_id]: ['alert-reminded', sentence, '/laporan/peringatan?unit=b'],
      [both.user_id]: [
        'alert-several',
        '1 bertambah berat, 1 masih berlangsung di 2 unit: A dan B.',
        '/laporan/peringatan',
      ],
    });
    expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
      [target.user_id, 'Peringatan PANDU: 1 masih berlangsung – Kabupaten Contoh'],
    ]);
  });

  it('writes to a person in two posts for each of them, with a key of its own', async () => {
    const sekda = asker('sekda', null, { 'target-missed': 'mail' });
    const camat = { ...asker('camat', 'b', { 'target-missed': 'mail' }), user_id: sekda.user_id };
    const { mails } = await tell([WORDS[1]], { askers: [sekda, camat] });
    expect(mails.map(({ to, post: of }) => [to, of])).toEqual([
      [sekda.user_id, sekda.post_id],
      [sekda.user_id, camat.post_id],
    ]);
    expect(new Set(mails.map(({ key }) => key)).size).toBe(2);
  });

  it('says nothing of other units to who may see one alone, and no number to who may see none', async () => {
    const camat = asker('camat', 'a', { worsening: 'mail', 'target-missed': 'mail' });
    const organisasi = asker('organisasi', null, { 'target-missed': 'notice' });
    const { notices, mails } = await tell(WORDS, { askers: [camat, organisasi] });
    // The post of the head heard it; the person has the mail beside it.
    expect(notices[camat.user_id]).toBeUndefined();
    expect(mails.map(({ text }) => text.replaceAll('\u00a0', ' '))).toEqual([
      'Bertambah berat\n- A: tepat waktu turun menjadi 74,2 % pada Oktober, biasanya 91,3 %: memburuk dan di bawah target 90,0 % sejak Agustus.',
    ]);
    expect(notices[organisasi.user_id]?.[1]).toBe(
      'tepat waktu memburuk dan belum mencapai target sejak Agustus.',
    );
  });

  it('mails a word that somebody wants by mail for one of its reasons, though as a notice for the other', async () => {
    const sekda = asker('sekda', null, { 'target-missed': 'notice', worsening: 'mail' });
    const { mails } = await tell([WORDS[1]], { askers: [sekda] });
    expect(mails.map(({ to }) => to)).toEqual([sekda.user_id]);
  });

  it('says nothing to a post that no longer reads reports, whatever was asked in it', async () => {
    const admin = asker('admin', null, { 'target-missed': 'mail', worsening: 'mail' });
    const { notices, mails } = await tell(WORDS, { heads: [], askers: [admin] });
    expect([Object.keys(notices), mails]).toEqual([[], []]);
  });

  it('says on the day of the first look one sentence to who leads, and nothing twice', async () => {
    const opened = [A, B].map((of) => word(of, 'opened', ['target-missed', 'worsening']));
    const bupati = asker('bupati', null, { 'target-missed': 'mail' });
    const first = await tell(opened, { isOpening: true, knownUnits: new Set(), askers: [bupati] });
    expect(first.notices[BUPATI]).toEqual([
      'alert-opening',
      '2 hal di 2 unit perlu perhatian, terutama A dan B.',
      '/laporan/peringatan',
    ]);
    expect(first.notices[bupati.user_id]).toBeUndefined();
    expect(first.mails.map(({ subject }) => subject)).toEqual([
      'Pemantauan PANDU dimulai: 2 hal di 2 unit – Kabupaten Contoh',
    ]);
    // More records come in on the same day: of A was told, B is new.
    const later = await tell(opened, { isOpening: true, knownUnits: new Set(['a']), askers: [bupati] });
    expect(Object.keys(later.notices)).toEqual([HEAD_B]);
    expect(later.mails).toEqual([]);
  });
});
