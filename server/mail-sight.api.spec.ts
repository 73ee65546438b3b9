import type { ParsedMail } from 'mailparser';
import { extractText, getDocumentProxy } from 'unpdf';
import {
  confirmAddress,
  DUE,
  KABUPATEN,
  OWN_UNIT,
  startMailingProduct,
  type MailingProduct,
} from './features/deliveries/deliveries.testing.ts';
import { openWorkbook, type OpenedWorkbook } from './features/reports/files/opened-workbook.testing.ts';
import { until } from './testing/until.ts';

/** Another kecamatan, with figures and words of its own, and six more with five records each: enough for quartiles. */
const NEIGHBOUR = '64.02.08';
const OTHERS = ['64.02.01', '64.02.02', '64.02.03', '64.02.04', '64.02.05', '64.02.06'];

const OWN = { cases: 13, complaints: 11 };
const NEIGHBOURS = { cases: 113, complaints: 197 };
/** By hand: the neighbour's, both together, all units, and all but the own. */
const FOREIGN_NUMBERS = [113, 126, 156, 143, 197, 208, 238, 227];

const REPORTER = { name: 'Rahmawati Kusumaningtyas', nik: '6402071204880003', contact: '081254321987' };

/** Everything that the mailed files and mails tell, part by part. */
interface Delivered {
  readonly part: string;
  readonly words: string;
}

describe('what a camat reads in the mail', () => {
  let mailing: MailingProduct;
  let workbook: OpenedWorkbook;
  let parts: Delivered[];
  let strangers: string[];

  beforeAll(async () => {
    mailing = await startMailingProduct();
    const { product, server } = mailing;
    await product.addPerson('camat', { role: 'camat', kabupaten: KABUPATEN, unit: OWN_UNIT });
    await product.load(KABUPATEN, 'service-cases', [
      ...casesOf(OWN_UNIT, 'SENDIRI', OWN.cases),
      ...casesOf(NEIGHBOUR, 'TETANGGA', NEIGHBOURS.cases),
      ...OTHERS.flatMap((unit) => casesOf(unit, 'TETANGGA', 5)),
    ]);
    await product.load(KABUPATEN, 'complaints', [
      ...complaintsOf(OWN_UNIT, 'SENDIRI', OWN.complaints),
      ...complaintsOf(NEIGHBOUR, 'TETANGGA', NEIGHBOURS.complaints),
      ...OTHERS.flatMap((unit) => complaintsOf(unit, 'TETANGGA', 5)),
    ]);
    const camat = await product.signIn('camat');
    await confirmAddress(camat, server, 'camat@contoh.go.id');
    for (const format of ['pdf', 'xlsx'] as const) {
      const answer = await camat.post('/subscriptions', {
        report: 'laporan-kinerja',
        unit: OWN_UNIT,
        grain: 'month',
        which: 'ended',
        format,
        schedule: { rhythm: 'daily', hour: 11 },
      });
      expect(answer.status).withContext(answer.text).toBe(201);
    }
    product.setNow(DUE);
    await until(() => server.mails.length === 3, 60_000, 'the mail');
    workbook = await openWorkbook(attached('.xlsx'));
    parts = [
      ...server.mails.slice(1).flatMap(partsOfMail),
      ...(await partsOfPaper(attached('.pdf'))),
      ...[...workbook.parts].map(([name, xml]) => ({ part: name, words: decoded(xml) })),
    ];
    const names = await product.database
      .owner('units')
      .where({ kabupaten_code: KABUPATEN, parent_code: KABUPATEN })
      .whereNot({ code: OWN_UNIT })
      .pluck<string[]>('name');
    strangers = [...names, NEIGHBOUR, ...OTHERS, 'TETANGGA-'];
  }, 120_000);
  afterAll(() => mailing.stop());

  function attached(ending: string): Buffer {
    const files = mailing.server.mails.flatMap(({ attachments }) => attachments);
    const file = files.find(({ filename }) => filename?.endsWith(ending));
    if (file === undefined)
      throw new Error(`no ${ending} in ${files.map(({ filename }) => filename).join()}`);
    return file.content;
  }
  const numberIn = (words: string) => words.match(new RegExp(`\\b(${FOREIGN_NUMBERS.join('|')})\\b`))?.[0];

  it('is the own unit by name and in numbers, in every form', () => {
    for (const name of ['subject 1', 'text 1', 'html 1', 'subject 2', 'text 2', 'html 2', 'paper'])
      expect(wordsOf(name)).withContext(name).toContain('Sebulu');
    for (const mail of ['subject 1', 'subject 2']) expect(wordsOf(mail)).toContain('Februari 2026');
    expect(wordsOf('paper')).toMatch(/\b13\b/);
    const cells = workbook.sheets.flatMap(({ rows }) => rows.flat());
    expect(cells.some(({ text }) => text?.includes('Sebulu'))).toBeTrue();
    expect(cells.map(({ value }) => value)).toContain(OWN.cases);
    expect(cells.map(({ value }) => value)).toContain(OWN.complaints);
  });

  it('names no other unit and no record of one in any part, hidden sheets and properties too', () => {
    expect(strangers.length).toBeGreaterThan(OTHERS.length + 15);
    // Every part of the workbook was read as text, whatever Excel shows of it; nothing in it is a picture or a program.
    for (const name of workbook.parts.keys()) expect(name).toMatch(/\.(xml|rels)$/);
    expect(workbook.sheets.length).toBe(
      [...workbook.parts.keys()].filter((name) => name.startsWith('xl/worksheets/')).length,
    );
    for (const { part, words } of parts)
      for (const stranger of strangers)
        expect(words.includes(stranger)).withContext(`${stranger} in ${part}`).toBeFalse();
  });

  it('tells neither a neighbour’s number nor a sum that gives it away', () => {
    for (const name of ['subject 1', 'text 1', 'html 1', 'subject 2', 'text 2', 'html 2', 'paper'])
      expect(numberIn(wordsOf(name)))
        .withContext(name)
        .toBeUndefined();
    for (const { name, rows } of workbook.sheets)
      for (const { reference, text, value, formula } of rows.flat()) {
        const where = `${name} ${reference}`;
        expect(FOREIGN_NUMBERS.includes(value ?? 0))
          .withContext(where)
          .toBeFalse();
        expect(numberIn(text ?? ''))
          .withContext(where)
          .toBeUndefined();
        expect(numberIn(formula ?? ''))
          .withContext(where)
          .toBeUndefined();
      }
  });

  it('names nobody who complained, not of the own unit either', () => {
    for (const { part, words } of parts) {
      for (const personal of Object.values(REPORTER))
        expect(words.includes(personal)).withContext(`${personal} in ${part}`).toBeFalse();
      for (const name of REPORTER.name.split(' '))
        expect(words.includes(name)).withContext(`${name} in ${part}`).toBeFalse();
      expect(words)
        .withContext(part)
        .not.toMatch(/(?<![\d.])\d{16}(?!\d)/);
    }
  });

  it('comes with the whole file, named after report, unit and month', () => {
    expect(attached('.pdf').subarray(0, 5).toString()).toBe('%PDF-');
    expect(attached('.xlsx').subarray(0, 2).toString()).toBe('PK');
    const names = mailing.server.mails.flatMap(({ attachments }) =>
      attachments.map(({ filename }) => filename),
    );
    expect(names.toSorted()).toEqual([
      'laporan-kinerja-pelayanan_sebulu_2026-02.pdf',
      'laporan-kinerja-pelayanan_sebulu_2026-02.xlsx',
    ]);
  });

  function wordsOf(name: string): string {
    const found = parts.find(({ part }) => part === name);
    if (found === undefined) throw new Error(`no part ${name}`);
    return found.words;
  }
});

