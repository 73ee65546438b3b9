import { extractText } from 'unpdf';
import { REPORT_IDS } from '#contract/reports/documents';
import { reportDocumentSchema, type Figure, type ReportDocument } from '#contract/reports/report-document';
import type { SnapshotContent } from '#contract/reports/snapshot-content';
import type { Snapshot } from '#contract/reports/snapshots';
import { REPORTS } from '../../../../reports/definitions/report-catalogue.ts';
import { chartSvg } from '../files/chart-svg.ts';
import { openWorkbook, type OpenedWorkbook } from '../files/opened-workbook.testing.ts';
import { freeze } from '../snapshots/snapshots.testing.ts';
import { missingInText, missingInWorkbook } from './figure-search.testing.ts';
import { KABUPATEN, NORTH, NOW, startReportProduct, type ReportProduct } from './report-product.testing.ts';
import { figuresIn, linesOf, type ToldFigure, type ToldLine } from './told-figures.testing.ts';

const MARCH = 'grain=month&from=2026-03-01';
/** Who reads which unit. */
const READERS = [
  ['bupati', KABUPATEN],
  ['camat', NORTH],
] as const;

describe('every figure of a report', () => {
  let reports: ReportProduct;
  let as: ReportProduct['as'];

  beforeAll(async () => {
    reports = await startReportProduct();
    ({ as } = reports);
    await freeze(as('sekda'), { grain: 'month', from: '2026-03-01' });
  });
  beforeEach(() => reports.product.setNow(NOW));
  afterAll(() => reports.product.stop());

  const documentOf = async (username: string, report: string, unit: string): Promise<ReportDocument> =>
    reportDocumentSchema.parse(await as(username).read(`/reports/${report}?unit=${unit}&${MARCH}`));
  const fileOf = async (username: string, report: string, unit: string, format: string): Promise<Buffer> => {
    const path = `/reports/${report}/file?unit=${unit}&${MARCH}&format=${format}`;
    return (await reports.download(username, path)).content;
  };
  const pdfText = async (content: Buffer): Promise<string> =>
    (await extractText(new Uint8Array(content), { mergePages: true })).text;
  const workbookOf = async (username: string, report: string, unit: string): Promise<OpenedWorkbook> =>
    openWorkbook(await fileOf(username, report, unit, 'xlsx'));

  it('is offered under the names that the screens know', () => {
    expect(REPORTS.map(({ id }) => id)).toEqual([...REPORT_IDS]);
  });

  it('is the number of the snapshot at its address', async () => {
    const document = await documentOf('bupati', 'laporan-kinerja', KABUPATEN);
    const { content } = await as('bupati').read<Snapshot & { readonly content: SnapshotContent }>(
      `/snapshots/${document.figures.code ?? 'belum-ditetapkan'}`,
    );
    const addressed = figuresIn(document).filter(({ figure }) =>
      /^summary\.(volume|turnaround|complaints|ikm)\.(previous\.)?\w+$/.test(figure.id),
    );
    expect(addressed.length).toBeGreaterThan(10);
    for (const { figure } of addressed)
      if (figure.value !== null) expect(at(content, figure.id)).withContext(figure.id).toBe(figure.value);
  });

  it('has one value and one text, wherever it is told', async () => {
    for (const [username, unit] of READERS) {
      const told = new Map<string, Figure>();
      for (const { id } of REPORTS)
        for (const { figure } of figuresIn(await documentOf(username, id, unit))) {
          const known = told.get(figure.id) ?? figure;
          expect([figure.value, figure.text]).withContext(figure.id).toEqual([known.value, known.text]);
          told.set(figure.id, figure);
        }
      expect(told.size).withContext(username).toBeGreaterThan(15);
    }
  });

  it('stands in the PDF, the workbook and the text that are declared', async () => {
    for (const [username, unit] of READERS)
      for (const { id, formats } of REPORTS) {
        const document = await documentOf(username, id, unit);
        expect(document.figures.state).toBe('tetap');
        const lines = linesOf(document);
        const context = `${id} for ${username}`;
        if (formats.includes('pdf')) {
          const text = await pdfText(await fileOf(username, id, unit, 'pdf'));
          expect(missingInText(inWords(lines), text, 'id'))
            .withContext(`PDF, ${context}`)
            .toEqual([]);
        }
        if (formats.includes('xlsx')) {
          const missing = missingInWorkbook(lines, await workbookOf(username, id, unit));
          expect(missing).withContext(`XLSX, ${context}`).toEqual([]);
        }
        if (formats.includes('text')) {
          const text = (await fileOf(username, id, unit, 'text')).toString();
          expect(missingInText(lines, text, 'id'))
            .withContext(`text, ${context}`)
            .toEqual([]);
        }
      }
  });

  it('is drawn on paper at the height of its value where it is a point of a chart', async () => {
    const { sections } = await documentOf('bupati', 'laporan-kinerja', KABUPATEN);
    const charts = sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'chart'));
    const told = charts.map(({ points }) => points.flatMap(({ figure }) => figure?.value ?? []));
    expect(charts.length).toBeGreaterThan(2);
    charts.forEach((chart, index) => {
      const heights = drawnHeights(chartSvg(chart, 500, 'id'));
      const values = told[index] ?? [];
      expect(heights.length).withContext(chart.id).toBe(values.length);
      expect(farthestFromLine(values, heights)).withContext(chart.id).toBeLessThan(1);
    });
    // A tenth of the span is seen.
    const [chart] = charts;
    const [values = []] = told;
    const tenth = (Math.max(...values) - Math.min(...values)) / 10;
    const heights = chart === undefined ? [] : drawnHeights(chartSvg(chart, 500, 'id'));
    expect(farthestFromLine(values.with(2, (values[2] ?? 0) + tenth), heights)).toBeGreaterThan(1);
  });

  it('is missed when a single digit differs', async () => {
    const document = await documentOf('bupati', 'laporan-kinerja', KABUPATEN);
    const brief = await documentOf('bupati', 'ringkasan-wa', KABUPATEN);
    const pdf = await pdfText(await fileOf('bupati', 'laporan-kinerja', KABUPATEN, 'pdf'));
    const workbook = await workbookOf('bupati', 'laporan-kinerja', KABUPATEN);
    const text = (await fileOf('bupati', 'ringkasan-wa', KABUPATEN, 'text')).toString();
    const counts = { pdf: 0, xlsx: 0, text: 0 };
    const wanted = figuresIn(document).filter(hasDigit);
    expect(wanted.length).toBeGreaterThan(30);
    for (const { figure, place } of wanted) {
      const changed = withOtherDigit(linesOf(document), figure);
      if (place !== 'point' && missingInText(inWords(changed), pdf, 'id').length > 0) counts.pdf += 1;
      if (missingInWorkbook(changed, workbook).length > 0) counts.xlsx += 1;
    }
    const inBrief = figuresIn(brief).filter(hasDigit);
    for (const { figure } of inBrief)
      if (missingInText(withOtherDigit(linesOf(brief), figure), text, 'id').length > 0) counts.text += 1;
    expect(counts).toEqual({
      pdf: wanted.filter(({ place }) => place !== 'point').length,
      xlsx: wanted.length,
      text: inBrief.length,
    });
  });
});

