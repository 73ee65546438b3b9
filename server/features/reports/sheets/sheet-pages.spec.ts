import type { Attention, AttentionItem, Today } from '#contract/attention';
import type { Disposition } from '#contract/dispositions';
import type { Entry } from '#contract/innovations/catalogue';
import type { Letterhead, ReportDocument } from '#contract/reports/report-document';
import { extractText, getDocumentProxy } from 'unpdf';
import { IKM, summaryOf, TURNAROUND } from '../../../../reports/build/report-content.testing.ts';
import { musterSheet } from '../../../../reports/definitions/lembar-apel/muster-sheet.ts';
import { innovationSheet } from '../../../../reports/definitions/lembar-inovasi/innovation-sheet.ts';
import { visitSheet } from '../../../../reports/definitions/lembar-kunjungan/visit-sheet.ts';
import type { SheetFrame } from '../../../../reports/sheets/sheet-frame.ts';
import { faultsOf, laidPages } from '../files/page-layout.testing.ts';
import { writePdf } from '../files/pdf-file.ts';

/** Words of the length that offices write, as many as asked for. */
const words = (count: number): string =>
  Array.from(
    { length: count },
    (_, index) =>
      ['Pelayanan', 'administrasi', 'kependudukan', 'warga', 'di', 'desa', 'terpencil'][index % 7] ?? '',
  ).join(' ');

const CREST = `data:image/svg+xml;base64,${Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h10v10z"/></svg>',
).toString('base64')}`;
const LETTERHEADS: readonly Letterhead[] = [
  { lines: ['PEMERINTAH KABUPATEN KUTAI KARTANEGARA'], address: '', crest: null },
  {
    lines: ['PEMERINTAH KABUPATEN KUTAI KARTANEGARA', 'KECAMATAN MUARA KAMAN'],
    address: 'Jalan Poros Muara Kaman Nomor 1',
    crest: CREST,
  },
  {
    lines: Array.from({ length: 4 }, () => words(12).slice(0, 60).toUpperCase()),
    address: words(60).slice(0, 200),
    crest: CREST,
  },
];

const frameWith = (letterhead: Letterhead, language: 'id' | 'en' = 'id'): SheetFrame => ({
  letterhead,
  language,
  demo: true,
  madeAt: '2026-11-20T01:05:00Z',
  timeZone: 'Asia/Makassar',
  dataVersion: 7,
  asOf: '2026-11-20T01:00:00Z',
  link: 'https://pandu.contoh.invalid/beranda/apel',
});

