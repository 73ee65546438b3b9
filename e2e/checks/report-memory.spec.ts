import { buildReport } from '../../reports/build/build-report.ts';
import { breakdownOf, contentOf, inputOf } from '../../reports/build/report-content.testing.ts';
import { LAPORAN_KINERJA } from '../../reports/definitions/laporan-kinerja/laporan-kinerja.ts';
import { PdfThread } from '../../server/features/reports/files/pdf-file.ts';

const REPORTS = 50;
/** What the first reports need until fonts and charts are loaded and memory is as large as it gets. */
const WARM_UP = 15;
/** Megabytes by which the process may be larger at the end: what the collector leaves to the next time. */
const SLACK = 24;

describe('fifty reports of a kabupaten in a row', () => {
  it('take no more memory than the first ones', async () => {
    // 20 kecamatan and 5 SKPD, by unit and by service.
    const document = buildReport(
      LAPORAN_KINERJA,
      inputOf(contentOf({ breakdowns: [breakdownOf('unit', 25), breakdownOf('service', 15)] }, 25)),
    );
    const thread = new PdfThread();
    const sizes: number[] = [];
    const before = megabytes();
    const began = performance.now();
    for (let report = 0; report < REPORTS; report += 1) {
      expect((await thread.draw(document)).length).toBeGreaterThan(20_000);
      sizes.push(megabytes());
    }
    const each = (performance.now() - began) / REPORTS;
    await thread.end();
    const middle = (some: readonly number[]): number =>
      some.toSorted((a, b) => a - b)[Math.floor(some.length / 2)] ?? 0;
    const [early, late] = [middle(sizes.slice(WARM_UP, WARM_UP + 10)), middle(sizes.slice(-10))];
    console.log(
      `    PDF: ${Math.round(each)} ms each, ${Math.max(...sizes) - before} MB above the start, ${late - early} MB of growth`,
    );
    expect(late - early).toBeLessThan(SLACK);
  }, 300_000);
});

/** Memory of the process with its threads, in megabytes. */
function megabytes(): number {
  return Math.round(process.memoryUsage().rss / 1_000_000);
}
