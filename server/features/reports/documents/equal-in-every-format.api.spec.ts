import { extractText } from 'unpdf';
import { REPORT_IDS } from '#contract/reports/documents';
import type { Figure, ReportDocument } from '#contract/reports/report-document';
import { figuresOf } from '#domain/snapshots/snapshot-figures';
import { REPORTS } from '../../../../reports/definitions/report-catalogue.ts';
import { chartSvg } from '../files/chart-svg.ts';
import { openWorkbook, type OpenedWorkbook } from '../files/opened-workbook.testing.ts';
import { declaredAddresses, kindOf, numbersOf } from './declared-figures.testing.ts';
import { missingInText, missingInWorkbook, withoutRunningLines } from './figure-search.testing.ts';
import { KABUPATEN, NOW, type ReportProduct } from './report-product.testing.ts';
import {
  contentOf,
  documentOf,
  fileOf,
  nameOf,
  READINGS,
  startReadProduct,
  type Reading,
} from './report-readings.testing.ts';
import { figuresIn, linesOf, type ToldFigure, type ToldLine } from './told-figures.testing.ts';

/** What the reports tell together, by where a figure stands; all else in a snapshot is for the screen alone. */
const TOLD_IN_REPORTS: Readonly<Record<string, string>> = {
  summary: `volume.received volume.completed volume.rejected volume.cancelled volume.open volume.lateEntries
    turnaround.due turnaround.completed turnaround.dueMetShare turnaround.medianWorkingMinutes
    turnaround.p90WorkingMinutes turnaround.withinStandardShare turnaround.sameVisitShare turnaround.overdue
    complaints.received complaints.valid complaints.followedUpShare complaints.resolvedShare
    complaints.withinDeadlineShare complaints.medianResolutionWorkingMinutes complaints.overdue
    complaints.reopened complaints.invalidShare
    ikm.score ikm.scoreWithoutCost ikm.respondents ikm.requiredRespondents ikm.unsur`,
  previous: `volume.received volume.completed volume.rejected volume.cancelled volume.open volume.lateEntries
    turnaround.due turnaround.dueMetShare turnaround.medianWorkingMinutes turnaround.p90WorkingMinutes
    turnaround.withinStandardShare turnaround.sameVisitShare turnaround.overdue
    complaints.received complaints.valid complaints.followedUpShare complaints.resolvedShare
    complaints.withinDeadlineShare complaints.medianResolutionWorkingMinutes complaints.overdue
    complaints.reopened ikm.score ikm.scoreWithoutCost ikm.respondents`,
  matrix: `volume.received turnaround.due turnaround.dueMetShare turnaround.medianWorkingMinutes
    complaints.valid complaints.resolvedShare ikm.score ikm.respondents`,
  trends: 'volume.received turnaround.dueMetShare complaints.followedUpShare ikm.score',
  'breakdowns by unit': `volume.received volume.completed volume.rejected volume.open
    turnaround.due turnaround.dueMetShare turnaround.medianWorkingMinutes turnaround.p90WorkingMinutes
    turnaround.overdue complaints.received complaints.valid complaints.followedUpShare
    complaints.resolvedShare complaints.overdue ikm.score ikm.respondents`,
  'breakdowns by service': `volume.received volume.completed volume.rejected volume.open
    turnaround.due turnaround.dueMetShare turnaround.medianWorkingMinutes turnaround.p90WorkingMinutes
    turnaround.overdue ikm.score ikm.respondents`,
  'breakdowns by channel': `volume.received volume.completed complaints.received complaints.valid
    complaints.followedUpShare complaints.resolvedShare`,
  'breakdowns by class':
    'complaints.received complaints.valid complaints.followedUpShare complaints.resolvedShare',
  'breakdowns by unsur': 'ikm.mean ikm.respondents',
  'respondents by sex': 'ikm.respondents',
  'respondents by education': 'ikm.respondents',
};

/** Many files are drawn and read: on a busy machine for longer than a spec may usually take. */
const SLOW_MS = 180_000;

