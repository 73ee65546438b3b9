/** Single service cases and complaints, and who reported them. */
export const RECORD_MESSAGES = {
  'service-case-not-found': {
    id: 'Permohonan ini tidak ditemukan.',
    en: 'There is no such application.',
  },
  'export-too-long': {
    id: 'Berkas memuat paling banyak {rows} baris. Persempit periode atau unitnya, lalu unduh lagi.',
    en: 'A file holds at most {rows} rows. Narrow the period or the unit and download again.',
  },
  'complaint-not-found': { id: 'Aduan ini tidak ditemukan.', en: 'There is no such complaint.' },
  'reporter-confidential': {
    id: 'Pelapor meminta namanya dirahasiakan dari unit. Hubungi Inspektorat atau Diskominfo bila identitasnya diperlukan.',
    en: 'The reporter asked not to be named to the unit. Ask the Inspektorat or Diskominfo if the identity is needed.',
  },
  'too-many-reveals': {
    id: 'Paling banyak {most} identitas pelapor dibuka seorang dalam satu jam. Coba lagi dalam {minutes} menit.',
    en: 'One person opens at most {most} reporters in an hour. Try again in {minutes} minutes.',
  },
} as const;
