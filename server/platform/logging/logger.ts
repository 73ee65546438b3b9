import { pino, type DestinationStream, type Logger } from 'pino';

/** Names under which secrets and personal values travel; blotted out wherever they are handed to the log. */
const BLOTTED = [
  'address',
  'authorization',
  'body',
  'client_secret',
  'code',
  'contact',
  'cookie',
  'email',
  'id_token',
  'name',
  'nik',
  'password',
  'reporter',
  'secret',
  'session',
  'text',
  'token',
  'username',
  'xsrf',
];
/** What of a database error says where to look without saying whose data it was. */
const DATABASE_FIELDS = ['severity', 'schema', 'table', 'column', 'constraint', 'routine'] as const;

/** What is written of an error. */
export interface LoggedError {
  readonly type: string;
  readonly code?: string;
  readonly message: string;
  /** Lines of the call stack. */
  readonly stack?: readonly string[];
  readonly [field: string]: unknown;
}

/**
 * The product's log: one JSON object a line. Values under names of secrets and of personal data are blotted out at
 * two levels, and of an error only what holds no values is written.
 *
 * @param level `PANDU_LOG`; default `warn`
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    serializers: { error: loggedError, err: loggedError },
    redact: {
      paths: [...BLOTTED, ...BLOTTED.map((name) => `*.${name}`)].filter(isNotErrorField),
      censor: '[-]',
    },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** An error's own code (SQLSTATE, ENOENT) is no secret. */
function isNotErrorField(path: string): boolean {
  return path !== '*.code';
}

/**
 * An error without the values it was about: PostgreSQL repeats them between quotes and in `detail`, knex puts the SQL
 * in front, `JSON.parse` repeats the text.
 */
export function loggedError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: withoutValues(String(error)) };
  const fields = error as Error & Readonly<Record<string, unknown>>;
  const isFromDatabase = typeof fields['code'] === 'string' && /^[0-9A-Z]{5}$/.test(fields['code']);
  const message = isFromDatabase ? (error.message.split(' - ').at(-1) ?? '') : error.message;
  return {
    type: error.name,
    ...(typeof fields['code'] === 'string' ? { code: fields['code'] } : {}),
    ...(isFromDatabase
      ? Object.fromEntries(
          DATABASE_FIELDS.flatMap((name) => (typeof fields[name] === 'string' ? [[name, fields[name]]] : [])),
        )
      : {}),
    message: withoutValues(message),
    stack: (error.stack ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line.startsWith('at ')),
    ...(error.cause instanceof Error ? { cause: loggedError(error.cause) } : {}),
  };
}

function withoutValues(message: string): string {
  return message.replace(/"[^"]*"?/g, '"…"').replace(/=\([^)]*\)/g, '=(…)');
}
