import type {
  Figure,
  ReportBlock,
  ReportChart,
  ReportDocument,
  ReportSection,
  ReportTable,
  Span,
} from '#contract/reports/report-document';
import { formatsIn } from '#domain/formats/formats';
import type { Language } from '#domain/language';
import type { WorkbookCell, WorkbookRow, WorkbookSheet } from '../../../platform/files/workbook-sheet.ts';
import { figureCell, minutesCell } from './xlsx-figures.ts';
import { tableRows } from './xlsx-table.ts';
import { STATE_WORDS, XLSX_WORDS } from './xlsx-words.ts';

const EMPTY: WorkbookRow = { cells: [] };
/** Widths of a sheet without a table: words, number, what is said about it. */
const PLAIN_WIDTHS: readonly number[] = [44, 18, 40];
/** What a chart draws as a band, from the bottom up. */
const LIMITS = ['lower', 'centre', 'upper'] as const;
/** A table with more rows or columns is scrolled: its header and its names stay in sight. */
const SCROLLED = 15;
const WIDE = 6;
const LINE = '…………………………………………………………………………';

/** A report as the sheets of a workbook: what it is first, then one sheet for each section. */
export function sheetsOf(document: ReportDocument): readonly WorkbookSheet[] {
  const sections = document.sections.map((section) => sectionSheet(section, document));
  return [aboutSheet(document), ...sections];
}

/** Unit, period, state, code and versions: with them the same figures can be found again. */
function aboutSheet(document: ReportDocument): WorkbookSheet {
  const { language, figures, letterhead, period } = document;
  const words = (key: keyof typeof XLSX_WORDS): string => XLSX_WORDS[key][language];
  const fact = (label: string, cell: WorkbookCell | string | null): WorkbookRow => ({
    cells: [text(label), typeof cell === 'string' ? text(cell) : cell],
  });
  const rows: WorkbookRow[] = [
    ...letterhead.lines.map((line): WorkbookRow => across(line, 'strong')),
    ...(letterhead.address === '' ? [] : [across(letterhead.address, 'small')]),
    ...(letterhead.lines.length === 0 ? [] : [EMPTY]),
    across(document.title, 'title'),
    ...(document.demo ? [across(words('demo'), 'mark')] : []),
    EMPTY,
    fact(words('unit'), document.unitName),
    fact(words('code'), { kind: 'code', text: document.unit }),
    fact(words('period'), period.name),
    fact(words('from'), { kind: 'day', day: period.from }),
    fact(words('to'), { kind: 'day', day: period.to }),
    fact(words('state'), STATE_WORDS[figures.state][language]),
    fact(words('sentence'), figures.sentence),
    fact(words('snapshot'), { kind: 'code', text: figures.code ?? words('notFrozen') }),
    fact(words('data'), { kind: 'code', text: String(figures.dataVersion) }),
    fact(words('definitions'), { kind: 'code', text: figures.definitionsVersion }),
    ...(figures.link === null ? [] : [fact(words('link'), figures.link)]),
    fact(words('made'), document.madeAtText),
    EMPTY,
    across(words('sheets'), 'heading'),
    ...document.sections.map((section): WorkbookRow => across(section.title)),
  ];
  return {
    name: words('about'),
    widths: [26, 70],
    rows: rows.map((row) => wrapped(row)),
    orientation: 'portrait',
    repeated: null,
    footer: footerOf(document),
  };
}

function wrapped(row: WorkbookRow): WorkbookRow {
  return {
    ...row,
    cells: row.cells.map((cell) =>
      cell?.kind === 'text' && cell.text.length > 60 ? { ...cell, wrap: true } : cell,
    ),
  };
}

function sectionSheet(section: ReportSection, document: ReportDocument): WorkbookSheet {
  const rows: WorkbookRow[] = [
    across(section.title, 'title'),
    across(
      `${document.unitName} · ${document.period.name} · ${STATE_WORDS[document.figures.state][document.language]}`,
      'small',
    ),
    ...(document.demo ? [across(XLSX_WORDS.demo[document.language], 'mark')] : []),
  ];
  const widths: number[] = [];
  const heads: number[] = [];
  for (const block of section.blocks) {
    rows.push(EMPTY);
    if (block.kind !== 'table' && block.kind !== 'chart') {
      rows.push(...blockRows(block, document.language));
      continue;
    }
    // The numbers of a chart are a table too.
    const table = block.kind === 'table' ? block : chartTable(block, document.language);
    const laid = tableRows(table, rows.length + 1, document.language);
    heads.push(rows.length + 1 + laid.head);
    laid.widths.forEach((width, index) => (widths[index] = Math.max(widths[index] ?? 0, width)));
    rows.push(...laid.rows);
  }
  const [head] = heads;
  return {
    name: section.title,
    widths: heads.length === 0 ? PLAIN_WIDTHS : widths,
    rows,
    orientation: section.orientation,
    // With several tables the head of one would stand above the rows of another.
    repeated: heads.length === 1 && head !== undefined ? head : null,
    ...(heads.length === 1 && head !== undefined && rows.length - head > SCROLLED
      ? { frozen: { rows: head, columns: widths.length > WIDE ? 1 : 0 } }
      : {}),
    footer: footerOf(document),
  };
}

