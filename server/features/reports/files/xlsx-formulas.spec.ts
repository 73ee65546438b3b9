import { buildReport } from '../../../../reports/build/build-report.ts';
import {
  breakdownOf,
  contentOf,
  inputOf,
  TURNAROUND,
} from '../../../../reports/build/report-content.testing.ts';
import { LAPORAN_KINERJA } from '../../../../reports/definitions/laporan-kinerja/laporan-kinerja.ts';
import { openWorkbook, type OpenedSheet, type OpenedWorkbook } from './opened-workbook.testing.ts';
import { sampleDocument, sampleFigure } from './sample-document.testing.ts';
import { writeWorkbook } from './xlsx-file.ts';

/** On time 7 of 10, 30 of 40 and 12 of 50: together 49 of 100. */
const SHARES: readonly (readonly [due: number, met: number])[] = [
  [10, 7],
  [40, 30],
  [50, 12],
];

/** What a formula comes to, worked out from the cells as Excel does: words count as nothing. */
function comesTo(formula: string, sheet: OpenedSheet): number {
  const cells = new Map(sheet.rows.flat().map(({ reference, value }) => [reference, value ?? 0]));
  const range = (name: string): number[] => {
    const [, column = '', from = '', to = ''] = /^([A-Z]+)(\d+):\1(\d+)$/.exec(name) ?? [];
    return Array.from(
      { length: Number(to) - Number(from) + 1 },
      (_, index) => cells.get(`${column}${Number(from) + index}`) ?? 0,
    );
  };
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
  const plain = /^SUM\(([^()]+)\)$/.exec(formula);
  if (plain !== null) return sum(range(plain[1] ?? ''));
  const [, parts = '', weights = '', below = ''] =
    /^SUMPRODUCT\(([^(),]+),([^(),]+)\)\/SUM\(([^()]+)\)$/.exec(formula) ?? [];
  expect(below).withContext(formula).toBe(weights);
  const by = range(weights);
  return sum(range(parts).map((part, index) => part * (by[index] ?? 0))) / sum(by);
}

async function opened(): Promise<OpenedWorkbook> {
  const breakdown = breakdownOf('service', SHARES.length);
  const total = { ...TURNAROUND, due: 100, dueMet: 49, dueMetShare: 0.49 };
  const content = contentOf(
    {
      breakdowns: [
        {
          ...breakdown,
          items: breakdown.items.map((item, index) => {
            const [due = 0, met = 0] = SHARES[index] ?? [];
            return { ...item, due, dueMet: met, dueMetShare: met / due };
          }),
          total,
        },
      ],
    },
    25,
  );
  return openWorkbook(await writeWorkbook(buildReport(LAPORAN_KINERJA, inputOf(content))));
}

describe('formulas in the workbook of a report', () => {
  it('come to the figures that stand in their cells', async () => {
    const { sheets } = await opened();
    const formulas = sheets.flatMap((sheet) =>
      sheet.rows
        .flat()
        .flatMap(({ formula, value }) => (formula === null ? [] : [{ formula, value, sheet }])),
    );
    expect(formulas.filter(({ formula }) => formula.startsWith('SUM(')).length).toBeGreaterThan(0);
    for (const { formula, value, sheet } of formulas)
      expect(comesTo(formula, sheet))
        .withContext(`${sheet.name} ${formula}`)
        .toBeCloseTo(value ?? NaN, 9);
    const weighted = formulas.filter(({ formula }) => formula.startsWith('SUMPRODUCT'));
    // 49 of 100: not the mean of 70 %, 75 % and 24 %, which is 56,3 %.
    expect(weighted.map(({ value }) => value)).toContain(0.49);
  });

  it('stand nowhere but in totals of numbers: no name of an office is one', async () => {
    const file = await writeWorkbook(
      sampleDocument([
        {
          kind: 'table',
          id: 't',
          caption: '=1+1',
          columns: [
            { id: 'unit', label: '+Unit', kind: 'text' },
            { id: 'n', label: '@n', kind: 'figure' },
          ],
          rows: ['=HYPERLINK("http://x")', '+62', '-1', '@SUM(A1)'].map((name, index) => ({
            cells: [name, sampleFigure(`n.${index}`, 1, '1')],
          })),
        },
      ]),
    );
    const { sheets } = await openWorkbook(file);
    const cells = sheets.flatMap(({ rows }) => rows.flat());
    expect(cells.filter(({ formula }) => formula !== null)).toEqual([]);
    expect(cells.map(({ text }) => text)).toEqual(
      jasmine.arrayContaining(['=1+1', '+Unit', '@n', '=HYPERLINK("http://x")', '+62', '-1', '@SUM(A1)']),
    );
  });
});

/** The order of the parts of a sheet in ECMA-376, 18.3.1.99: Excel repairs a file that has another. */
const ORDER: readonly string[] = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'mergeCells',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'drawing',
];

describe('the workbook of a report', () => {
  it('has the parts of its sheets in the order that Excel asks for', async () => {
    for (const { name, xml } of (await opened()).sheets) {
      const inner = xml.replace(/^.*?<worksheet[^>]*>/s, '').replace('</worksheet>', '');
      const parts: string[] = [];
      for (let rest = inner; rest !== '';) {
        const tag = /^<(\w+)/.exec(rest)?.[1] ?? '';
        parts.push(tag);
        const end =
          new RegExp(`^<${tag}[^>]*/>`).exec(rest)?.[0].length ?? rest.indexOf(`</${tag}>`) + tag.length + 3;
        rest = rest.slice(end);
      }
      const places = parts.map((part) => ORDER.indexOf(part));
      expect(places).withContext(name).not.toContain(-1);
      expect(places)
        .withContext(name)
        .toEqual(places.toSorted((one, other) => one - other));
    }
  });

  it('keeps the header and the names of a long, wide table in sight', async () => {
    const { sheets } = await opened();
    const matrix = sheets.find(({ name }) => name === 'Keadaan setiap unit');
    const head = matrix?.rows.find((row) => row.some(({ text }) => text === 'Unit'))?.[0]?.reference.slice(1);
    expect(matrix?.xml).toContain(
      `<pane xSplit="1" ySplit="${head}" topLeftCell="B${Number(head) + 1}" activePane="bottomRight" state="frozen"/>`,
    );
  });

  it('says in its properties what it is and whose', async () => {
    const { parts } = await opened();
    expect(parts.get('docProps/core.xml')).toContain(
      '<dc:title>Laporan Kinerja Pelayanan – Kutai Kartanegara – Oktober 2026</dc:title>' +
        '<dc:creator>PEMERINTAH KABUPATEN KUTAI KARTANEGARA, SEKRETARIAT DAERAH</dc:creator>',
    );
    expect(parts.get('_rels/.rels')).toContain('Target="docProps/core.xml"');
    expect(parts.get('[Content_Types].xml')).toContain('PartName="/docProps/core.xml"');
  });
});
