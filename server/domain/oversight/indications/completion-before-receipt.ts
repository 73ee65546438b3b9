import { numberText } from '../../attention/attention-words.ts';
import type { IndicationDefinition } from './indication.ts';

/** Rows of files of one unit that the import rejected, because the end stands before the beginning. */
export interface BackwardsFacts {
  readonly rows: number;
  /** Files they stood in. */
  readonly files: number;
}

const LEAST_ROWS = 3;

/** Completed before it was received: such rows are never loaded, so only the rejected ones tell of them. */
export const COMPLETION_BEFORE_RECEIPT: IndicationDefinition<BackwardsFacts> = {
  id: 'completion-before-receipt',
  name: { id: 'Selesai sebelum diterima', en: 'Completed before received' },
  definition: {
    id: `Sedikitnya ${LEAST_ROWS} baris berkas yang dimuat unit itu ditolak karena tanggal selesainya mendahului tanggal terimanya. Unit adalah yang memuat berkas. Baris tertolak disimpan terbatas waktunya; yang sudah dihapus tidak terhitung.`,
    en: `At least ${LEAST_ROWS} rows of files the unit loaded were rejected because they end before they begin. The unit is the one that loaded the file. Rejected rows are kept for a limited time; those deleted are not counted.`,
  },
  innocent: {
    id: 'Bisa jadi hari dan bulan tertukar, kolom tertukar saat menyalin, atau jam komputer loket salah.',
    en: 'Day and month may be swapped, columns may be swapped in copying, or the clock of a counter is wrong.',
  },
  judge: ({ rows }) => (rows >= LEAST_ROWS ? 'found' : rows === 0 ? 'clear' : 'insufficient-data'),
  sentence: ({ rows, files }, language) => {
    const [some, of] = [numberText(rows, language), numberText(files, language)];
    return language === 'en'
      ? `${some} rows in ${of} ${files === 1 ? 'file' : 'files'} end before they begin, and were rejected.`
      : `${some} baris dalam ${of} berkas tercatat selesai sebelum diterima, dan ditolak saat dimuat.`;
  },
  against: (_facts, language) =>
    language === 'en'
      ? 'a request cannot be completed before it is received'
      : 'permohonan tidak mungkin selesai sebelum diterima',
};
