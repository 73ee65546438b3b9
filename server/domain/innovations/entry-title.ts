/** What an entry is called. */
export interface EntryName {
  readonly name: string;
  readonly acronym: string;
}

/** "PECUT, Pelayanan Cepat Tunggu di Tempat"; an acronym that the name already holds is not said twice. */
export function entryTitle({ name, acronym }: EntryName): string {
  if (acronym === '') return name;
  if (name === '') return acronym;
  return name.toLocaleLowerCase('id').includes(acronym.toLocaleLowerCase('id'))
    ? name
    : `${acronym}, ${name}`;
}

/** What people call it: its acronym, else its name. */
export function shortName({ name, acronym }: EntryName): string {
  return acronym === '' ? name : acronym;
}

/** "Kecamatan Sebulu, Kutai Kartanegara"; "Kabupaten Bekasi" where the unit is the kabupaten itself. */
export function homeName({
  unit,
  kabupaten,
}: {
  readonly unit: { readonly name: string };
  readonly kabupaten: { readonly name: string };
}): string {
  if (unit.name === '') return kabupaten.name;
  return unit.name.includes(kabupaten.name) ? unit.name : `${unit.name}, ${kabupaten.name}`;
}
