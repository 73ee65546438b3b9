import { OperatorError } from '../operator-error.ts';

/** How mail leaves the house. */
export interface MailSettings {
  /** `smtp://user:password@host:587` (STARTTLS) or `smtps://…:465`. */
  readonly url: string;
  /** Sender: an address, or a name with the address in angle brackets. */
  readonly from: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const EXAMPLE = 'smtp://pandu:sandi@surel.kabupaten.go.id:587';

/**
 * The settings of outgoing mail: `PANDU_SMTP_URL` and `PANDU_MAIL_FROM`; null when neither is set.
 *
 * @param publicUrl where the links in mails lead
 * @throws OperatorError naming the variable that is missing or wrong; never repeating the address, which holds a password
 */
export function readMailSettings(environment: Environment, publicUrl: string | null): MailSettings | null {
  const url = text(environment, 'PANDU_SMTP_URL');
  const from = text(environment, 'PANDU_MAIL_FROM');
  if (url === null && from === null) return null;
  if (url === null)
    throw new OperatorError(
      `PANDU_MAIL_FROM diisi tetapi PANDU_SMTP_URL tidak: isi alamat server surel, misalnya ${EXAMPLE}.`,
    );
  if (from === null)
    throw new OperatorError(
      'PANDU_SMTP_URL diisi tetapi PANDU_MAIL_FROM tidak: isi pengirimnya, misalnya "PANDU <pandu@kabupaten.go.id>".',
    );
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || !/^smtps?:$/.test(parsed.protocol) || parsed.hostname === '')
    throw new OperatorError(
      `PANDU_SMTP_URL harus berbentuk ${EXAMPLE} (tanda baca di dalam sandi ditulis sebagai kode persen).`,
    );
  if (!isSender(from))
    throw new OperatorError(
      `PANDU_MAIL_FROM harus alamat surel, misalnya "PANDU <pandu@kabupaten.go.id>", bukan "${from}".`,
    );
  if (publicUrl === null)
    throw new OperatorError(
      'PANDU_SMTP_URL diisi tetapi PANDU_PUBLIC_URL tidak: setiap surel memuat tautan ke PANDU; isi alamatnya, misalnya https://pandu.kabupaten.go.id.',
    );
  return { url, from };
}

/** True for one plain address, as a person types it: `nama@kantor.go.id`. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>(),;:"\\[\]]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text);
}

function isSender(from: string): boolean {
  const named = /^[^<>\r\n"]*<([^<>]+)>$/.exec(from);
  return isMailAddress(named?.[1] ?? from);
}

function text(environment: Environment, name: string): string | null {
  const value = environment[name];
  return value === undefined || value === '' ? null : value;
}
