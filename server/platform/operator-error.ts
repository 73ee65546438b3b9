/**
 * A failure that the person who runs PANDU can act on.
 *
 * The message is one clear Indonesian sentence: what is wrong and what to do. The command line prints
 * it alone, without a stack trace; the technical cause is kept for PANDU_DEBUG=1.
 */
export class OperatorError extends Error {
  /** Exit code of the process, 1–255; 1 unless said otherwise. */
  readonly exitCode: number;

  constructor(message: string, options: { cause?: unknown; exitCode?: number } = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'OperatorError';
    this.exitCode = options.exitCode ?? 1;
  }
}

/** The system or SQLSTATE code of an error (`ENOSPC`, `28P01` …), or null when it carries none. */
export function errorCode(error: unknown): string | null {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string') {
    return error.code;
  }
  return null;
}

/** The text of any thrown value. */
export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
