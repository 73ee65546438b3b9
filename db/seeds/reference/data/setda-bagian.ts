/**
 * The 12 bagian of a Sekretariat Daerah kabupaten (Permendagri 56/2019, the pattern of
 * names). The names are editable: each kabupaten sets its own by Perbup.
 */

export interface BagianSeed {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
}

/** Code and name of the Sekretariat Daerah, the parent of the bagian. */
export const SETDA = { code: 'setda', name: 'Sekretariat Daerah' } as const;

export const SETDA_BAGIAN = [
  { code: 'setda-pemerintahan', name: 'Bagian Pemerintahan', shortName: 'Pemerintahan' },
  { code: 'setda-kesra', name: 'Bagian Kesejahteraan Rakyat', shortName: 'Kesra' },
  { code: 'setda-hukum', name: 'Bagian Hukum', shortName: 'Hukum' },
  { code: 'setda-kerja-sama', name: 'Bagian Kerja Sama', shortName: 'Kerja Sama' },
  { code: 'setda-perekonomian', name: 'Bagian Perekonomian', shortName: 'Perekonomian' },
  { code: 'setda-sda', name: 'Bagian Sumber Daya Alam', shortName: 'SDA' },
  { code: 'setda-pembangunan', name: 'Bagian Administrasi Pembangunan', shortName: 'Adbang' },
  { code: 'setda-pbj', name: 'Bagian Pengadaan Barang dan Jasa', shortName: 'PBJ' },
  { code: 'setda-umum', name: 'Bagian Umum', shortName: 'Umum' },
  { code: 'setda-organisasi', name: 'Bagian Organisasi', shortName: 'Organisasi' },
  { code: 'setda-prokopim', name: 'Bagian Protokol dan Komunikasi Pimpinan', shortName: 'Prokopim' },
  { code: 'setda-renkeu', name: 'Bagian Perencanaan dan Keuangan', shortName: 'Renkeu' },
] as const satisfies readonly BagianSeed[];
