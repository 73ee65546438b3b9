import { getDocumentProxy } from 'unpdf';
import type { Meeting, MeetingItem } from '#contract/reports/meetings';
import type { Sample } from '#contract/oversight/samples';
import type { ReportBlock, ReportDocument, ReportTable } from '#contract/reports/report-document';
import type { SnapshotContent } from '#contract/reports/snapshot-content';
import type { Language } from '#domain/language';
import { buildReport } from '../../../../reports/build/build-report.ts';
import {
  breakdownOf,
  contentOf,
  inputOf,
  NO_IKM,
  NO_VOLUME,
  seriesOf,
  summaryOf,
  unitItem,
} from '../../../../reports/build/report-content.testing.ts';
import { LAPORAN_KINERJA } from '../../../../reports/definitions/laporan-kinerja/laporan-kinerja.ts';
import { worksheetSheet } from '../../../../reports/definitions/kertas-kerja-uji-petik/worksheet.ts';
import { minutesDocument } from '../../../../reports/definitions/notulen-rapat/minutes-document.ts';
import { REPORTS } from '../../../../reports/definitions/report-catalogue.ts';
import { drawPdf } from './draw-pdf.ts';
import { faultsOf, laidPages, type LaidPage } from './page-layout.testing.ts';
import { sampleDocument, sampleFigure } from './sample-document.testing.ts';

const LANGUAGES: readonly Language[] = ['id', 'en'];
/** The longest names that offices carry. */
const LONG = 'Dinas Penanaman Modal, Pelayanan Terpadu Satu Pintu, Tenaga Kerja, dan Transmigrasi Daerah';

const ZEROS = <T extends object>(block: T): T =>
  Object.fromEntries(
    Object.entries(block).map(([key, value]) => [
      key,
      key === 'approximate'
        ? false
        : /Share|Minutes/.test(key)
          ? null
          : typeof value === 'number'
            ? 0
            : value,
    ]),
  ) as T;

/** A kabupaten of 40 units, some with the longest of names, and 60 services. */
function large(): SnapshotContent {
  const items = Array.from({ length: 40 }, (_, index) =>
    unitItem(index + 1, index % 3 === 0 ? { label: `${LONG} ${index}` } : {}),
  );
  const named = (count: number) => (_: unknown, index: number) => ({
    label: index % 4 === 0 ? `${LONG} ${index}` : `Baris ${index + 1} dari ${count}`,
  });
  const along = (by: Parameters<typeof breakdownOf>[0], rows: number) => {
    const breakdown = breakdownOf(by, rows);
    return {
      ...breakdown,
      items: breakdown.items.map((item, index) => ({ ...item, ...named(rows)(null, index) })),
    };
  };
  const content = contentOf({}, 40);
  return {
    ...content,
    matrix: content.matrix === null ? null : { ...content.matrix, items },
    breakdowns: [along('unit', 40), along('service', 60), along('channel', 9)],
    trends: {
      items: [
        seriesOf(),
        seriesOf({ measure: 'volume', field: 'received' }),
        seriesOf({ measure: 'complaints', field: 'followedUpShare' }),
      ],
    },
  };
}

/** A kabupaten in which nobody has reported anything. */
function nothing(): SnapshotContent {
  const whole = summaryOf();
  const volume = NO_VOLUME;
  const turnaround = ZEROS(whole.turnaround);
  const complaints = ZEROS(whole.complaints);
  return {
    ...contentOf({}, 0),
    summary: {
      ...whole,
      volume: { ...volume, previous: volume },
      turnaround: { ...turnaround, previous: ZEROS(whole.turnaround.previous) },
      complaints: { ...complaints, previous: ZEROS(whole.complaints.previous) },
      ikm: { ...NO_IKM, previous: NO_IKM },
    },
    trends: { items: [] },
    breakdowns: [],
  };
}

/** All words of the pages, without spaces: where a line breaks does not matter. */
function lettersOf(pages: readonly LaidPage[]): string {
  return pages
    .map(({ words }) => words.map(({ text }) => text).join(''))
    .join('')
    .replace(/\s/g, '');
}

async function pagesOf(document: ReportDocument): Promise<LaidPage[]> {
  return laidPages(await drawPdf(document));
}

