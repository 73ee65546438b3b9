import type { Attention, Today } from '#contract/attention';
import type { Disposition } from '#contract/dispositions';
import type { Series, Summary } from '#contract/measures';
import type {
  Figure,
  ReportBlock,
  ReportDocument,
  ReportTable,
  Span,
} from '#contract/reports/report-document';
import { zoneClock } from '#domain/civil-time/zone-clock';
import { formatsIn } from '#domain/formats/formats';
import { visitFacts } from '#domain/visits/visit-facts';
import { questionText, visitQuestions } from '#domain/visits/visit-questions';
import { capitalised, type Language } from '#domain/language';
import type { MeasureId } from '#domain/measures';
import { countFigure, fieldOf, figureOf, labelOf, numberIn } from '../../build/figure.ts';
import { filled } from '../../build/report-words.ts';
import { spansOf } from '../../build/spans.ts';
import { cutClause, cutText, fitCounts, othersSpans, roomBelow } from '../../sheets/page-room.ts';
import { sheetDocument, type SheetFrame } from '../../sheets/sheet-frame.ts';
import { visitWords, type VisitWords } from './visit-words.ts';

/** The five numbers of the sheet. */
export const VISIT_NUMBERS = [
  { measure: 'turnaround', field: 'dueMetShare' },
  { measure: 'turnaround', field: 'medianWorkingMinutes' },
  { measure: 'turnaround', field: 'sameVisitShare' },
  { measure: 'complaints', field: 'resolvedShare' },
  { measure: 'ikm', field: 'score' },
] as const satisfies readonly { measure: MeasureId; field: string }[];

/** The answers of the screen of the same name. */
export interface VisitAnswers {
  readonly attention: Attention;
  readonly summary: Summary;
  /** The numbers of {@link VISIT_NUMBERS} by month, in their order. */
  readonly series: readonly Series[];
  /** Null for who may not see records. */
  readonly today: Today | null;
  /** Disposisi about the unit that are not closed. */
  readonly dispositions: readonly Disposition[];
  /** Titles of the posts that answer for the unit; empty where the reader is not told. */
  readonly responsible: readonly string[];
  /** ISO day on which the sheet is made. */
  readonly day: string;
}

/** What fits on one sheet with everything else. */
const MOST_SENTENCES = 4;
const MOST_RECORDS = 3;
const LONGEST_NUMBER = 28;
const LONGEST_NAME = 48;
const LONGEST_MEANING = 92;
/** Under the longest letterheads, where no meanings stand either, and elsewhere. */
const LONGEST_QUESTION = [75, 175];
const LONGEST_SENTENCE = [65, 130];
const FEWEST_NOTES = 1;
const MORE_NOTES = 7;

/**
 * *Lembar kunjungan kerja*: what to know and to ask before a unit is visited, on one sheet with room for notes.
 */
