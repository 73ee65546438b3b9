import type { Figure, ReportBlock, ReportDocument } from '#contract/reports/report-document';

/** A figure by hand. */
export function sampleFigure(
  id: string,
  value: number | null,
  text: string,
  more: Partial<Figure> = {},
): Figure {
  return { id, value, unit: 'count', decimals: 0, text, ...more };
}

/** A document of one section with these blocks. */
export function sampleDocument(
  blocks: readonly ReportBlock[],
  more: Partial<ReportDocument> = {},
): ReportDocument {
  return {
    report: 'laporan-kinerja',
    language: 'id',
    title: 'Laporan kinerja pelayanan',
    unit: '64.02',
    unitName: 'Kutai Kartanegara',
    period: { from: '2026-10-01', to: '2026-10-31', name: 'Oktober 2026' },
    letterhead: {
      lines: ['PEMERINTAH KABUPATEN KUTAI KARTANEGARA'],
      address: 'Jalan Wolter Monginsidi',
      crest: null,
    },
    cover: false,
    figures: {
      state: 'tetap',
      sentence: 'Angka tetap, ditetapkan Sekda pada 5 Nov 2026, kode KKR-2026-10-4F7K.',
      dataVersion: 12,
      definitionsVersion: '2026-11',
      code: 'KKR-2026-10-4F7K',
      link: 'https://pandu.example/laporan/laporan-kinerja?unit=64.02&grain=month&from=2026-10-01',
    },
    demo: false,
    madeAt: '2026-11-05T02:00:00Z',
    madeAtText: 'Kamis 5 Nov 2026 10.00 WITA',
    sections: [
      { id: 'satu', title: 'Ringkasan', orientation: 'landscape', newPage: false, blocks: [...blocks] },
    ],
    ...more,
  };
}
