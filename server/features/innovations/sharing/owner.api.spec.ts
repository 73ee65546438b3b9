import { accepted, done, refusal, startEntryWorld, type EntryWorld } from '../entry-world.testing.ts';
import { heartbeatRound } from './heartbeat-round.ts';

/** Friday 2026-11-20, 10.00 WITA (UTC+8). */
const NOW = '2026-11-20T10:00:00+08:00';
const CONTENT = {
  name: 'Loket Sekali Datang',
  stage: 'penerapan',
  summary: 'Warga cukup datang sekali.',
  topics: ['bolak-balik'],
  problem: 'Warga datang dua sampai tiga kali.',
  howItWorks: 'Berkas disiapkan di desa.',
};

describe('the owner of an innovation, by API', () => {
  let world: EntryWorld;
  const send: EntryWorld['send'] = (...call) => world.send(...call);
  const rowOf: EntryWorld['rowOf'] = (id) => world.rowOf(id);
  const published = () => world.published(CONTENT);

  beforeAll(async () => {
    world = await startEntryWorld('contoh-pemilik', NOW);
  });
  beforeEach(() => world.product.setNow(NOW));
  afterAll(() => world.product.stop());

  const share = (id: string, audience: string, fields: readonly string[] = []) =>
    send('camat.hulu', 'PUT', `/${id}/sharing`, { audience, fields, figures: false });

  describe('the owner’s word', () => {
    const kinds = async (username: string): Promise<string[]> =>
      (
        await (await world.as(username)).read<{ items: { kind: string; waits?: boolean }[] }>('/notices')
      ).items
        .map(({ kind }) => kind)
        .filter((kind) => kind === 'innovation-to-confirm' || kind === 'innovation-asleep');
    async function round(instant: string): Promise<void> {
      world.product.setNow(instant);
      await heartbeatRound.run({
        database: world.product.database.application,
        kabupaten: { code: world.kabupaten, name: world.kabupaten, timeZone: 'Asia/Makassar', demo: false },
        today: instant.slice(0, 10),
        now: new Date(instant).toISOString(),
      });
    }
    const waiting = async (id: string): Promise<string[]> =>
      (
        (await world.product.database
          .owner('notices')
          .select('kind')
          .where({ about_kind: 'innovation-heartbeat', about_id: id })
          .whereNull('settled_at')) as { kind: string }[]
      ).map(({ kind }) => kind);

    it('is asked for after six months, again after twelve, and not twice', async () => {
      const entry = await published();
      // Published, and so confirmed, on 20 November 2026: six months are over on 20 May 2027.
      await round('2027-05-19T09:00:00+08:00');
      expect(await waiting(entry.id)).toEqual([]);
      await round('2027-05-20T09:00:00+08:00');
      await round('2027-05-21T09:00:00+08:00');
      expect(await waiting(entry.id)).toEqual(['innovation-to-confirm']);
      expect(await kinds('camat.hulu')).toContain('innovation-to-confirm');
      expect(await kinds('camat.hilir')).toEqual([]);
      await round('2027-11-20T09:00:00+08:00');
      expect(await waiting(entry.id)).toEqual(['innovation-asleep']);
      const confirmed = done(await send('camat.hulu', 'POST', `/${entry.id}/confirm`));
      expect([confirmed.alive, confirmed.confirmedOn, await waiting(entry.id)]).toEqual([
        'berjalan',
        '2027-11-20',
        [],
      ]);
    });

    it('that it stopped stays with the lesson, which leaves only with the section of lessons', async () => {
      const entry = await published();
      accepted(await share(entry.id, 'public', ['problem']));
      const lesson = 'Jaringan desa tidak stabil, berkas tetap harus dibawa.';
      const path = `/${entry.id}/stop`;
      expect(refusal(await send('camat.hulu', 'POST', path, { on: '2026-11-21', lesson }))).toEqual([
        400,
        'innovation-day-ahead',
      ]);
      const stopped = done(await send('camat.hulu', 'POST', path, { on: '2026-11-01', lesson }));
      expect([stopped.alive, stopped.stoppedLesson]).toEqual(['berhenti', lesson]);
      const row = await rowOf(entry.id);
      expect([row?.['stopped_on'], row?.['stopped_lesson']]).toEqual(['2026-11-01', null]);
      accepted(await share(entry.id, 'public', ['lessons']));
      expect((await rowOf(entry.id))?.['stopped_lesson']).toBe(lesson);
      expect(refusal(await send('camat.hulu', 'POST', path, { on: '2026-11-02', lesson }))).toEqual([
        409,
        'innovation-stopped-already',
      ]);
      expect(done(await send('camat.hulu', 'POST', `/${entry.id}/confirm`)).alive).toBe('berjalan');
      expect((await rowOf(entry.id))?.['stopped_lesson']).toBeNull();
    });
  });

  describe('an entry of a public source', () => {
    const ID = '0198c0de-0000-7000-8000-0000000000c1';
    beforeEach(async () => {
      await world.product.database.owner('innovations').where({ id: ID }).delete();
      await world.product.database.owner('catalogue_entries').where({ id: ID }).delete();
      await world.product.database.owner('catalogue_entries').insert({
        id: ID,
        home_code: world.kabupaten,
        home_name: 'Contoh',
        unit_code: 'hulu',
        unit_name: 'Kecamatan hulu',
        slug: 'sekali-datang',
        audience: 'public',
        content: JSON.stringify({
          name: 'Sekali Datang',
          acronym: '',
          summary: 'Satu kunjungan.',
          problem: 'Bolak-balik.',
        }),
        shared_fields: ['problem'],
        version: 1,
        published_at: '2026-01-02T00:00:00Z',
        updated_at: '2026-01-02T00:00:00Z',
        source: JSON.stringify({ name: 'Berita', url: null, on: '2025-05-06' }),
        owner_confirmed: false,
      });
    });
    const claim = (username: string, unit: string, running = true) =>
      send(username, 'POST', `/${ID}/claim`, { unit, running });

    it('is claimed by its own unit or for the whole kabupaten, and by nobody else', async () => {
      expect((await claim('camat.lain', 'hulu')).status).toBe(404);
      expect(refusal(await claim('camat.hilir', 'hilir'))).toEqual([403, 'forbidden']);
      expect(refusal(await claim('camat.hilir', 'hulu'))).toEqual([404, 'unit-not-found']);
      const claimed = done(await claim('camat.hulu', 'hulu'));
      expect([
        claimed.id,
        claimed.slug,
        claimed.state,
        claimed.version,
        claimed.alive,
        claimed.audience,
      ]).toEqual([ID, 'sekali-datang', 'published', 1, 'berjalan', 'public']);
      expect([claimed.content.problem, claimed.source?.name]).toEqual(['Bolak-balik.', 'Berita']);
      const row = await rowOf(ID);
      expect([row?.['owner_confirmed'], row?.['confirmed_on'], row?.['home_code']]).toEqual([
        true,
        '2026-11-20',
        world.kabupaten,
      ]);
      expect<unknown>(row?.['published_at']).toEqual(new Date('2026-01-02T00:00:00Z'));
      expect(refusal(await claim('organisasi', 'hulu'))).toEqual([409, 'innovation-claimed']);
    });

    it('may be claimed without saying that it runs, and taken from the catalogue by its owner', async () => {
      const claimed = done(await claim('organisasi', 'hulu', false));
      expect([claimed.alive, claimed.confirmedOn]).toEqual(['belum-dikonfirmasi', null]);
      done(
        await send('organisasi', 'PUT', `/${ID}/sharing`, { audience: 'own', fields: [], figures: false }),
      );
      expect(await rowOf(ID)).toBeUndefined();
    });
  });
});
