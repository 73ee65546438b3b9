const CLASSES = [
  'normatif',
  'tidak-berkadar-pengawasan',
  'berkadar-pengawasan',
  'permintaan-informasi',
  'aspirasi',
] as const;

const STATUSES = [
  'diterima',
  'diverifikasi',
  'didisposisi',
  'ditindaklanjuti',
  'selesai',
  'ditutup',
  'ditunda',
  'bukan-kewenangan',
  'tidak-valid',
  'dibuka-kembali',
] as const;

/** The translation key of a complaint's class; null for one that is not known, which is shown as it came. */
export function complaintClassKey(id: string): string | null {
  return CLASSES.some((known) => known === id) ? `complaintClass.${id}` : null;
}

/** The translation key of a complaint's status; null for one that is not known, which is shown as it came. */
export function complaintStatusKey(id: string): string | null {
  return STATUSES.some((known) => known === id) ? `complaintStatus.${id}` : null;
}
