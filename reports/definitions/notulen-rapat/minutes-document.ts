/** The minutes of a meeting that was closed, as a document: the sentences and figures as they were told there. */
import type { Meeting, MeetingItem } from '#contract/reports/meetings';
import type {
  Letterhead,
  ReportBlock,
  ReportDocument,
  ReportSection,
} from '#contract/reports/report-document';
import type { Language } from '#domain/language';
import { formatsIn, type FormatsIn } from '#domain/formats/formats';
import { fateOf, type ItemFate } from '#domain/meetings/agenda-order';
import { fill, minutesWords, type MinutesWords } from './minutes-words.ts';

export const MINUTES = 'notulen-rapat';

export interface MinutesInput {
  /** A closed meeting, in the language of the minutes. */
  readonly meeting: Meeting;
  /** The data and definitions that its agenda was made from. */
  readonly dataVersion: number;
  readonly definitionsVersion: string;
  readonly letterhead: Letterhead;
  readonly language: Language;
  readonly demo: boolean;
  /** Address of the meeting; null where PANDU does not know its own address. */
  readonly link: string | null;
  /** The instant at which the sheet is made. */
  readonly madeAt: string;
  readonly timeZone: string;
}

interface Writing extends MinutesInput {
  readonly words: MinutesWords;
  readonly formats: FormatsIn;
}

/** Minutes as a document of one section: what was decided first, then item by item, then what was not decided. */
export function minutesDocument(input: MinutesInput): ReportDocument {
  const { meeting, language, timeZone, madeAt } = input;
  const writing: Writing = { ...input, words: minutesWords(language), formats: formatsIn(language) };
  const { words, formats } = writing;
  const day = formats.date(meeting.heldOn);
  return {
    report: MINUTES,
    language,
    title: fill(words.title, { title: meeting.head.title }),
    unit: meeting.unit.code,
    unitName: meeting.unit.name,
    period: { from: meeting.heldOn, to: meeting.heldOn, name: day },
    letterhead: input.letterhead,
    cover: false,
    figures: {
      state: 'sementara',
      sentence: fill(words.sentence, { day }),
      dataVersion: input.dataVersion,
      definitionsVersion: input.definitionsVersion,
      code: null,
      link: input.link,
    },
    demo: input.demo,
    madeAt,
    madeAtText: formats.instant(madeAt, timeZone),
    sections: [
      section('rapat', words.parts.head, headBlocks(writing)),
      section('putusan', words.parts.decisions, decisionBlocks(writing)),
      section('pembahasan', words.parts.agenda, agendaBlocks(writing)),
      section('belum-diputuskan', words.parts.rest, [
        ...restBlocks(writing),
        { kind: 'signatures', titles: [...words.signatures] },
      ]),
    ].filter(({ blocks }) => blocks.length > 0),
  };
}

function section(id: string, title: string, blocks: ReportBlock[]): ReportSection {
  return { id, title, orientation: 'portrait', newPage: false, blocks };
}

function headBlocks({ meeting, words, formats, timeZone, ...input }: Writing): ReportBlock[] {
  const at = (instant: string | null): string =>
    instant === null ? words.unknown : formats.instant(instant, timeZone);
  const day = formats.date(meeting.heldOn);
  const facts: [string, string][] = [
    [words.facts.meeting, `${meeting.head.title} · ${meeting.unit.name}`],
    [words.facts.begun, at(meeting.startedAt)],
    [words.facts.ended, at(meeting.closedAt)],
    [words.facts.place, meeting.head.place === '' ? words.unknown : meeting.head.place],
    [words.facts.chair, meeting.chair],
    [
      words.facts.attendees,
      meeting.head.attendees.length === 0 ? words.unknown : meeting.head.attendees.join('; '),
    ],
    [
      words.facts.figures,
      fill(words.figures, {
        day,
        version: formats.number(input.dataVersion),
        definitions: input.definitionsVersion,
      }),
    ],
    ...(meeting.nextOn === null
      ? []
      : [[words.facts.next, formats.date(meeting.nextOn)] satisfies [string, string]]),
  ];
  const discussed = meeting.items.filter((item) => fate(item) !== 'not-discussed').length;
  const decisions = meeting.items.reduce((sum, item) => sum + item.decisions.length, 0);
  const rest = meeting.items.filter((item) => fate(item) === 'undecided').length;
  const summary = fill(rest === 0 ? words.summary : words.summaryRest, {
    items: formats.number(discussed),
    decisions: formats.number(decisions),
    rest: formats.number(rest),
  });
  return [
    { kind: 'facts', items: facts.map(([label, text]) => ({ label, spans: [{ text }] })) },
    { kind: 'paragraph', spans: [{ text: summary, strong: true }] },
  ];
}

