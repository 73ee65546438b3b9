/** Classes of complaints with their deadlines. Each kabupaten may change them. */

export interface ComplaintClassSeed {
  /** Stable code, also the accepted value of `klasifikasi` in an import. */
  readonly code: string;
  readonly name: string;
  /** Working days to resolution; null = no deadline. */
  readonly deadlineWorkingDays: number | null;
  /** Working days by which the deadline may be extended once, with notice. */
  readonly extensionWorkingDays: number;
  /** Working days to the first response. */
  readonly firstResponseWorkingDays: number;
  /** Handled by the Inspektorat alone, the reporter's identity masked. */
  readonly inspectorateOnly: boolean;
  readonly legalBasis: string;
  /** True when the deadline was found second-hand and awaits a look into the regulation. */
  readonly check: boolean;
}

export const COMPLAINT_CLASSES: readonly ComplaintClassSeed[] = [
  {
    code: 'normatif',
    name: 'Pengaduan normatif',
    deadlineWorkingDays: 5,
    extensionWorkingDays: 0,
    firstResponseWorkingDays: 3,
    inspectorateOnly: false,
    legalBasis: 'Peraturan MenPANRB Nomor 62 Tahun 2018',
    check: true,
  },
  {
    code: 'tidak-berkadar-pengawasan',
    name: 'Pengaduan tidak berkadar pengawasan',
    deadlineWorkingDays: 14,
    extensionWorkingDays: 0,
    firstResponseWorkingDays: 3,
    inspectorateOnly: false,
    legalBasis: 'Peraturan MenPANRB Nomor 62 Tahun 2018',
    check: true,
  },
  {
    code: 'berkadar-pengawasan',
    name: 'Pengaduan berkadar pengawasan',
    deadlineWorkingDays: 60,
    extensionWorkingDays: 0,
    firstResponseWorkingDays: 3,
    inspectorateOnly: true,
    legalBasis: 'Peraturan MenPANRB Nomor 62 Tahun 2018',
    check: true,
  },
  {
    code: 'permintaan-informasi',
    name: 'Permintaan informasi publik',
    deadlineWorkingDays: 10,
    extensionWorkingDays: 7,
    firstResponseWorkingDays: 3,
    inspectorateOnly: false,
    legalBasis: 'Undang-Undang Nomor 14 Tahun 2008 Pasal 22 ayat (7) dan (8)',
    check: false,
  },
  {
    code: 'aspirasi',
    name: 'Aspirasi',
    deadlineWorkingDays: null,
    extensionWorkingDays: 0,
    firstResponseWorkingDays: 3,
    inspectorateOnly: false,
    legalBasis: 'Peraturan MenPANRB Nomor 62 Tahun 2018',
    check: true,
  },
];
