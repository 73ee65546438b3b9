import { extractText, getDocumentProxy } from 'unpdf';
import type { ApiCaller } from '../../testing/api-caller.ts';
import {
  confirmAddress,
  DUE,
  KABUPATEN,
  OWN_UNIT,
  startMailingProduct,
  until,
} from './deliveries.testing.ts';
import type { MailingProduct } from './deliveries.testing.ts';

/** Another kecamatan, with figures and words of its own. */
const NEIGHBOUR = '64.02.08';

describe('what a camat reads in the mail', () => {
  let mailing: MailingProduct;
  let camat: ApiCaller;

  beforeAll(async () => {
    mailing = await startMailingProduct();
    const { product, server } = mailing;
    await product.addPerson('camat', { role: 'camat', kabupaten: KABUPATEN, unit: OWN_UNIT });
    // 13 own requests; 113 of the neighbour.
    await product.load(KABUPATEN, 'service-cases', [
      ...casesOf(OWN_UNIT, 'A', 13),
      ...casesOf(NEIGHBOUR, 'B', 113),
    ]);
    camat = await product.signIn('camat');
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
  }, 120_000);
  afterAll(() => mailing.stop());

  const attached = (ending: string) => {
    const files = mailing.server.mails.flatMap(({ attachments }) => attachments);
    const file = files.find(({ filename }) => filename?.endsWith(ending));
    if (file === undefined)
      throw new Error(`no ${ending} in ${files.map(({ filename }) => filename).join()}`);
    return file.content;
  };

  it('is the own unit in detail, in the mail and in its PDF, and the neighbour nowhere', async () => {
    const pdf = await getDocumentProxy(new Uint8Array(attached('.pdf')));
    const { text: paper } = await extractText(pdf, { mergePages: true });
    const neighbour = await mailing.product.database
      .owner('units')
      .where({ kabupaten_code: KABUPATEN, code: NEIGHBOUR })
      .pluck<string[]>('name');
    const [name = ''] = neighbour;
    expect(name.length).toBeGreaterThan(3);
    for (const mail of mailing.server.mails.slice(1)) {
      expect(mail.subject).toContain('Februari 2026');
      for (const words of [mail.text ?? '', mail.html === false ? '' : mail.html]) {
        expect(words).toContain('Sebulu');
        expect(words).not.toContain(name);
        expect(words).not.toContain(NEIGHBOUR);
      }
    }
    expect(paper).toContain('Sebulu');
    expect(paper).toContain('13');
    // Neither the neighbour's number nor the sum of both.
    expect(paper).not.toMatch(/\b(113|126)\b/);
    expect(paper).not.toContain(name);
    expect(paper).not.toContain(NEIGHBOUR);
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
});

function casesOf(unit: string, mark: string, count: number) {
  return Array.from({ length: count }, (_, index) => ({
    number: `${mark}-${index + 1}`,
    unit,
    service: 'kk',
    channel: 'tatap-muka',
    receivedAt: new Date(Date.UTC(2026, 1, 2 + (index % 5), 2)).toISOString(),
    dueAt: null,
    completedAt: new Date(Date.UTC(2026, 1, 3 + (index % 5), 2)).toISOString(),
    status: 'selesai',
  }));
}
