/**
 * Month names as people here write them: Indonesian and English, whole and short, with the old spellings
 * that are still in use (Pebruari, Nopember, Agt).
 */
const MONTHS: readonly (readonly string[])[] = [
  ['januari', 'january', 'jan'],
  ['februari', 'february', 'pebruari', 'feb', 'peb'],
  ['maret', 'march', 'mar', 'mrt'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['agustus', 'august', 'agu', 'agt', 'ags', 'agust', 'aug'],
  ['september', 'sep', 'sept'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nopember', 'nov', 'nop'],
  ['desember', 'december', 'des', 'dec'],
];

const NUMBER_BY_NAME: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

/** Month 1–12 of a name in any letter case, with or without a trailing dot; null when it is no month. */
export function monthOfName(name: string): number | null {
  return NUMBER_BY_NAME.get(name.toLowerCase().replace(/\.$/, '')) ?? null;
}
