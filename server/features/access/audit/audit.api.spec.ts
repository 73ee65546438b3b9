import type { AuditEntry } from '#contract/audit';
import type { ApiCaller } from '../../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../../testing/test-product.ts';
import { commandActor } from '../../../platform/audit/audit-entry.ts';

const KUKAR = '64.02';
const BEKASI = '32.16';

interface Answer {
  readonly items: AuditEntry[];
  readonly nextCursor: string | null;
  readonly total: number;
  readonly actions: { action: string; label: string }[];
  readonly chain: { entries: number; whole: boolean; brokenAt: number | null };
}

describe('the audit trail', () => {
  let product: TestProduct;
  let inspector: ApiCaller;
  let administrator: ApiCaller;
  let head: ApiCaller;

  beforeAll(async () => {
    product = await startTestProduct({ now: '2026-03-17T02:00:00Z' });
    await product.addKabupaten(KUKAR, 'Asia/Makassar');
    await product.addKabupaten(BEKASI, 'Asia/Jakarta');
    await product.addPerson('bupati', { role: 'bupati', kabupaten: KUKAR });
    await product.addPerson('inspektur', { role: 'inspektorat', kabupaten: KUKAR });
    await product.addPerson('pengelola', { role: 'admin', kabupaten: KUKAR });
    await product.addPerson('inspektur.lain', { role: 'inspektorat', kabupaten: BEKASI });
    await product.addPerson('pusat', { role: 'admin' });
    head = await product.signIn('bupati');
    inspector = await product.signIn('inspektur');
    administrator = await product.signIn('pengelola');
  });
  afterAll(() => product.stop());

  const read = (caller: ApiCaller, query = '') => caller.read<Answer>(`/audit${query}`);

  async function upload(name: string, lines: readonly string[]): Promise<string> {
    const id = await head.upload('complaints', { name, text: ['nomor;unit;diterima', ...lines].join('\n') });
    await head.importEnded(id);
    return id;
  }

  const record = (
    kabupaten: string | null,
    event: Parameters<TestProduct['audit']['recordAlone']>[3],
    postTitle: string | null = null,
  ) =>
    product.audit.recordAlone(
      product.database.application,
      kabupaten,
      { ...commandActor('uji'), postTitle },
      event,
    );

  it('tells an import by the person and post that uploaded, and the download of its rejected rows', async () => {
    const id = await upload('aduan-maret.csv', ['A-1;64.02;2026-03-02', 'A-2;tidak-ada;2026-03-02']);
    expect((await head.get(`/imports/${id}/rejected`)).status).toBe(200);
    const { items } = await read(inspector, '?search=aduan-maret');
    expect(items.map(({ action, sentence }) => [action, sentence])).toEqual([
      ['export-rejected-rows', 'Mengunduh 1 baris ditolak dari “aduan-maret.csv” (aduan).'],
      ['import', 'Mengunggah 2 baris aduan dari “aduan-maret.csv”: 1 masuk, 1 ditolak.'],
    ]);
    for (const entry of items)
      expect([entry.username, entry.name, entry.post, entry.address])
        .withContext(entry.action)
        .toEqual(['bupati', 'Ibu bupati', 'Jabatan bupati', '127.0.0.1']);
    const [row]: { [column: string]: unknown; personal: Buffer }[] = await product.database
      .owner('audit_entries')
      .where({ action: 'import' })
      .select('*');
    const [user]: { id: string }[] = await product.database
      .owner('users')
      .where({ username: 'bupati' })
      .select('id');
    const [post]: { id: string }[] = await product.database
      .owner('posts')
      .where({ title: 'Jabatan bupati' })
      .select('id');
    expect([row?.['user_id'], row?.['post_id'], row?.['role']]).toEqual([user?.id, post?.id, 'bupati']);
    // Neither name nor address stands in the clear, and nothing is left with the import.
    expect(
      JSON.stringify({ ...row, post_title: null, personal: row?.personal.toString('latin1'), role: null }),
    ).not.toMatch(/bupati|127\.0/i);
    expect(await product.database.owner('imports').where({ id }).pluck('audit_actor')).toEqual([null]);
  });

  it('tells an import that failed, and a trial that stored nothing', async () => {
    await head.upload('service-cases', { name: 'tanpa-kolom.csv', text: 'a;b\n1;2' });
    await head.upload(
      'complaints',
      { name: 'coba.csv', text: 'nomor;unit;diterima\n1;64.02;2026-03-02' },
      { query: '?dryRun=1' },
    );
    await upload('sesudah.csv', ['A-9;64.02;2026-03-02']);
    const { items } = await read(inspector, '?search=tanpa-kolom');
    expect(items.map(({ sentence }) => sentence)).toEqual([
      'Mengunggah layanan dari “tanpa-kolom.csv”, tetapi pemuatan gagal; tidak ada baris yang masuk.',
    ]);
    expect((await read(inspector, '?search=coba.csv')).items.map(({ sentence }) => sentence)).toEqual([
      'Memeriksa 1 baris aduan dari “coba.csv” tanpa menyimpannya: 1 baru.',
    ]);
  });

  it('shows an administrator who acted but not from where, and others nothing', async () => {
    await upload('alamat.csv', ['A-3;64.02;2026-03-02']);
    const [entry] = (await read(administrator, '?search=alamat.csv')).items;
    expect([entry?.username, entry?.name, entry?.address]).toEqual(['bupati', 'Ibu bupati', null]);
    for (const path of ['/audit', '/audit/export']) {
      expect((await head.get(path)).status)
        .withContext(path)
        .toBe(403);
      expect((await product.stranger().get(path)).status)
        .withContext(path)
        .toBe(401);
    }
  });

  it('masks numbers of people in the names of files for administrators', async () => {
    await upload('aduan 6402071234560001 rahasia.csv', ['A-4;64.02;2026-03-02']);
    const sentence = async (caller: ApiCaller) =>
      (await read(caller, '?search=rahasia.csv')).items[0]?.sentence ?? '';
    expect(await sentence(inspector)).toContain('“aduan 6402071234560001 rahasia.csv”');
    expect(await sentence(administrator)).toContain('“aduan ••••••••••••0001 rahasia.csv”');
    expect((await administrator.get('/audit/export')).text).not.toContain('6402071234560001');
  });

  it('hides the reason of a reveal from administrators', async () => {
    const event = {
      action: 'reveal-reporter',
      subject: 'complaints/x',
      details: { expiresAt: '2026-03-17T02:15:00Z' },
      personal: { reason: 'Ditanya penyidik' },
    };
    await record(KUKAR, event);
    const sentences = async (caller: ApiCaller) =>
      (await read(caller, '?action=reveal-reporter')).items.map(({ sentence }) => sentence);
    expect(await sentences(inspector)).toEqual([
      'Membuka identitas pelapor aduan complaints/x sampai 17 Mar 2026 10.15, karena: Ditanya penyidik.',
    ]);
    expect(await sentences(administrator)).toEqual([
      'Membuka identitas pelapor aduan complaints/x sampai 17 Mar 2026 10.15.',
    ]);
  });

  it('keeps the trails of kabupaten and installation apart', async () => {
    await record(KUKAR, { action: 'test', subject: 'hanya-kukar' });
    await record(BEKASI, { action: 'test', subject: 'hanya-bekasi' });
    await record(null, { action: 'test', subject: 'hanya-pusat' });
    const seen: [string, string[]][] = [];
    for (const username of ['inspektur', 'inspektur.lain', 'pusat']) {
      const { items } = await read(await product.signIn(username), '?search=hanya-');
      seen.push([username, items.map(({ subject }) => subject)]);
    }
    expect(seen).toEqual([
      ['inspektur', ['hanya-kukar']],
      ['inspektur.lain', ['hanya-bekasi']],
      ['pusat', ['hanya-pusat']],
    ]);
  });

  it('goes back page by page, newest first', async () => {
    for (let number = 1; number <= 5; number += 1)
      await record(KUKAR, { action: 'test', subject: `halaman/${number}` });
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Answer = await read(
        inspector,
        `?limit=2&search=halaman${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      expect(page.total).toBe(5);
      seen.push(...page.items.map(({ subject }) => subject));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(['halaman/5', 'halaman/4', 'halaman/3', 'halaman/2', 'halaman/1']);
    expect((await inspector.get('/audit?cursor=bukan')).status).toBe(400);
    expect((await inspector.get('/audit?limit=201')).status).toBe(400);
  });

  it('finds entries by name, unit, post and plain words, with nothing taken for a pattern', async () => {
    const [person]: { id: string }[] = await product.database
      .owner('users')
      .where({ username: 'pengelola' })
      .select('id');
    await record(KUKAR, {
      action: 'post-added',
      subject: 'posts/x',
      details: { title: 'Lurah 100% Baru', role: 'camat', unit: '64.02.07' },
    });
    await record(KUKAR, { action: 'person-deactivated', subject: `users/${person?.id ?? ''}` });
    const found = async (search: string) =>
      (await read(inspector, `?search=${encodeURIComponent(search)}`)).items.map(({ sentence }) => sentence);
    const post = 'Menambah jabatan Lurah 100% Baru dengan peran Camat di Sebulu.';
    expect(await found('menambah sebulu')).toEqual([post]);
    expect(await found('100%')).toEqual([post]);
    expect(await found('lurah_100')).toEqual([]);
    expect(await found('ibu pengelola menonaktifkan')).toEqual([
      'Menonaktifkan akun Ibu pengelola; semua perangkatnya dikeluarkan.',
    ]);
    expect(await found("'; drop table users; --")).toEqual([]);
    expect(await found('rowsRead')).toEqual([]);
    expect((await inspector.get('/audit?search=%00')).status).toBe(400);
  });

  it('takes days in the zone of the kabupaten', async () => {
    // 17 March in Tenggarong (UTC+8) lasts from 16 March 16.00 UTC to 17 March 16.00 UTC.
    for (const [subject, at] of [
      ['zona/sebelum', '2025-03-16T15:59:59.999Z'],
      ['zona/awal', '2025-03-16T16:00:00Z'],
      ['zona/akhir', '2025-03-17T15:59:59.999Z'],
      ['zona/sesudah', '2025-03-17T16:00:00Z'],
    ] as const)
      await product.database.owner('audit_entries').insert({
        kabupaten_code: KUKAR,
        id: product.database.owner.raw('gen_random_uuid()'),
        at,
        actor: 'lama',
        action: 'test',
        subject,
      });
    const { items } = await read(inspector, '?search=zona&from=2025-03-17&to=2025-03-17');
    expect(items.map(({ subject }) => subject).toSorted()).toEqual(['zona/akhir', 'zona/awal']);
    expect(items.map(({ username, sequence }) => [username, sequence])).toEqual([
      ['lama', null],
      ['lama', null],
    ]);
    expect((await inspector.get('/audit?from=2025-02-30')).status).toBe(400);
  });

  it('speaks English to those who ask for it', async () => {
    await record(KUKAR, { action: 'post-closed', subject: 'posts/x', details: { title: 'Lurah' } });
    const answer = await inspector.get('/audit?action=post-closed', { 'Accept-Language': 'en' });
    const { items, actions } = answer.json as Answer;
    expect(items.map(({ sentence }) => sentence)).toEqual(['Closed the post Lurah.']);
    expect(actions).toContain({ action: 'post-closed', label: 'Post closed' });
  });

  it('exports what the filter selects, safe from formulas, and puts that on record', async () => {
    await record(KUKAR, { action: 'unduh', subject: '=cmd|1' }, '=HYPERLINK("http://contoh.invalid")');
    const answer = await inspector.get('/audit/export?action=unduh&search=cmd');
    expect(answer.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    const lines = answer.text
      .replace(/^\ufeff/, '')
      .trim()
      .split('\r\n');
    expect(lines[0]).toBe(
      'Nomor;Waktu;Nama;Nama pengguna;Jabatan;Alamat;Tindakan;Yang dilakukan;Perubahan;Objek',
    );
    expect(lines.length).toBe(2);
    expect(lines[1]).toContain(`"'=HYPERLINK(""http://contoh.invalid"")"`);
    expect(lines[1]).toMatch(/;'=cmd\|1$/);
    const [entry] = (await read(inspector, '?action=export-audit')).items;
    expect([entry?.sentence, entry?.username]).toEqual([
      'Mengunduh riwayat, hanya tindakan “Unduh”.',
      'inspektur',
    ]);
    const stored = await product.database
      .owner('audit_entries')
      .where({ action: 'export-audit' })
      .first('details');
    expect(JSON.stringify(stored)).not.toContain('cmd');
  });

  it('exports more than a page, each entry once', async () => {
    const rows = 2_345;
    await product.database.owner.raw(
      `insert into audit_entries (kabupaten_code, id, at, actor, action, subject)
       select ?, ('018f0000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, '2024-05-01T00:00:00Z', 'lama', 'banyak', 'baris/' || n
         from generate_series(1, ?::int) n`,
      [KUKAR, rows],
    );
    const { text } = await inspector.get('/audit/export?action=banyak');
    const subjects = text
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(';').at(-1));
    expect([subjects.length, new Set(subjects).size, subjects[0]]).toEqual([rows, rows, `baris/${rows}`]);
  });

  it('says whether its chain is whole', async () => {
    const other = await product.signIn('inspektur.lain');
    await record(BEKASI, { action: 'test', subject: 'a' });
    await record(BEKASI, { action: 'test', subject: 'b' });
    const { chain } = await read(other);
    expect([chain.whole, chain.brokenAt]).toEqual([true, null]);
    expect(chain.entries).toBeGreaterThan(1);
    const [first]: { sequence: number }[] = await product.database
      .owner('audit_entries')
      .where({ kabupaten_code: BEKASI, subject: 'a' })
      .select('sequence');
    await product.database
      .owner('audit_entries')
      .where({ kabupaten_code: BEKASI, subject: 'a' })
      .update({ details: '{"isi":1}', personal: Buffer.from('rusak') });
    const after = await read(other);
    expect([after.chain.whole, after.chain.brokenAt]).toEqual([false, first?.sequence ?? -1]);
    // The screen opens all the same.
    expect(after.items.length).toBeGreaterThan(1);
    expect((await read(inspector)).chain.whole).toBeTrue();
  });

  it('shows no name of a person who was erased', async () => {
    await product.addPerson('sementara', { role: 'bupati', kabupaten: KUKAR });
    const [person]: { id: string }[] = await product.database
      .owner('users')
      .where({ username: 'sementara' })
      .select('id');
    const actor = {
      ...commandActor(),
      program: null,
      userId: person?.id ?? '',
      username: 'sementara',
      name: 'Ibu sementara',
      address: '10.0.0.9',
      postTitle: 'Bupati',
    };
    await product.audit.recordAlone(product.database.application, KUKAR, actor, {
      action: 'test',
      subject: 'hapus-nama',
    });
    const entry = async () =>
      (await read(inspector, '?search=hapus-nama')).items.map(({ username, name, post, address }) => [
        username,
        name,
        post,
        address,
      ]);
    expect(await entry()).toEqual([['sementara', 'Ibu sementara', 'Bupati', '10.0.0.9']]);
    await product.database.application.transaction((transaction) =>
      product.audit.forgetPerson(transaction, person?.id ?? ''),
    );
    expect(await entry()).toEqual([[null, null, 'Bupati', null]]);
    expect((await read(inspector)).chain.whole).toBeTrue();
  });
});
