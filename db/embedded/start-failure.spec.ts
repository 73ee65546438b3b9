import { explainStartFailure } from './start-failure.ts';

const scene = { clusterDir: '/srv/pandu/postgres', logFile: '/srv/pandu/postgres.log' };

/** Messages as PostgreSQL 18 prints them (src/backend and src/bin/initdb of its sources). */
const cases: readonly [string, string, RegExp][] = [
  [
    'a full disk',
    'FATAL:  could not write to file "pg_wal/xlogtemp.1": No space left on device',
    /Ruang disk .* habis/,
  ],
  [
    'a full disk during initdb',
    'initdb: error: could not write file "x": No space left on device',
    /Ruang disk .* habis/,
  ],
  [
    'a disk that fills up in the middle of a page',
    'FATAL:  could not extend file "base/1/2691": wrote only 4096 of 8192 bytes\nHINT:  Check free disk space.\nPANIC:  cannot abort transaction 1',
    /Ruang disk .* habis/,
  ],
  [
    'too little /dev/shm',
    'FATAL:  could not resize shared memory segment "/PostgreSQL.1" to 1048576 bytes: No space left on device',
    /--shm-size/,
  ],
  ['another version', 'FATAL:  database files are incompatible with server', /versi lain/],
  ['wrong owner', 'FATAL:  data directory "/x" has wrong ownership', /Hak akses/],
  ['no permission', 'postgres: could not access directory "/root/x": Permission denied', /tidak berhak/],
  ['another processor', 'spawn Exec format error', /jenis prosesor lain/],
  [
    'another C library',
    'initdb: error while loading shared libraries: libz.so.1',
    /tidak cocok dengan sistem operasi/,
  ],
  ['damage', 'PANIC:  could not locate a valid checkpoint record at 0/1', /rusak/],
  [
    'anything else',
    '2026-11-20 [1] FATAL:  something new',
    /\(something new\): lihat \/srv\/pandu\/postgres\.log\.$/,
  ],
  ['silence', '', /tanpa keterangan/],
];

describe('explainStartFailure', () => {
  for (const [name, output, sentence] of cases) {
    it(`says what to do about ${name}`, () => {
      const failure = explainStartFailure(output, scene);
      expect(failure.kind).toBe('give-up');
      if (failure.kind === 'give-up') {
        expect(failure.sentence).toMatch(sentence);
        expect(failure.sentence).not.toContain('\n');
      }
    });
  }

  it('tries again when the port was taken in between or a killed server is still letting go', () => {
    for (const output of [
      'LOG:  could not bind IPv4 address "127.0.0.1": Address already in use\nFATAL:  could not create any TCP/IP sockets',
      'FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use',
      'FATAL:  lock file "postmaster.pid" already exists',
    ]) {
      expect(explainStartFailure(output, scene)).toEqual({ kind: 'retry' });
    }
  });
});
