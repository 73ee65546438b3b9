import { POST_LENGTH, POSTS_AN_HOUR } from '#domain/innovations/forum/forum-rules';
import { accepted, refusal } from '../entry-world.testing.ts';
import { startForumWorld, type ForumWorld } from './forum-world.testing.ts';

/** Friday 2026-11-20, 10.00 WITA (UTC+8). */
const NOW = '2026-11-20T10:00:00+08:00';
const REASON = 'Kami mencobanya enam bulan dan warga tidak kembali lagi.';

describe('the forum at shared innovations, by API', () => {
  let world: ForumWorld;

  beforeAll(async () => {
    world = await startForumWorld('contoh-forum', NOW);
  });
  // The clock stands still: every spec has an hour of its own all the same.
  beforeEach(() => world.product.database.owner('catalogue_posts').delete());
  afterAll(() => world.product.stop());

  const ask = (username: string, entry: string, body: unknown, more: Record<string, unknown> = {}) =>
    world.call(username, 'POST', `/innovations/${entry}/forum/posts`, { body, ...more });

  it('carries questions and answers between kabupaten and members of FORCASI, each with name, post and home', async () => {
    const entry = await world.shared();
    const question = await world.write('camat.lain', entry, 'Berapa operator desa yang dibutuhkan?');
    await world.write('camat.hulu', entry, 'Satu orang tiap desa.', question);
    await world.write('forcasi', entry, 'Di tempat kami dua orang.', question);
    const { items, total, open, may } = await world.forum('forcasi', entry);
    expect([open, total, may]).toEqual([true, 1, ['speak', 'endorse', 'follow']]);
    const [asked] = items;
    expect([asked?.body, asked?.author, asked?.own, asked?.fromHome]).toEqual([
      'Berapa operator desa yang dibutuhkan?',
      {
        name: 'Ibu camat.lain',
        title: 'Jabatan camat.lain',
        kabupaten: 'Kabupaten contoh-forum-lain',
      },
      false,
      false,
    ]);
    expect(
      asked?.answers.map(({ body, author, fromHome, own }) => [body, author?.title, fromHome, own]),
    ).toEqual([
      ['Satu orang tiap desa.', 'Jabatan camat.hulu', true, false],
      ['Di tempat kami dua orang.', 'Jabatan forcasi', false, true],
    ]);
  });

  it('is closed to entries that are not shared, and to those who cannot see the entry', async () => {
    const { id } = await world.published({
      name: 'Belum Dibagikan',
      summary: 'Dicoba dahulu.',
      topics: ['jarak'],
      problem: 'Jauh dari kantor.',
      goal: 'Dekat.',
      howItWorks: 'Keliling.',
      form: 'lainnya',
      stage: 'uji-coba',
    });
    expect(refusal(await ask('camat.hilir', id, 'Bagaimana hasilnya?'))).toEqual([409, 'forum-closed']);
    expect((await world.forum('camat.hilir', id)).may).toEqual(['follow']);
    for (const stranger of ['camat.lain', 'forcasi', 'organisasi.lain'])
      expect((await ask(stranger, id, 'Bagaimana hasilnya?')).status)
        .withContext(stranger)
        .toBe(404);
    expect((await world.call('camat.lain', 'GET', `/innovations/${id}/forum`)).status).toBe(404);
    // An administrator reads, and does not speak.
    const entry = await world.shared();
    expect((await ask('admin', entry, 'Bagaimana hasilnya?')).status).toBe(403);
    expect((await world.forum('admin', entry)).may).toEqual([]);
  });

  it('keeps what was said when the entry is taken back, for its home alone, until it is shared again', async () => {
    const entry = await world.shared();
    await world.write('camat.lain', entry, 'Apakah perlu jaringan tetap?');
    accepted(await world.call('camat.lain', 'PUT', `/innovations/${entry}/endorsement`, { reason: REASON }));
    const sharing = (await world.send('camat.hulu', 'GET', `/${entry}/sharing`)).json as {
      left: { posts: number; endorsements: number };
    };
    expect([sharing.left.posts, sharing.left.endorsements]).toEqual([1, 1]);
    await world.share(entry, 'own');
    expect((await world.call('camat.lain', 'GET', `/innovations/${entry}/forum`)).status).toBe(404);
    const atHome = await world.forum('camat.hilir', entry);
    expect([atHome.open, atHome.total, atHome.endorsementsTotal]).toEqual([false, 1, 1]);
    await world.share(entry, 'forcasi');
    const again = await world.forum('camat.lain', entry);
    expect([again.open, again.total, again.endorsementsTotal]).toEqual([true, 1, 1]);
  });

  it('takes text as it was typed, without what cannot be seen, within its limits', async () => {
    const entry = await world.shared();
    const typed = `<script>alert('x')</script>\u202e\u200b "'; drop table catalogue_posts; --`;
    await world.write('camat.lain', entry, typed);
    const [post] = (await world.forum('camat.hulu', entry)).items;
    expect(post?.body).toBe(`<script>alert('x')</script> "'; drop table catalogue_posts; --`);
    for (const body of ['', '  ', '\u200b\u200b\u200b\u200b', 'x'.repeat(POST_LENGTH.most + 1), 7, null])
      expect((await ask('camat.lain', entry, body)).status)
        .withContext(JSON.stringify(body)?.slice(0, 30))
        .toBe(400);
    expect((await ask('camat.lain', entry, 'x'.repeat(POST_LENGTH.most))).status).toBe(201);
    expect(refusal(await ask('camat.lain', entry, 'Warga 6402071203900001 ditolak, mengapa?'))).toEqual([
      400,
      'forum-identity-number',
    ]);
    expect((await ask('camat.lain', entry, 'Siapa saya?', { author: 'Bupati' })).status).toBe(400);
  });

  it('is not flooded: so many posts an hour, and nothing twice', async () => {
    const entry = await world.shared();
    await world.write('camat.lain', entry, 'Pertanyaan nomor 0?');
    expect(refusal(await ask('camat.lain', entry, 'Pertanyaan  nomor 0?'))).toEqual([409, 'forum-repeated']);
    const answers = await Promise.all(
      Array.from({ length: POSTS_AN_HOUR + 3 }, (_, number) =>
        ask('camat.lain', entry, `Pertanyaan nomor ${number + 1}?`),
      ),
    );
    // However they arrive, the limit holds.
    expect(answers.filter(({ status }) => status === 201).length).toBe(POSTS_AN_HOUR - 1);
    expect(refusal(answers.find(({ status }) => status !== 201) ?? answers[0]!)).toEqual([
      429,
      'forum-too-many-posts',
    ]);
    expect((await ask('camat.hilir', entry, 'Orang lain masih boleh bertanya?')).status).toBe(201);
  });

  it('answers questions of the same entry only, and no answer', async () => {
    const [entry, other] = [await world.shared(), await world.shared()];
    const question = await world.write('camat.lain', entry, 'Berapa biayanya setahun?');
    const answer = await world.write('camat.hulu', entry, 'Empat puluh juta.', question);
    for (const [of, to] of [
      [other, question],
      [entry, answer],
      [entry, '0198c0de-0000-7000-8000-00000000ffff'],
    ])
      expect(refusal(await ask('camat.hilir', of ?? '', 'Menjawab yang salah.', { answers: to }))).toEqual([
        404,
        'forum-question-gone',
      ]);
  });

  it('comes in pages, none twice and none left out', async () => {
    const entry = await world.shared();
    const asked: string[] = [];
    for (let number = 0; number < 5; number += 1)
      asked.unshift(await world.write('camat.lain', entry, `Pertanyaan ke-${number}?`));
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await world.forum('bupati', entry, `?limit=2&cursor=${cursor}`);
      expect(page.total).toBe(5);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen.length).toBe(5);
    expect(seen.toSorted()).toEqual(asked.toSorted());
    expect((await world.call('bupati', 'GET', `/innovations/${entry}/forum?cursor=ngawur`)).status).toBe(400);
  });

  it('takes one endorsement a person with a reason, from everyone who does not answer for the entry', async () => {
    const entry = await world.shared();
    const endorse = (username: string, reason: string = REASON) =>
      world.call(username, 'PUT', `/innovations/${entry}/endorsement`, { reason });
    for (const username of ['camat.lain', 'camat.hilir', 'forcasi'])
      expect((await endorse(username)).status)
        .withContext(username)
        .toBe(204);
    for (const username of ['camat.hulu', 'organisasi', 'bupati'])
      expect(refusal(await endorse(username)))
        .withContext(username)
        .toEqual([403, 'forum-own-innovation']);
    expect((await endorse('admin')).status).toBe(403);
    expect((await endorse('camat.lain', 'bagus')).status).toBe(400);
    const changed = `${REASON} Sekarang juga di hilir.`;
    expect((await endorse('camat.lain', changed)).status).toBe(204);
    const { endorsements, endorsementsTotal, may } = await world.forum('camat.lain', entry);
    expect(endorsementsTotal).toBe(3);
    expect(endorsements.filter(({ own }) => own).map(({ reason }) => reason)).toEqual([changed]);
    expect(may).toContain('endorse');
    expect((await world.forum('camat.hulu', entry)).may).toEqual(['speak', 'follow']);
    const withdraw = () => world.call('camat.lain', 'DELETE', `/innovations/${entry}/endorsement`);
    expect((await withdraw()).status).toBe(204);
    expect(refusal(await withdraw())).toEqual([404, 'forum-not-endorsed']);
    expect((await world.forum('camat.hulu', entry)).endorsementsTotal).toBe(2);
  });

  it('stands in the trail of who spoke, the words sealed', async () => {
    const entry = await world.shared();
    await world.write('camat.lain', entry, 'Apakah rahasia ini tersegel?');
    await world.write('forcasi', entry, 'Pertanyaan anggota FORCASI?');
    const { owner } = world.product.database;
    const rows = (await owner('audit_entries').where({
      subject: `innovations/${entry}`,
      action: 'forum-asked',
    })) as {
      kabupaten_code: string;
      details: unknown;
      personal: Buffer;
    }[];
    expect(rows.map(({ kabupaten_code }) => kabupaten_code)).toEqual(['contoh-forum-lain']);
    expect(JSON.stringify(rows.map(({ details }) => details))).not.toContain('rahasia');
    const [personal] = await world.product.audit.openPersonal(
      owner,
      rows.map((row) => row.personal),
    );
    expect(personal?.actor?.['text']).toBe('Apakah rahasia ini tersegel?');
    // Who belongs to no kabupaten stands in the installation's.
    const [platform] = (await owner('platform_audit_entries').where({
      subject: `innovations/${entry}`,
    })) as { action: string }[];
    expect(platform?.action).toBe('forum-asked');
  });

  it('keeps no name of who was erased', async () => {
    const { product } = world;
    const entry = await world.shared();
    await product.addPerson('lasmi', { role: 'camat', kabupaten: `${world.kabupaten}-lain`, unit: 'hilir' });
    for (const username of ['admin.lain', 'admin.lain2'])
      await product.addPerson(username, { role: 'admin', kabupaten: `${world.kabupaten}-lain` });
    await world.write('lasmi', entry, 'Siapa yang melatih operator?');
    accepted(await world.call('lasmi', 'PUT', `/innovations/${entry}/endorsement`, { reason: REASON }));
    accepted(
      await world.call('admin.lain', 'POST', '/users/lasmi/erasure', { reason: 'permintaan sendiri' }),
    );
    const { items, endorsements } = await world.forum('camat.hulu', entry);
    const author = {
      name: null,
      title: 'Jabatan lasmi',
      kabupaten: `Kabupaten ${world.kabupaten}-lain`,
    };
    expect(items.map((post) => post.author)).toEqual([author]);
    expect(endorsements.map((each) => each.author)).toEqual([author]);
    const left = await product.database
      .owner('catalogue_posts')
      .where({ entry_id: entry })
      .select('author_name');
    expect(JSON.stringify(left)).not.toContain('Ibu lasmi');
    const follows = await product.database.owner('catalogue_follows').where({ key: entry });
    expect(follows).toEqual([]);
  });
});
