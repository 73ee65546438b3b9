import type { Attention, AttentionItem } from '#contract/attention';
import type { ReportBlock, ReportDocument, ReportTable, Span } from '#contract/reports/report-document';
import { reportDocumentSchema } from '#contract/reports/report-document';
import { NO_BREAK } from '#domain/language';
import { LAPORAN_KINERJA } from '../definitions/laporan-kinerja/laporan-kinerja.ts';
import type { PartDefinition, ReportDefinition } from '../report-definition.ts';
import { buildReport } from './build-report.ts';
import {
  HIDDEN_COMPLAINTS,
  NO_IKM,
  NO_VOLUME,
  TURNAROUND,
  breakdownOf,
  contentOf,
  inputOf,
  seriesOf,
  summaryOf,
  unitItem,
} from './report-content.testing.ts';

const MUARA_KAMAN: AttentionItem = {
  key: 'signal:1',
  kind: 'signal',
  mark: 'worse',
  unit: { code: '64.02.11', name: 'Muara Kaman', kind: 'kecamatan' },
  service: null,
  sentence: 'tepat waktu turun dari 91 % ke 74 % sejak Juni.',
  owner: { post: 'Camat Muara Kaman', postId: null },
  since: '2026-06-01',
  facts: ['n = 412 (Oktober)', '5 bulan di bawah rata-rata'],
  proof: { label: '37 berkas', screen: '/permohonan', query: {}, count: 37 },
  spark: null,
  variation: 'worsening',
  assurance: null,
  explanation: null,
  innovation: null,
  disposition: null,
};

const ATTENTION: Attention = {
  unit: '64.02',
  unitName: 'Kutai Kartanegara',
  month: '2026-10-01',
  dataVersion: 41,
  asOf: null,
  definitionsVersion: '2026-11',
  items: [
    MUARA_KAMAN,
    { ...MUARA_KAMAN, key: 'signal:2', mark: 'no-data', owner: null, since: null, facts: [] },
  ],
  more: 1,
  praise: [],
  seriesChecked: 225,
  expectedByChance: 8.7,
  reporting: {
    expected: 25,
    reported: 24,
    silent: [{ code: '64.02.12', name: 'Tabang', kind: 'kecamatan' }],
  },
  dispositions: { done: 0, running: 0, late: [], forMe: 0 },
  meeting: null,
  innovations: { fresh: 0, toConfirm: 0 },
};

/** The blocks that one part makes. */
function blocksOf(part: PartDefinition, content = contentOf(), language: 'id' | 'en' = 'id'): ReportBlock[] {
  const definition: ReportDefinition = {
    ...LAPORAN_KINERJA,
    sections: [
      {
        id: 's',
        title: { id: 'Bagian', en: 'Part' },
        orientation: 'portrait',
        newPage: false,
        parts: [part],
      },
    ],
  };
  return buildReport(definition, inputOf(content, { language })).sections[0]?.blocks ?? [];
}

function told(spans: readonly Span[]): string {
  return spans.map(({ text }) => text.replaceAll(NO_BREAK, ' ')).join('');
}

/** Lists and paragraphs as plain lines. */
function linesOf(blocks: readonly ReportBlock[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items.map(told);
    return block.kind === 'paragraph' ? [told(block.spans)] : [];
  });
}

function tableOf(blocks: readonly ReportBlock[]): ReportTable {
  const table = blocks.find((block) => block.kind === 'table');
  if (table === undefined) throw new Error('There is no table.');
  return table;
}

function rowsOf({ rows }: ReportTable): string[][] {
  return rows.map(({ cells }) =>
    cells.map((cell) =>
      cell === null ? '' : typeof cell === 'string' ? cell : cell.text.replaceAll(NO_BREAK, ' '),
    ),
  );
}

