/** Coded reasons for stopping the official clock; the citizen clock never stops. */
export interface PauseReason {
  /** Stable code, also the accepted value of `alasan` in an import. */
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  /** Whose time it is: the applicant's, or the administration's own. */
  readonly causedBy: 'applicant' | 'administration';
  /** The applicant has to come or send something again: from the second time on it adds a visit. */
  readonly addsVisit: boolean;
}

export const PAUSE_REASONS: readonly PauseReason[] = [
  {
    code: 'berkas-kurang',
    name: 'Berkas belum lengkap',
    nameEn: 'Documents incomplete',
    causedBy: 'applicant',
    addsVisit: true,
  },
  {
    code: 'menunggu-pembayaran',
    name: 'Menunggu pembayaran retribusi',
    nameEn: 'Waiting for the fee to be paid',
    causedBy: 'applicant',
    addsVisit: false,
  },
  {
    code: 'jadwal-pemohon',
    name: 'Pemohon meminta penjadwalan ulang',
    nameEn: 'Rescheduled by the applicant',
    causedBy: 'applicant',
    addsVisit: true,
  },
  {
    code: 'gangguan-sistem',
    name: 'Gangguan sistem atau jaringan',
    nameEn: 'System or network failure',
    causedBy: 'administration',
    addsVisit: false,
  },
  {
    code: 'blangko-kosong',
    name: 'Blangko habis',
    nameEn: 'Blank forms out of stock',
    causedBy: 'administration',
    addsVisit: false,
  },
  {
    code: 'rekomendasi-instansi-lain',
    name: 'Menunggu rekomendasi instansi lain',
    nameEn: 'Waiting for another agency',
    causedBy: 'administration',
    addsVisit: false,
  },
  {
    code: 'keadaan-kahar',
    name: 'Keadaan kahar (banjir, kebakaran, bencana)',
    nameEn: 'Force majeure (flood, fire, disaster)',
    causedBy: 'administration',
    addsVisit: false,
  },
];

/** The reason of a code; null for one that this version does not know. */
export function findPauseReason(code: string): PauseReason | null {
  return PAUSE_REASONS.find((reason) => reason.code === code) ?? null;
}
