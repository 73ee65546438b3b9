/**
 * Invented entries to try search and lists with: as a camat would write them, over many problems and services. None of
 * them exists; a normal installation has none of them, and every row made of them carries `generated`.
 */
import { EMPTY_CONTENT, entryContentSchema, type EntryContent } from '#contract/innovations/entry-content';
import { GENERATED_STORIES } from './generated-stories.testing.ts';

export interface GeneratedEntry {
  readonly id: string;
  readonly slug: string;
  readonly homeCode: string;
  readonly homeName: string;
  readonly unitName: string;
  readonly content: EntryContent;
}

/** Kabupaten that exist, for invented entries. */
const HOMES: readonly (readonly [code: string, name: string])[] = [
  ['33.07', 'Wonosobo'],
  ['35.10', 'Banyuwangi'],
  ['73.02', 'Bulukumba'],
  ['52.08', 'Lombok Utara'],
  ['61.01', 'Sambas'],
  ['81.03', 'Kepulauan Tanimbar'],
  ['18.04', 'Lampung Barat'],
  ['53.15', 'Manggarai Barat'],
  ['12.12', 'Toba'],
  ['34.03', 'Gunungkidul'],
];

/** One invented innovation: what makes it different from all others. */
interface Told {
  readonly unit: string;
  readonly content: EntryContent;
}

const TOLD: readonly Told[] = GENERATED_STORIES.trim().split('\n').map(told);

function told(line: string): Told {
  const cells = line.split('|').map((cell) => cell.trim());
  if (cells.length !== 12) throw new RangeError(`not 12 cells: ${line}`);
  const [
    name,
    acronym,
    unit = '',
    topics,
    services,
    problem,
    how,
    digital,
    connectivity,
    regions,
    people,
    budget,
  ] = cells;
  const content = entryContentSchema.parse({
    ...EMPTY_CONTENT,
    name,
    acronym,
    form: 'pelayanan-publik',
    digital: digital === 'digital',
    summary: how,
    topics: listed(topics),
    problem,
    howItWorks: how,
    services: listed(services),
    people: numbered(people),
    budget: numbered(budget, 1_000_000),
    connectivity: connectivity === '' ? null : connectivity,
    regionTypes: listed(regions),
  });
  return { unit, content };
}

function listed(cell = ''): string[] {
  return cell === '' ? [] : cell.split(', ');
}

function numbered(cell = '', times = 1): number | null {
  return cell === '' ? null : Number(cell) * times;
}

/** Units that a further entry may be of. */
const FURTHER_UNITS = [
  'Kecamatan Suka Maju',
  'Kecamatan Bangun Jaya',
  'Dinas Sosial',
  'Puskesmas Harapan',
  'DPMPTSP',
];

/**
 * The first 65 are told one by one; beyond them the same stories are told of other units, with a number in their name,
 * so that any number can be had. The same `count` and `seed` give the same entries.
 *
 * @param count how many
 * @param seed any number; changes which unit a further entry is of
 */
export function* generatedEntries(count: number, seed = 1): Generator<GeneratedEntry> {
  for (let index = 0; index < count; index += 1) {
    const story = TOLD[index % TOLD.length];
    const home = HOMES[(index + Math.floor(index / TOLD.length)) % HOMES.length];
    if (story === undefined || home === undefined) return;
    yield entryOf(story, home, index, seed);
  }
}

/** How many are told one by one. */
export const TOLD_ENTRIES = TOLD.length;

function entryOf(
  { unit, content }: Told,
  [homeCode, homeName]: readonly [string, string],
  index: number,
  seed: number,
): GeneratedEntry {
  const round = Math.floor(index / TOLD.length);
  const further = FURTHER_UNITS[(round * 7 + index * 3 + seed) % FURTHER_UNITS.length] ?? unit;
  const unitName = round === 0 ? unit : `${further} ${homeName}`;
  return {
    id: `0199f000-0000-7000-8000-${(seed * 1_000_000 + index).toString(16).padStart(12, '0')}`,
    slug: `contoh-${index + 1}-${seed}`,
    homeCode,
    homeName,
    unitName,
    content: {
      ...content,
      name: round === 0 ? content.name : `${content.name} ${round + 1}`,
      initiator: unitName,
      stage: (['inisiatif', 'uji-coba', 'penerapan'] as const)[index % 3] ?? null,
    },
  };
}