function decisionBlocks({ meeting, words }: Writing): ReportBlock[] {
  const rows = meeting.items.flatMap((item) => item.decisions.map((decision) => ({ item, decision })));
  if (rows.length === 0) return [{ kind: 'paragraph', spans: [{ text: words.decisions.none }] }];
  return [
    {
      kind: 'table',
      id: 'putusan',
      caption: words.decisions.caption,
      columns: [
        { id: 'number', label: words.decisions.number, kind: 'text', width: 0.05 },
        { id: 'about', label: words.decisions.about, kind: 'text', width: 0.29 },
        { id: 'what', label: words.decisions.what, kind: 'text', width: 0.32 },
        { id: 'who', label: words.decisions.who, kind: 'text', width: 0.2 },
        { id: 'when', label: words.decisions.when, kind: 'date', width: 0.14 },
      ],
      rows: rows.map(({ item, decision }, index) => ({
        cells: [
          String(index + 1),
          matterOf(item),
          decision.what.trim(),
          decision.to?.title ?? '',
          decision.dueOn,
        ],
      })),
      note: words.decisions.note,
    },
  ];
}

function agendaBlocks({ meeting, words, formats }: Writing): ReportBlock[] {
  return meeting.items
    .filter((item) => fate(item) !== 'not-discussed')
    .flatMap((item, index): ReportBlock[] => {
      const facts = factsOf(item, words, formats);
      const lines = [
        ...(item.promise === null
          ? []
          : [
              fill(words.item.asked, { instruction: item.promise.instruction }),
              ...(item.promise.report === null
                ? []
                : [fill(words.item.report, { report: item.promise.report })]),
            ]),
        ...(item.note.trim() === '' ? [] : [fill(words.item.note, { note: item.note.trim() })]),
        ...item.decisions.map((decision) =>
          fill(words.item.decision, {
            what: decision.what.trim().replace(/[.;]+$/, ''),
            who: decision.to?.title ?? words.unknown,
            when: decision.dueOn === null ? words.unknown : formats.date(decision.dueOn),
          }),
        ),
        ...(item.decisions.length > 0 ? [] : [words.fates[fate(item)]]),
      ];
      return [
        { kind: 'heading', text: `${formats.number(index + 1)}. ${matterOf(item)}` },
        ...(facts === ''
          ? []
          : [{ kind: 'paragraph', spans: [{ text: facts }], small: true } satisfies ReportBlock]),
        { kind: 'list', items: lines.map((text) => [{ text }]) },
      ];
    });
}

function restBlocks({ meeting, words }: Writing): ReportBlock[] {
  const of = (wanted: ItemFate, heading: string): ReportBlock[] => {
    const items = meeting.items.filter((item) => fate(item) === wanted);
    return items.length === 0
      ? []
      : [
          { kind: 'heading', text: heading },
          { kind: 'list', items: items.map((item) => [{ text: matterOf(item) }]) },
        ];
  };
  const blocks = [...of('undecided', words.rest.undecided), ...of('not-discussed', words.rest.notDiscussed)];
  return blocks.length > 0 ? blocks : [{ kind: 'paragraph', spans: [{ text: words.rest.none }] }];
}

/** The line under a matter: who answers for it, since when, and its figures as they were told. */
function factsOf(item: MeetingItem, words: MinutesWords, formats: FormatsIn): string {
  const { promise } = item;
  if (promise !== null) {
    const values = {
      day: promise.meetingOn === null ? words.unknown : formats.date(promise.meetingOn),
      owner: promise.to.title,
      due: promise.dueOn === null ? '' : formats.date(promise.dueOn),
    };
    const told = fill(promise.dueOn === null ? words.item.promise : words.item.promiseDue, values);
    return `${told} · ${words.item.states[promise.state]}`;
  }
  return [
    ...(item.owner === null ? [] : [item.owner]),
    ...(item.since === null ? [] : [fill(words.item.since, { day: formats.date(item.since) })]),
    ...item.facts,
  ].join(' · ');
}

/** What an item is about: its own title, the promise, or the unit with its sentence. */
export function matterOf(item: Pick<MeetingItem, 'kind' | 'title' | 'sentence' | 'unit'>): string {
  if (item.kind === 'point') return item.title;
  return item.kind === 'promise' ? item.sentence : `${item.unit.name}: ${item.sentence}`;
}

function fate(item: MeetingItem): ItemFate {
  return fateOf({ outcome: item.outcome, decisions: item.decisions.length, note: item.note });
}
