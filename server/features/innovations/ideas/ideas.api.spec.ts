import type { Idea, IdeaLine } from '#contract/innovations/ideas';
import type { ApiAnswer, ApiCaller } from '../../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../../testing/test-product.ts';

const KABUPATEN = 'contoh-gagasan';
/** Friday 2026-11-20, 10.00 WITA (UTC+8). */
const NOW = '2026-11-20T10:00:00+08:00';
const REASON = { reason: 'layak dicoba dahulu' };

interface IdeaList {
  items: IdeaLine[];
  total: number;
  byStage: Record<string, number>;
  trialsOver: number;
  units: { code: string }[];
  nextCursor: string | null;
}

describe('ideas of the laboratory, by API', () => {
  let product: TestProduct;
  const callers = new Map<string, ApiCaller>();

  beforeAll(async () => {
    product = await startTestProduct({ now: NOW });
    for (const code of [KABUPATEN, 'tetangga-gagasan']) await product.addKabupaten(code, 'Asia/Makassar');
    await product.load(
      KABUPATEN,
      'units',
      ['a', 'b'].map((code) => ({
        code,
        name: `Kecamatan ${code}`,
        kind: 'kecamatan',
        parentCode: KABUPATEN,
        validFrom: null,
        validTo: null,
        predecessorCode: null,
      })),
    );
    for (const role of ['bupati', 'sekda', 'organisasi', 'inspektorat', 'admin'] as const)
      await product.addPerson(role, { role, kabupaten: KABUPATEN });
    await product.addPerson('petugas.a', { role: 'petugas', kabupaten: KABUPATEN, unit: 'a' });
    await product.addPerson('camat.b', { role: 'camat', kabupaten: KABUPATEN, unit: 'b' });
    await product.addPerson('sekda.lain', { role: 'sekda', kabupaten: 'tetangga-gagasan' });
  });
  beforeEach(() => product.setNow(NOW));
  afterAll(() => product.stop());

  async function as(username: string): Promise<ApiCaller> {
    const known = callers.get(username) ?? (await product.signIn(username));
    callers.set(username, known);
    return known;
  }
  const post = async (username: string, path: string, body: unknown): Promise<ApiAnswer> =>
    (await as(username)).post(path, body);
  const suggest = (username: string, change: Record<string, unknown> = {}) =>
    post(username, '/ideas', {
      unit: 'a',
      title: 'Dokumen dititipkan di kantor desa',
      problem: 'Warga kembali ke kecamatan hanya untuk mengambil dokumen.',
      proposal: 'Kurir desa membawa dokumen yang sudah jadi setiap Jumat.',
      ...change,
    });
  const had = async (username: string, change: Record<string, unknown> = {}): Promise<Idea> => {
    const answer = await suggest(username, change);
    expect(answer.status).withContext(answer.text).toBe(201);
    return answer.json as Idea;
  };
  const tried = (username: string, id: string, until = '2027-01-31') =>
    post(username, `/ideas/${id}/trial`, {
      question: 'Berapa warga yang tidak perlu datang lagi dalam dua bulan?',
      until,
      ...REASON,
    });
  const list = async (username: string, query = '') => (await as(username)).read<IdeaList>(`/ideas${query}`);
  const codeOf = (answer: ApiAnswer) => (answer.json as { code: string }).code;

  it('are had by anybody with figures, for a unit of the own scope, and read by all of the kabupaten', async () => {
    expect((await list('petugas.a')).units.map(({ code }) => code)).toEqual(['a']);
    const idea = await had('petugas.a');
    expect(idea).toEqual(
      jasmine.objectContaining({
        stage: 'gagasan',
        unit: { code: 'a', name: 'Kecamatan a' },
        by: 'Jabatan petugas.a',
        own: true,
        steps: [],
        mayBringTo: [],
      }),
    );
    for (const reader of ['bupati', 'camat.b', 'inspektorat']) {
      const seen = (await list(reader)).items.find(({ id }) => id === idea.id);
      expect([seen?.title, seen?.own]).withContext(reader).toEqual([idea.title, false]);
    }
    expect((await suggest('petugas.a', { unit: 'b' })).status).toBe(404);
    expect((await suggest('admin')).status).toBe(403);
    expect((await (await as('sekda.lain')).get(`/ideas/${idea.id}`)).status).toBe(404);
    expect((await list('sekda.lain')).total).toBe(0);
  });

  it('go by way of a trial that says beforehand what it is to show, to a draft entry', async () => {
    const { id } = await had('petugas.a');
    const early = await post('organisasi', `/ideas/${id}/application`, {
      outcome: 'belum diuji sama sekali',
      ...REASON,
    });
    expect([early.status, codeOf(early)]).toEqual([409, 'idea-step-order']);
    const trial = await tried('organisasi', id);
    expect(trial.status).withContext(trial.text).toBe(200);
    expect(trial.json).toEqual(
      jasmine.objectContaining({
        stage: 'uji-coba',
        trialUntil: '2027-01-31',
        trialQuestion: 'Berapa warga yang tidak perlu datang lagi dalam dua bulan?',
      }),
    );
    const applied = await post('sekda', `/ideas/${id}/application`, {
      outcome: '214 warga tidak perlu datang lagi.',
      reason: 'hasil uji coba baik',
    });
    expect(applied.status).withContext(applied.text).toBe(200);
    const idea = applied.json as Idea;
    expect(idea.steps.map(({ from, to, by }) => [from, to, by])).toEqual([
      ['gagasan', 'uji-coba', 'Jabatan organisasi'],
      ['uji-coba', 'penerapan', 'Jabatan sekda'],
    ]);
    const [entry] = await product.database
      .owner('innovations')
      .where({ kabupaten_code: KABUPATEN, id: idea.innovationId })
      .select('state', 'unit_code', 'draft');
    expect(entry).toEqual(jasmine.objectContaining({ state: 'draft', unit_code: 'a' }));
    expect((entry as { draft: object }).draft).toEqual(
      jasmine.objectContaining({
        name: 'Dokumen dititipkan di kantor desa',
        problem: 'Warga kembali ke kecamatan hanya untuk mengambil dokumen.',
        lessons: '214 warga tidak perlu datang lagi.',
        initiator: 'Jabatan petugas.a',
      }),
    );
    expect((await tried('organisasi', id)).status).toBe(409);
  });

  it('that end keep what was learnt, and can be taken up again', async () => {
    const { id } = await had('petugas.a');
    await tried('organisasi', id);
    const stopped = (
      await post('organisasi', `/ideas/${id}/stop`, {
        outcome: 'Desa tanpa kurir tidak dapat ikut.',
        reason: 'hanya dua desa yang punya kurir',
      })
    ).json as Idea;
    expect([stopped.stage, stopped.outcome]).toEqual(['dihentikan', 'Desa tanpa kurir tidak dapat ikut.']);
    expect((await list('camat.b', '?stage=dihentikan')).items.map((each) => each.id)).toContain(id);
    const again = (await post('sekda', `/ideas/${id}/reopen`, { reason: 'kurir sudah diangkat' }))
      .json as Idea;
    expect([again.stage, again.outcome]).toEqual(['gagasan', 'Desa tanpa kurir tidak dapat ikut.']);
    expect(again.mayBringTo).toEqual(['uji-coba', 'dihentikan']);
  });

  it('are decided by Sekda and Bagian Organisasi alone, and never by who had them', async () => {
    const { id } = await had('organisasi');
    expect((await tried('camat.b', id)).status).toBe(403);
    expect((await tried('bupati', id)).status).toBe(403);
    const own = await tried('organisasi', id);
    expect([own.status, codeOf(own)]).toEqual([403, 'idea-own']);
    expect((await tried('sekda.lain', id)).status).toBe(404);
    const late = await tried('sekda', id, '2026-11-20');
    expect([late.status, codeOf(late)]).toEqual([400, 'idea-trial-until']);
    expect((await tried('sekda', id)).status).toBe(200);
  });

  it('are counted by stage, with the trials that wait for a word', async () => {
    const { id } = await had('petugas.a');
    await tried('organisasi', id, '2026-12-31');
    expect((await list('bupati')).trialsOver).toBe(0);
    product.setNow('2027-01-01T10:00:00+08:00');
    const { items, byStage, trialsOver, total } = await list('bupati', '?stage=uji-coba');
    expect(trialsOver).toBe(1);
    expect(items.find((each) => each.id === id)?.trialOver).toBeTrue();
    expect(total).toBe(byStage['uji-coba'] ?? 0);
    expect(items.length).toBe(total);
  });

  it('page newest first', async () => {
    for (let count = 0; count < 3; count += 1) await had('camat.b', { unit: 'b' });
    const all = await list('bupati');
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await list('bupati', `?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? '';
    } while (cursor !== '');
    expect(seen.length).toBeGreaterThan(3);
    expect(seen).toEqual(all.items.map(({ id }) => id));
  });

  it('tell who decides, and who had them', async () => {
    const { id } = await had('petugas.a', { title: 'Kursi tunggu untuk lansia' });
    const noticesOf = async (username: string) =>
      (
        await (await as(username)).read<{ items: { sentence: string; link: string }[] }>('/notices')
      ).items.filter(({ link }) => link === `/inovasi/gagasan/${id}`);
    expect((await noticesOf('organisasi')).map(({ sentence }) => sentence)).toEqual([
      'Gagasan dari Jabatan petugas.a menunggu keputusan Anda: Kursi tunggu untuk lansia',
    ]);
    await tried('sekda', id);
    expect((await noticesOf('petugas.a')).map(({ sentence }) => sentence)).toEqual([
      'Jabatan sekda memulai uji coba gagasan “Kursi tunggu untuk lansia”.',
    ]);
  });

  it('stand in the audit trail, reasons sealed', async () => {
    const { id } = await had('petugas.a');
    await tried('organisasi', id);
    const trail = await (
      await as('inspektorat')
    ).read<{ items: { sentence: string; subject: string }[] }>('/audit?limit=100');
    expect(
      trail.items.filter(({ subject }) => subject === `ideas/${id}`).map(({ sentence }) => sentence),
    ).toEqual([
      'Memulai uji coba gagasan “Dokumen dititipkan di kantor desa” di Kecamatan a sampai 31 Jan 2027.',
      'Mengajukan gagasan “Dokumen dititipkan di kantor desa” untuk Kecamatan a.',
    ]);
    const { rows } = await product.database.owner.raw<{ rows: { details: unknown }[] }>(
      'select details from audit_entries where kabupaten_code = ? and subject = ?',
      [KABUPATEN, `ideas/${id}`],
    );
    expect(rows.length).toBe(2);
    expect(JSON.stringify(rows)).not.toContain('layak dicoba');
  });
});
