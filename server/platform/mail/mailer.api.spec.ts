import { startMailServer, type MailServer } from './mail-server.testing.ts';
import { MailError, smtpMailer, type Mail } from './mailer.ts';

const MAIL: Mail = {
  to: 'camat@contoh.go.id',
  subject: 'Laporan Kinerja – Oktober 2026 (angka tetap)',
  text: 'Ketepatan waktu 74,3 %.',
  html: '<p>Ketepatan waktu 74,3 %.</p>',
  messageId: 'satu@pandu.contoh.go.id',
  date: new Date('2026-11-02T23:00:00Z'),
  unsubscribeUrl: 'https://pandu.contoh.go.id/api/v1/unsubscriptions/64.02~abc',
  files: [{ name: 'laporan.pdf', mediaType: 'application/pdf', bytes: Buffer.from('%PDF-1.7 …') }],
};

describe('the mailer', () => {
  let server: MailServer;

  beforeEach(async () => {
    server = await startMailServer();
  });
  afterEach(() => server.stop());

  const send = async (mail: Mail = MAIL) => {
    const mailer = smtpMailer({ url: server.url, from: 'PANDU Kutai <pandu@contoh.go.id>' });
    try {
      await mailer.send(mail);
    } finally {
      mailer.close();
    }
  };

  it('hands over text, page and file, under the given Message-ID and date', async () => {
    await send();
    const [mail] = server.mails;
    expect(mail?.messageId).toBe('<satu@pandu.contoh.go.id>');
    expect(mail?.date?.toISOString()).toBe('2026-11-02T23:00:00.000Z');
    expect(mail?.from?.text).toBe('"PANDU Kutai" <pandu@contoh.go.id>');
    expect(mail?.subject).toBe(MAIL.subject);
    expect(mail?.text).toContain('74,3 %');
    expect(mail?.html).toBe('<p>Ketepatan waktu 74,3 %.</p>');
    expect(mail?.attachments.map(({ filename, contentType }) => [filename, contentType])).toEqual([
      ['laporan.pdf', 'application/pdf'],
    ]);
    expect(mail?.attachments[0]?.content.toString()).toBe('%PDF-1.7 …');
  });

  it('offers to unsubscribe by one click, as RFC 8058 asks', async () => {
    await send();
    const lines = server.mails[0]?.headerLines.map(({ line }) => line.replaceAll(/\r?\n\s+/g, ' ')) ?? [];
    expect(lines).toContain(
      'List-Unsubscribe: <https://pandu.contoh.go.id/api/v1/unsubscriptions/64.02~abc>',
    );
    expect(lines).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  });

  it('tells a refusal for good from a server that is away, and names no address', async () => {
    server.refuse('camat@contoh.go.id');
    const refused = await send().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(MailError);
    expect([(refused as MailError).problem, (refused as MailError).final]).toEqual(['refused', true]);
    expect((refused as MailError).message).not.toContain('camat@');
    await server.goDown();
    const away = await send().catch((error: unknown) => error);
    expect([(away as MailError).problem, (away as MailError).final]).toEqual(['unreachable', false]);
    await server.comeUp();
  });

  it('puts no line of a subject into the head of the mail', async () => {
    await send({ ...MAIL, subject: 'Laporan\r\nBcc: semua@contoh.go.id' });
    expect(server.mails[0]?.bcc).toBeUndefined();
    expect(server.mails[0]?.headerLines.some(({ key }) => key === 'bcc')).toBeFalse();
  });
});
