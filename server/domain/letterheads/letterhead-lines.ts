/** A unit as far as a letterhead names it. */
export interface NamedUnit {
  readonly name: string;
  readonly kind: string;
}

/** Lines of a letterhead at most. */
export const MOST_LINES = 4;

/** Kinds whose word stands before the name: units are called "Sebulu", their office is "Kecamatan Sebulu". */
const PREFIXES: Readonly<Record<string, string>> = {
  kabupaten: 'Kabupaten',
  kecamatan: 'Kecamatan',
  kelurahan: 'Kelurahan',
  desa: 'Desa',
};

/** The name of the office: `Kecamatan Sebulu`, `Dinas Kesehatan`; a name that says its kind is left as it is. */
export function officeName({ name, kind }: NamedUnit): string {
  const prefix = PREFIXES[kind];
  if (prefix === undefined || /^(kabupaten|kota|kecamatan|distrik|kelurahan|desa)\b/i.test(name)) return name;
  return `${prefix} ${name}`;
}

/**
 * The lines of a letterhead that nobody has set: the government, then the offices down to the unit, in capitals.
 *
 * @param path from the kabupaten down to the unit, both included
 */
export function defaultLines(path: readonly NamedUnit[]): string[] {
  const [top, ...below] = path;
  if (top === undefined) return [];
  return [`Pemerintah ${officeName(top)}`, ...below.slice(1 - MOST_LINES).map(officeName)].map((line) =>
    line.toLocaleUpperCase('id'),
  );
}
