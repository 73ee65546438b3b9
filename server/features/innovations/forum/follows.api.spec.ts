import type { Follows } from '#contract/innovations/forum';
import { accepted, refusal } from '../entry-world.testing.ts';
import { startForumWorld, type ForumWorld } from './forum-world.testing.ts';
import { newsRound } from './news-round.ts';

/** Friday 2026-11-20, 10.00 WITA (UTC+8). */
const NOW = '2026-11-20T10:00:00+08:00';

describe('following innovations, by API', () => {
  let world: ForumWorld;

  beforeAll(async () => {
    world = await startForumWorld('contoh-ikut', NOW);
  });
  beforeEach(() => world.product.setNow(NOW));
  afterAll(() => world.product.stop());

  const follow = (username: string, kind: 'entry' | 'topic', key: string, on = true) =>
    world.call(username, 'PUT', '/innovation-follows', { kind, key, follow: on });
  const follows = async (username: string): Promise<Follows> =>
    (await world.as(username)).read<Follows>('/innovation-follows');
  /** The round of a kabupaten, as it comes after its records changed. */
  const round = (code: string = world.kabupaten) =>
    newsRound.run({
      database: world.product.database.application,
      kabupaten: { code, name: code, timeZone: 'Asia/Makassar', demo: false },
      today: '2026-11-20',
      now: NOW,
    });
  const named = (sentences: readonly string[], word: string) =>
    sentences.filter((each) => each.includes(word));

  it('tells people of other kabupaten of questions and answers at once, and nobody twice', async () => {
    const entry = await world.shared({ name: 'Antar Berkas' });
    accepted(await follow('camat.hilir.lain', 'entry', entry));
    const question = await world.write('camat.lain', entry, 'Berapa lama menyiapkannya?');
    expect(named(await world.told('camat.hilir.lain'), 'Antar Berkas')).toEqual([
      'Jabatan camat.lain, Kabupaten contoh-ikut-lain bertanya tentang inovasi “Antar Berkas” yang Anda ikuti.',
    ]);
    // The owner is asked to answer, and is done with it by answering.
    expect(named(await world.told('camat.hulu', 'waiting'), 'Antar Berkas')).toEqual([
      'Jabatan camat.lain, Kabupaten contoh-ikut-lain bertanya tentang inovasi “Antar Berkas” dan menunggu jawaban Anda.',
    ]);
    await world.write('camat.hulu', entry, 'Enam pekan.', question);
    expect(named(await world.told('camat.hulu', 'waiting'), 'Antar Berkas')).toEqual([]);
    // Who asked follows; nobody is told of the own words.
    const answered =
      'Jabatan camat.hulu, Kabupaten contoh-ikut menjawab pertanyaan tentang inovasi “Antar Berkas” yang Anda ikuti.';
    expect(named(await world.told('camat.lain'), 'Antar Berkas')).toEqual([answered]);
    await round();
    await round(`${world.kabupaten}-lain`);
    expect(named(await world.told('camat.lain'), 'Antar Berkas')).toEqual([answered]);
    expect(named(await world.told('camat.hilir.lain'), 'Antar Berkas').length).toBe(2);
  });

  it('tells of a new version and a stop, by the round of the entry’s home, once each', async () => {
    const entry = await world.shared({ name: 'Loket Keliling' });
    accepted(await follow('camat.lain', 'entry', entry));
    await round();
    expect(named(await world.told('camat.lain'), 'Loket Keliling')).toEqual([]);
    await world.publish(entry, { summary: 'Loket datang setiap Selasa.' });
    await round();
    await round();
    expect(named(await world.told('camat.lain'), 'Loket Keliling')).toEqual([
      'Inovasi “Loket Keliling” yang Anda ikuti diperbarui, kini versi 2.',
    ]);
    accepted(
      await world.send('camat.hulu', 'POST', `/${entry}/stop`, {
        on: '2026-11-19',
        lesson: 'Mobilnya rusak dan tidak ada anggaran perbaikan.',
      }),
    );
    await round();
    await round();
    expect(named(await world.told('camat.lain'), 'Loket Keliling')[0]).toBe(
      'Inovasi “Loket Keliling” yang Anda ikuti berhenti sejak 19 Nov 2026.',
    );
    expect(named(await world.told('camat.lain'), 'Loket Keliling').length).toBe(2);
  });

  it('tells of new entries of a topic, to whom they are shared, and not to the unit that wrote them', async () => {
    for (const username of ['camat.lain', 'camat.hilir', 'camat.hulu'])
      accepted(await follow(username, 'topic', 'kesehatan'));
    const home = await world.published({
      name: 'Dokter Tetangga',
      form: 'pelayanan-publik',
      stage: 'uji-coba',
      summary: 'Dokter datang ke rumah.',
      topics: ['kesehatan'],
      problem: 'Orang sakit tidak dapat datang.',
      goal: 'Diperiksa di rumah.',
      howItWorks: 'Puskesmas menyusun rute.',
    });
    await round();
    const news = 'Inovasi baru pada masalah yang Anda ikuti: “Dokter Tetangga” dari Kabupaten contoh-ikut.';
    expect(named(await world.told('camat.hilir'), 'Dokter Tetangga')).toEqual([news]);
    expect(named(await world.told('camat.lain'), 'Dokter Tetangga')).toEqual([]);
    await world.share(home.id, 'forcasi');
    await round();
    await round();
    expect(named(await world.told('camat.lain'), 'Dokter Tetangga')).toEqual([news]);
    expect(named(await world.told('camat.hulu'), 'masalah yang Anda ikuti')).toEqual([]);
  });

  it('lists what one follows with its news, for members of FORCASI too', async () => {
    const entry = await world.shared({ name: 'Kartu Janji', topics: ['informasi'] });
    // What was there before is no news.
    world.product.setNow('2026-11-20T10:01:00+08:00');
    accepted(await follow('forcasi', 'topic', 'informasi'));
    accepted(await follow('forcasi', 'entry', entry));
    await world.write('camat.hilir', entry, 'Siapa yang mencetak kartunya?');
    const mine = await follows('forcasi');
    expect(mine.topics.map(({ topic }) => topic)).toEqual(['informasi']);
    expect(mine.entries.map(({ id, name, kabupaten }) => [id, name, kabupaten])).toEqual([
      [entry, 'Kartu Janji', 'Kabupaten contoh-ikut'],
    ]);
    expect(mine.news.map(({ kind, excerpt, by }) => [kind, excerpt, by?.title ?? null])).toEqual([
      ['question', 'Siapa yang mencetak kartunya?', 'Jabatan camat.hilir'],
    ]);
    world.product.setNow('2026-11-20T10:02:00+08:00');
    const other = await world.shared({ name: 'Papan Janji', topics: ['informasi'] });
    const [newest] = (await follows('forcasi')).news;
    expect([newest?.kind, newest?.entry.id]).toEqual(['new-entry', other]);
    // Taken back, nothing of it is told any more, not even its name.
    await world.share(entry, 'own');
    const left = await follows('forcasi');
    expect(left.entries).toEqual([
      jasmine.objectContaining({ id: entry, name: null, slug: null, kabupaten: null }),
    ]);
    expect(JSON.stringify(left)).not.toContain('Kartu Janji');
    accepted(await follow('forcasi', 'entry', entry, false));
    expect((await follows('forcasi')).entries).toEqual([]);
  });

  it('follows what one can see, and no more', async () => {
    const { id } = await world.published({
      name: 'Masih di Rumah',
      form: 'lainnya',
      stage: 'uji-coba',
      summary: 'Belum dibagikan.',
      topics: ['jarak'],
      problem: 'Jauh sekali dari kantor.',
      goal: 'Lebih dekat.',
      howItWorks: 'Berkeliling.',
    });
    expect(refusal(await follow('camat.lain', 'entry', id))).toEqual([404, 'follow-unknown']);
    expect((await follow('camat.hilir', 'entry', id)).json).toEqual({ followed: true });
    expect(refusal(await follow('camat.lain', 'topic', id))).toEqual([404, 'follow-unknown']);
    expect((await follow('camat.lain', 'topic', 'cuaca')).status).toBe(400);
    expect((await follow('admin', 'topic', 'antrean')).status).toBe(403);
    expect((await world.call('admin', 'GET', '/innovation-follows')).status).toBe(403);
    expect((await follows('camat.lain')).entries.map((each) => each.id)).not.toContain(id);
  });
});
