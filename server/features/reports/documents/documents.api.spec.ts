import type { ReportList } from '#contract/reports/documents';
import type { ReportDocument } from '#contract/reports/report-document';
import { NO_BREAK } from '#domain/language';
import { problemOf } from '../../../testing/api-caller.ts';
import { openWorkbook } from '../files/opened-workbook.testing.ts';
import {
  KABUPATEN,
  NORTH,
  NOW,
  SOUTH,
  startReportProduct,
  type ReportProduct,
} from './report-product.testing.ts';

const MARCH = 'grain=month&from=2026-03-01';
const ORIGIN = 'http://pandu.contoh.go.id';

describe('reports by API', () => {
  let reports: ReportProduct;
  let as: ReportProduct['as'];
  let download: ReportProduct['download'];

  beforeAll(async () => {
    reports = await startReportProduct(ORIGIN);
    ({ as, download } = reports);
    // Of none of these the score of March is made: they were filled in before, or are of the questionnaire before.
    const forms = (name: string, date: string, instrument: string, unsur: number) =>
      Array.from({ length: 12 }, (_, index) => ({
        number: `${name}-${index}`,
        unit: NORTH,
        service: 'umum',
        instrument,
        date,
        sex: 'L',
        education: 'S3',
        ...Object.fromEntries(Array.from({ length: unsur }, (_each, at) => [`u${at + 1}`, 3])),
      }));
    await reports.product.load(KABUPATEN, 'survey-responses', [
      ...forms('februari', '2026-02-27', 'permenpanrb-14-2017', 9),
      ...forms('lama', '2026-03-12', 'kep-25-2004', 14),
    ]);
  });
  beforeEach(() => reports.product.setNow(NOW));
  afterAll(() => reports.product.stop());

  const read = (username: string, report: string, query = MARCH): Promise<ReportDocument> =>
    as(username).read<ReportDocument>(`/reports/${report}?${query}`);
  const refused = async (username: string, path: string): Promise<unknown[]> => {
    const answer = await as(username).get(path);
    return [answer.status, problemOf(answer).code];
  };

  it('are listed for the own unit or one below it, with their forms', async () => {
    const own = await as('camat').read<ReportList>('/reports');
    const south = await as('bupati').read<ReportList>(`/reports?unit=${SOUTH}`);
    expect([own.unit, own.unitName, south.unitName]).toEqual([NORTH, 'Kecamatan Utara', 'Kecamatan Selatan']);
    expect(own.items.map(({ report, formats }) => [report, formats.join(' ')])).toEqual([
      ['laporan-kinerja', 'pdf xlsx'],
      ['publikasi-ikm', 'pdf xlsx'],
      ['ringkasan-wa', 'text'],
    ]);
    expect(await refused('camat', `/reports?unit=${SOUTH}`)).toEqual([404, 'unit-not-found']);
  });

  it('say whose figures they are, how far these have come and where they stand live', async () => {
    const { unitName, period, figures, madeAtText } = await read('camat', 'laporan-kinerja');
    expect([unitName, period.name, figures.state, figures.code]).toEqual([
      'Kecamatan Utara',
      'Maret 2026',
      'sementara',
      null,
    ]);
    expect(figures.sentence).toContain('masih dapat berubah');
    expect(figures.link).toBe(`${ORIGIN}/laporan/laporan-kinerja?unit=${NORTH}&grain=month&from=2026-03-01`);
    expect(madeAtText).toBe(`Selasa 14 Apr 2026 10.00${NO_BREAK}WITA`);
  });

  it('are made of the own unit and those below it alone', async () => {
    expect(await refused('camat', `/reports/laporan-kinerja?unit=${SOUTH}&${MARCH}`)).toEqual([
      404,
      'unit-not-found',
    ]);
    expect(
      await refused('camat', `/reports/laporan-kinerja/file?unit=${SOUTH}&${MARCH}&format=xlsx`),
    ).toEqual([404, 'unit-not-found']);
    const told = JSON.stringify(await read('camat', 'laporan-kinerja'));
    expect(told).not.toContain('Selatan');
    expect(JSON.stringify(await read('bupati', 'laporan-kinerja'))).toContain('Selatan');
  });

  it('publish who answered by sex and education, for posts with a right to details of surveys', async () => {
    const told = async (username: string, unit: string): Promise<string[]> => {
      const { sections } = await read(username, 'publikasi-ikm', `${MARCH}&unit=${unit}`);
      const blocks = sections.flatMap((section) => section.blocks);
      return blocks
        .flatMap((block) => (block.kind === 'facts' ? block.items : []))
        .filter(({ label }) => ['Jumlah responden', 'Jenis kelamin', 'Pendidikan'].includes(label))
        .map(({ spans }) => spans.map((span) => span.text).join(''));
    };
    // Of the 33 forms of the north every fifth says nothing; of the other 27 those with an odd place are of women.
    for (const username of ['camat', 'bupati', 'organisasi'])
      expect(await told(username, NORTH))
        .withContext(username)
        .toEqual([
          '33',
          'laki-laki 14 · perempuan 13 · tidak diisi 6',
          'SD 7 · SMP 0 · SMA 7 · D I–D III 6 · D IV/S1 7 · S2/S3 0 · lain atau tidak diisi 6',
        ]);
    // The kabupaten adds the 38 of the south: 7 without a word, 15 of men, 16 of women.
    expect((await told('bupati', KABUPATEN))[1]).toBe('laki-laki 29 · perempuan 29 · tidak diisi 13');
    const withheld = 'hanya bagi jabatan yang berhak atas rincian survei';
    expect(await told('diskominfo', NORTH)).toEqual(['33', withheld, withheld]);
  });

  it('are refused with a sentence where there is no such report, period or form', async () => {
    expect(await refused('bupati', `/reports/rahasia?${MARCH}`)).toEqual([404, 'report-not-found']);
    expect(await refused('bupati', '/reports/laporan-kinerja?grain=month&from=2026-03-02')).toEqual([
      400,
      'snapshot-period-invalid',
    ]);
    expect(await refused('bupati', '/reports/laporan-kinerja?grain=week&from=2026-03-02')).toEqual([
      400,
      'invalid-request',
    ]);
    const wrong = await as('bupati').get(`/reports/ringkasan-wa/file?${MARCH}&format=pdf`);
    expect([wrong.status, problemOf(wrong).detail]).toEqual([
      400,
      'Ringkasan WhatsApp tidak tersedia dalam bentuk itu. Pilih salah satu: text.',
    ]);
    expect(await refused('admin', `/reports/laporan-kinerja?${MARCH}`)).toEqual([403, 'forbidden']);
  });

  it('are files to be saved, with a name that sorts, and on record before they leave', async () => {
    const { content, headers } = await download(
      'camat',
      `/reports/laporan-kinerja/file?${MARCH}&format=xlsx`,
    );
    expect(headers.get('Content-Disposition')).toContain(
      'attachment; filename="laporan-kinerja-pelayanan_kecamatan-utara_2026-03.xlsx"',
    );
    expect([headers.get('Cache-Control'), headers.get('X-Content-Type-Options')]).toEqual([
      'private, no-store',
      'nosniff',
    ]);
    expect((await openWorkbook(content)).sheets[0]?.name).toBe('Keterangan');
    const quarter = 'grain=quarter&from=2026-01-01';
    const pdf = await download('bupati', `/reports/publikasi-ikm/file?${quarter}&format=pdf`);
    expect(pdf.content.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.headers.get('Content-Disposition')).toContain('_2026-tw1.pdf"');
    const entries = await reports.product.database
      .owner('audit_entries')
      .where({ kabupaten_code: KABUPATEN, action: 'export-report' })
      .orderBy('id')
      .select<{ subject: string; details: Record<string, unknown> }[]>('subject', 'details');
    expect(entries.map(({ subject, details }) => [subject, details['format'], details['state']])).toEqual(
      jasmine.arrayContaining([
        [`reports/laporan-kinerja/${NORTH}`, 'xlsx', 'sementara'],
        [`reports/publikasi-ikm/${KABUPATEN}`, 'pdf', 'sementara'],
      ]),
    );
  });

  it('fit into one message, which leads to the whole report', async () => {
    const { content, headers } = await download('bupati', `/reports/ringkasan-wa/file?${MARCH}&format=text`);
    const text = content.toString();
    expect(headers.get('Content-Type')).toBe('text/plain; charset=utf-8');
    expect(text.length).toBeLessThanOrEqual(900);
    expect(text).toMatch(/^\*Kabupaten contoh-laporan, Maret 2026\*\n_angka sementara_\n/);
    expect(text).toContain(`${ORIGIN}/laporan/laporan-kinerja?unit=${KABUPATEN}&grain=month&from=2026-03-01`);
  });
});
