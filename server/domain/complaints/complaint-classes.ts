/** Names of the classes of complaints (PermenPANRB 62/2018; UU 14/2008), as they stand in a table. */
const NAMES: Readonly<Record<string, string>> = {
  normatif: 'Pengaduan normatif',
  'tidak-berkadar-pengawasan': 'Tidak berkadar pengawasan',
  'berkadar-pengawasan': 'Berkadar pengawasan',
  'permintaan-informasi': 'Permintaan informasi publik',
  aspirasi: 'Aspirasi',
  'tidak-disebut': 'Tidak disebut',
};

/** Indonesian name of a class; its code when it is not known. */
export function complaintClassName(code: string): string {
  return NAMES[code] ?? code;
}