describe('every figure of a report', () => {
  let reports: ReportProduct;
  const read = new Map<string, Promise<ReportDocument>>();

  beforeAll(async () => {
    reports = await startReadProduct();
  }, SLOW_MS);
  beforeEach(() => reports.product.setNow(NOW));
  afterAll(() => reports.product.stop());

  const documentIn = (reading: Reading, report: (typeof REPORT_IDS)[number]): Promise<ReportDocument> => {
    const key = `${report} ${nameOf(reading)}`;
    const document = read.get(key) ?? documentOf(reports, reading, report);
    read.set(key, document);
    return document;
  };
  const pdfText = async (reading: Reading, report: (typeof REPORT_IDS)[number]): Promise<string> => {
    const content = await fileOf(reports, reading, report, 'pdf');
    const { text } = await extractText(new Uint8Array(content));
    const { title, unitName, period } = await documentIn(reading, report);
    return withoutRunningLines(text, `${title} · ${unitName} · ${period.name}`);
  };
  const workbookOf = async (reading: Reading, report: (typeof REPORT_IDS)[number]): Promise<OpenedWorkbook> =>
    openWorkbook(await fileOf(reports, reading, report, 'xlsx'), reading.language);
  const textOf = async (reading: Reading): Promise<string> =>
    (await fileOf(reports, reading, 'ringkasan-wa', 'text')).toString();

  it('is offered under the names that the screens know', () => {
    expect(REPORTS.map(({ id }) => id)).toEqual([...REPORT_IDS]);
  });

  it('is read in every state, by month and by quarter, of the kabupaten and of a unit, in both languages', async () => {
    for (const reading of READINGS) {
      const { figures, period, unit, language } = await documentIn(reading, 'laporan-kinerja');
      expect([figures.state, period.from, period.to, unit, language])
        .withContext(nameOf(reading))
        .toEqual([reading.state, reading.from, reading.to, reading.unit, reading.language]);
    }
    expect(new Set(READINGS.map(({ state }) => state)).size).toBe(3);
  });

  it(
    'is the number of the snapshot at its address',
    async () => {
      for (const reading of READINGS) {
        const content = await contentOf(reports, reading);
        const known = new Map(figuresOf(content).map(({ address, value }) => [address, value]));
        let found = 0;
        for (const id of REPORT_IDS)
          for (const { figure } of figuresIn(await documentIn(reading, id))) {
            const context = `${figure.id} in ${id} for ${nameOf(reading)}`;
            if (/\.(change|target)$|^attention\./.test(figure.id)) continue;
            expect(known.has(figure.id)).withContext(`${context}: an address`).toBeTrue();
            // A block of zeros reads as "no data": nobody has reported there.
            if (figure.value === null)
              expect(known.get(figure.id) ?? 0)
                .withContext(context)
                .toBe(0);
            else
              expect(figure.value)
                .withContext(context)
                .toBe(known.get(figure.id) ?? NaN);
            found += 1;
          }
        expect(found).withContext(nameOf(reading)).toBeGreaterThan(80);
      }
    },
    SLOW_MS,
  );

  it('counts the matters that stood at the end of the period, whenever it was frozen', async () => {
    for (const reading of READINGS.filter(({ state }) => state !== 'sementara')) {
      const { attention } = await contentOf(reports, reading);
      if (attention === null) throw new Error(`no exceptions for ${nameOf(reading)}`);
      expect(attention.month)
        .withContext(nameOf(reading))
        .toBe(`${reading.to.slice(0, 7)}-01`);
      const { reporting, items, more, seriesChecked } = attention;
      const values = new Map([
        ['attention.reporting.expected', reporting.expected],
        ['attention.reporting.reported', reporting.reported],
        ['attention.matters', items.length + more],
        ['attention.seriesChecked', seriesChecked],
      ]);
      const told = figuresIn(await documentIn(reading, 'laporan-kinerja')).filter(({ figure }) =>
        values.has(figure.id),
      );
      for (const { figure } of told)
        expect(figure.value)
          .withContext(`${figure.id} for ${nameOf(reading)}`)
          .toBe(values.get(figure.id) ?? NaN);
    }
  });

  it(
    'stands in each report that declares it, and what reports are to tell is declared',
    async () => {
      const kinds = new Set<string>();
      const toldKinds = new Set<string>();
      for (const reading of READINGS) {
        const content = await contentOf(reports, reading);
        const told = new Set<string>();
        for (const definition of REPORTS) {
          const id = REPORT_IDS.find((each) => each === definition.id);
          const document = await documentIn(reading, id ?? 'laporan-kinerja');
          const shown = new Set(figuresIn(document).map(({ figure }) => figure.id));
          expect([...declaredAddresses(definition, content)].filter((address) => !shown.has(address)))
            .withContext(`${definition.id} for ${nameOf(reading)}`)
            .toEqual([]);
          for (const address of shown) told.add(address);
        }
        for (const figure of numbersOf(content)) {
          kinds.add(kindOf(figure));
          if (told.has(figure.address)) toldKinds.add(kindOf(figure));
        }
      }
      const wanted = Object.entries(TOLD_IN_REPORTS).flatMap(([place, fields]) =>
        fields.split(/\s+/).map((field) => `${place} ${field}`),
      );
      expect([...toldKinds].toSorted()).toEqual(wanted.toSorted());
      // The counts behind a share, the citizen's clock, answers to complaints: on the screen.
      expect(kinds.size).toBeGreaterThan(wanted.length);
    },
    SLOW_MS,
  );

  it('is told to nobody who may not see it: small cells are withheld in every form', async () => {
    const reading = READINGS.find(({ username }) => username === 'organisasi') ?? READINGS[0];
    if (reading === undefined) throw new Error('no reading');
    const document = await documentIn(reading, 'laporan-kinerja');
    // Three by e-mail in the month.
    const withheld = figuresIn(document).filter(({ figure }) => figure.text === 'disamarkan');
    expect(withheld.map(({ figure }) => figure.id)).toContain('breakdowns.volume.channel.email.received');
    for (const { figure } of withheld) expect(figure.value).withContext(figure.id).toBeNull();
  });

  it(
    'has one value and one text, wherever it is told',
    async () => {
      for (const reading of READINGS) {
        const told = new Map<string, Figure>();
        for (const id of REPORT_IDS)
          for (const { figure } of figuresIn(await documentIn(reading, id))) {
            const known = told.get(figure.id) ?? figure;
            expect([figure.value, figure.text])
              .withContext(`${figure.id} for ${nameOf(reading)}`)
              .toEqual([known.value, known.text]);
            told.set(figure.id, figure);
          }
      }
    },
    SLOW_MS,
  );

  it(
    'stands in the PDF, the workbook and the text that are declared',
    async () => {
      for (const reading of READINGS)
        for (const id of REPORT_IDS) {
          const formats = REPORTS.find((report) => report.id === id)?.formats ?? [];
          const lines = linesOf(await documentIn(reading, id));
          const context = `${id} for ${nameOf(reading)}`;
          expect(lines.length).withContext(context).toBeGreaterThan(3);
          if (formats.includes('pdf'))
            expect(missingInText(inWords(lines), await pdfText(reading, id), reading.language))
              .withContext(`PDF, ${context}`)
              .toEqual([]);
          if (formats.includes('xlsx'))
            expect(missingInWorkbook(lines, await workbookOf(reading, id)))
              .withContext(`XLSX, ${context}`)
              .toEqual([]);
          if (formats.includes('text'))
            expect(missingInText(lines, await textOf(reading), reading.language))
              .withContext(`text, ${context}`)
              .toEqual([]);
        }
    },
    SLOW_MS,
  );

  it('is drawn on paper at the height of its value where it is a point of a chart', async () => {
    const reading = READINGS.find(({ from, unit }) => from === '2026-03-01' && unit === KABUPATEN);
    if (reading === undefined) throw new Error('no reading');
    const { sections } = await documentIn(reading, 'laporan-kinerja');
    const charts = sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'chart'));
    const told = charts.map(({ points }) => points.flatMap(({ figure }) => figure?.value ?? []));
    expect(charts.length).toBeGreaterThan(2);
    charts.forEach((chart, index) => {
      const heights = drawnHeights(chartSvg(chart, 500, reading.language));
      const values = told[index] ?? [];
      expect(heights.length).withContext(chart.id).toBe(values.length);
      expect(farthestFromLine(values, heights)).withContext(chart.id).toBeLessThan(1);
    });
    // A tenth of the span is seen.
    const [chart] = charts;
    const [values = []] = told;
    const tenth = (Math.max(...values) - Math.min(...values)) / 10;
    const heights = chart === undefined ? [] : drawnHeights(chartSvg(chart, 500, reading.language));
    expect(farthestFromLine(values.with(2, (values[2] ?? 0) + tenth), heights)).toBeGreaterThan(1);
  });

  it(
    'is missed when a single digit differs',
    async () => {
      for (const reading of READINGS.slice(0, 3)) {
        const document = await documentIn(reading, 'laporan-kinerja');
        const brief = await documentIn(reading, 'ringkasan-wa');
        const pdf = await pdfText(reading, 'laporan-kinerja');
        const workbook = await workbookOf(reading, 'laporan-kinerja');
        const text = await textOf(reading);
        const counts = { pdf: 0, xlsx: 0, text: 0 };
        const wanted = figuresIn(document).filter(hasDigit);
        expect(wanted.length).toBeGreaterThan(30);
        for (const { figure, place } of wanted) {
          const changed = withOtherDigit(linesOf(document), figure);
          if (place !== 'point' && missingInText(inWords(changed), pdf, reading.language).length > 0)
            counts.pdf += 1;
          if (missingInWorkbook(changed, workbook).length > 0) counts.xlsx += 1;
        }
        const inBrief = figuresIn(brief).filter(hasDigit);
        for (const { figure } of inBrief)
          if (missingInText(withOtherDigit(linesOf(brief), figure), text, reading.language).length > 0)
            counts.text += 1;
        expect(counts)
          .withContext(nameOf(reading))
          .toEqual({
            pdf: wanted.filter(({ place }) => place !== 'point').length,
            xlsx: wanted.length,
            text: inBrief.length,
          });
      }
    },
    SLOW_MS,
  );
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
