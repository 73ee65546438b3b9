import type { ParsedMail } from 'mailparser';
import type { ApiCaller } from '../../testing/api-caller.ts';
import { startTestProduct, type TestProduct, type TestProductOptions } from '../../testing/test-product.ts';
import { startMailServer, type MailServer } from '../../platform/mail/mail-server.testing.ts';

/** A Tuesday, 10.00 WITA; the last working day before a long break (18 March cuti bersama … 24 March). */
export const NOW = '2026-03-17T02:00:00Z';
export const KABUPATEN = '64.02';
export const OWN_UNIT = '64.02.07';
export const PUBLIC_URL = 'http://pandu.contoh.go.id';
export const MAIL_FROM = 'PANDU <pandu@contoh.go.id>';

/** A product that mails through a real SMTP server, and who works in it. */
export interface MailingProduct {
  readonly product: TestProduct;
  readonly server: MailServer;
  stop(): Promise<void>;
}

/** Starts the product and its mail server. */
export async function startMailingProduct(
  options: Pick<TestProductOptions, 'truePauses' | 'rounds' | 'log'> = {},
): Promise<MailingProduct> {
  const server = await startMailServer();
  const product = await startTestProduct({
    now: NOW,
    publicUrl: PUBLIC_URL,
    mail: { url: server.url, from: MAIL_FROM },
    ...options,
  });
  await product.addKabupaten(KABUPATEN, 'Asia/Makassar');
  return {
    product,
    server,
    stop: async () => {
      await product.stop();
      await server.stop();
    },
  };
}

/** Confirms a mail address as a person does: asks for a code, reads it in the mail, gives it. */
export async function confirmAddress(caller: ApiCaller, server: MailServer, address: string): Promise<void> {
  const before = server.mails.length;
  const asked = await caller.send('PUT', '/mail-address', { body: { address } });
  if (asked.status !== 200) throw new Error(`mail address: ${asked.text}`);
  const code = /\d{6}/.exec(server.mails[before]?.subject ?? '')?.[0] ?? '';
  const confirmed = await caller.post('/mail-address/confirmation', { code });
  if (confirmed.status !== 200) throw new Error(`confirmation: ${confirmed.text}`);
}

/** A subscription of the own unit's summary, at 11.00 WITA on working days. */
export const DAILY_BRIEF = {
  report: 'ringkasan-wa',
  unit: OWN_UNIT,
  grain: 'month',
  which: 'running',
  format: 'text',
  schedule: { rhythm: 'daily', hour: 11 },
} as const;

/** Ten seconds past 11.00 WITA of that day. */
export const DUE = '2026-03-17T03:00:10Z';

/** Where the one click of a mail's header leads (RFC 8058), below `/api/v1`. @throws Error for a mail without it */
export function unsubscribePathOf(mail: ParsedMail | undefined): string {
  const headerOf = (key: string): string =>
    mail?.headerLines.find((header) => header.key === key)?.line.replaceAll(/\r?\n\s+/g, ' ') ?? '';
  if (headerOf('list-unsubscribe-post') !== 'List-Unsubscribe-Post: List-Unsubscribe=One-Click')
    throw new Error('The mail does not end by one click.');
  const [, url] = /<([^<>]+)>/.exec(headerOf('list-unsubscribe')) ?? [];
  if (url?.startsWith(`${PUBLIC_URL}/api/v1/`) !== true)
    throw new Error(`The mail does not say where it ends: ${url}`);
  return url.slice(`${PUBLIC_URL}/api/v1`.length);
}
