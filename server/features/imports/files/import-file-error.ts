/** What is wrong with a whole file; a program reads the code, a person the message. */
export type ImportFileFault =
  | 'file-empty'
  | 'file-not-readable'
  | 'file-kind-unsupported'
  | 'file-encrypted'
  | 'file-too-large'
  | 'header-missing'
  | 'quote-not-closed'
  | 'sheet-missing';

/**
 * A file that cannot be read at all. `message` is one Indonesian sentence for the person who chose the
 * file: what is wrong and what to do. Nothing of the file has been taken over when it is thrown before
 * the first row; a fault further down is thrown by the row iterator.
 */
export class ImportFileError extends Error {
  readonly code: ImportFileFault;

  constructor(code: ImportFileFault, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'ImportFileError';
    this.code = code;
  }
}
