import type { Entry, EntryFigure } from '#contract/innovations/catalogue';
import type {
  Figure,
  ReportBlock,
  ReportCell,
  ReportDocument,
  ReportTable,
  Span,
} from '#contract/reports/report-document';
import { formatsIn } from '#domain/formats/formats';
import { entryTitle, homeName } from '#domain/innovations/entry-title';
import { shortText } from '#domain/innovations/short-text';
import type { Language } from '#domain/language';
import { findField, MEASURE_IDS, type MeasureField } from '#domain/measures';
import { countFigure } from '../../build/figure.ts';
import { filled } from '../../build/report-words.ts';
import { spansOf } from '../../build/spans.ts';
import { cutText, fitCounts, othersSpans, roomBelow } from '../../sheets/page-room.ts';
import { sheetDocument, type SheetFrame } from '../../sheets/sheet-frame.ts';
import { innovationWords } from './innovation-words.ts';

/** Words of each text at most. */
const WORDS = { problem: 60, howItWorks: 80, challenges: 40, lessons: 50 } as const;
/** Characters of texts where there is least and most room; between them are so many steps. */
const LONGEST = {
  summary: [150, 420],
  lesson: [100, 300],
  text: [75, 560],
  contact: [80, 200],
  source: [40, 120],
} as const satisfies Readonly<Record<string, readonly [least: number, most: number]>>;
const LEVELS = 10;
const LONGEST_TITLE = 100;
const LONGEST_STEP = 150;
const MOST = { steps: 8, results: 4, services: 6 } as const;

/** How much of everything there is room for. */
interface Room {
  /** 0 to {@link LEVELS}. */
  readonly level: number;
  readonly steps: number;
  readonly results: number;
  readonly services: number;
}

/** *Lembar inovasi*: an entry of the catalogue on exactly one sheet, to hand over at a meeting. */
export function innovationSheet(frame: SheetFrame, entry: Entry): ReportDocument {
  const { language } = frame;
  const words = innovationWords(language);
  const day = entry.publishedOn;
  const published = formatsIn(language).date(day);
  const title = cutText(entryTitle(entry), LONGEST_TITLE);
  const results = resultRows(entry, language);
  const build = ([level = 0, steps = 0, shown = 0, services = 0]: readonly number[]): ReportBlock[] =>
    blocksOf(entry, frame, results, { level, steps, results: shown, services });
  const counts = fitCounts(
    [
      LEVELS,
      Math.min(MOST.steps, (entry.content.steps ?? []).length),
      Math.min(MOST.results, results.length),
      Math.min(MOST.services, servicesOf(entry).length),
    ],
    build,
    roomBelow(frame.letterhead, title, `${homeName(entry.home)} · ${published}`, frame.demo),
  );
  return sheetDocument(frame, {
    report: 'lembar-inovasi',
    title,
    unit: entry.home.unit.code ?? entry.home.kabupaten.code,
    unitName: homeName(entry.home),
    period: { from: day, to: day, name: published },
    sentence: filled(words.version, { version: String(entry.version), day: published }),
    sections: [
      {
        id: 'inovasi',
        title: words.title,
        orientation: 'portrait',
        newPage: false,
        blocks: build(counts),
      },
    ],
  });
}

function blocksOf(
  entry: Entry,
  frame: SheetFrame,
  results: readonly ReportCell[][],
  room: Room,
): ReportBlock[] {
  const { language } = frame;
  const words = innovationWords(language);
  const texts = (Object.keys(WORDS) as readonly (keyof typeof WORDS)[]).flatMap((field) => {
    const text = cutText(shortText(entry.content[field] ?? '', WORDS[field]), longest('text', room));
    return text === '' ? [] : [{ label: words.fields[field], spans: [{ text }] }];
  });
  return [
    ...openingBlocks(entry, language, room),
    ...(texts.length === 0 ? [] : [{ kind: 'facts' as const, items: texts }]),
    ...stepsBlocks(entry, room.steps, language),
    ...resultsBlocks(results, room.results, language),
    { kind: 'facts', items: factsOf(entry, frame, room) },
  ];
}

