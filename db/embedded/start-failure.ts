/** What to do about a server that did not start: say a sentence, or try again. */
export type StartFailure =
  { readonly kind: 'retry' } | { readonly kind: 'give-up'; readonly sentence: string };

/** What the sentence may name. */
export interface FailureScene {
  /** Folder of the database. */
  readonly clusterDir: string;
  /** File with the server's own messages. */
  readonly logFile: string;
}

/** Conditions that pass by themselves: a port taken a moment ago, a killed server's last connections. */
const PASSING = [
  /could not bind IPv[46] address/,
  /could not create any TCP\/IP sockets/,
  /lock file "postmaster\.pid" already exists/,
  /pre-existing shared memory block .* is still in use/,
];

/**
 * Reads the messages of `initdb` or `postgres` (in English: they run with `LC_ALL=C`) and says in one
 * Indonesian sentence what is wrong.
 *
 * @param output what the program printed, at most its last part
 */
export function explainStartFailure(output: string, scene: FailureScene): StartFailure {
  if (PASSING.some((pattern) => pattern.test(output))) return { kind: 'retry' };
  return { kind: 'give-up', sentence: findSentence(output, scene) };
}

function findSentence(output: string, { clusterDir, logFile }: FailureScene): string {
  if (/\/dev\/shm|shared memory segment/.test(output)) {
    return `PostgreSQL bawaan tidak mendapat memori bersama: perbesar memori atau /dev/shm mesin ini (di Docker: --shm-size=256m), lihat ${logFile}.`;
  }
  if (/No space left on device|Disk quota exceeded|Check free disk space/i.test(output)) {
    return `Ruang disk untuk ${clusterDir} habis: kosongkan ruang, atau pindahkan folder data dengan PANDU_DATA_DIR.`;
  }
  if (/Read-only file system/.test(output)) {
    return `Folder basis data ${clusterDir} hanya dapat dibaca: pindahkan folder data dengan PANDU_DATA_DIR.`;
  }
  if (
    /database files are incompatible|initialized by PostgreSQL version|Catalog version number/.test(output)
  ) {
    return `Basis data di ${clusterDir} dibuat oleh PostgreSQL versi lain: buat cadangan dengan versi PANDU yang lama ("npm run db -- backup"), lalu pulihkan ke folder data baru.`;
  }
  if (/invalid permissions|wrong ownership/.test(output)) {
    return `Hak akses folder ${clusterDir} tidak benar: folder itu harus milik pengguna yang menjalankan PANDU dengan mode 0700.`;
  }
  if (/Permission denied|EACCES/.test(output)) {
    return `PostgreSQL tidak berhak membuka ${clusterDir} atau programnya sendiri: periksa hak akses folder itu, lihat ${logFile}.`;
  }
  if (/Exec format error|ENOEXEC/.test(output)) {
    return 'PostgreSQL bawaan dibuat untuk jenis prosesor lain: hapus node_modules dan jalankan "npm ci" di mesin ini.';
  }
  if (/GLIBC_|error while loading shared libraries|ENOENT/.test(output)) {
    return 'PostgreSQL bawaan tidak cocok dengan sistem operasi ini (perlu Linux dengan glibc, bukan Alpine): isi DATABASE_URL dengan PostgreSQL sendiri.';
  }
  if (/Cannot allocate memory|could not map anonymous shared memory|ENOMEM/.test(output)) {
    return 'Memori mesin ini tidak cukup untuk menyalakan PostgreSQL bawaan: tutup program lain atau tambah memori.';
  }
  if (/could not locate a valid checkpoint record|invalid checkpoint|PANIC:/.test(output)) {
    return `Basis data di ${clusterDir} rusak: pulihkan cadangan terakhir ke folder data baru, lihat ${logFile}.`;
  }
  const last = output
    .split('\n')
    .filter((line) => /FATAL:|error:/i.test(line))
    .at(-1);
  const reason = last?.replace(/^.*?(FATAL|error):\s*/i, '').trim() ?? 'tanpa keterangan';
  return `PostgreSQL bawaan tidak dapat dinyalakan (${reason}): lihat ${logFile}.`;
}