export function visitSheet(frame: SheetFrame, answers: VisitAnswers): ReportDocument {
  const { language } = frame;
  const { attention, summary, day } = answers;
  const words = visitWords(language);
  const formats = formatsIn(language);
  const period = { from: summary.from, to: summary.to };
  const periodName = formats.periodSoFar(period, day);
  const own = attention.items.find(({ unit }) => unit.code === summary.unit)?.owner?.post;
  const owner = answers.responsible.length > 0 ? answers.responsible.join(', ') : (own ?? words.noOwner);
  const build = (counts: readonly number[]): ReportBlock[] => {
    const [level = 0, changes = 0, overdue = 0, unanswered = 0, open = 0, notes = 0] = counts;
    return [
      {
        kind: 'facts',
        items: [
          { label: words.owner, spans: [{ text: cutText(owner, LONGEST_SENTENCE[level] ?? 0) }] },
          { label: words.day, spans: [{ text: formats.dayName(day) }] },
          ...labelled(words.changes, changesOf(answers, words, changes, level)),
        ],
      },
      numbersTable(frame, answers, words, periodName, level),
      {
        kind: 'facts',
        items: [
          ...labelled(words.overdue, overdueOf(frame, answers, words, overdue)),
          ...labelled(words.unanswered, unansweredOf(frame, answers, words, unanswered)),
          ...labelled(words.dispositions, dispositionsOf(frame, answers, words, open)),
        ],
      },
      { kind: 'heading', text: words.questions },
      { kind: 'list', numbered: true, items: questionsOf(frame, answers, level) },
      { kind: 'lines', label: words.notes, count: FEWEST_NOTES + notes },
    ];
  };
  const counts = fitCounts(
    [1, MOST_SENTENCES, MOST_RECORDS, MOST_RECORDS, MOST_RECORDS, MORE_NOTES],
    build,
    roomBelow(frame.letterhead, words.title, `${summary.unitName} · ${periodName}`, frame.demo),
  );
  return sheetDocument(frame, {
    report: 'lembar-kunjungan',
    title: words.title,
    unit: summary.unit,
    unitName: summary.unitName,
    period: { ...period, name: periodName },
    sections: [
      { id: 'kunjungan', title: words.lead, orientation: 'portrait', newPage: false, blocks: build(counts) },
    ],
  });
}

/** What got worse and what got better; one sentence at least. */
function changesOf(
  { attention, summary }: VisitAnswers,
  words: VisitWords,
  shown: number,
  level: number,
): Span[][] {
  const changes = [...attention.items, ...attention.praise].slice(0, Math.max(1, shown));
  if (changes.length === 0) return [[{ text: words.calm }]];
  return changes.map(({ unit, sentence }) => {
    const own = unit.code === summary.unit;
    return [
      ...(own ? [] : [{ text: `${unit.name}: `, strong: true }]),
      { text: cutText(own ? capitalised(sentence) : sentence, LONGEST_SENTENCE[level] ?? 0) },
    ];
  });
}

/** The five numbers of the period, each with how many stand behind it, its target and what it means. */
function numbersTable(
  { language }: SheetFrame,
  { summary, series }: VisitAnswers,
  words: VisitWords,
  periodName: string,
  level: number,
): ReportTable {
  return {
    kind: 'table',
    id: 'lima-angka',
    caption: filled(words.numbers, { period: periodName }),
    columns: [
      { id: 'figure', label: words.figure, kind: 'text', width: 0.27 },
      { id: 'value', label: words.value, kind: 'figure', width: 0.12 },
      { id: 'n', label: words.n, kind: 'figure', width: 0.08 },
      { id: 'target', label: words.target, kind: 'figure', width: 0.1 },
      ...(level === 0 ? [] : [{ id: 'meaning', label: words.meaning, kind: 'text' as const, width: 0.43 }]),
    ],
    rows: VISIT_NUMBERS.map(({ measure, field: id }) => {
      const field = fieldOf(measure, id);
      const at = `summary.${measure}`;
      const block = summary[measure];
      return {
        cells: [
          labelOf(field, language),
          figureOf({ at, measure, field: id, block, language }),
          nFigure(`${at}.${field.n}`, numberIn(block, field.n)),
          targetFigure(series.find((each) => each.measure === measure && each.field === id)),
          ...(level === 0 ? [] : [cutClause(field.definition, LONGEST_MEANING)]),
        ],
      };
    }),
  };

  /** How many stand behind a number; it need not be a field of the kamus itself. */
  function nFigure(id: string, n: number | null): Figure | string {
    return n === null ? '–' : countFigure(id, n, language);
  }

  function targetFigure(of: Series | undefined): Figure | string {
    const target = of?.verdict.target ?? null;
    const value = target === null ? null : (target.atLeast ?? target.atMost);
    if (of === undefined || value === null) return '–';
    const field = fieldOf(of.measure, of.field);
    return {
      id: `series.${of.measure}.${of.field}.target`,
      value,
      unit: field.unit,
      decimals: field.decimals,
      text: formatsIn(language).axisMark(field, value, value),
    };
  }
}

