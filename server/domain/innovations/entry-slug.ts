/** Longest address of an entry, without what makes it unique. */
const LONGEST = 60;

/**
 * The address of an entry, from its acronym and its name: "PECUT (Pelayanan Cepat)" → `pecut-pelayanan-cepat`; cut at a
 * word. A name without any letter of the Latin alphabet gives `inovasi`.
 */
export function entrySlug(name: string, acronym = ''): string {
  const words = `${name.toLowerCase().includes(acronym.toLowerCase()) ? '' : acronym} ${name}`
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word.slice(0, LONGEST) : `${slug}-${word}`;
    if (longer.length > LONGEST) break;
    slug = longer;
  }
  return slug === '' ? 'inovasi' : slug;
}

/** The first of `slug`, `slug-2`, `slug-3` … that is not taken. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}-${number}`)) number += 1;
  return `${slug}-${number}`;
}