describe('the parts of a report', () => {
  it('tell the period in sentences, with the change against the period before', () => {
    const lines = linesOf(
      blocksOf({
        kind: 'summary',
        fields: ['volume.received', 'turnaround.dueMetShare', 'ikm.score', 'complaints.resolvedShare'],
      }),
    );
    expect(lines).toEqual([
      'Selama Oktober 2026 diterima 1.208 permohonan dan diselesaikan 1.150.',
      'Dari 1.190 permohonan yang jatuh tempo, 74,3 % selesai tepat waktu, naik 2,1 poin dibanding 72,2 % pada September 2026.',
      'Nilai IKM 84,12, mutu B (Baik), dari 361 responden; naik 0,62 poin dibanding 83,50 pada September 2026.',
      'Diterima 214 aduan; dari 200 aduan yang sah, 95,0 % ditindaklanjuti dan 80,5 % tuntas (tetap dibanding 80,5 % pada September 2026).',
    ]);
  });

  it('tell that nothing is there, that figures are withheld, and who has not reported', () => {
    const { volume, ikm, complaints } = summaryOf();
    const summary = summaryOf({
      volume: { ...NO_VOLUME, previous: volume.previous },
      ikm: { ...NO_IKM, previous: ikm.previous },
      complaints: { ...HIDDEN_COMPLAINTS, previous: complaints.previous },
    });
    const lines = linesOf(
      blocksOf(
        { kind: 'summary', fields: ['volume.received', 'ikm.score', 'complaints.resolvedShare'] },
        contentOf({ summary, attention: ATTENTION }),
      ),
    );
    expect(lines).toEqual([
      'Selama Oktober 2026 tidak ada data permohonan.',
      'Nilai IKM: tidak ada data.',
      'Aduan: diterima disamarkan; sah disamarkan; ditindaklanjuti disamarkan; tuntas disamarkan.',
      '24 dari 25 unit sudah melapor; belum melapor: Tabang. 3 hal perlu keputusan.',
    ]);
  });

  it('list the exceptions with who answers for them, and how many are left out', () => {
    const blocks = blocksOf({ kind: 'exceptions', most: 1 }, contentOf({ attention: ATTENTION }));
    expect(rowsOf(tableOf(blocks))).toEqual([
      [
        'memburuk',
        'Muara Kaman',
        'Tepat waktu turun dari 91 % ke 74 % sejak Juni.\nn = 412 (Oktober) · 5 bulan di bawah rata-rata',
        'Camat Muara Kaman',
        '2026-06-01',
      ],
    ]);
    expect(linesOf(blocks)).toEqual([
      'Masih ada 2 hal lain; lihat halaman Beranda. Dari 225 deret yang diperiksa, sekitar 9 bisa tampak berubah karena kebetulan.',
    ]);
    expect(linesOf(blocksOf({ kind: 'exceptions', most: 7 }))).toEqual([
      'Daftar hal yang perlu keputusan tidak tersedia untuk pembaca laporan ini.',
    ]);
  });

  it('name who deserves praise', () => {
    const praise = [
      { ...MUARA_KAMAN, sentence: 'selesai sekali datang naik ke 94 %.', facts: ['n = 1.208'] },
    ];
    const part = { kind: 'praise', most: 3 } as const;
    expect(linesOf(blocksOf(part, contentOf({ attention: { ...ATTENTION, praise } })))).toEqual([
      'Muara Kaman: selesai sekali datang naik ke 94 %. n = 1.208.',
    ]);
    expect(linesOf(blocksOf(part, contentOf({ attention: ATTENTION })))).toEqual([
      'Belum ada perbaikan yang menonjol pada periode ini.',
    ]);
    expect(blocksOf(part)).toEqual([]);
  });

  it('set every unit beside the others, say once where nobody reported, and end with the whole', () => {
    const items = [
      unitItem(1),
      unitItem(2, { volume: NO_VOLUME, ikm: { ...unitItem(2).ikm, sufficient: false } }),
      unitItem(3, { key: 'self', label: 'Kutai Kartanegara' }),
    ];
    const content = contentOf();
    const matrix = { ...content.matrix, items } as NonNullable<typeof content.matrix>;
    const table = tableOf(
      blocksOf(
        { kind: 'matrix', fields: ['volume.received', 'volume.open', 'turnaround.dueMetShare', 'ikm.score'] },
        contentOf({ matrix }),
      ),
    );
    expect(table.columns.map(({ label }) => label)).toEqual([
      'Unit',
      'Permohonan diterima',
      'Belum selesai',
      'Tepat waktu',
      'IKM',
      'Mutu',
    ]);
    expect(rowsOf(table)).toEqual([
      ['Kecamatan Nomor 1', '101', '64', '74,3 %', '84,12', 'B'],
      ['Kecamatan Nomor 2', 'tidak ada data', '–', '74,3 %', '84,12', 'B'],
      ['Kutai Kartanegara, tanpa unit di bawahnya', '103', '64', '74,3 %', '84,12', 'B'],
      ['Kutai Kartanegara', '1.208', '64', '74,3 %', '84,12', 'B'],
    ]);
    expect(table.rows.at(-1)?.kind).toBe('total');
    // A score of too few respondents is not judged; the on-time share of the unit is.
    const judged = table.rows.map(({ cells }) =>
      cells.map((cell) => (typeof cell === 'object' ? (cell?.variation ?? null) : null)),
    );
    expect(judged[1]).toEqual([null, null, null, 'stable', 'unknown', null]);
    expect(table.rows[0]?.cells[3]).toEqual(
      jasmine.objectContaining({ id: 'matrix.64.02.01.turnaround.dueMetShare' }),
    );
  });

  it('call only those columns a sum whose rows add up to the whole', () => {
    const part = {
      kind: 'breakdown',
      measure: 'turnaround',
      by: 'service',
      fields: ['due', 'overdue', 'dueMetShare'],
    } as const;
    // Four rows of 10 are 40; four times 37 overdue are not 37.
    expect(tableOf(blocksOf(part)).summed).toEqual(['turnaround.due']);
    // A row that is withheld is no zero, even where the others alone come to the whole.
    const answer = breakdownOf('service', 4);
    const [first, ...others] = answer.items;
    if (first === undefined) throw new Error('no row');
    const hidden = { ...first, due: null, dueMetShare: null, overdue: null, suppressed: true as const };
    const withheld = { ...answer, items: [hidden, ...others], total: { ...TURNAROUND, due: 30 } };
    expect(tableOf(blocksOf(part, contentOf({ breakdowns: [withheld] }))).summed).toEqual([]);
  });

  it('show the largest rows along a dimension and tell how many are left out', () => {
    const part = {
      kind: 'breakdown',
      measure: 'turnaround',
      by: 'service',
      fields: ['due'],
      most: 2,
    } as const;
    const table = tableOf(blocksOf(part));
    expect(rowsOf(table)).toEqual([
      ['Baris 1', '10'],
      ['Baris 2', '10'],
      ['Seluruhnya', '40'],
    ]);
    expect(table.note).toBe(
      '2 layanan lain yang lebih kecil tidak ditampilkan, tetapi ikut dalam baris terakhir.',
    );
    expect(table.summed).toEqual([]);
    const withheld = breakdownOf('service', 0, { suppressed: true });
    expect(linesOf(blocksOf(part, contentOf({ breakdowns: [withheld] })))).toEqual([
      'Ketepatan waktu menurut layanan: disamarkan, karena sedikit orang di baliknya.',
    ]);
    expect(linesOf(blocksOf(part, contentOf({ breakdowns: [breakdownOf('service', 0)] })))).toEqual([
      'Ketepatan waktu menurut layanan: tidak ada data dalam Oktober 2026.',
    ]);
    expect(blocksOf(part, contentOf({ breakdowns: [] }))).toEqual([]);
  });

  it('draw a field over 24 months with its limits, target, signal and finding', () => {
    const [chart] = blocksOf({ kind: 'trend', field: 'turnaround.dueMetShare' });
    if (chart?.kind !== 'chart') throw new Error('There is no chart.');
    expect(chart.title).toBe('Tepat waktu: turun di luar batas pada Oktober (memburuk).');
    expect(chart.points.length).toBe(24);
    expect(chart.points[0]?.label).toBe('Nov 2024');
    expect(chart.points.at(-1)).toEqual({
      label: 'Okt 2026',
      figure: {
        id: 'trends.turnaround.dueMetShare.2026-10-01',
        value: 0.74,
        unit: 'share',
        decimals: 1,
        text: `74,0${NO_BREAK}%`,
        variation: 'worsening',
      },
      signal: true,
    });
    // What was better then is not made worse by what is worse now.
    expect(chart.points[14]?.figure?.variation).toBe('improving');
    expect(chart.limits).toEqual([{ from: 0, to: 23, lower: 0.76, centre: 0.82, upper: 0.88 }]);
    expect([chart.target?.value, chart.target?.text]).toEqual([0.9, `90${NO_BREAK}%`]);
    const atMost = { atLeast: null, atMost: 0.95, legalBasis: null, validFrom: '2025-01-01' };
    const below = seriesOf({ verdict: { ...seriesOf().verdict, target: atMost } });
    const [other] = blocksOf(
      { kind: 'trend', field: 'turnaround.dueMetShare' },
      contentOf({ trends: { items: [below] } }),
    );
    expect(other?.kind === 'chart' && other.target?.value).toBe(0.95);
    const empty = seriesOf({
      points: seriesOf().points.map((point) => ({ ...point, value: null, state: 'missing' })),
    });
    expect(
      linesOf(
        blocksOf(
          { kind: 'trend', field: 'turnaround.dueMetShare' },
          contentOf({ trends: { items: [empty] } }),
        ),
      ),
    ).toEqual(['Belum ada data Tepat waktu dalam 24 bulan terakhir.']);
  });

  it('set figures beside those of the period before', () => {
    const table = tableOf(
      blocksOf({ kind: 'figures', measure: 'complaints', fields: ['received', 'resolvedShare', 'reopened'] }),
    );
    expect(table.columns.map(({ label }) => label)).toEqual([
      'Ukuran',
      'Oktober 2026',
      'September 2026',
      'Perubahan',
    ]);
    expect(rowsOf(table)).toEqual([
      ['Diterima', '214', '214', 'tetap'],
      ['Aduan tuntas', '80,5 %', '80,5 %', 'tetap'],
      ['Dibuka kembali', '3', '6', 'turun 3'],
    ]);
  });

  it('say how it was counted, and name the figures by version and code', () => {
    const blocks = blocksOf({ kind: 'methods', measures: ['turnaround', 'pilots'] });
    const facts = blocks.flatMap((block) => (block.kind === 'facts' ? block.items : []));
    const lines = facts.map(({ label, spans }) => `${label}: ${told(spans)}`);
    expect(lines).toContain('Kode cuplikan: KKR-2026-10-4F7K');
    expect(lines).toContain('Versi data: 41, data sampai Senin 2 Nov 2026 11.00 WITA');
    expect(lines).toContain('Ketepatan waktu: 1.190 jatuh tempo, 1.150 selesai');
    // No programme runs here: the measure does not apply and is not explained.
    expect(blocks.filter((block) => block.kind === 'heading').map(({ text }) => text)).toEqual([
      'Identitas angka',
      'Ketepatan waktu',
      'Jumlah data (n)',
      'Yang tidak dihitung',
    ]);
  });
});

