/** What a selection of figures may ask for; notes in charts and baselines. */
export const FIGURE_MESSAGES = {
  'unit-not-found': {
    id: 'Unit “{unit}” tidak ada dalam wilayah kerja Anda.',
    en: 'There is no unit “{unit}” within your scope.',
  },
  'service-not-found': { id: 'Layanan “{service}” tidak dikenal.', en: 'Unknown service “{service}”.' },
  'channel-not-found': { id: 'Kanal “{channel}” tidak dikenal.', en: 'Unknown channel “{channel}”.' },
  'filter-not-applicable': {
    id: 'Ukuran “{measure}” tidak dipilah menurut “{filter}”. Hapus saringan itu.',
    en: 'The measure “{measure}” does not know the filter “{filter}”. Leave it out.',
  },
  'annotation-day-ahead': {
    id: 'Tanggal catatan ({day}) belum tiba. Catat hal yang sudah terjadi.',
    en: 'The day of the note ({day}) is ahead. Note what has happened.',
  },
  'annotation-not-found': {
    id: 'Catatan ini tidak ada, atau bukan catatan jabatan Anda.',
    en: 'There is no such note, or it is not one of your post.',
  },
  'baseline-not-month': {
    id: 'Dasar batas kendali dimulai pada tanggal 1 suatu bulan yang sudah tiba, bukan {date}.',
    en: 'A baseline begins on the first day of a month that has begun, not on {date}.',
  },
  'baseline-exists': {
    id: 'Deret ini sudah punya dasar mulai {date}. Tarik kembali dahulu, atau pilih bulan lain.',
    en: 'This series already has a baseline from {date}. Take that back first, or choose another month.',
  },
  'baseline-not-found': {
    id: 'Dasar batas kendali ini tidak ada; mungkin sudah ditarik kembali.',
    en: 'There is no such baseline; it may have been taken back.',
  },
  'measure-not-found': { id: 'Ukuran “{measure}” tidak dikenal.', en: 'Unknown measure “{measure}”.' },
  'period-reversed': {
    id: 'Tanggal awal ({from}) sesudah tanggal akhir ({to}).',
    en: 'The first day ({from}) is after the last day ({to}).',
  },
  'period-too-long': {
    id: 'Periode paling panjang 50 tahun.',
    en: 'A period may cover at most 50 years.',
  },
  'too-many-points': {
    id: 'Deret ini akan berisi {points} titik; paling banyak 1.500. Perpendek periode atau pilih satuan waktu yang lebih besar.',
    en: 'This series would have {points} points; at most 1,500. Shorten the period or choose a coarser grain.',
  },
  'field-not-applicable': {
    id: '“{field}” bukan angka dari ukuran “{measure}”. Yang ada: {fields}.',
    en: '“{field}” is not a number of the measure “{measure}”. There are: {fields}.',
  },
  'period-not-calendar': {
    id: 'Perbandingan dengan unit sejenis hanya untuk satu bulan, triwulan, atau tahun kalender yang utuh.',
    en: 'A comparison with peers covers one whole calendar month, quarter or year.',
  },
  'breakdown-not-applicable': {
    id: 'Ukuran “{measure}” tidak dapat dirinci menurut “{by}”. Yang ada: {choices}.',
    en: 'The measure “{measure}” cannot be broken down by “{by}”. There are: {choices}.',
  },
} as const;
