import type { ReportBlock } from '#contract/reports/report-document';
import { NO_BREAK } from '#domain/language';
import { PUBLIKASI_IKM } from '../../definitions/publikasi-ikm/publikasi-ikm.ts';
import { buildReport } from '../build-report.ts';
import { contentOf, inputOf, NO_IKM, summaryOf } from '../report-content.testing.ts';

const blocksOf = (content = contentOf()): readonly ReportBlock[] =>
  buildReport(PUBLIKASI_IKM, inputOf(content)).sections.flatMap(({ blocks }) => blocks);

/** What stands beside the score, as lines. */
const factsOf = (content = contentOf()): string[] =>
  blocksOf(content)
    .flatMap((block) => (block.kind === 'facts' ? block.items : []))
    .map(({ label, spans }) =>
      `${label}: ${spans.map(({ text }) => text).join('')}`.replaceAll(NO_BREAK, ' '),
    );

describe('the publication of IKM', () => {
  it('tells score, grade, respondents, period and unsur, in this order', () => {
    const blocks = blocksOf();
    expect(blocks.map(({ kind }) => kind)).toEqual(['number', 'facts', 'table', 'paragraph']);
    expect(blocks[0]).toEqual(jasmine.objectContaining({ note: 'Mutu pelayanan B (Baik)' }));
    const rows = blocks[2]?.kind === 'table' ? blocks[2].rows : [];
    expect(
      rows.map(({ cells }) => cells.map((cell) => (typeof cell === 'string' ? cell : cell?.text))),
    ).toEqual([
      ['U1', 'Persyaratan', '3,319'],
      ['U4', 'Biaya/tarif', '3,939'],
    ]);
    expect(factsOf()).toEqual([
      'Layanan yang dinilai: semua layanan yang disurvei',
      'Jumlah responden: 361',
      'Jenis kelamin: laki-laki 160 · perempuan 201',
      'Pendidikan: SD 40 · SMP 60 · SMA 168 · D I–D III 30 · D IV/S1 54 · S2/S3 7 · lain atau tidak diisi 2',
      'Responden yang diperlukan: 346',
      'Kecukupan: memadai',
      'Periode survei: 1–31 Okt 2026',
      'Instrumen: SKM 2017 (9 unsur)',
    ]);
  });

  it('tells forms of another instrument apart: their answers cannot be added up', () => {
    const { ikm } = summaryOf();
    const others = [{ instrument: 'kep-25-2004', score: 78.2, grade: 'B', respondents: 1_012 }];
    const mixed = contentOf({ summary: summaryOf({ ikm: { ...ikm, others } }) });
    expect(JSON.stringify(blocksOf(mixed).at(-2))).toMatch(/1\.012/);
  });

  it('says where the groups of respondents are withheld, and nothing of them where there is nothing to say', () => {
    const groups = (content = contentOf()): string[] =>
      factsOf(content).filter((line) => /^(Jenis kelamin|Pendidikan)/.test(line));
    expect(groups()).toHaveSize(2);
    expect(groups(contentOf({ respondents: null }))).toEqual([
      'Jenis kelamin: hanya bagi jabatan yang berhak atas rincian survei',
      'Pendidikan: hanya bagi jabatan yang berhak atas rincian survei',
    ]);
    // Figures that were frozen before groups were told; a period in which nobody answered.
    const { respondents, ...before } = contentOf();
    expect(respondents).toBeDefined();
    expect(groups(before)).toEqual([]);
    const { ikm } = summaryOf();
    expect(groups(contentOf({ summary: summaryOf({ ikm: { ...ikm, ...NO_IKM } }) }))).toEqual([]);
  });
});
