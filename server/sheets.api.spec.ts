import type { Today } from '#contract/attention';
import type { Summary } from '#contract/measures';
import type { Sample } from '#contract/oversight/samples';
import { type Figure, type ReportDocument, reportDocumentSchema } from '#contract/reports/report-document';
import { extractText, getDocumentProxy } from 'unpdf';
import type { ApiCaller } from './testing/api-caller.ts';
import type { TestProduct } from './testing/test-product.ts';
import { complaint, serviceCase, survey, useAttention } from './features/attention/attention.testing.ts';
import { openWorkbook } from './features/reports/files/opened-workbook.testing.ts';
import { startEntryWorld, type EntryWorld } from './features/innovations/entry-world.testing.ts';

/** Every number of a document. */
function figuresOf(part: unknown): Figure[] {
  if (typeof part !== 'object' || part === null) return [];
  if ('id' in part && 'decimals' in part && 'value' in part) return [part as Figure];
  return Object.values(part).flatMap(figuresOf);
}

/** The PDF of a sheet as words with single spaces, and how many pages it has. */
async function pdfOf(
  product: TestProduct,
  caller: ApiCaller,
  path: string,
): Promise<{ text: string; pages: number; type: string }> {
  const response = await fetch(`${product.address}/api/v1${path}`, {
    headers: { Cookie: [...caller.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  });
  const proxy = await getDocumentProxy(new Uint8Array(await response.arrayBuffer()));
  const { text } = await extractText(proxy, { mergePages: true });
  return {
    text: text.replaceAll(/\s+/g, ' '),
    pages: proxy.numPages,
    type: response.headers.get('Content-Type') ?? '',
  };
}

/** What stands at a dotted address of an answer; a list is looked into by the ids of its items. */
function at(answer: unknown, address: string): unknown {
  return address.split('.').reduce<unknown>((found, key) => {
    if (typeof found !== 'object' || found === null) return undefined;
    const values = found as Readonly<Record<string, unknown>>;
    if (key in values) return values[key];
    const items = values['items'] as readonly { readonly id: string }[] | undefined;
    return items?.find(({ id }) => id === key);
  }, answer);
}

describe('sheets, by API', () => {
  const world = useAttention('contoh-lembar', ['a', 'b']);

  beforeAll(async () => {
    await world.load('service-cases', [
      serviceCase('a', '2026-11-19 09:00', '2026-11-20 15:00'),
      serviceCase('a', '2026-11-18 09:00', '2026-11-20 15:00'),
      serviceCase('a', '2026-11-18 09:00', '2026-11-23 15:00'),
      serviceCase('a', '2026-11-02 09:00', '2026-11-06 15:00'),
      serviceCase('a', '2026-11-18 09:00', '2026-11-19 15:00', '2026-11-19 10:00'),
      serviceCase('a', '2026-11-18 09:00', '2026-11-19 09:00', '2026-11-19 10:00'),
      serviceCase('b', '2026-11-18 09:00', '2026-11-20 15:00'),
    ]);
    await world.load('complaints', [
      complaint('a', '2026-11-18 09:00', 'Jalan rusak'),
      complaint('a', '2026-11-16 09:00', 'Lampu 0812-3456-7890'),
      complaint('b', '2026-11-16 09:00', 'Lampu'),
    ]);
    await world.load('survey-responses', [
      survey('a', '2026-11-19', 4, 'Terima kasih, hubungi 0812-3456-7890.'),
    ]);
  });

  const documentOf = async (username: string, path: string): Promise<ReportDocument> =>
    reportDocumentSchema.parse(await (await world.as(username)).read(path));

  it('lembar apel has the numbers of the screen, in the document and on paper', async () => {
    const camat = await world.as('camat.a');
    const screen = { today: await camat.read<Today>('/today') };
    const sheet = await documentOf('camat.a', '/sheets/lembar-apel');
    const { text, pages, type } = await pdfOf(world.product(), camat, '/sheets/lembar-apel/file?format=pdf');
    expect([pages, type]).toEqual([1, 'application/pdf']);
    const figures = figuresOf(sheet.sections);
    const known = figures.filter(({ id }) => id.startsWith('today.') && !id.endsWith('others'));
    // Yesterday 3, oldest 1, four totals, two complaints that wait.
    expect(known.length).toBe(10);
    for (const { id, value } of known)
      expect(value)
        .withContext(id)
        .toBe(at(screen, id) as number);
    for (const { id, text: told } of figures)
      expect(text).withContext(id).toContain(told.replaceAll(/\s+/g, ' '));
    // By hand, from the records above: two due today, one overdue since ten working days, two complaints.
    expect(text).toContain('Jatuh tempo hari ini 2 Lewat tenggat 1, paling lama 10 hari kerja');
    expect(text).toContain('Aduan menunggu jawaban 2');
    expect(text).toContain('Permohonan selesai: 2. Tepat waktu: 1 dari 2 yang jatuh tempo.');
    for (const { number } of screen.today.dueToday.items) expect(text).toContain(`hari ini ${number} `);
    expect(text).not.toContain('3456');
  });

  it('lembar kunjungan has the five numbers of the screen with their n', async () => {
    const inspektur = await world.as('inspektorat');
    const screen = {
      summary: await inspektur.read<Summary>('/measures/summary?unit=a'),
      today: await inspektur.read<Today>('/today?unit=a'),
    };
    const sheet = await documentOf('inspektorat', '/sheets/lembar-kunjungan?unit=a');
    const { text, pages } = await pdfOf(
      world.product(),
      inspektur,
      '/sheets/lembar-kunjungan/file?unit=a&format=pdf',
    );
    expect(pages).toBe(1);
    const figures = figuresOf(sheet.sections);
    const known = figures.filter(
      ({ id, value }) => /^(summary|today)\./.test(id) && !id.endsWith('others') && value !== null,
    );
    expect(known.length).toBeGreaterThan(6);
    for (const { id, value } of known)
      expect(value)
        .withContext(id)
        .toBe(at(screen, id) as number);
    for (const { id, text: told } of figures)
      expect(text).withContext(id).toContain(told.replaceAll(/\s+/g, ' '));
    // Of the three that fell due on days before today one was completed in time.
    expect(screen.summary.turnaround.due).toBe(
      figures.find(({ id }) => id === 'summary.turnaround.due')?.value as number,
    );
  });

  it('lembar kunjungan names no file to who may not read them', async () => {
    const sheet = JSON.stringify(await documentOf('organisasi', '/sheets/lembar-kunjungan?unit=a'));
    expect(sheet).toContain('Nomor berkas hanya tampil bagi jabatan yang berhak');
    const { overdue } = await (await world.as('inspektorat')).read<Today>('/today?unit=a');
    expect(overdue.items.length).toBe(1);
    for (const { number } of overdue.items) expect(sheet).not.toContain(`"${number}"`);
  });

  it('are hidden from other units, and on record', async () => {
    const camat = await world.as('camat.a');
    for (const path of ['/sheets/lembar-apel?unit=b', '/sheets/lembar-kunjungan?unit=b'])
      expect((await camat.get(path)).status)
        .withContext(path)
        .toBe(404);
    await pdfOf(world.product(), camat, '/sheets/lembar-apel/file?format=pdf');
    const trail = await (
      await world.as('inspektorat')
    ).read<{ items: { sentence: string }[] }>('/audit?limit=30');
    expect(trail.items.some(({ sentence }) => sentence.startsWith('Mengunduh lembar-apel'))).toBeTrue();
  });

  it('kertas kerja has the sample with its seed, empty columns, and nobody’s number', async () => {
    const inspektur = await world.as('inspektorat');
    const drawn = await inspektur.post('/samples', {
      dataset: 'complaints',
      query: { count: 'complaints.received', from: '2026-11-01', to: '2026-11-20' },
      size: 3,
      reason: 'pemeriksaan berkala',
      seed: 'benih-uji',
    });
    const sample = drawn.json as Sample;
    const path = `/sheets/kertas-kerja-uji-petik`;
    const { text } = await pdfOf(world.product(), inspektur, `${path}/file?sample=${sample.id}&format=pdf`);
    expect(text).toContain('benih-uji');
    expect(text.replaceAll(' ', '')).toContain(sample.populationHash);
    for (const { number, position } of sample.items) expect(text).toContain(`${position} ${number} `);
    for (const column of ['Berkas fisik', 'pemeriksaan', 'Catatan pemeriksa', 'Paraf', 'Ketua tim'])
      expect(text.replaceAll(/ +/g, ' ')).withContext(column).toContain(column);
    expect(text).toContain('Lampu');
    expect(text).not.toContain('3456');
    const answer = await fetch(
      `${world.product().address}/api/v1${path}/file?sample=${sample.id}&format=xlsx`,
      {
        headers: { Cookie: [...inspektur.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      },
    );
    const { sheets } = await openWorkbook(Buffer.from(await answer.arrayBuffer()));
    const cells = sheets.flatMap(({ rows }) => rows.flat().map(({ shown }) => shown));
    expect(cells).toEqual(
      jasmine.arrayContaining([
        'benih-uji',
        sample.populationHash,
        ...sample.items.map(({ number }) => number),
      ]),
    );
    expect(cells.join(' ')).not.toContain('3456');
    const trail = await inspektur.read<{ items: { sentence: string }[] }>('/audit?limit=5');
    expect(trail.items[0]?.sentence).toMatch(/^Mengunduh lembar kerja uji petik .*, 3 berkas\.$/);
    expect((await inspektur.get(`${path}/file?sample=${sample.id}&format=text`)).status).toBe(400);
  });
});

describe('lembar inovasi, by API', () => {
  let world: EntryWorld;
  beforeAll(async () => {
    world = await startEntryWorld('contoh-lembar-inovasi', '2026-11-20T02:00:00Z');
  });
  afterAll(() => world.product.stop());

  it('has what the entry tells, with the letterhead of its home', async () => {
    await world.published({
      name: 'Pelayanan Cepat Tunggu di Tempat',
      acronym: 'PECUT',
      summary: 'Warga datang sekali dan pulang membawa kartunya.',
      problem: 'Warga datang dua kali.',
      form: 'pelayanan-publik',
      stage: 'uji-coba',
      topics: ['jarak'],
      howItWorks: 'Berkas diperiksa di desa.',
      digital: false,
      people: 12,
      weeksToStart: 6,
      services: ['Kartu Keluarga'],
      steps: Array.from({ length: 30 }, (_, index) => ({ body: `Langkah ke-${index + 1}`, days: null })),
      results: [
        {
          what: 'Antrean',
          before: '90',
          after: '30',
          unit: 'menit',
          method: 'dihitung',
          n: 1208,
          period: '2026',
        },
      ],
    });
    const camat = await world.as('camat.hulu');
    const { items } = await camat.read<{ items: { slug: string; people: number }[] }>('/innovations');
    const key = items[0]?.slug ?? '';
    const { text, pages } = await pdfOf(
      world.product,
      camat,
      `/sheets/lembar-inovasi/file?key=${key}&format=pdf`,
    );
    expect(pages).toBe(1);
    expect(text).toContain('PECUT, Pelayanan Cepat Tunggu di Tempat');
    expect(text).toContain('KECAMATAN HULU');
    for (const told of ['12 petugas', '6 minggu', '90 menit', '30 menit', '1.208', 'Langkah ke-1'])
      expect(text).withContext(told).toContain(told);
    const left = Number(/dan (\d+) lainnya/.exec(text)?.[1]);
    // Thirty steps: the last that is shown, and the others.
    expect(text).toContain(`Langkah ke-${30 - left}`);
    expect(text).not.toContain(`Langkah ke-${31 - left}`);
    expect((await (await world.as('camat.lain')).get(`/sheets/lembar-inovasi?key=${key}`)).status).toBe(404);
  });
});
