import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import type { Figure, ReportDocument } from '#contract/reports/report-document';
import { buildReport } from '../../../../reports/build/build-report.ts';
import { contentOf, inputOf } from '../../../../reports/build/report-content.testing.ts';
import { LAPORAN_KINERJA } from '../../../../reports/definitions/laporan-kinerja/laporan-kinerja.ts';
import { drawPdf } from './draw-pdf.ts';
import { DrawingDied, drawWithRoom, PdfThread } from './pdf-file.ts';

const DEMO = 'DATA CONTOH – bukan kinerja sebenarnya';
const DOCUMENT = buildReport(LAPORAN_KINERJA, inputOf(contentOf({}, 25)));

/** Letters alone: where a line breaks does not matter. */
function squeezed(text: string): string {
  return text.replace(/\s/g, '');
}

async function pagesOf(file: Buffer): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(file)), { mergePages: false });
  return text.map(squeezed);
}

/** Every figure that the document declares, wherever it stands. */
function figuresIn(part: unknown): Figure[] {
  if (Array.isArray(part)) return part.flatMap(figuresIn);
  if (typeof part !== 'object' || part === null) return [];
  return 'value' in part && 'decimals' in part ? [part as Figure] : Object.values(part).flatMap(figuresIn);
}

/** How often words stand in a text. */
function times(words: string, text: string): number {
  return text.split(words).length - 1;
}

/** Texts of figures that stand in the file less often than in the document. */
function missing(document: ReportDocument, text: string): string[] {
  const wanted = new Map<string, number>();
  for (const figure of figuresIn(document.sections)) {
    const words = squeezed(figure.text);
    wanted.set(words, (wanted.get(words) ?? 0) + 1);
  }
  return [...wanted].filter(([words, count]) => times(words, text) < count).map(([words]) => words);
}

describe('reports as PDF', () => {
  let file: Buffer;
  let pages: string[];

  beforeAll(async () => {
    file = await drawPdf(DOCUMENT);
    pages = await pagesOf(file);
  }, 60_000);

  it('hold every figure that the document declares, as often as it does', () => {
    expect(figuresIn(DOCUMENT.sections).length).toBeGreaterThan(250);
    expect(missing(DOCUMENT, pages.join(''))).toEqual([]);
    // The look-up finds a figure that differs in one digit.
    const [first] = figuresIn(DOCUMENT.sections);
    const changed = JSON.parse(
      JSON.stringify(DOCUMENT).replaceAll(`"${first?.text}"`, '"9.876"'),
    ) as ReportDocument;
    expect(missing(changed, pages.join(''))).toEqual(['9.876']);
  });

  it('say on every page which page it is, whose figures they are, and that they are invented', () => {
    expect(pages.length).toBeGreaterThan(4);
    const wrong = pages.filter(
      (text, index) =>
        !text.includes(`Halaman${index + 1}dari${pages.length}`) ||
        !text.includes('Angkatetap,ditetapkanKepalaBagianOrganisasipada5Nov2026,kodeKKR-2026-10-4F7K.') ||
        !text.includes(squeezed(DEMO)),
    );
    expect(wrong).toEqual([]);
  });

  it('say nothing of invented figures where they are not', async () => {
    const real = await pagesOf(await drawPdf({ ...DOCUMENT, demo: false }));
    expect(real.length).toBe(pages.length);
    expect(real.filter((text) => text.includes('CONTOH'))).toEqual([]);
  });

  it('begin with the letterhead, and name themselves to readers and machines', async () => {
    expect(pages[0]).toContain('PEMERINTAHKABUPATENKUTAIKARTANEGARASEKRETARIATDAERAH');
    expect(pages[0]).toContain('LaporanKinerjaPelayananKutaiKartanegaraOktober2026');
    const { info } = await getMeta(new Uint8Array(file));
    expect(info).toEqual(
      jasmine.objectContaining({
        Title: 'Laporan Kinerja Pelayanan – Kutai Kartanegara – Oktober 2026',
        Author: 'PEMERINTAH KABUPATEN KUTAI KARTANEGARA, SEKRETARIAT DAERAH',
        Language: 'id',
      }),
    );
  });

  it('turn the paper for the matrix, and set all units on one page', async () => {
    const proxy = await getDocumentProxy(new Uint8Array(file));
    const sizes = await Promise.all(
      pages.map(async (_, index) => (await proxy.getPage(index + 1)).getViewport({ scale: 1 })),
    );
    const turned = sizes.flatMap(({ width, height }, index) => (width > height ? [index] : []));
    expect(turned.length).toBe(1);
    const matrix = pages[turned[0] ?? -1] ?? '';
    expect([1, 13, 25].filter((unit) => !matrix.includes(`KecamatanNomor${unit}`))).toEqual([]);
    expect(sizes.every(({ width, height }) => Math.round(width + height) === 1437)).toBeTrue();
  });

  it('repeat the header of a table on every page and leave no heading alone', async () => {
    const section = {
      id: 's',
      title: 'Bagian',
      orientation: 'portrait' as const,
      newPage: true,
      blocks: [
        {
          kind: 'table' as const,
          id: 't',
          caption: 'Banyak baris',
          columns: [{ id: 'a', label: 'Kepala kolom', kind: 'text' as const }],
          rows: Array.from({ length: 120 }, (_, index) => ({ cells: [`baris ${index + 1}.`] })),
        },
        { kind: 'heading' as const, text: 'Judul terakhir' },
        { kind: 'paragraph' as const, spans: [{ text: 'Isi terakhir' }] },
      ],
    };
    const alone: number[] = [];
    // One row more at a time moves the heading over the foot of the page.
    for (const extra of [0, 1, 2, 3, 4, 5]) {
      const [table, ...rest] = section.blocks;
      if (table?.kind !== 'table') throw new Error('There is no table.');
      const rows = [...table.rows, ...Array.from({ length: 14 + extra }, () => ({ cells: ['tambahan'] }))];
      const text = await pagesOf(
        await drawPdf({
          ...DOCUMENT,
          cover: false,
          sections: [{ ...section, blocks: [{ ...table, rows }, ...rest] }],
        }),
      );
      expect(
        text
          .filter((page) => page.includes('baris') || page.includes('tambahan'))
          .every((page) => page.includes('Kepalakolom')),
      ).toBeTrue();
      if (text.some((page) => page.includes('Judulterakhir') && !page.includes('Isiterakhir')))
        alone.push(extra);
    }
    expect(alone).toEqual([]);
  }, 120_000);

  it('fail loudly when they cannot be drawn', async () => {
    const broken = {
      ...DOCUMENT,
      letterhead: { ...DOCUMENT.letterhead, crest: 'data:image/png;base64,AAAA' },
    };
    await expectAsync(drawPdf(broken)).toBeRejected();
    // No document can name a file of this machine.
    const curious = { ...DOCUMENT, letterhead: { ...DOCUMENT.letterhead, crest: import.meta.filename } };
    await expectAsync(drawPdf(curious)).toBeRejectedWithError(/denied/);
  });
});

