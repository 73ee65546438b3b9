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
  readonly legend: string;
  readonly chart: Readonly<Record<'limits' | 'target' | 'partial', string>>;
}

const WORDS: Readonly<Record<ReportDocument['language'], PaperWords>> = {
  id: {
    demo: 'DATA CONTOH – bukan kinerja sebenarnya',
    page: (page, pages) => `Halaman ${page} dari ${pages}`,
    code: 'Kode cuplikan',
    made: 'Dibuat',
    live: 'Pindai untuk membuka halaman langsung',
    nip: 'NIP',
    marks: {
      worsening: 'memburuk',
      improving: 'membaik',
      changed: 'berubah',
      stable: 'stabil',
      unknown: 'sampel kurang atau belum cukup data',
    },
    legend: 'Tanda',
    chart: { limits: 'batas yang biasa', target: 'target', partial: 'bulan belum selesai' },
  },
  en: {
    demo: 'SAMPLE DATA – not actual performance',
    page: (page, pages) => `Page ${page} of ${pages}`,
    code: 'Snapshot code',
    made: 'Made',
    live: 'Scan to open the live page',
    nip: 'NIP',
    marks: {
      worsening: 'worsening',
      improving: 'improving',
      changed: 'changed',
      stable: 'stable',
      unknown: 'small sample or not enough data',
    },
    legend: 'Signs',
    chart: { limits: 'usual range', target: 'target', partial: 'month not over' },
  },
};

export function paperWords(language: ReportDocument['language']): PaperWords {
  return WORDS[language];
}
