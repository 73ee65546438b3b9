import type { Attention, AttentionItem, Today } from '#contract/attention';
import type { Disposition } from '#contract/dispositions';
import type { ReportBlock, ReportDocument, ReportTable, Span } from '#contract/reports/report-document';
import { zoneClock } from '#domain/civil-time/zone-clock';
import { formatsIn } from '#domain/formats/formats';
import { countFigure } from '../../build/figure.ts';
import { filled } from '../../build/report-words.ts';
import { spansOf } from '../../build/spans.ts';
import { cutText, fitCounts, othersSpans, roomBelow } from '../../sheets/page-room.ts';
import { sheetDocument, type SheetFrame } from '../../sheets/sheet-frame.ts';
import { musterWords, type MusterWords } from './muster-words.ts';

/** The answers of the screen of the same name. */
export interface MusterAnswers {
  readonly today: Today;
  readonly attention: Attention;
  /** Disposisi that the post received; empty for who has none. */
  readonly received: readonly Disposition[];
}

/** Of each list at most, whatever room there is. */
const MOST = { praise: 3, overdue: 10, dueToday: 10, dueNext: 5, complaints: 8, received: 3 } as const;
/** Characters of what somebody else wrote: of a sentence, of a number or name in a cell. */
const LONGEST = 140;
const LONGEST_CELL = 48;
const LONGEST_NUMBER = 28;

/** What the sheet is made of, told in its language. */
interface Muster extends MusterAnswers {
  readonly frame: SheetFrame;
  readonly words: MusterWords;
  readonly open: readonly Disposition[];
  readonly praise: readonly Span[][];
}

/**
 * *Lembar apel pagi*: what the head of an office says at the morning muster, on exactly one sheet. Yesterday and its
 * praise, one thing to improve, then what falls due and who waits.
 */
export function musterSheet(frame: SheetFrame, answers: MusterAnswers): ReportDocument {
  const { language } = frame;
  const { today } = answers;
  const words = musterWords(language);
  const day = formatsIn(language).dayName(today.today);
  const muster: Muster = {
    ...answers,
    frame,
    words,
    open: answers.received.filter(({ state }) => state === 'open' || state === 'late'),
    praise: praiseOf(answers),
  };
  const wanted = [
    muster.praise.length,
    today.dueToday.items.length,
    today.overdue.items.length,
    today.complaintsAwaiting.items.length,
    muster.open.length,
    today.dueNext.items.length,
  ];
  const most = [MOST.praise, MOST.dueToday, MOST.overdue, MOST.complaints, MOST.received, MOST.dueNext];
  const counts = fitCounts(
    wanted.map((count, index) => Math.min(count, most[index] ?? 0)),
    (tried) => blocksOf(muster, tried),
    roomBelow(frame.letterhead, words.title, `${today.unitName} · ${day}`, frame.demo),
  );
  return sheetDocument(frame, {
    report: 'lembar-apel',
    title: words.title,
    unit: today.unit,
    unitName: today.unitName,
    period: { from: today.today, to: today.today, name: day },
    sections: [
      {
        id: 'apel',
        title: words.lead,
        orientation: 'portrait',
        newPage: false,
        blocks: blocksOf(muster, counts),
      },
    ],
  });
}

/** The sheet with so many of each list: praise, due today, overdue, complaints, disposisi, due next. */
function blocksOf(muster: Muster, counts: readonly number[]): ReportBlock[] {
  const [praise = 0, dueToday = 0, overdue = 0, complaints = 0, received = 0, dueNext = 0] = counts;
  const { words, attention, open, frame } = muster;
  const given = open.slice(0, received).map((each) => receivedSpans(each, muster));
  return [
    {
      kind: 'facts',
      items: [
        { label: words.yesterday, spans: yesterdaySpans(muster) },
        ...labelled(words.praise, muster.praise.slice(0, praise)),
        { label: words.improve, spans: improveSpans(attention.items[0], words) },
        ...countFacts(muster),
      ],
    },
    ...firstBlocks(muster, { overdue, dueToday, complaints, dueNext }),
    ...(given.length === 0
      ? []
      : [
          heading(words.received),
          {
            kind: 'list' as const,
            items: [
              ...given,
              ...some(othersSpans('received.others', open.length - given.length, frame.language)),
            ],
          },
        ]),
  ];
}

function yesterdaySpans({ today, words, frame }: Muster): Span[] {
  const { yesterday } = today;
  const { language } = frame;
  const count = (field: 'completed' | 'onTime' | 'due') =>
    countFigure(`today.yesterday.${field}`, yesterday[field], language);
  return [
    { text: `${formatsIn(language).dayName(yesterday.on)}. ` },
    ...spansOf(words.completed, { completed: count('completed') }),
    ...(yesterday.due > 0
      ? spansOf(words.onTime, { onTime: count('onTime'), due: count('due') })
      : [{ text: words.nothingDue }]),
  ];
}

/** What got better, then the good words of yesterday. */
function praiseOf({ attention, today }: MusterAnswers): Span[][] {
  return [
    ...attention.praise.map(({ unit, sentence }): Span[] => [
      { text: `${unit.name}: `, strong: true },
      { text: cutText(sentence, LONGEST) },
    ]),
    ...today.yesterday.praise.map(({ unit, service, text }): Span[] => [
      { text: `“${cutText(text, LONGEST)}” ${cutText(service, LONGEST_CELL)}, ${unit}` },
    ]),
  ];
}

