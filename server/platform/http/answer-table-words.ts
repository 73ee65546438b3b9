import type { Language } from '#contract/messages';

export type Words = Readonly<Record<Language, string>>;

/** A column that an answer may hold beside the fields of its measure. */
export interface TableWord extends Words {
  /** Parts of one, written in percent. */
  readonly percent?: true;
  /** What stands for the values that the answer tells by a key. */
  readonly values?: Readonly<Record<string, Words>>;
}

/** In place of a value that is withheld from the person who asks. */
export const WITHHELD: Words = { id: 'disamarkan', en: 'masked' };

/** After the name of a unit, for what lies in none of the units below it. */
export const OWN_PART: Words = { id: ', tanpa unit di bawahnya', en: ', without the units below it' };

/** Header of the names of a breakdown's rows. */
export const ROW_WORDS: Readonly<Record<string, Words>> = {
  unit: { id: 'Unit', en: 'Unit' },
  service: { id: 'Layanan', en: 'Service' },
  channel: { id: 'Kanal', en: 'Channel' },
  class: { id: 'Klasifikasi', en: 'Class' },
  'weekday-hour': { id: 'Hari dan jam', en: 'Weekday and hour' },
  unsur: { id: 'Unsur', en: 'Element' },
};

/** Columns by the names they have in an answer, in the order in which they stand in a file. */
export const TABLE_WORDS: Readonly<Record<string, TableWord>> = {
  label: { id: 'Unit', en: 'Unit' },
  category: { id: 'Kategori', en: 'Category' },
  step: { id: 'Tahap', en: 'Stage' },
  unit: { id: 'Unit', en: 'Unit' },
  name: { id: 'Alasan', en: 'Reason' },
  causedBy: {
    id: 'Menunggu',
    en: 'Waiting for',
    values: {
      applicant: { id: 'pemohon', en: 'the applicant' },
      administration: { id: 'pemerintah', en: 'the administration' },
      unknown: { id: 'tidak diketahui', en: 'not known' },
    },
  },
  from: { id: 'Dari', en: 'From' },
  to: { id: 'Sampai', en: 'To' },
  fromDays: { id: 'Umur dari (hari kerja)', en: 'Age from (working days)' },
  toDays: { id: 'Umur sampai (hari kerja)', en: 'Age to (working days)' },
  upToMinutes: { id: 'Sampai (menit)', en: 'Up to (minutes)' },
  value: { id: 'Nilai', en: 'Value' },
  n: { id: 'n', en: 'n' },
  lower: { id: 'Batas bawah', en: 'Lower limit' },
  upper: { id: 'Batas atas', en: 'Upper limit' },
  signal: {
    id: 'Sinyal',
    en: 'Signal',
    values: {
      outside: { id: 'di luar batas', en: 'outside the limits' },
      trend: { id: 'tujuh bulan searah', en: 'seven months in one direction' },
      'two-of-three': { id: 'dua dari tiga bulan dekat batas', en: 'two of three months near a limit' },
      run: { id: 'tujuh bulan di satu sisi rata-rata', en: 'seven months on one side of the mean' },
    },
  },
  state: {
    id: 'Keadaan',
    en: 'State',
    values: {
      defined: { id: 'lengkap', en: 'complete' },
      missing: { id: 'tidak ada data', en: 'no data' },
      partial: { id: 'belum selesai', en: 'not finished' },
    },
  },
  count: { id: 'Jumlah', en: 'Count' },
  received: { id: 'Diterima', en: 'Received' },
  completed: { id: 'Selesai', en: 'Completed' },
  pauses: { id: 'Jeda', en: 'Pauses' },
  open: { id: 'Belum selesai', en: 'Open' },
  overdue: { id: 'Lewat tenggat', en: 'Overdue' },
  medianWorkingMinutes: { id: 'Median, jam dinas (menit)', en: 'Median, official clock (minutes)' },
  p90WorkingMinutes: { id: '90 % dalam, jam dinas (menit)', en: '90% within, official clock (minutes)' },
  share: { id: 'Bagian (%)', en: 'Share (%)', percent: true },
  cumulativeShare: { id: 'Kumulatif (%)', en: 'Cumulative (%)', percent: true },
  mean: { id: 'Rata-rata', en: 'Mean' },
  respondents: { id: 'Responden', en: 'Respondents' },
  instrument: { id: 'Instrumen', en: 'Instrument' },
  lastReportedOn: { id: 'Terakhir melapor', en: 'Last reported' },
};

/** Of the rows of a breakdown only these stand beside the fields of its measure, which would come twice. */
export const BESIDE_FIELDS: readonly string[] = ['label', 'instrument'];