/** The heights of the points of the ink line, in its order; a line that ends where another begins tells a point once. */
function drawnHeights(svg: string): number[] {
  const lines = [...svg.matchAll(/<path d="([^"]+)" fill="none"[^>]*stroke="#16211f"[^>]*>/g)].filter(
    ([whole]) => !whole.includes('ecmeta_silent'),
  );
  const points = lines.flatMap(([, path]) => [...(path ?? '').matchAll(/[ML]([\d.]+) ([\d.]+)/g)]);
  return [...new Map(points.map(([, x, y]) => [x, Number(y)])).values()];
}

/** How far, in points of the picture, any height lies from where its value belongs between the lowest and the highest. */
function farthestFromLine(values: readonly number[], heights: readonly number[]): number {
  const [low, high] = [values.indexOf(Math.min(...values)), values.indexOf(Math.max(...values))];
  const [lowest, highest] = [values[low] ?? 0, values[high] ?? 0];
  const [bottom, top] = [heights[low] ?? 0, heights[high] ?? 0];
  if (highest === lowest) return Math.abs(top - bottom);
  return Math.max(
    ...values.map((value, index) => {
      const place = bottom + ((value - lowest) / (highest - lowest)) * (top - bottom);
      return Math.abs(place - (heights[index] ?? 0));
    }),
  );
}

/** A change that reads `tetap` has no digit to be changed. */
function hasDigit({ figure }: ToldFigure): boolean {
  return figure.value !== null && /\d/.test(figure.text);
}

/** On paper the points of a chart are drawn; their numbers stand in the workbook and on the screen. */
function inWords(lines: readonly ToldLine[]): ToldLine[] {
  return lines.filter(({ place }) => place !== 'point');
}

/** The lines with the last digit of one figure changed, and its value with it. */
function withOtherDigit(lines: readonly ToldLine[], figure: Figure): ToldLine[] {
  const text = figure.text.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
  return lines.map((line) => ({
    ...line,
    parts: line.parts.map((part) =>
      part === figure ||
      (typeof part !== 'string' &&
        part.id === figure.id &&
        part.text === figure.text &&
        part.value === figure.value)
        ? { ...figure, value: (figure.value ?? 0) + 1, text }
        : part,
    ),
  }));
}

/** The value at an address such as `summary.volume.received`. */
function at(content: unknown, address: string): unknown {
  return address
    .split('.')
    .reduce<unknown>(
      (value, name) =>
        typeof value === 'object' && value !== null
          ? (value as Readonly<Record<string, unknown>>)[name]
          : undefined,
      content,
    );
}
