import type { VARIATIONS } from '#contract/signals';
import type { FigureState } from '#contract/reports/snapshot-content';
import type { Language } from '#domain/language';

type Told = Readonly<Record<Language, string>>;

/** What a workbook says beside the words of its report. */
export const XLSX_WORDS = {
  about: { id: 'Keterangan', en: 'About' },
  unit: { id: 'Unit', en: 'Unit' },
  code: { id: 'Kode unit', en: 'Unit code' },
  period: { id: 'Periode', en: 'Period' },
  from: { id: 'Dari', en: 'From' },
  to: { id: 'Sampai', en: 'To' },
  state: { id: 'Keadaan angka', en: 'State of the figures' },
  sentence: { id: 'Penetapan', en: 'Freezing' },
  snapshot: { id: 'Kode angka', en: 'Snapshot code' },
  notFrozen: { id: 'belum ditetapkan', en: 'not frozen yet' },
  data: { id: 'Versi data', en: 'Data version' },
  definitions: { id: 'Versi definisi', en: 'Definitions version' },
  link: { id: 'Alamat', en: 'Address' },
  made: { id: 'Dibuat', en: 'Made' },
  sheets: { id: 'Lembar', en: 'Sheets' },
  demo: { id: 'DATA CONTOH – bukan kinerja sebenarnya', en: 'SAMPLE DATA – not actual performance' },
  minutes: { id: 'menit', en: 'minutes' },
  mark: { id: 'perubahan', en: 'change' },
  bucket: { id: 'Waktu', en: 'Time' },
  lower: { id: 'Batas bawah', en: 'Lower limit' },
  centre: { id: 'Rata-rata', en: 'Mean' },
  upper: { id: 'Batas atas', en: 'Upper limit' },
  remark: { id: 'Catatan', en: 'Remark' },
  partial: { id: 'belum selesai', en: 'not over' },
  signal: { id: 'sinyal', en: 'signal' },
  target: { id: 'Target', en: 'Target' },
  noData: { id: 'tidak ada data', en: 'no data' },
} as const satisfies Readonly<Record<string, Told>>;

export const STATE_WORDS: Readonly<Record<FigureState, Told>> = {
  sementara: { id: 'angka sementara', en: 'provisional figures' },
  tetap: { id: 'angka tetap', en: 'final figures' },
  perbaikan: { id: 'angka perbaikan', en: 'corrected figures' },
};

export const VARIATION_WORDS: Readonly<Record<(typeof VARIATIONS)[number], Told>> = {
  improving: { id: 'membaik', en: 'getting better' },
  worsening: { id: 'memburuk', en: 'getting worse' },
  changed: { id: 'berubah, tidak dinilai', en: 'changed, not judged' },
  stable: { id: 'stabil', en: 'stable' },
  unknown: { id: 'perubahan belum diuji', en: 'change not tested yet' },
};