/** A morning with so many of everything, in texts of so many words. */
function morning(
  count: number,
  length: number,
): { today: Today; attention: Attention; received: Disposition[] } {
  const cases = (name: string) => ({
    total: count,
    items: Array.from({ length: Math.min(10, count) }, (_, index) => ({
      id: `${name}-${index}`,
      number: `KK-2026-11-${String(index).padStart(5, '0')}`,
      service: words(length),
      unit: words(length),
      dueAt: '2026-11-20T07:00:00.000Z',
    })),
  });
  const item = (index: number): AttentionItem => ({
    key: `hal-${index}`,
    kind: 'overdue-cases',
    mark: 'worse',
    unit: { code: 'a', name: 'Muara Kaman', kind: 'kecamatan' },
    service: null,
    sentence: `${words(length * 3)}.`,
    owner: { post: `Camat ${words(length)}`, postId: null },
    since: null,
    facts: [],
    proof: { label: '', screen: '/permohonan', query: {}, count: null },
    spark: null,
    variation: null,
    assurance: null,
    explanation: null,
    innovation: null,
    disposition: null,
  });
  return {
    today: {
      unit: 'a',
      unitName: 'Muara Kaman',
      today: '2026-11-20',
      dataVersion: 7,
      asOf: '2026-11-20T01:00:00Z',
      dueToday: cases('hari-ini'),
      dueNext: { on: '2026-11-23', ...cases('berikut') },
      overdue: { oldestWorkingDays: 45, ...cases('lewat') },
      complaintsAwaiting: {
        total: count,
        items: Array.from({ length: Math.min(10, count) }, (_, index) => ({
          id: `aduan-${index}`,
          number: `A-${index}`,
          category: words(length),
          unit: words(length),
          receivedAt: '2026-11-16T01:00:00Z',
          workingDays: 4,
        })),
      },
      yesterday: {
        on: '2026-11-19',
        completed: 1208,
        onTime: 1100,
        due: 1150,
        praise: [{ unit: 'Muara Kaman', service: 'Kartu Keluarga (KK)', text: words(length * 4) }],
      },
    },
    attention: {
      unit: 'a',
      unitName: 'Muara Kaman',
      month: '2026-10-01',
      dataVersion: 7,
      asOf: '2026-11-20T01:00:00Z',
      definitionsVersion: '2026-11',
      items: Array.from({ length: Math.min(7, count) }, (_, index) => item(index)),
      more: 0,
      praise: Array.from({ length: Math.min(3, count) }, (_, index) => item(index)),
      seriesChecked: 12,
      expectedByChance: 0,
      reporting: { expected: 1, reported: 1, silent: [] },
      dispositions: { done: 0, running: 0, late: [], forMe: 0 },
      meeting: null,
      innovations: { fresh: 0, toConfirm: 0 },
    },
    received: Array.from({ length: count }, (_, index) => ({
      id: String(index),
      kind: 'disposition',
      state: 'open',
      unit: { code: 'a', name: 'Muara Kaman' },
      about: { key: null, sentence: words(length), link: null },
      from: { post: 'y', title: 'Bupati' },
      to: { post: 'x', title: words(length) },
      instruction: words(length * 2),
      dueOn: '2026-11-27',
      at: '2026-11-12T01:00:00Z',
      report: null,
      reportedAt: null,
      sentBackReason: null,
      closedAt: null,
      meetingOn: null,
      meetingsSince: null,
      actions: [],
    })),
  };
}

/** An entry with texts of so many words, and so many steps, services and results. */
function entryWith(length: number, count: number): Entry {
  return {
    id: '0198c0de-0000-7000-8000-0000000000e1',
    audience: 'forcasi',
    form: null,
    digital: null,
    stage: null,
    topics: [],
    regionTypes: [],
    figure: null,
    confirmedOn: null,
    endorsements: 0,
    withheld: [],
    parent: null,
    followed: false,
    actions: [],
    name: words(Math.min(20, length)).slice(0, 160),
    acronym: 'PECUT',
    summary: words(length),
    slug: 'pecut',
    home: {
      kabupaten: { code: '64.02', name: 'Kutai Kartanegara' },
      unit: { code: 'a', name: 'Kecamatan Sebulu' },
      own: true,
    },
    content: {
      problem: `${words(length)}.`,
      howItWorks: `${words(length)}.`,
      challenges: `${words(length)}.`,
      lessons: `${words(length)}.`,
      services: Array.from({ length: count }, () => words(Math.min(12, length))),
      steps: Array.from({ length: count }, () => ({ body: words(Math.min(60, length)), days: null })),
      results: Array.from({ length: count }, () => ({
        what: words(Math.min(25, length)),
        before: '12',
        after: '34',
        unit: words(3),
        method: '',
        n: 1208,
        period: '',
      })),
      contact: {
        name: words(10).slice(0, 120),
        post: words(20).slice(0, 160),
        phone: '0812',
        email: 'a@contoh.invalid',
      },
    },
    services: [],
    people: 12,
    connectivity: 'internet-sesekali',
    costBand: 'di-bawah-50-juta',
    weeksToStart: 6,
    adoptions: { total: 3, better: 1, stopped: 0, hardest: null },
    source: { name: words(30), url: null, on: '2026-01-05' },
    ownerConfirmed: false,
    proof: 'terukur',
    alive: 'berhenti',
    stoppedOn: '2026-10-01',
    stoppedLesson: words(length),
    archived: false,
    version: 3,
    publishedOn: '2026-03-12',
    figures: [],
    invented: true,
  };
}

