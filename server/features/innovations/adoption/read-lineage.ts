import type { Lineage, LineagePlace } from '#contract/innovations/adoptions';
import { lineageOf, lineageTally } from '#domain/innovations/lineage';
import type { UnitTree } from '#domain/unit-tree';
import type { Person } from '../../../platform/auth/person.ts';
import type { CatalogueReader } from '../catalogue/catalogue-reader.ts';
import {
  findEntryRecord,
  findParent,
  listEntryRecords,
  type EntryRecord,
} from '../catalogue/entry-records.queries.ts';
import { maySeePlan } from './adoption-answers.ts';
import { listAdoptionsOf, type LineageRecord } from './lineage.queries.ts';

/** So many generations are looked at, upwards and downwards: more is a mistake in what was told. */
const MOST_GENERATIONS = 8;

/**
 * The whole lineage that an entry stands in, as far as the reader may know it: from the first entry that it comes from
 * down to everyone who took what grew from it.
 *
 * @param units the own kabupaten's; null for those who have none
 */
export async function readLineageOf(
  reader: CatalogueReader,
  person: Person,
  asked: EntryRecord,
  units: UnitTree | null,
): Promise<Lineage> {
  const root = await firstOf(reader, asked);
  const adoptions = await everyAdoption(reader, root.id);
  const grown = adoptions.flatMap(({ grownEntryId }) => grownEntryId ?? []);
  const entries = new Map(
    [root, ...(await listEntryRecords(reader, [...new Set(grown)]))].map((each) => [each.id, each]),
  );
  const readable = adoptions.map((each) => ({
    ...each,
    grownEntryId: each.grownEntryId !== null && entries.has(each.grownEntryId) ? each.grownEntryId : null,
  }));
  return {
    items: lineageOf(root.id, readable).map((place): LineagePlace => {
      if (place.kind === 'entry') return entryPlace(root, asked.id);
      const { adoption, depth } = place;
      const seesPlan =
        units !== null && adoption.unitCode !== null && maySeePlan(person, adoption.unitCode, units);
      return {
        ...adoptionPlace(adoption, depth, seesPlan),
        ...grownOf(entries.get(adoption.grownEntryId ?? ''), asked.id),
      };
    }),
    tally: lineageTally(adoptions.filter(({ entryId }) => entryId === asked.id)),
  };
}

/** The entry at the beginning: the asked one, or the one that it was adopted from, and so on. */
async function firstOf(reader: CatalogueReader, asked: EntryRecord): Promise<EntryRecord> {
  let first = asked;
  const seen = new Set([asked.id]);
  for (let generation = 0; generation < MOST_GENERATIONS; generation += 1) {
    const parent = await findParent(reader, first);
    const record = parent === null ? null : await findEntryRecord(reader, parent.id);
    if (record === null || seen.has(record.id)) return first;
    seen.add(record.id);
    first = record;
  }
  return first;
}

async function everyAdoption(reader: CatalogueReader, root: string): Promise<LineageRecord[]> {
  const found = new Map<string, LineageRecord>();
  const seen = new Set<string>();
  let generation = [root];
  for (let depth = 0; generation.length > 0 && depth < MOST_GENERATIONS; depth += 1) {
    generation.forEach((id) => seen.add(id));
    const adoptions = await listAdoptionsOf(reader, generation);
    adoptions.forEach((each) => found.set(each.id, each));
    generation = [...new Set(adoptions.flatMap(({ grownEntryId }) => grownEntryId ?? []))].filter(
      (id) => !seen.has(id),
    );
  }
  return [...found.values()];
}

function entryPlace(entry: EntryRecord, askedId: string): LineagePlace {
  return {
    id: entry.id,
    kind: 'entry',
    depth: 0,
    kabupaten: entry.home_name,
    unit: entry.unit_name,
    own: entry.own,
    name: entry.name ?? '',
    slug: entry.slug,
    asked: entry.id === askedId,
    state: null,
    outcome: null,
    adapted: null,
    result: null,
    hardest: null,
    startedOn: null,
    endedOn: null,
    plan: null,
  };
}

/** An adoption; what it came to is told by its adopter, or to those who may see the plan. */
function adoptionPlace(
  adoption: LineageRecord,
  depth: number,
  seesPlan: boolean,
): Omit<LineagePlace, 'name' | 'slug' | 'asked'> {
  const isTold = adoption.told || seesPlan;
  const told = (text: string | null): string | null => (isTold && text !== '' ? text : null);
  return {
    id: adoption.id,
    kind: 'adoption',
    depth,
    kabupaten: adoption.kabupaten,
    unit: adoption.unit,
    own: adoption.own,
    state: adoption.state,
    outcome: isTold ? adoption.outcome : null,
    adapted: told(adoption.adapted),
    result: told(adoption.result),
    hardest: told(adoption.hardest),
    startedOn: adoption.startedOn,
    endedOn: adoption.endedOn,
    plan: seesPlan ? adoption.id : null,
  };
}

function grownOf(
  entry: EntryRecord | undefined,
  askedId: string,
): Pick<LineagePlace, 'name' | 'slug' | 'asked'> {
  return { name: entry?.name ?? null, slug: entry?.slug ?? null, asked: entry?.id === askedId };
}
