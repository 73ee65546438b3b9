/** The words of a page that are not the report's own. */
import type { ReportDocument } from '#contract/reports/report-document';

interface PaperWords {
  readonly demo: string;
  readonly page: (page: number, pages: number) => string;
  readonly code: string;
  readonly made: string;
  readonly live: string;
  readonly nip: string;
  readonly marks: Readonly<Record<'improving' | 'worsening' | 'changed' | 'stable' | 'unknown', string>>;
  readonly chart: Readonly<Record<'limits' | 'mean' | 'target' | 'partial', string>>;
}

const WORDS: Readonly<Record<ReportDocument['language'], PaperWords>> = {
  id: {
    demo: 'DATA CONTOH – bukan kinerja sebenarnya',
    page: (page, pages) => `Halaman ${page} dari ${pages}`,
    code: 'Kode cuplikan',
    made: 'Dibuat',
    live: 'Pindai kode untuk membukanya di PANDU',
    nip: 'NIP',
    marks: {
      worsening: 'memburuk',
      improving: 'membaik',
      changed: 'berubah',
      stable: 'stabil',
      unknown: 'sampel kurang atau belum cukup data',
    },
    chart: {
      limits: 'batas yang biasa',
      mean: 'rata-rata',
      target: 'target',
      partial: 'bulan belum selesai',
    },
  },
  en: {
    demo: 'SAMPLE DATA – not actual performance',
    page: (page, pages) => `Page ${page} of ${pages}`,
    code: 'Snapshot code',
    made: 'Made',
    live: 'Scan the code to open it in PANDU',
    nip: 'NIP',
    marks: {
      worsening: 'worsening',
      improving: 'improving',
      changed: 'changed',
      stable: 'stable',
      unknown: 'small sample or not enough data',
    },
    chart: { limits: 'usual range', mean: 'mean', target: 'target', partial: 'month not over' },
  },
};

export function paperWords(language: ReportDocument['language']): PaperWords {
  return WORDS[language];
}
