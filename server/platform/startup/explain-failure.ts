import { errorCode, errorText, OperatorError } from '../operator-error.ts';

/** What is said about a failure, and what the process exits with. */
export interface ExplainedFailure {
  readonly sentence: string;
  /** 1–255. */
  readonly exitCode: number;
}

/**
 * Turns anything thrown into one Indonesian sentence without a stack trace.
 *
 * @param dataDir the data folder, for failures of the disk; null when not known yet
 */
export function explainFailure(error: unknown, dataDir: string | null): ExplainedFailure {
  if (error instanceof OperatorError) return { sentence: error.message, exitCode: error.exitCode };
  const folder = dataDir ?? 'folder data';
  const path = typeof error === 'object' && error !== null && 'path' in error ? String(error.path) : folder;
  return { sentence: findSentence(error, folder, path), exitCode: 1 };
}

function findSentence(error: unknown, folder: string, path: string): string {
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `Ruang disk untuk ${folder} habis: kosongkan ruang, atau pindahkan folder data dengan PANDU_DATA_DIR.`;
    case '53100':
      return 'Ruang disk server basis data habis: kosongkan ruang, lalu jalankan lagi.';
    case 'EACCES':
    case 'EPERM':
      return `PANDU tidak berhak membuka ${path}: periksa pemilik dan hak aksesnya.`;
    case 'EROFS':
      return `${path} hanya dapat dibaca: pindahkan folder data dengan PANDU_DATA_DIR.`;
    case 'EMFILE':
    case 'ENFILE':
      return 'Terlalu banyak berkas terbuka: naikkan batasnya (ulimit -n), lalu jalankan lagi.';
    case 'ECONNREFUSED':
    case 'ECONNRESET':
    case '57P01':
    case '57P03':
      return 'Sambungan ke basis data terputus: periksa server basis data, lalu jalankan lagi.';
    default: {
      const reason = errorText(error).split('\n')[0]?.trim() ?? '';
      return `PANDU berhenti karena kesalahan yang tidak terduga (${reason}): jalankan lagi dengan PANDU_DEBUG=1 untuk melihat rinciannya.`;
    }
  }
}

/** Prints the sentence; with debugging also everything known about the cause. */
export function printFailure(error: unknown, dataDir: string | null, debug: boolean): ExplainedFailure {
  const explained = explainFailure(error, dataDir);
  console.error(explained.sentence);
  if (debug) console.error(error);
  return explained;
}
