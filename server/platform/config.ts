import { isAbsolute, resolve } from 'node:path';
import { isIP } from 'node:net';
import { readSingleSignOn, type SingleSignOnSettings } from './auth/single-sign-on-settings.ts';
import type { TrustedProxies } from './http/request-address.ts';
import { readMailSettings, type MailSettings } from './mail/mail-settings.ts';
import { OperatorError } from './operator-error.ts';

/** What the operator can set, read once at start from the environment. */
export interface Config {
  /** TCP port of the web server, 0–65535; 0 lets the system choose. `PORT`, default 3000. */
  readonly port: number;
  /** Address to listen on, or null for all. `PANDU_HOST`. */
  readonly host: string | null;
  /** Connection of the application role, or null for the embedded database. `DATABASE_URL`. */
  readonly databaseUrl: string | null;
  /** Connection of the owner role (migrations), or null. `DATABASE_MIGRATE_URL`. */
  readonly databaseMigrateUrl: string | null;
  /** Absolute path of the folder for database, uploads and secrets. `PANDU_DATA_DIR`, default `.data`. */
  readonly dataDir: string;
  /** Whether demo data and demo accounts are kept. `PANDU_DEMO`, default true with the embedded database. */
  readonly demo: boolean;
  /** Password of the demo accounts, or null to make one. `PANDU_DEMO_PASSWORD`. */
  readonly demoPassword: string | null;
  /** Whether failures are printed with their stack trace. `PANDU_DEBUG`. */
  readonly debug: boolean;
  /** When sessions end. `PANDU_SESSION_IDLE_MINUTES` (1–720), default 60; `PANDU_SESSION_HOURS` (1–168), default 12. */
  readonly sessionLimits: { readonly idleMinutes: number; readonly hours: number };
  /** Origin at which people open PANDU, without a slash at the end, or null. `PANDU_PUBLIC_URL`. */
  readonly publicUrl: string | null;
  /** Proxies whose headers are believed. `PANDU_TRUST_PROXY`: hops (1–10) or addresses and networks; default none. */
  readonly trustProxy: TrustedProxies;
  /** The identity provider, or null. `PANDU_OIDC_…`. */
  readonly singleSignOn: SingleSignOnSettings | null;
  /** How mail leaves the house, or null. `PANDU_SMTP_URL`, `PANDU_MAIL_FROM`. */
  readonly mail: MailSettings | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the configuration from environment variables. An empty value counts as not set.
 *
 * @param environment usually `process.env`
 * @param directory the folder relative paths start from
 * @throws OperatorError naming the variable whose value cannot be used
 */
export function readConfig(environment: Environment, directory: string = process.cwd()): Config {
  const databaseUrl = readDatabaseUrl(environment, 'DATABASE_URL');
  const databaseMigrateUrl = readDatabaseUrl(environment, 'DATABASE_MIGRATE_URL');
  if (databaseUrl === null && databaseMigrateUrl !== null) {
    throw new OperatorError(
      'DATABASE_MIGRATE_URL diisi tetapi DATABASE_URL tidak: isi keduanya, atau kosongkan keduanya untuk memakai basis data bawaan.',
    );
  }
  const publicUrl = readPublicUrl(environment);
  const trustProxy = readTrustProxy(environment);
  if (publicUrl?.startsWith('https:') && trustProxy === null) {
    throw new OperatorError(
      'PANDU_PUBLIC_URL memakai https tetapi PANDU_TRUST_PROXY kosong: isi jumlah proksi di depan PANDU (biasanya 1) atau alamatnya; proksi itu harus mengirim X-Forwarded-Proto dan X-Forwarded-For.',
    );
  }
  return {
    port: readPort(environment),
    host: readText(environment, 'PANDU_HOST'),
    databaseUrl,
    databaseMigrateUrl,
    dataDir: readFolder(environment, directory),
    demo: readSwitch(environment, 'PANDU_DEMO', databaseUrl === null),
    demoPassword: readText(environment, 'PANDU_DEMO_PASSWORD'),
    debug: readSwitch(environment, 'PANDU_DEBUG', false),
    sessionLimits: {
      idleMinutes: readWhole(environment, 'PANDU_SESSION_IDLE_MINUTES', 60, 720),
      hours: readWhole(environment, 'PANDU_SESSION_HOURS', 12, 168),
    },
    publicUrl,
    trustProxy,
    singleSignOn: readSingleSignOn(environment, publicUrl),
    mail: readMailSettings(environment, publicUrl),
  };
}

function readText(environment: Environment, name: string): string | null {
  const value = environment[name];
  return value === undefined || value === '' ? null : value;
}

function readPort(environment: Environment): number {
  const text = readText(environment, 'PORT');
  if (text === null) return 3000;
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65535) {
    throw new OperatorError(`PORT harus bilangan bulat 0 sampai 65535, bukan "${text}".`);
  }
  return port;
}

/** Only the origin: PANDU lives at the root of its host. */
function readPublicUrl(environment: Environment): string | null {
  const text = readText(environment, 'PANDU_PUBLIC_URL');
  if (text === null) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || `${url.origin}/` !== url.href) {
    throw new OperatorError(
      `PANDU_PUBLIC_URL harus alamat tanpa jalur, misalnya https://pandu.kabupaten.go.id, bukan "${text}".`,
    );
  }
  return url.origin;
}

function readTrustProxy(environment: Environment): TrustedProxies {
  const text = readText(environment, 'PANDU_TRUST_PROXY');
  if (text === null || text === '0') return null;
  if (/^([1-9]|10)$/.test(text)) return Number(text);
  const proxies = text.split(',').map((each) => each.trim());
  if (proxies.every(isNetwork)) return proxies;
  throw new OperatorError(
    `PANDU_TRUST_PROXY harus jumlah proksi (1 sampai 10) atau daftar alamat seperti 10.0.0.5,192.168.1.0/24, bukan "${text}".`,
  );
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

/** A whole number from 1 to `most`. */
function readWhole(environment: Environment, name: string, whenAbsent: number, most: number): number {
  const text = readText(environment, name);
  if (text === null) return whenAbsent;
  const value = Number(text);
  if (!/^\d{1,6}$/.test(text) || value < 1 || value > most)
    throw new OperatorError(`${name} harus bilangan bulat 1 sampai ${most}, bukan "${text}".`);
  return value;
}

function readSwitch(environment: Environment, name: string, whenAbsent: boolean): boolean {
  const text = readText(environment, name);
  if (text === null) return whenAbsent;
  if (text === '1') return true;
  if (text === '0') return false;
  throw new OperatorError(`${name} harus 1 atau 0, bukan "${text}".`);
}

function readFolder(environment: Environment, directory: string): string {
  const text = readText(environment, 'PANDU_DATA_DIR') ?? '.data';
  return isAbsolute(text) ? text : resolve(directory, text);
}

/** The value is not repeated in the message: it may hold a password. */
function readDatabaseUrl(environment: Environment, name: string): string | null {
  const text = readText(environment, name);
  if (text === null) return null;
  const example = 'postgresql://pengguna:sandi@server:5432/pandu';
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || (url.protocol !== 'postgresql:' && url.protocol !== 'postgres:')) {
    throw new OperatorError(
      `${name} bukan alamat PostgreSQL yang benar; bentuknya ${example} (tanda baca di dalam sandi ditulis sebagai kode persen).`,
    );
  }
  if (url.username === '')
    throw new OperatorError(`${name} tidak memuat nama pengguna; bentuknya ${example}.`);
  if (url.pathname.length < 2)
    throw new OperatorError(`${name} tidak memuat nama basis data; bentuknya ${example}.`);
  return text;
}