/** Subject, both bodies, every header line and the names of the files. */
function partsOfMail(mail: ParsedMail, index: number): Delivered[] {
  const order = index + 1;
  return [
    { part: `subject ${order}`, words: mail.subject ?? '' },
    { part: `text ${order}`, words: mail.text ?? '' },
    { part: `html ${order}`, words: decoded(mail.html || '') },
    { part: `head ${order}`, words: mail.headerLines.map(({ line }) => line).join('\n') },
    { part: `files ${order}`, words: mail.attachments.map(({ filename }) => filename ?? '').join('\n') },
  ];
}

async function partsOfPaper(pdf: Buffer): Promise<Delivered[]> {
  const paper = await getDocumentProxy(new Uint8Array(pdf));
  const { text } = await extractText(paper, { mergePages: true });
  const { info, metadata } = (await paper.getMetadata()) as { info: object; metadata: unknown };
  const outline: unknown = await paper.getOutline();
  return [
    { part: 'paper', words: text },
    { part: 'properties of the paper', words: JSON.stringify([info, metadata, outline]) },
  ];
}

function decoded(markup: string): string {
  return markup
    .replaceAll(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

function casesOf(unit: string, mark: string, count: number) {
  return Array.from({ length: count }, (_, index) => ({
    number: `${mark}-${unit}-${index + 1}`,
    unit,
    service: 'kk',
    channel: 'tatap-muka',
    receivedAt: new Date(Date.UTC(2026, 1, 2 + (index % 5), 2)).toISOString(),
    dueAt: null,
    completedAt: new Date(Date.UTC(2026, 1, 3 + (index % 5), 2)).toISOString(),
    status: 'selesai',
  }));
}

function complaintsOf(unit: string, mark: string, count: number) {
  return Array.from({ length: count }, (_, index) => ({
    number: `${mark}-${unit}-A${index + 1}`,
    unit,
    service: 'kk',
    channel: 'whatsapp',
    class: 'tidak-berkadar-pengawasan',
    reporterName: REPORTER.name,
    reporterNik: REPORTER.nik,
    reporterContact: REPORTER.contact,
    text: `Laporan dari ${REPORTER.name}, ${REPORTER.contact}.`,
    receivedAt: new Date(Date.UTC(2026, 1, 2 + (index % 5), 2)).toISOString(),
    resolvedAt: index % 3 === 0 ? null : new Date(Date.UTC(2026, 1, 9 + (index % 5), 2)).toISOString(),
    status: index % 3 === 0 ? 'diterima' : 'selesai',
  }));
}