/** A table of so many rows with a total; a row says which one it is. */
function tableOf(rows: number, more: Partial<ReportTable> = {}): ReportTable {
  return {
    kind: 'table',
    id: 't',
    caption: 'Permohonan menurut unit',
    columns: [
      { id: 'unit', label: 'Unit', kind: 'text', width: 0.5 },
      { id: 'received', label: 'Diterima', kind: 'figure' },
    ],
    rows: [
      ...Array.from({ length: rows }, (_, index) => ({
        cells: [`baris ${index + 1}.`, sampleFigure(`n.${index}`, index, String(index))],
      })),
      { kind: 'total', cells: ['Seluruhnya', sampleFigure('n', 99, '99')] },
    ],
    ...more,
  };
}

function portrait(blocks: readonly ReportBlock[]): ReportDocument {
  const document = sampleDocument(blocks);
  return {
    ...document,
    sections: document.sections.map((section) => ({ ...section, orientation: 'portrait' })),
  };
}

describe('the pages of every report', () => {
  for (const language of LANGUAGES)
    for (const definition of REPORTS)
      for (const [name, content] of [
        ['40 units with long names', large()],
        ['a kabupaten without any data', nothing()],
      ] as const)
        it(`${definition.id} (${language}) of ${name}: nothing cut, nothing over another, no heading alone`, async () => {
          const document = buildReport(definition, inputOf(content, { language }));
          const pages = await pagesOf(document);
          expect(faultsOf(pages)).toEqual([]);
          const letters = lettersOf(pages);
          const rows = document.sections
            .flatMap(({ blocks }) => blocks)
            .flatMap((block) => (block.kind === 'table' ? block.rows.map(({ cells }) => cells) : []));
          const lost = rows
            .flatMap(([name]) => (typeof name === 'string' ? name.replace(/\s/g, '') : []))
            .filter((words) => !letters.includes(words));
          expect(lost).toEqual([]);
        }, 60_000);

  it('are found by the bookmarks of the file: one for each section', async () => {
    const document = buildReport(LAPORAN_KINERJA, inputOf(contentOf()));
    const proxy = await getDocumentProxy(new Uint8Array(await drawPdf(document)));
    expect((await proxy.getOutline()).map(({ title }) => title)).toEqual(
      document.sections.map(({ title }) => title),
    );
  });

  it('see what is wrong where something is', () => {
    const words = (text: string, left: number, bottom: number, size: number) => ({
      text,
      left,
      right: left + 100,
      top: bottom - size / 2,
      bottom,
      size,
    });
    const page = (...placed: ReturnType<typeof words>[]): LaidPage => ({
      width: 595,
      height: 842,
      words: placed,
    });
    expect(
      faultsOf([
        page(words('keluar', 470, 100, 9)),
        page(words('atas', 60, 100, 9), words('bawah', 100, 102, 9)),
        page(words('isi', 60, 100, 9), words('Aduan', 60, 700, 17)),
        page(words('kaki', 60, 800, 7)),
      ]),
    ).toEqual([
      'page 1: "keluar" stands outside',
      'page 2: "atas" overlaps "bawah"',
      'page 3: the heading "Aduan" stands last',
      'page 4: nothing stands on it',
    ]);
  });
});

describe('tables over several pages', () => {
  it('keep the last rows with the total, wherever the page ends', async () => {
    const alone: string[] = [];
    // One row more at a time moves the total over the foot of the page.
    for (const rows of [36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50]) {
      const pages = await pagesOf(portrait([tableOf(rows)]));
      const last = lettersOf(pages.slice(-1));
      if (!last.includes('Seluruhnya')) alone.push(`${rows}: no total on the last page`);
      if (!last.includes(`baris${rows}.`) || !last.includes(`baris${rows - 1}.`))
        alone.push(`${rows}: total alone`);
      expect(faultsOf(pages)).toEqual([]);
    }
    expect(alone).toEqual([]);
  }, 120_000);

  it('lose no row, however high their rows are', async () => {
    for (const words of [10, 60, 200, 900]) {
      const rows = Array.from({ length: 12 }, (_, index) => ({
        cells: [`baris ${index + 1}. ${'kata '.repeat(words)} akhir ${index + 1}.`, null],
      }));
      const pages = await pagesOf(portrait([tableOf(1, { rows })]));
      const letters = lettersOf(pages);
      const lost = rows.flatMap((_, index) =>
        letters.includes(`baris${index + 1}.`) && letters.includes(`akhir${index + 1}.`) ? [] : [index + 1],
      );
      expect(lost).withContext(`${words} words`).toEqual([]);
      expect(faultsOf(pages)).withContext(`${words} words`).toEqual([]);
    }
  }, 60_000);
});