describe('the report of a kabupaten', () => {
  const build = (language: 'id' | 'en'): ReportDocument =>
    buildReport(LAPORAN_KINERJA, inputOf(contentOf({ attention: ATTENTION }, 25), { language }));

  it('is a document of the contract in both languages, with the same figures', () => {
    const [id, en] = [build('id'), build('en')];
    expect(reportDocumentSchema.parse(JSON.parse(JSON.stringify(id)))).toEqual(id);
    expect(en.title).toBe('Service Performance Report');
    const values = (document: ReportDocument): string[] =>
      [...JSON.stringify(document).matchAll(/"id":"([^"]+)","value":([^,]+),/g)].map(
        ([, at, value]) => `${at} ${value}`,
      );
    expect(values(id).length).toBeGreaterThan(250);
    expect(values(en)).toEqual(values(id));
  });

  it('tells a figure with the same words wherever its address stands', () => {
    const texts = new Map<string, Set<string>>();
    for (const [, at = '', text = ''] of JSON.stringify(build('id')).matchAll(
      /"id":"([^"]+)","value":[^,]+,"unit":"[a-z]+","decimals":\d,"text":"([^"]+)"/g,
    ))
      texts.set(at, (texts.get(at) ?? new Set()).add(text));
    expect(texts.size).toBeGreaterThan(200);
    expect([...texts].filter(([, words]) => words.size > 1)).toEqual([]);
  });

  it('leaves out what a unit without others below it does not have', () => {
    const document = buildReport(LAPORAN_KINERJA, inputOf(contentOf({ matrix: null })));
    expect(document.sections.map(({ id }) => id)).not.toContain('matriks');
    expect(build('id').sections.map(({ id }) => id)).toContain('matriks');
  });
});