function improveSpans(item: AttentionItem | undefined, words: MusterWords): Span[] {
  if (item === undefined) return [{ text: words.calm }];
  const owner = item.owner === null ? '' : filled(words.owner, { owner: item.owner.post });
  return [
    { text: `${item.unit.name}: `, strong: true },
    { text: cutText(item.sentence, 1.6 * LONGEST) + owner },
  ];
}

function countFacts({ today, open, words, frame }: Muster): Fact[] {
  const { language } = frame;
  const { dueToday, dueNext, overdue, complaintsAwaiting } = today;
  const oldest = overdue.oldestWorkingDays;
  const total = (id: string, value: number) => countFigure(`${id}.total`, value, language);
  return [
    { label: words.dueToday, spans: [total('today.dueToday', dueToday.total)] },
    {
      label: words.overdue,
      spans: [
        total('today.overdue', overdue.total),
        ...(oldest === null
          ? []
          : spansOf(words.oldest, {
              days: countFigure('today.overdue.oldestWorkingDays', oldest, language),
            })),
      ],
    },
    {
      label: words.complaints,
      spans: [total('today.complaintsAwaiting', complaintsAwaiting.total)],
    },
    {
      label: words.dueNext,
      spans: [
        total('today.dueNext', dueNext.total),
        { text: filled(words.nextOn, { day: formatsIn(language).dayName(dueNext.on) }) },
      ],
    },
    ...(open.length === 0 ? [] : [{ label: words.received, spans: [total('received', open.length)] }]),
  ];
}

/** Those past their deadline, of today, who wait for an answer, of the next working day; and how many are not told. */
function firstBlocks(
  { today, words, frame }: Muster,
  counts: Readonly<Record<'overdue' | 'dueToday' | 'complaints' | 'dueNext', number>>,
): ReportBlock[] {
  const { language, timeZone } = frame;
  const formats = formatsIn(language);
  const zone = zoneClock(timeZone);
  // A deadline at the end of a day is the midnight after it.
  const dayOf = (dueAt: string): string =>
    new Date(zone.toCivil(Date.parse(dueAt) - 1)).toISOString().slice(0, 10);
  const cases = (kind: 'overdue' | 'dueToday' | 'dueNext') =>
    today[kind].items.slice(0, counts[kind]).map(({ number, service, unit, dueAt }) => ({
      cells: [
        words.states[kind],
        cutText(number, LONGEST_NUMBER),
        cutText(service, LONGEST_CELL),
        cutText(unit, LONGEST_NUMBER),
        formats.date(dayOf(dueAt)),
      ],
    }));
  const { items, total } = today.complaintsAwaiting;
  const complaints = items.slice(0, counts.complaints).map(({ id, number, category, unit, workingDays }) => ({
    cells: [
      words.states.complaint,
      cutText(number, LONGEST_NUMBER),
      cutText(category ?? words.noCategory, LONGEST_CELL),
      cutText(unit, LONGEST_NUMBER),
      {
        ...countFigure(`today.complaintsAwaiting.${id}.workingDays`, workingDays, language),
        unit: 'days' as const,
        text: workingDays === 0 ? words.fresh : filled(words.waiting, { days: formats.number(workingDays) }),
      },
    ],
  }));
  const rows = [...cases('overdue'), ...cases('dueToday'), ...complaints, ...cases('dueNext')];
  if (rows.length === 0) return [];
  const all = today.overdue.total + today.dueToday.total + total + today.dueNext.total;
  const table: ReportTable = {
    kind: 'table',
    id: 'didahulukan',
    caption: words.first,
    columns: [
      { id: 'state', label: words.state, kind: 'text', width: 0.15 },
      { id: 'number', label: words.number, kind: 'code', width: 0.22 },
      { id: 'matter', label: words.matter, kind: 'text', width: 0.3 },
      { id: 'unit', label: words.unit, kind: 'text', width: 0.17 },
      { id: 'limit', label: words.limit, kind: 'figure', width: 0.16 },
    ],
    rows,
  };
  const others = othersSpans('today.others', all - rows.length, language);
  return [
    table,
    ...(others.length === 0 ? [] : [{ kind: 'paragraph' as const, spans: others, small: true }]),
  ];
}

function receivedSpans({ about, instruction, dueOn }: Disposition, { words, frame }: Muster): Span[] {
  const limit =
    dueOn === null ? '' : ` (${filled(words.by, { day: formatsIn(frame.language).date(dueOn) })})`;
  return [{ text: cutText(`${about.sentence} ${instruction}`, LONGEST) + limit }];
}

function heading(text: string): ReportBlock {
  return { kind: 'heading', text };
}

function some(spans: readonly Span[]): Span[][] {
  return spans.length === 0 ? [] : [[...spans]];
}

interface Fact {
  readonly label: string;
  readonly spans: Span[];
}

/** Several sentences under one word. */
function labelled(label: string, sentences: readonly Span[][]): Fact[] {
  return sentences.map((spans, index) => ({ label: index === 0 ? label : '', spans }));
}