describe('the pages of a meeting and of a sample', () => {
  const item = (index: number, words: number): MeetingItem => ({
    id: String(index),
    kind: 'point',
    unit: { code: 'a', name: LONG },
    title: `Butir ${index}. ${'antrean pagi '.repeat(words)}`,
    sentence: '',
    mark: null,
    exception: null,
    owner: `Kepala ${LONG}`,
    since: null,
    facts: ['n = 412 (Oktober)'],
    spark: null,
    link: null,
    promise: null,
    note: 'Catatan panjang tentang keadaan di lapangan. '.repeat(words),
    outcome: null,
    revision: 1,
    by: 'x',
    decisions: [],
  });
  const meeting = (count: number, words: number): Meeting =>
    ({
      id: 'x',
      state: 'closed',
      unit: { code: '64.02', name: 'Kutai Kartanegara' },
      heldOn: '2026-11-09',
      chair: `Kepala ${LONG}`,
      startedAt: '2026-11-09T01:00:00Z',
      closedAt: '2026-11-09T02:45:00Z',
      closedBy: 'x',
      nextOn: null,
      head: { title: 'Rapat evaluasi', place: '', attendees: [], revision: 1, by: 'x' },
      mayRun: false,
      items: Array.from({ length: count }, (_, index) => item(index + 1, words)),
    }) satisfies Meeting;

  for (const [count, words] of [
    [0, 1],
    [3, 1],
    [7, 2],
    [8, 2],
    [9, 2],
    [25, 12],
  ] as const)
    it(`minutes of ${count} items of ${words} sentences`, async () => {
      const pages = await pagesOf(
        minutesDocument({
          ...inputOf(contentOf()),
          meeting: meeting(count, words),
          dataVersion: 7,
          definitionsVersion: '2026-11',
        }),
      );
      expect(faultsOf(pages)).toEqual([]);
      expect(lettersOf(pages.slice(-1))).toContain('Notulis');
      // Signatures never stand on a page of their own.
      expect(lettersOf(pages.slice(-1))).toMatch(/Butir|Semuabutir/);
    }, 60_000);

  for (const size of [1, 8, 17, 60])
    it(`the work sheet of ${size} records`, async () => {
      const sample = {
        id: 'x',
        dataset: 'complaints',
        unit: { code: 'a', name: LONG },
        selection: 'lewat tenggat, KK, Muara Kaman, Jan–Nov 2026',
        reason: 'Keterlambatan berulang.',
        seed: 'benih',
        size,
        population: 400,
        populationHash: 'f'.repeat(64),
        at: '2026-11-16T01:00:00Z',
        by: 'Inspektur',
        checked: 0,
        byVerdict: { sesuai: 0, 'tidak-sesuai': 0, 'berkas-tidak-ada': 0 },
        query: {},
        link: '',
        evidenceCount: 0,
        items: Array.from({ length: size }, (_, index) => ({
          position: index + 1,
          id: String(index),
          number: `20261109-${String(index).padStart(3, '0')}`,
          unit: { code: 'a', name: LONG },
          service: { code: 'kk', name: 'Surat Keterangan Tidak Mampu (SKTM)' },
          day: '2026-11-09',
          link: null,
          check: null,
        })),
      } satisfies Sample;
      const record = (id: string) => ({
        id,
        status: 'diproses',
        dueAt: '2026-11-12T01:00:00Z',
        completedAt: null,
        body: 'Air bersih tidak mengalir sejak pekan lalu dan belum ada tanggapan. '.repeat(4),
      });
      const pages = await pagesOf(
        worksheetSheet(
          {
            ...inputOf(contentOf()),
            dataVersion: 7,
            asOf: '2026-11-16T01:00:00Z',
          },
          { sample, records: new Map(sample.items.map(({ id }) => [id, record(id)])) },
        ),
      );
      expect(faultsOf(pages)).toEqual([]);
      const letters = lettersOf(pages);
      const lost = sample.items.filter(({ number }) => !letters.includes(number));
      expect(lost).toEqual([]);
      expect(lettersOf(pages.slice(-1))).toMatch(/Simpulanpemeriksa.*Pejabatunityangdiperiksa/);
    }, 60_000);
});
