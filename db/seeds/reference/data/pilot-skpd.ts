/**
 * The five pilot SKPD of Kutai Kartanegara: the name under which each became a pilot,
 * and the name of today. History is kept under both.
 */

export interface PilotSkpdSeed {
  readonly code: string;
  /** Full name today. */
  readonly name: string;
  readonly shortName: string;
  /** Name when the pilot programme began; null when it has not changed. */
  readonly formerName: string | null;
}

export const PILOT_SKPD = [
  {
    code: 'disdukcapil',
    name: 'Dinas Kependudukan dan Pencatatan Sipil',
    shortName: 'Disdukcapil',
    formerName: null,
  },
  {
    code: 'dpmptsp',
    name: 'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu',
    shortName: 'DPMPTSP',
    formerName: 'Badan Pelayanan Perizinan Terpadu (BP2T)',
  },
  {
    code: 'bpkad',
    name: 'Badan Pengelolaan Keuangan dan Aset Daerah',
    shortName: 'BPKAD',
    formerName: 'Badan Pengelola Keuangan dan Aset Daerah',
  },
  {
    code: 'disdikbud',
    name: 'Dinas Pendidikan dan Kebudayaan',
    shortName: 'Disdikbud',
    formerName: 'Dinas Pendidikan',
  },
  {
    code: 'rsud',
    name: 'RSUD Aji Muhammad Parikesit',
    shortName: 'RSUD AMP',
    formerName: 'RSUD AM Parikesit',
  },
] as const satisfies readonly PilotSkpdSeed[];