/** Code, state and what is invented, on every printed page. */
function footerOf({ title, figures, language, demo }: ReportDocument): string {
  return [title, figures.code, STATE_WORDS[figures.state][language], demo ? XLSX_WORDS.demo[language] : null]
    .filter((part) => part !== null)
    .join(' · ');
}

/** The points of a chart with what holds at each: target, limits in the unit of the figures, and remarks. */
function chartTable(chart: ReportChart, language: Language): ReportTable {
  const words = (key: keyof typeof XLSX_WORDS): string => XLSX_WORDS[key][language];
  const { target, limits } = chart;
  const kind = 'figure';
  const like = chart.points.find(({ figure }) => figure !== null)?.figure ?? null;
  const timed = like?.unit === 'minutes' ? ` (${words('minutes')})` : '';
  return {
    kind: 'table',
    id: chart.id,
    caption: chart.title,
    columns: [
      { id: 'bucket', label: words('bucket'), kind: 'text' },
      { id: 'value', label: chart.axis, kind },
      ...(target === null ? [] : [{ id: 'target', label: words('target'), kind } as const]),
      ...(limits.length === 0
        ? []
        : LIMITS.map((id) => ({ id, label: `${words(id)}${timed}`, kind }) as const)),
      { id: 'remark', label: words('remark'), kind: 'text' },
    ],
    rows: chart.points.map((point, at) => {
      const here = limits.find(({ from, to }) => from <= at && at <= to);
      return {
        cells: [
          point.label,
          point.figure === null ? words('noData') : unmarked(point.figure),
          ...(target === null ? [] : [target]),
          ...(limits.length === 0
            ? []
            : LIMITS.map((id) => limitCell(`${chart.id}.${at}.${id}`, here?.[id] ?? null, like, language))),
          remarkAt(chart, at, language),
        ],
      };
    }),
  };
}

/** The judgement of a chart is its finding; at a point stands only that it is a signal, among the remarks. */
function unmarked({ variation: _variation, ...figure }: Figure): Figure {
  return figure;
}

function remarkAt(chart: ReportChart, at: number, language: Language): string {
  const point = chart.points[at];
  return [
    point?.signal === true ? XLSX_WORDS.signal[language] : null,
    point?.partial === true ? XLSX_WORDS.partial[language] : null,
    ...chart.notes.filter((note) => note.at === at).map((note) => note.text),
  ]
    .filter((part) => part !== null)
    .join('; ');
}

/** A limit reads with one decimal more than the figures, as it lies between them; a time is in minutes. */
function limitCell(id: string, value: number | null, like: Figure | null, language: Language): Figure | null {
  if (value === null || like === null) return null;
  const isShare = like.unit === 'share';
  const decimals = Math.min(3, like.decimals + 1);
  const formats = formatsIn(language);
  return {
    id,
    value,
    unit: isShare ? 'share' : 'count',
    decimals,
    text: isShare ? formats.share(value, decimals) : formats.number(value, decimals),
  };
}

function blockRows(
  block: Exclude<ReportBlock, ReportTable | ReportChart>,
  language: Language,
): readonly WorkbookRow[] {
  switch (block.kind) {
    case 'heading':
      return [across(block.text, 'heading')];
    case 'paragraph':
      return [across(sentence(block.spans), block.small === true ? 'small' : 'plain')];
    case 'list':
      return block.items.map((spans, index) =>
        across(`${block.numbered === true ? `${index + 1}.` : '–'} ${sentence(spans)}`),
      );
    case 'number': {
      const { figure } = block;
      const isTime = figure.unit === 'minutes' && figure.value !== null;
      return [
        {
          cells: [
            text(block.label),
            isTime ? text(figure.text) : figureCell(figure, language, 'plain'),
            text(block.note),
          ],
        },
        ...(isTime
          ? [{ cells: [text(`${block.label} (${XLSX_WORDS.minutes[language]})`), minutesCell(figure)] }]
          : []),
      ];
    }
    case 'facts':
      return block.items.map(({ label, spans }) => {
        const [only] = spans;
        const alone = spans.length === 1 && only !== undefined && 'value' in only && only.unit !== 'minutes';
        return alone
          ? { cells: [text(label), figureCell(only, language)] }
          : { cells: [text(label), { kind: 'text', text: sentence(spans), wrap: true }] };
      });
    case 'lines':
      return [
        { cells: [text(block.label)] },
        ...Array.from({ length: block.count }, (): WorkbookRow => ({ cells: [text(LINE)] })),
      ];
    case 'signatures':
      return [
        { cells: block.titles.map((title) => text(title)) },
        EMPTY,
        EMPTY,
        { cells: block.titles.map(() => text(LINE)) },
      ];
  }
}

function sentence(spans: readonly Span[]): string {
  return spans.map((span) => span.text).join('');
}

function text(words: string): WorkbookCell {
  return { kind: 'text', text: words };
}

function across(
  words: string,
  look: 'plain' | 'strong' | 'title' | 'heading' | 'small' | 'mark' = 'plain',
): WorkbookRow {
  return { cells: [{ kind: 'text', text: words, look }], across: true };
}
