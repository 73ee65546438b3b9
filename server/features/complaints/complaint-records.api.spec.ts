import type { Complaint, ComplaintLine } from '#contract/complaints';
import { problemOf, type ApiCaller } from '../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../testing/test-product.ts';

const KUKAR = '64.02';
const SEBULU = '64.02.07';
const MUARA_KAMAN = '64.02.08';
const REASON = 'Menghubungi pelapor untuk memastikan lokasi.';
const NIK = '6402076503900001';
const TEXT = 'Lampu padam. Hubungi saya 0812-3456-7890 atau siti@contoh.id. <script>alert(1)</script>';

interface Page {
  items: ComplaintLine[];
  nextCursor: string | null;
  total: number;
}

describe('the register of complaints', () => {
  let product: TestProduct;
  let camat: ApiCaller;
  let neighbour: ApiCaller;
  let inspektorat: ApiCaller;
  let diskominfo: ApiCaller;
  let bupati: ApiCaller;
  let foreigner: ApiCaller;

  beforeAll(async () => {
    product = await startTestProduct({ now: '2026-03-17T02:00:00Z' });
    await product.addKabupaten(KUKAR, 'Asia/Makassar');
    await product.addKabupaten('32.16', 'Asia/Jakarta');
    await product.addPerson('camat', { role: 'camat', kabupaten: KUKAR, unit: SEBULU });
    await product.addPerson('tetangga', { role: 'camat', kabupaten: KUKAR, unit: MUARA_KAMAN });
    await product.addPerson('inspektur', { role: 'inspektorat', kabupaten: KUKAR });
    await product.addPerson('kominfo', { role: 'diskominfo', kabupaten: KUKAR });
    await product.addPerson('bupati', { role: 'bupati', kabupaten: KUKAR });
    await product.addPerson('orang-bekasi', { role: 'inspektorat', kabupaten: '32.16' });
    [camat, neighbour, inspektorat, diskominfo, bupati, foreigner] = (await Promise.all(
      ['camat', 'tetangga', 'inspektur', 'kominfo', 'bupati', 'orang-bekasi'].map((name) =>
        product.signIn(name),
      ),
    )) as [ApiCaller, ApiCaller, ApiCaller, ApiCaller, ApiCaller, ApiCaller];
    await product.load(KUKAR, 'complaints', [
      record('a-1', SEBULU, '2026-03-02T01:00:00Z', {
        text: TEXT,
        category: 'Lampu <b>jalan</b> 081234567890',
        reporterName: 'Siti Aminah',
        reporterContact: '081234567890',
        reporterNik: NIK,
        confidential: false,
      }),
      record('a-2', SEBULU, '2026-03-05T01:00:00Z', { class: 'berkadar-pengawasan', text: 'Diminta uang.' }),
      record('a-3', SEBULU, '2026-03-09T01:00:00Z', {
        reporterName: 'Budi Santoso',
        reporterContact: 'budi@contoh.id',
        confidential: true,
      }),
      record('a-4', SEBULU, '2026-03-10T01:00:00Z', {}),
      record('b-1', MUARA_KAMAN, '2026-03-11T01:00:00Z', { reporterName: 'Nur Rahman' }),
    ]);
  });
  afterAll(() => product.stop());
  beforeEach(() => product.setNow('2026-03-17T02:00:00Z'));

  function record(number: string, unit: string, receivedAt: string, rest: Record<string, string | boolean>) {
    return { number, unit, service: 'umum', channel: 'web', class: 'normatif', receivedAt, ...rest };
  }

  const numbersOf = async (caller: ApiCaller, query = '') =>
    (await caller.read<Page>(`/complaints${query}`)).items.map((item) => item.number);

  async function idOf(number: string): Promise<string> {
    const row = await product.database
      .owner<{ id: string; number: string }>('complaints')
      .where({ number })
      .first();
    return row?.id ?? '';
  }

  it('lists the newest first, page by page, within the own scope only', async () => {
    expect(await numbersOf(camat)).toEqual(['a-4', 'a-3', 'a-1']);
    expect(await numbersOf(neighbour)).toEqual(['b-1']);
    expect(await numbersOf(bupati)).toEqual(['b-1', 'a-4', 'a-3', 'a-1']);
    expect(await numbersOf(foreigner)).toEqual([]);
    expect(await numbersOf(bupati, `?unit=${SEBULU}&from=2026-03-03&to=2026-03-09`)).toEqual(['a-3']);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Page = await bupati.read<Page>(
        `/complaints?limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      expect(page.total).toBe(4);
      seen.push(...page.items.map((item) => item.number));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(['b-1', 'a-4', 'a-3', 'a-1']);
    for (const wrong of ['x', 'AAAA', Buffer.from('2026 1').toString('base64url')])
      expect(problemOf(await bupati.get(`/complaints?cursor=${wrong}`)).code).toBe('cursor-invalid');
    expect((await camat.get(`/complaints?unit=${MUARA_KAMAN}`)).status).toBe(404);
    expect((await camat.get(`/complaints?unit=${KUKAR}`)).status).toBe(404);
  });

  it('hides complaints of other units, other kabupaten and of suspected abuse as if they were not there', async () => {
    const answers = [
      await camat.get(`/complaints/${await idOf('b-1')}`),
      await foreigner.get(`/complaints/${await idOf('a-1')}`),
      await camat.get(`/complaints/${await idOf('a-2')}`),
      await bupati.get(`/complaints/${await idOf('a-2')}`),
      await diskominfo.get(`/complaints/${await idOf('a-2')}`),
      await camat.post(`/complaints/${await idOf('a-2')}/reveal`, { reason: REASON }),
      await camat.post(`/complaints/${await idOf('b-1')}/reveal`, { reason: REASON }),
      await camat.get('/complaints/0198c0de-0000-7000-8000-000000000000'),
      await camat.get('/complaints/bukan-id'),
    ];
    expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 404));
    const { items } = await inspektorat.read<Page>('/complaints');
    expect(items.map((item) => item.number)).toContain('a-2');
    expect((await inspektorat.get(`/complaints/${await idOf('a-2')}`)).status).toBe(200);
  });

  it('masks reporters and what they wrote of themselves, and keeps markup as text', async () => {
    const answer = await inspektorat.get(`/complaints/${await idOf('a-1')}`);
    const complaint = answer.json as Complaint;
    expect(complaint.text).toBe(
      'Lampu padam. Hubungi saya 0812•••90 atau s•••@contoh.id. <script>alert(1)</script>',
    );
    expect(complaint.category).toBe('Lampu <b>jalan</b> 0812•••90');
    expect(complaint.reporter).toEqual({
      name: 'S••• A•••',
      contact: '0812•••90',
      nik: '••••••••••••0001',
      confidential: false,
      revealed: false,
      revealedUntil: null,
    });
    const list = await inspektorat.get('/complaints');
    for (const secret of ['Aminah', '0812-3456-7890', '081234567890', 'siti@', NIK, 'Budi'])
      expect(answer.text + list.text)
        .withContext(secret)
        .not.toContain(secret);
    expect((await camat.read<Complaint>(`/complaints/${await idOf('a-4')}`)).reporter).toBeNull();
  });

  it('opens a reporter for a quarter of an hour, to the one who gave a reason, and leaves a trace', async () => {
    const id = await idOf('a-1');
    expect((await camat.post(`/complaints/${id}/reveal`, { reason: '   pendek   ' })).status).toBe(400);
    expect((await bupati.post(`/complaints/${id}/reveal`, { reason: REASON })).status).toBe(403);
    const opened = (await camat.post(`/complaints/${id}/reveal`, { reason: REASON })).json as Complaint;
    expect(opened.reporter).toEqual({
      name: 'Siti Aminah',
      contact: '081234567890',
      nik: NIK,
      confidential: false,
      revealed: true,
      revealedUntil: '2026-03-17T02:15:00.000Z',
    });
    expect(opened.text).toBe(TEXT);
    product.setNow('2026-03-17T02:14:59Z');
    expect((await camat.read<Complaint>(`/complaints/${id}`)).reporter?.name).toBe('Siti Aminah');
    expect((await inspektorat.read<Complaint>(`/complaints/${id}`)).reporter?.name).toBe('S••• A•••');
    expect((await camat.get('/complaints')).text).not.toContain('0812-3456-7890');
    product.setNow('2026-03-17T02:15:00Z');
    expect((await camat.read<Complaint>(`/complaints/${id}`)).reporter?.name).toBe('S••• A•••');

    const { items, total } = await inspektorat.read<{
      items: { complaint: { id: string }; post: string; name: string; reason: string; at: string }[];
      total: number;
    }>('/reveals');
    expect(total).toBe(items.length);
    expect(items.filter((reveal) => reveal.complaint.id === id)).toEqual([
      jasmine.objectContaining({
        complaint: { id, number: 'a-1' },
        post: 'Jabatan camat',
        name: 'Ibu camat',
        reason: REASON,
        at: '2026-03-17T02:00:00.000Z',
        expiresAt: '2026-03-17T02:15:00.000Z',
      }),
    ]);
    expect((await foreigner.read<{ total: number }>('/reveals')).total).toBe(0);
    const entries = await product.database
      .owner<{ subject: string; details: unknown; post_title: string; action: string }>('audit_entries')
      .where({ action: 'reveal-reporter', subject: `complaints/${id}` });
    expect(entries.map((entry) => entry.post_title)).toEqual(['Jabatan camat']);
    expect(JSON.stringify(entries[0]?.details)).not.toContain('Menghubungi');
  });

  it('keeps a reveal to the post in which it was given, and out of the hands of an ajudan', async () => {
    const id = await idOf('b-1');
    await product.addPerson(
      'rangkap',
      { role: 'camat', kabupaten: KUKAR, unit: MUARA_KAMAN },
      { role: 'diskominfo', kabupaten: KUKAR },
    );
    const both = await product.signIn('rangkap');
    expect((await both.post(`/complaints/${id}/reveal`, { reason: REASON })).status).toBe(200);
    expect((await both.read<Complaint>(`/complaints/${id}`)).reporter?.name).toBe('Nur Rahman');
    await both.post('/session/role', { role: 'diskominfo' });
    expect((await both.read<Complaint>(`/complaints/${id}`)).reporter?.name).toBe('N••• R•••');

    await product.addPerson('ajudan', { role: 'camat', kabupaten: KUKAR, unit: MUARA_KAMAN });
    await product.database.owner.raw(
      `update post_holders set capacity = 'ajudan' where user_id = (select id from users where username = 'ajudan')`,
    );
    const ajudan = await product.signIn('ajudan');
    expect((await ajudan.read<Complaint>(`/complaints/${id}`)).reporter?.name).toBe('N••• R•••');
    expect((await ajudan.post(`/complaints/${id}/reveal`, { reason: REASON })).status).toBe(403);
  });

  it('opens twenty reporters an hour to one person at most, also at once', async () => {
    const id = await idOf('b-1');
    await product.addPerson('ingin-tahu', { role: 'camat', kabupaten: KUKAR, unit: MUARA_KAMAN });
    const caller = await product.signIn('ingin-tahu');
    const reveal = () => caller.post(`/complaints/${id}/reveal`, { reason: REASON });
    const statuses = (await Promise.all(Array.from({ length: 24 }, reveal))).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([...Array<number>(20).fill(200), 429, 429, 429, 429]);
    const refused = await reveal();
    expect([problemOf(refused).code, problemOf(refused).detail]).toEqual([
      'too-many-reveals',
      'Paling banyak 20 identitas pelapor dibuka seorang dalam satu jam. Coba lagi dalam 60 menit.',
    ]);
    product.setNow('2026-03-17T03:00:00Z');
    expect((await reveal()).status).toBe(200);
  });

  it('never names a confidential reporter to the unit, not even by initials', async () => {
    const id = await idOf('a-3');
    for (const caller of [camat, bupati]) {
      const { reporter } = await caller.read<Complaint>(`/complaints/${id}`);
      expect(reporter).toEqual(
        jasmine.objectContaining({ name: null, contact: null, nik: null, confidential: true }),
      );
    }
    const refused = await camat.post(`/complaints/${id}/reveal`, { reason: REASON });
    expect(problemOf(refused).code).toBe('reporter-confidential');
    expect((await diskominfo.read<Complaint>(`/complaints/${id}`)).reporter?.contact).toBe('b•••@contoh.id');
    const opened = (await diskominfo.post(`/complaints/${id}/reveal`, { reason: REASON })).json as Complaint;
    expect(opened.reporter?.name).toBe('Budi Santoso');
  });
});
