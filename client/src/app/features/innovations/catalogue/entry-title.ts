import type { EntryCard } from './catalogue-api.ts';

/** "PECUT, Pelayanan Cepat Tunggu di Tempat"; an acronym that the name already holds is not said twice. */
export function entryTitle({ name, acronym }: Pick<EntryCard, 'name' | 'acronym'>): string {
  if (acronym === '') return name;
  if (name === '') return acronym;
  return name.toLocaleLowerCase('id').includes(acronym.toLocaleLowerCase('id'))
    ? name
    : `${acronym}, ${name}`;
}

/** What people call it: its acronym, else its name. */
export function shortName({ name, acronym }: Pick<EntryCard, 'name' | 'acronym'>): string {
  return acronym === '' ? name : acronym;
}

/** "Kecamatan Sebulu, Kutai Kartanegara"; "Kabupaten Bekasi" where the unit is the kabupaten itself. */
export function homeName({ unit, kabupaten }: Pick<EntryCard['home'], 'unit' | 'kabupaten'>): string {
  if (unit.name === '') return kabupaten.name;
  return unit.name.includes(kabupaten.name) ? unit.name : `${unit.name}, ${kabupaten.name}`;
}
