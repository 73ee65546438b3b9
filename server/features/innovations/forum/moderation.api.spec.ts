import type { ModeratedPost } from '#contract/innovations/forum';
import { refusal } from '../entry-world.testing.ts';
import { startForumWorld, type ForumWorld } from './forum-world.testing.ts';

/** Friday 2026-11-20, 10.00 WITA (UTC+8). */
const NOW = '2026-11-20T10:00:00+08:00';
const RUDE = 'Camatnya tidak becus dan pemalas.';
const WHY = 'menyerang pribadi, bukan gagasannya';

interface Moderation {
  readonly items: readonly ModeratedPost[];
  readonly total: number;
  readonly waiting: number;
  readonly hidden: number;
}

describe('moderation of the forum, by API', () => {
  let world: ForumWorld;

  beforeAll(async () => {
    world = await startForumWorld('contoh-moderasi', NOW);
  });
  // The clock stands still: every spec has an hour of its own all the same, and nothing waits.
  beforeEach(async () => {
    for (const table of ['catalogue_posts', 'notices']) await world.product.database.owner(table).delete();
  });
  afterAll(() => world.product.stop());

  const report = (username: string, post: string, reason: string = WHY) =>
    world.call(username, 'POST', `/innovation-posts/${post}/reports`, { reason });
  const decide = (username: string, post: string, decision: 'hidden' | 'kept', reason: string = WHY) =>
    world.call(username, 'PUT', `/innovation-posts/${post}/moderation`, { decision, reason });
  const list = async (username: string, show = 'waiting') =>
    (await world.as(username)).read<Moderation>(`/innovation-moderation?show=${show}`);
  const rude = async (): Promise<{ entry: string; post: string }> => {
    const entry = await world.shared();
    return { entry, post: await world.write('camat.lain', entry, RUDE) };
  };

  it('takes reports with a reason from all who read, once each, and tells those who decide', async () => {
    const { post } = await rude();
    expect((await report('camat.hilir', post)).status).toBe(204);
    expect(refusal(await report('camat.hilir', post))).toEqual([409, 'forum-reported-already']);
    expect((await report('forcasi', post, 'kasar kepada sesama camat')).status).toBe(204);
    expect((await report('bupati', post, 'singkat')).status).toBe(400);
    expect(refusal(await report('camat.lain', post))).toEqual([409, 'forum-not-reportable']);
    expect((await report('admin', post)).status).toBe(403);
    const { items, waiting } = await list('organisasi');
    expect(waiting).toBe(1);
    expect(items[0]?.reports.map(({ reason }) => reason)).toEqual([WHY, 'kasar kepada sesama camat']);
    expect([items[0]?.body, items[0]?.entry.name, items[0]?.kind]).toEqual([
      RUDE,
      'Loket Tanpa Bolak-balik',
      'question',
    ]);
    // Who reported is told to nobody.
    expect(JSON.stringify(items)).not.toMatch(/camat\.hilir|forcasi/);
    expect(await world.told('organisasi', 'waiting')).toContain(
      'Tulisan di forum inovasi “Loket Tanpa Bolak-balik” dilaporkan dan menunggu keputusan Anda.',
    );
    expect(await world.told('camat.hulu', 'waiting')).not.toEqual([]);
    await decide('organisasi', post, 'hidden');
    // What is hidden waits for no answer either.
    expect(await world.told('camat.hulu', 'waiting')).toEqual([]);
    expect<unknown>(await world.told('organisasi', 'waiting')).not.toContain(
      jasmine.stringContaining('menunggu keputusan'),
    );
  });

  it('hides with a reason that all read; the words stay with author and moderators', async () => {
    const { entry, post } = await rude();
    const answer = await world.write('camat.hulu', entry, 'Mari bicara tentang layanannya.', post);
    expect((await decide('organisasi', post, 'hidden', 'kasar')).status).toBe(400);
    expect((await decide('organisasi', post, 'hidden')).status).toBe(204);
    for (const username of ['camat.hulu', 'camat.hilir.lain', 'forcasi', 'bupati', 'admin']) {
      const forum = await world.forum(username, entry);
      const [seen] = forum.items;
      expect([seen?.body, seen?.author, seen?.fromHome]).withContext(username).toEqual([null, null, false]);
      expect([seen?.hidden?.reason, seen?.hidden?.by])
        .withContext(username)
        .toEqual([WHY, 'Jabatan organisasi']);
      expect(seen?.answers.map(({ id }) => id)).toEqual([answer]);
      expect(JSON.stringify(forum)).withContext(username).not.toContain('pemalas');
    }
    for (const username of ['camat.lain', 'organisasi'])
      expect((await world.forum(username, entry)).items[0]?.body)
        .withContext(username)
        .toBe(RUDE);
    expect(await world.told('camat.lain')).toContain(
      `Tulisan Anda di forum inovasi “Loket Tanpa Bolak-balik” disembunyikan moderator: ${WHY}`,
    );
    // What is hidden is not answered, nor reported again.
    expect(
      refusal(
        await world.call('camat.hulu', 'POST', `/innovations/${entry}/forum/posts`, {
          body: 'Menjawab yang tersembunyi.',
          answers: post,
        }),
      ),
    ).toEqual([404, 'forum-question-gone']);
    expect(refusal(await report('camat.hulu', post))).toEqual([409, 'forum-not-reportable']);
  });

  it('lets a post stand, or stand again', async () => {
    const { entry, post } = await rude();
    await report('camat.hulu', post);
    expect((await decide('organisasi', post, 'kept', 'keras, tetapi tentang layanannya')).status).toBe(204);
    expect((await list('organisasi')).items.map(({ id }) => id)).not.toContain(post);
    expect(refusal(await decide('organisasi', post, 'kept'))).toEqual([409, 'forum-nothing-to-decide']);
    await decide('organisasi', post, 'hidden');
    expect(refusal(await decide('organisasi', post, 'hidden'))).toEqual([409, 'forum-nothing-to-decide']);
    expect((await list('organisasi', 'hidden')).items.map(({ id }) => id)).toContain(post);
    await decide('organisasi', post, 'kept', 'alasannya keliru, dibuka lagi');
    expect((await world.forum('camat.hulu', entry)).items[0]?.body).toBe(RUDE);
  });

  it('is for the Bagian Organisasi of the entry’s home alone', async () => {
    const { entry, post } = await rude();
    for (const username of ['organisasi.lain', 'admin', 'admin.pusat'])
      expect(refusal(await decide(username, post, 'hidden')))
        .withContext(username)
        .toEqual([404, 'forum-post-not-found']);
    for (const username of ['bupati', 'camat.hulu', 'forcasi'])
      expect((await decide(username, post, 'hidden')).status)
        .withContext(username)
        .toBe(403);
    await report('camat.hulu', post);
    expect((await list('organisasi.lain')).total).toBe(0);
    expect((await list('admin')).total).toBe(0);
    expect((await world.forum('organisasi.lain', entry)).items[0]?.may).toEqual(['report']);
    expect((await world.forum('organisasi', entry)).items[0]?.may).toEqual(['report', 'moderate']);
  });

  it('is for administrators where the entry’s kabupaten is not here', async () => {
    const entry = await world.foreign('Tangga Aduan');
    const post = await world.write('camat.lain', entry, RUDE);
    await report('camat.hulu', post);
    expect(refusal(await decide('organisasi', post, 'hidden'))).toEqual([404, 'forum-post-not-found']);
    expect((await list('organisasi')).items.map(({ id }) => id)).not.toContain(post);
    const [waiting] = (await list('admin.pusat')).items;
    expect([waiting?.id, waiting?.entry.name, waiting?.entry.kabupaten]).toEqual([
      post,
      'Tangga Aduan',
      'Indramayu',
    ]);
    expect((await list('admin')).items.map(({ id }) => id)).toContain(post);
    expect((await decide('admin.pusat', post, 'hidden')).status).toBe(204);
    expect((await world.forum('camat.hulu', entry)).items[0]?.body).toBeNull();
  });

  it('never decides alone that the own words may stand', async () => {
    const entry = await world.shared();
    const own = await world.write('organisasi', entry, 'Saya sendiri yang menulis ini.');
    await report('camat.lain', own);
    expect(refusal(await decide('organisasi', own, 'kept'))).toEqual([403, 'forum-own-post']);
    expect((await decide('organisasi', own, 'hidden')).status).toBe(204);
  });

  it('still knows the posts of an entry that was taken back', async () => {
    const { entry, post } = await rude();
    await report('camat.hulu', post);
    await world.share(entry, 'own');
    const found = (await list('organisasi')).items.find(({ id }) => id === post);
    expect(found?.entry.name).toBe('Loket Tanpa Bolak-balik');
    expect((await decide('organisasi', post, 'hidden')).status).toBe(204);
  });

  it('stands in the trail with its reason sealed', async () => {
    const { post } = await rude();
    await decide('organisasi', post, 'hidden', 'alasan yang tersegel');
    const { owner } = world.product.database;
    const rows = (await owner('audit_entries')
      .where({ kabupaten_code: world.kabupaten, action: 'forum-post-hidden' })
      .orderBy('sequence', 'desc')
      .limit(1)) as { details: Record<string, unknown>; personal: Buffer }[];
    expect(rows[0]?.details).toEqual(
      jasmine.objectContaining({ innovation: 'Loket Tanpa Bolak-balik', author: 'Jabatan camat.lain', post }),
    );
    const [personal] = await world.product.audit.openPersonal(owner, [rows[0]?.personal ?? null]);
    expect(personal?.actor?.['reason']).toBe('alasan yang tersegel');
  });
});
