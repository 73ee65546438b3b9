import { createTransport } from 'nodemailer';
import { errorCode, errorText } from '../operator-error.ts';
import type { MailSettings } from './mail-settings.ts';

/** A mail as it leaves. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same as a simple page; left out where the text says it all. */
  readonly html?: string;
  /** Stays the same when the mail is sent once more: whoever receives it twice sees one. Without angle brackets. */
  readonly messageId: string;
  /** When it fell due; the same at each attempt. */
  readonly date: Date;
  /** Address that ends the subscription by one click (RFC 8058). */
  readonly unsubscribeUrl?: string;
  readonly files?: readonly { readonly name: string; readonly mediaType: string; readonly bytes: Buffer }[];
}

/**
 * What became of a mail that was not taken: `refused` for good (no such address), `too-large`, `not-allowed` (the
 * server does not accept PANDU's sign-in or sender), or `unreachable` for now.
 */
export type MailProblem = 'refused' | 'too-large' | 'not-allowed' | 'unreachable';

/** A mail that was not taken. Its message is for the operator's log and holds no address. */
export class MailError extends Error {
  readonly problem: MailProblem;

  constructor(problem: MailProblem, message: string) {
    super(message);
    this.name = 'MailError';
    this.problem = problem;
  }

  /** True when trying again later cannot help. */
  get final(): boolean {
    return this.problem === 'refused' || this.problem === 'too-large';
  }
}

/** Hands mails to the mail server; one that returns was taken. */
export interface Mailer {
  /** @throws MailError */
  send(mail: Mail): Promise<void>;
  close(): void;
}

const PATIENCE_MS = 15_000;
/** A large attachment on a slow line. */
const SOCKET_PATIENCE_MS = 60_000;

/** The mailer of the installation. Nothing is connected before the first mail; no connection is kept. */
export function smtpMailer(settings: MailSettings): Mailer {
  const { hostname, username } = new URL(settings.url);
  const here = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
  const transport = createTransport({
    url: settings.url,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: SOCKET_PATIENCE_MS,
    // A password never travels in the clear, except on this machine.
    requireTLS: username !== '' && !here && settings.url.startsWith('smtp:'),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (mail) => {
      try {
        await transport.sendMail({
          from: settings.from,
          to: mail.to,
          subject: mail.subject,
          text: mail.text,
          ...(mail.html === undefined ? {} : { html: mail.html }),
          messageId: `<${mail.messageId}>`,
          date: mail.date,
          headers: {
            'Auto-Submitted': 'auto-generated',
            ...(mail.unsubscribeUrl === undefined
              ? {}
              : {
                  'List-Unsubscribe': `<${mail.unsubscribeUrl}>`,
                  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
                }),
          },
          attachments: (mail.files ?? []).map(({ name, mediaType, bytes }) => ({
            filename: name,
            contentType: mediaType,
            content: bytes,
          })),
        });
      } catch (error) {
        throw explain(error, mail.to);
      }
    },
    close: () => transport.close(),
  };
}

/** Answers of SMTP: 4xx later, 5xx never (RFC 5321); 552 and 523 too large; 530, 534, 535 the sign-in. */
function explain(error: unknown, to: string): MailError {
  const code = errorCode(error) ?? '';
  const answer =
    typeof error === 'object' && error !== null && 'responseCode' in error ? Number(error.responseCode) : 0;
  const message = errorText(error).replaceAll(to, '<penerima>');
  if (code === 'EAUTH' || [530, 534, 535, 538].includes(answer)) return new MailError('not-allowed', message);
  if (answer === 552 || answer === 523) return new MailError('too-large', message);
  // What the server has against the sender is the operator's to mend: tried again until then.
  const command = typeof error === 'object' && error !== null && 'command' in error ? error.command : '';
  if (command === 'MAIL FROM' && answer >= 500) return new MailError('not-allowed', message);
  if (answer >= 500) return new MailError('refused', message);
  return new MailError('unreachable', message);
}
