import type { Meeting, MeetingItem } from '#contract/reports/meetings';
import { type ItemFate, fateOf } from '#domain/meetings/agenda-order';
import type { PartOf, Parts, WrittenPart } from './written-parts.ts';

/** An item of the agenda as it stands on this screen: what the server tells of it, with what is being written. */
export interface AgendaEntry {
  readonly item: MeetingItem;
  readonly written: PartOf<'item'>;
  readonly decisions: readonly PartOf<'decision'>[];
  readonly fate: ItemFate;
}

/** The agenda with what is being written, points that the server does not know yet at its end. */
export function agendaView(meeting: Meeting, parts: Parts): AgendaEntry[] {
  const all = [...parts.values()];
  const known = meeting.items.flatMap((item): AgendaEntry[] => {
    const written = parts.get(`item:${item.id}`);
    return written?.kind === 'item' ? [entryOf(item, written, all)] : [];
  });
  const added = all.flatMap((part): AgendaEntry[] =>
    part.kind === 'item' && !meeting.items.some(({ id }) => id === part.id)
      ? [entryOf(ownPoint(part, meeting), part, all)]
      : [],
  );
  return [...known, ...added];
}

function entryOf(item: MeetingItem, written: PartOf<'item'>, all: readonly WrittenPart[]): AgendaEntry {
  const decisions = all.filter(
    (part): part is PartOf<'decision'> => part.kind === 'decision' && part.values.item === item.id,
  );
  const taken = decisions.filter(({ values }) => values.what.trim() !== '').length;
  const { outcome, note } = written.values;
  return { item, written, decisions, fate: fateOf({ outcome, note, decisions: taken }) };
}

function ownPoint({ id, revision, values }: PartOf<'item'>, meeting: Meeting): MeetingItem {
  return {
    id,
    kind: 'point',
    unit: meeting.unit,
    title: values.title,
    sentence: '',
    mark: null,
    exception: null,
    owner: null,
    since: null,
    facts: [],
    spark: null,
    link: null,
    promise: null,
    note: values.note,
    outcome: values.outcome,
    revision,
    by: '',
    decisions: [],
  };
}

/** What an item is about, in one line. */
export function matterOf({ item, written }: Pick<AgendaEntry, 'item' | 'written'>): string {
  if (item.kind === 'point') return written.values.title;
  return item.kind === 'promise' ? item.sentence : `${item.unit.name}: ${item.sentence}`;
}

/** Decisions that lack words, owner or a day that has not passed. */
export function unready(
  entries: readonly AgendaEntry[],
  lacks: (part: PartOf<'decision'>) => boolean,
): number {
  return entries
    .flatMap(({ decisions }) => decisions)
    .filter((part) => part.values.what.trim() !== '' && lacks(part)).length;
}