/** Characters of a text in this room. */
function longest(kind: keyof typeof LONGEST, { level }: Room): number {
  const [least, most] = LONGEST[kind];
  return Math.round(least + ((most - least) * level) / LEVELS);
}

function resultsBlocks(results: readonly ReportCell[][], shown: number, language: Language): ReportBlock[] {
  const others = othersSpans('results.others', results.length - shown, language);
  const words = innovationWords(language);
  return [
    ...(shown === 0 ? [] : [resultsTable(results.slice(0, shown), language)]),
    ...(others.length === 0
      ? []
      : [
          {
            kind: 'paragraph' as const,
            spans: [...(shown === 0 ? [{ text: `${words.results}: ` }] : []), ...others],
            small: true,
          },
        ]),
  ];
}

function resultsTable(results: readonly ReportCell[][], language: Language): ReportTable {
  const words = innovationWords(language);
  return {
    kind: 'table',
    id: 'hasil',
    caption: words.results,
    columns: [
      { id: 'what', label: words.what, kind: 'text', width: 0.42 },
      { id: 'before', label: words.before, kind: 'figure', width: 0.17 },
      { id: 'after', label: words.after, kind: 'figure', width: 0.17 },
      { id: 'n', label: 'n', kind: 'figure', width: 0.1 },
      { id: 'by', label: words.by, kind: 'text', width: 0.14 },
    ],
    rows: results.map((cells) => ({ cells })),
  };
}

/** The summary, and what a stopped innovation taught. */
function openingBlocks(
  entry: Entry,
  language: Language,
  room: Room,
): Extract<ReportBlock, { kind: 'paragraph' }>[] {
  const words = innovationWords(language);
  const { stoppedOn, stoppedLesson } = entry;
  return [
    { kind: 'paragraph', spans: [{ text: cutText(entry.summary, longest('summary', room)), strong: true }] },
    ...(stoppedOn === null
      ? []
      : [
          {
            kind: 'paragraph' as const,
            spans: [
              { text: filled(words.stopped, { day: formatsIn(language).date(stoppedOn) }), strong: true },
              { text: ` ${cutText(stoppedLesson ?? '', longest('lesson', room))}` },
            ],
          },
        ]),
  ];
}

function stepsBlocks(entry: Entry, shown: number, language: Language): ReportBlock[] {
  const steps = entry.content.steps ?? [];
  if (steps.length === 0) return [];
  const items = steps.slice(0, shown).map(({ body }) => [{ text: cutText(body, LONGEST_STEP) }]);
  const others = othersSpans('content.steps.others', steps.length - items.length, language);
  return [
    { kind: 'heading', text: innovationWords(language).steps },
    ...(items.length === 0 ? [] : [{ kind: 'list' as const, numbered: true, items }]),
    ...(others.length === 0 ? [] : [{ kind: 'paragraph' as const, spans: others, small: true }]),
  ];
}

interface Fact {
  readonly label: string;
  readonly spans: Span[];
}

