import {
  entryFigureSchema,
  type Entry,
  type EntryCard,
  type EntryFigure,
} from '#contract/innovations/catalogue';
import type { Language } from '#contract/messages';
import { TICKABLE_FIELDS, type EntryFieldId } from '#domain/innovations/entry-fields';
import { findField, MEASURE_IDS } from '#domain/measures';
import type { EntryRecord, WholeEntryRecord } from './entry-records.queries.ts';

/** What the list tells of an entry. */
export function entryCard(record: EntryRecord, language: Language): EntryCard {
  return {
    id: record.id,
    slug: record.slug,
    name: record.name ?? '',
    acronym: record.acronym ?? '',
    summary: record.summary ?? '',
    home: {
      kabupaten: { code: record.home_code, name: record.home_name },
      unit: { code: record.own ? record.unit_code : null, name: record.unit_name },
      own: record.own,
    },
    audience: record.audience,
    form: record.form,
    digital: record.digital,
    stage: record.stage,
    topics: record.topics,
    services: record.services,
    regionTypes: record.region_types,
    costBand: record.cost_band,
    people: record.people,
    connectivity: record.connectivity,
    weeksToStart: record.weeks,
    proof: record.proof,
    figure: strongest(entryFigures(record.figures, language)),
    alive: record.alive,
    confirmedOn: record.confirmed_on,
    stoppedOn: record.stopped_on,
    adoptions: {
      total: record.adoptions,
      better: record.adoptions_better,
      stopped: record.adoptions_stopped,
      hardest: record.hardest,
    },
    endorsements: record.endorsements,
    source: record.source,
    ownerConfirmed: record.owner_confirmed,
    publishedOn: record.published_on,
    archived: record.archived,
    invented: record.invented,
  };
}

/** Everything an entry tells, apart from what the person may do with it. */
export function wholeEntry(
  record: WholeEntryRecord,
  parent: Entry['parent'],
  language: Language,
): Omit<Entry, 'actions'> {
  return {
    ...entryCard(record, language),
    content: record.content,
    withheld: withheldOf(record),
    version: record.version,
    figures: entryFigures(record.figures, language),
    stoppedLesson: record.stopped_lesson,
    parent,
    followed: record.followed,
  };
}

/** Fields that the owner keeps at home. Of a public source nobody keeps anything: it does not say more. */
function withheldOf({
  kept,
  owner_confirmed: confirmed,
  shared_fields: shared,
}: WholeEntryRecord): EntryFieldId[] {
  if (kept || !confirmed || shared === null) return [];
  return TICKABLE_FIELDS.filter((field) => !shared.includes(field));
}

/** The figures of a proof in the reader's language. What is none is left out. */
export function entryFigures(stored: unknown, language: Language): EntryFigure[] {
  const list: readonly unknown[] = Array.isArray(stored) ? stored.flat() : stored === null ? [] : [stored];
  return list.flatMap((each) => {
    const figure = entryFigureSchema.safeParse(each);
    return figure.success ? [{ ...figure.data, label: labelOf(figure.data, language) }] : [];
  });
}

function labelOf({ measure, field, label }: EntryFigure, language: Language): string {
  const id = MEASURE_IDS.find((known) => known === measure);
  const found = id === undefined ? null : findField(id, field);
  if (found === null) return label;
  return language === 'en' ? found.labelEn : found.label;
}

/** The figure that says most: one that got better, then one that can be judged, then any. */
function strongest(figures: readonly EntryFigure[]): EntryFigure | null {
  return (
    figures.find(({ verdict }) => verdict === 'membaik') ??
    figures.find(({ verdict }) => verdict !== null) ??
    figures[0] ??
    null
  );
}
