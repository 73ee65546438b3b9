import type { ReportBlock } from '#contract/reports/report-document';
import { LAPORAN_KINERJA } from '../../definitions/laporan-kinerja/laporan-kinerja.ts';
import { buildReport } from '../build-report.ts';
import { contentOf, HIDDEN_COMPLAINTS, inputOf, summaryOf } from '../report-content.testing.ts';

/** What the methods page of the report tells. */
function methodsOf(content = contentOf()): ReportBlock[] {
  const { sections } = buildReport(LAPORAN_KINERJA, inputOf(content));
  return sections.find(({ id }) => id === 'metode')?.blocks ?? [];
}

describe('the methods page of a report', () => {
  it('defines the figures that stand in the report and no others', () => {
    const labels = methodsOf().flatMap((block) =>
      block.kind === 'facts' ? block.items.map(({ label }) => label) : [],
    );
    expect(labels).toEqual(jasmine.arrayContaining(['Tepat waktu', 'Median, jam dinas', 'Nilai IKM']));
    expect(labels).not.toContain('Median, jam warga');
  });

  it('says that figures are withheld where some are', () => {
    const left = (content = contentOf()): string =>
      methodsOf(content)
        .flatMap((block) => (block.kind === 'list' ? block.items : []))
        .flatMap((spans) => spans.map(({ text }) => text))
        .join('');
    const { complaints } = summaryOf();
    const summary = summaryOf({ complaints: { ...HIDDEN_COMPLAINTS, previous: complaints.previous } });
    expect(left()).not.toContain('kurang dari 5');
    expect(left(contentOf({ summary }))).toContain('kurang dari 5');
  });
});