describe('the thread that draws reports', () => {
  /** A thread that does to each document what is written. */
  const scriptOf = (body: string): URL =>
    new URL(
      `data:text/javascript,${encodeURIComponent(
        `import { parentPort } from 'node:worker_threads'; parentPort.on('message', (document) => {${body}});`,
      )}`,
    );

  it('draws beside the caller, one report after another, and ends when idle', async () => {
    const drawing = new PdfThread({ idleMs: 300 });
    let turns = 0;
    const ticking = setInterval(() => (turns += 1), 5);
    const files = await Promise.all([drawing.draw(DOCUMENT), drawing.draw({ ...DOCUMENT, demo: false })]);
    clearInterval(ticking);
    expect(files.every((file) => file.subarray(0, 5).toString() === '%PDF-')).toBeTrue();
    expect(turns).toBeGreaterThan(10);
    expect(drawing.isRunning).toBeTrue();
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(drawing.isRunning).toBeFalse();
  }, 60_000);

  it('passes on why a report could not be drawn, and draws the next one', async () => {
    const drawing = new PdfThread();
    const crest = 'data:image/png;base64,AAAA';
    await expectAsync(
      drawing.draw({ ...DOCUMENT, letterhead: { ...DOCUMENT.letterhead, crest } }),
    ).toBeRejectedWithError(/could not be drawn/);
    expect((await drawing.draw(DOCUMENT)).length).toBeGreaterThan(20_000);
    await drawing.end();
  }, 60_000);

  it('is given up when it does not answer, and who waits is told', async () => {
    const drawing = new PdfThread({ longestMs: 20 });
    await expectAsync(drawing.draw(DOCUMENT)).toBeRejectedWithError(/too long/);
    expect(drawing.isRunning).toBeFalse();
    await drawing.end();
  }, 60_000);

  it('gets no more time by others asking again and again', async () => {
    const drawing = new PdfThread({ script: scriptOf(''), longestMs: 300 });
    const first = drawing.draw(DOCUMENT);
    const others: Promise<unknown>[] = [];
    const asking = setInterval(() => others.push(drawing.draw(DOCUMENT).catch(() => undefined)), 100);
    const given = setTimeout(() => void drawing.end(), 3_000);
    await expectAsync(first).toBeRejectedWithError(/too long/);
    clearInterval(asking);
    clearTimeout(given);
    await drawing.end();
    await Promise.all(others);
  });

  it('takes one report with it when it dies, not those that wait', async () => {
    const script = scriptOf(
      "if (document.title === 'mati') process.exit(7); else parentPort.postMessage({ file: Buffer.from('jadi') });",
    );
    const drawing = new PdfThread({ script });
    const told = await Promise.allSettled([
      drawing.draw({ ...DOCUMENT, title: 'mati' }),
      drawing.draw(DOCUMENT),
    ]);
    await drawing.end();
    expect(
      told.map((each) => (each.status === 'fulfilled' ? String(each.value) : String(each.reason))),
    ).toEqual(['Error: The thread that draws reports ended (7).', 'jadi']);
  });

  it('leaves to one with more room what it has no memory for, and nothing else', async () => {
    const small = new PdfThread({ memoryMb: 16 });
    const roomy = new PdfThread();
    await expectAsync(small.draw(DOCUMENT)).toBeRejectedWithError(DrawingDied);
    expect((await drawWithRoom(DOCUMENT, small, roomy)).length).toBeGreaterThan(20_000);
    await roomy.end();
    const broken = new PdfThread({ script: scriptOf("parentPort.postMessage({ error: 'rusak' })") });
    await expectAsync(drawWithRoom(DOCUMENT, broken, roomy)).toBeRejectedWithError(/rusak/);
    expect(roomy.isRunning).toBeFalse();
    await broken.end();
  }, 60_000);
});