/** What it needs, how true it is, whom to ask. */
function factsOf(entry: Entry, { language }: SheetFrame, room: Room): Fact[] {
  const words = innovationWords(language);
  const formats = formatsIn(language);
  const { people, connectivity, costBand, weeksToStart, adoptions, source } = entry;
  const needs: Span[][] = [
    ...(connectivity === null ? [] : [[{ text: words.connectivity[connectivity] }]]),
    ...(people === null
      ? []
      : [spansOf(words.people, { people: countFigure('content.people', people, language) })]),
    ...(costBand === null ? [] : [[{ text: `${words.cost} ${words.costs[costBand]}` }]]),
    ...(weeksToStart === null
      ? []
      : [spansOf(words.weeks, { weeks: countFigure('content.weeksToStart', weeksToStart, language) })]),
  ];
  const state: Span[][] = [
    ...(entry.archived ? [[{ text: words.archived }]] : []),
    [{ text: words.proof[entry.proof] }],
    [{ text: words.alive[entry.alive] }],
    ...(adoptions.total === 0
      ? []
      : [spansOf(words.adopted, { adoptions: countFigure('adoptions.total', adoptions.total, language) })]),
  ];
  const services = servicesOf(entry);
  const contact = entry.content.contact ?? null;
  const told = contact === null ? [] : [contact.name, contact.post, contact.phone, contact.email];
  return [
    { label: words.state, spans: separated(state) },
    { label: words.needs, spans: needs.length === 0 ? [{ text: words.untold }] : separated(needs) },
    ...(services.length === 0
      ? []
      : [{ label: words.services, spans: servicesSpans(services, room.services, language) }]),
    ...(told.some((part) => part !== '')
      ? [
          {
            label: words.contact,
            spans: [
              { text: cutText(told.filter((part) => part !== '').join(' · '), longest('contact', room)) },
            ],
          },
        ]
      : []),
    ...(source === null
      ? []
      : [
          {
            label: words.source,
            spans: [
              {
                text: [
                  cutText(source.name, longest('source', room)) +
                    (source.on === null ? ` ${words.undated}` : `, ${formats.date(source.on)}`) +
                    '.',
                  ...(entry.ownerConfirmed ? [] : [words.unconfirmed]),
                ].join(' '),
              },
            ],
          },
        ]),
  ];
}

function servicesOf(entry: Entry): readonly string[] {
  return entry.content.services ?? entry.services;
}

function servicesSpans(services: readonly string[], most: number, language: Language): Span[] {
  const shown = services.slice(0, most).map((name) => cutText(name, 60));
  const others = othersSpans('content.services.others', services.length - shown.length, language);
  if (shown.length === 0) return others;
  return [{ text: shown.join(', ') }, ...(others.length === 0 ? [] : [{ text: ', ' }, ...others])];
}

/** By PANDU first, then what the owner reports. */
function resultRows(entry: Entry, language: Language): ReportCell[][] {
  const words = innovationWords(language);
  const measured = entry.figures.map((figure, index): ReportCell[] => {
    const at = (side: 'before' | 'after') =>
      valueFigure(`figures.${index}.${side}.value`, figure, figure[side].value, language);
    return [
      cutText(figure.label, 90),
      at('before'),
      at('after'),
      countFigure(`figures.${index}.after.n`, figure.after.n, language),
      words.measured,
    ];
  });
  const told = (entry.content.results ?? []).map((result, index): ReportCell[] => [
    cutText(result.what, 90),
    result.before === '' ? '–' : cutText(`${result.before} ${result.unit}`, 30),
    cutText(`${result.after} ${result.unit}`, 30),
    result.n === null ? '–' : countFigure(`content.results.${index}.n`, result.n, language),
    words.told,
  ]);
  return [...measured, ...told];
}

function valueFigure(id: string, figure: EntryFigure, value: number | null, language: Language): Figure {
  const measure = MEASURE_IDS.find((known) => known === figure.measure);
  const field: MeasureField | null = measure === undefined ? null : findField(measure, figure.field);
  const formats = formatsIn(language);
  const text =
    value === null
      ? innovationWords(language).noData
      : field !== null
        ? formats.value(field, value)
        : figure.unit === 'share'
          ? formats.share(value, figure.decimals)
          : formats.number(value, figure.decimals);
  const unit = field?.unit ?? (figure.unit === 'share' ? 'share' : 'count');
  return { id, value, unit, decimals: field?.decimals ?? figure.decimals, text };
}

function separated(parts: readonly (readonly Span[])[]): Span[] {
  return parts.flatMap((part, index) => (index === 0 ? [...part] : [{ text: ', ' }, ...part]));
}