/** A unit before a visit, with so many of everything, in texts of so many words. */
function visitWith(count: number, length: number): Parameters<typeof visitSheet>[1] {
  const { today, attention, received } = morning(count, length);
  return {
    today,
    attention,
    summary: summaryOf({
      unit: 'a',
      unitName: words(length).slice(0, 60),
      from: '2026-11-01',
      to: '2026-11-20',
      turnaround: { ...TURNAROUND, medianWorkingMinutes: 4567, previous: TURNAROUND },
      ikm: {
        ...IKM,
        score: 80.39,
        respondents: 17,
        requiredRespondents: 86,
        sufficient: false,
        previous: IKM,
      },
    }),
    series: [],
    dispositions: received,
    responsible: [words(length)],
    day: '2026-11-20',
  };
}

async function pagesOf(document: ReportDocument): Promise<{ pages: number; text: string }> {
  const file = await writePdf(document);
  expect(faultsOf(await laidPages(file))).toEqual([]);
  const proxy = await getDocumentProxy(new Uint8Array(file));
  const { text } = await extractText(proxy, { mergePages: true });
  return { pages: proxy.numPages, text: text.replaceAll(/\s+/g, ' ') };
}

/** The last lines of a sheet are whole: its state, and that it is page 1 of 1. */
describe('a sheet of one page', () => {
  for (const [name, letterhead] of LETTERHEADS.entries()) {
    for (const [count, length] of [
      [0, 1],
      [2, 3],
      [7, 6],
      [40, 12],
      [500, 40],
    ] as const) {
      it(`is lembar apel with ${count} of each in texts of ${length} words, letterhead ${name}`, async () => {
        const { pages, text } = await pagesOf(musterSheet(frameWith(letterhead), morning(count, length)));
        expect(pages).toBe(1);
        expect(text).toContain('Halaman 1 dari 1');
        expect(text).toContain('Satu hal untuk diperbaiki');
      });
    }
    for (const [count, length] of [
      [0, 1],
      [3, 5],
      [40, 30],
    ] as const) {
      it(`is lembar kunjungan with ${count} of each in texts of ${length} words, letterhead ${name}`, async () => {
        const { pages, text } = await pagesOf(visitSheet(frameWith(letterhead), visitWith(count, length)));
        expect(pages).toBe(1);
        expect(text).toContain('Catatan kunjungan');
      });
    }
    for (const [length, count] of [
      [3, 1],
      [40, 6],
      [300, 40],
    ] as const) {
      it(`is lembar inovasi with texts of ${length} words and ${count} steps, letterhead ${name}`, async () => {
        const { pages, text } = await pagesOf(
          innovationSheet(frameWith(letterhead), entryWith(length, count)),
        );
        expect(pages).toBe(1);
        expect(text).toContain('Halaman 1 dari 1');
        expect(text).toContain('Narahubung');
      });
    }
  }

  it('says how many of a long list it leaves out', async () => {
    const few = morning(7, 3);
    const { text } = await pagesOf(musterSheet(frameWith(LETTERHEADS[0] as Letterhead), few));
    // Seven overdue, seven of today, seven of the next day, seven complaints: those in the table and the others are 28.
    const shown = [...text.matchAll(/(lewat tenggat|hari ini|hari berikut) KK-|aduan A-/g)].length;
    const others = Number(/dan (\d+) lainnya/.exec(text)?.[1]);
    expect(shown).toBeGreaterThan(3);
    expect(shown + others).toBe(28);
    const entry = await pagesOf(innovationSheet(frameWith(LETTERHEADS[0] as Letterhead), entryWith(30, 40)));
    // Names hold no comma: forty services are those between commas, and the others.
    const [, named = '', left = ''] = /Layanan yang tercakup (.*?)dan (\d+) lainnya/.exec(entry.text) ?? [];
    expect(named.split(', ').length - 1 + Number(left)).toBe(40);
    expect(Number(left)).toBeLessThan(40);
  });
});