function overdueOf(
  { language, timeZone }: SheetFrame,
  { today }: VisitAnswers,
  words: VisitWords,
  shown: number,
): Span[][] {
  if (today === null) return [[{ text: words.notTold }]];
  const { total, items } = today.overdue;
  if (total === 0) return [[{ text: words.noneOverdue }]];
  const zone = zoneClock(timeZone);
  // A deadline at the end of a day is the midnight after it.
  const dayOf = (dueAt: string): string =>
    new Date(zone.toCivil(Date.parse(dueAt) - 1)).toISOString().slice(0, 10);
  const lines = items.slice(0, shown).map(({ number, service, dueAt }): Span[] => [
    { text: cutText(number, LONGEST_NUMBER), strong: true },
    {
      text: ` · ${cutText(service, LONGEST_NAME)} · ${filled(words.dueOn, { day: formatsIn(language).date(dayOf(dueAt)) })}`,
    },
  ]);
  return counted('today.overdue', total, lines, language);
}

function unansweredOf(
  { language }: SheetFrame,
  { today }: VisitAnswers,
  words: VisitWords,
  shown: number,
): Span[][] {
  if (today === null) return [];
  const { total, items } = today.complaintsAwaiting;
  if (total === 0) return [[{ text: words.noneUnanswered }]];
  const lines = items.slice(0, shown).map(({ id, number, category, workingDays }): Span[] => [
    { text: cutText(number, LONGEST_NUMBER), strong: true },
    { text: ` · ${cutText(category ?? words.noCategory, LONGEST_NAME)} · ` },
    ...(workingDays === 0
      ? [{ text: words.fresh }]
      : spansOf(words.waiting, {
          days: countFigure(`today.complaintsAwaiting.${id}.workingDays`, workingDays, language),
        })),
  ]);
  return counted('today.complaintsAwaiting', total, lines, language);
}

function dispositionsOf(
  { language }: SheetFrame,
  { dispositions }: VisitAnswers,
  words: VisitWords,
  shown: number,
): Span[][] {
  const open = dispositions.filter(({ state }) => state !== 'closed');
  if (open.length === 0) return [[{ text: words.noneOpen }]];
  const lines = open.slice(0, shown).map(({ instruction, to, state, dueOn }): Span[] => [
    {
      text: [
        cutText(instruction, LONGEST_NAME),
        cutText(to.title, LONGEST_NUMBER),
        state === 'closed' ? '' : words.states[state],
        ...(dueOn === null ? [] : [filled(words.by, { day: formatsIn(language).date(dueOn) })]),
      ].join(' · '),
    },
  ]);
  return counted('dispositions.open', open.length, lines, language);
}

/** How many there are, those that are shown, and how many are not. */
function counted(id: string, total: number, lines: readonly Span[][], language: Language): Span[][] {
  const others = othersSpans(`${id}.others`, lines.length === 0 ? 0 : total - lines.length, language);
  return [[countFigure(`${id}.total`, total, language)], ...lines, ...(others.length === 0 ? [] : [others])];
}

/** Several lines under one word. */
function labelled(label: string, lines: readonly Span[][]): { label: string; spans: Span[] }[] {
  return lines.map((spans, index) => ({ label: index === 0 ? label : '', spans }));
}

function questionsOf({ language }: SheetFrame, answers: VisitAnswers, level: number): Span[][] {
  const { attention, summary, series, today, dispositions } = answers;
  const facts = visitFacts({
    unit: summary.unit,
    attention,
    ikm: summary.ikm,
    courses: VISIT_NUMBERS.flatMap(({ measure, field }) => {
      const found = series.find((each) => each.measure === measure && each.field === field);
      return found === undefined
        ? []
        : [{ name: labelOf(fieldOf(measure, field), language), ...found.verdict }];
    }),
    today,
    dispositions,
  });
  return visitQuestions(facts).map((question) => [
    { text: cutText(questionText(question, language), LONGEST_QUESTION[level] ?? 0) },
  ]);
}
