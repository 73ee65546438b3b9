/** Coded reasons for stopping the official clock; the citizen clock never stops. */

export interface PauseReasonSeed {
  /** Stable code, also the accepted value of `alasan` in an import. */
  readonly code: string;
  readonly name: string;
  /** Whose time it is: the applicant's, or the administration's own. */
  readonly causedBy: 'applicant' | 'administration';
  /** The applicant has to come or send something again: from the second time on it adds a visit. */
  readonly addsVisit: boolean;
}

export const PAUSE_REASONS: readonly PauseReasonSeed[] = [
  { code: 'berkas-kurang', name: 'Berkas belum lengkap', causedBy: 'applicant', addsVisit: true },
  {
    code: 'menunggu-pembayaran',
    name: 'Menunggu pembayaran retribusi',
    causedBy: 'applicant',
    addsVisit: false,
  },
  {
    code: 'jadwal-pemohon',
    name: 'Pemohon meminta penjadwalan ulang',
    causedBy: 'applicant',
    addsVisit: true,
  },
  {
    code: 'gangguan-sistem',
    name: 'Gangguan sistem atau jaringan',
    causedBy: 'administration',
    addsVisit: false,
  },
  { code: 'blangko-kosong', name: 'Blangko habis', causedBy: 'administration', addsVisit: false },
  {
    code: 'rekomendasi-instansi-lain',
    name: 'Menunggu rekomendasi instansi lain',
    causedBy: 'administration',
    addsVisit: false,
  },
  {
    code: 'keadaan-kahar',
    name: 'Keadaan kahar (banjir, kebakaran, bencana)',
    causedBy: 'administration',
    addsVisit: false,
  },
];
