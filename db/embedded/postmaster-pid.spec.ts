import { isPostmaster, judgePostmasterPid, parsePostmasterPid } from './postmaster-pid.ts';

// Written by PostgreSQL 18.4 (layout: src/include/utils/pidfile.h of PostgreSQL).
const READY = '4711\n/srv/pandu/postgres\n1763740000\n40123\n\n127.0.0.1\n  1234567     32768\nready   \n';
const FOLDER = '/srv/pandu/postgres';
const POSTMASTER = ['/opt/pg/bin/postgres', '-D', FOLDER, '-p', '40123'];

describe('parsePostmasterPid', () => {
  it('reads id, port and readiness', () => {
    expect(parsePostmasterPid(READY)).toEqual({ pid: 4711, port: 40123, ready: true });
  });

  it('knows that a starting or stopping server is not ready', () => {
    expect(parsePostmasterPid(READY.replace('ready   ', 'starting'))?.ready).toBeFalse();
    expect(parsePostmasterPid(READY.replace('ready   ', 'stopping'))?.ready).toBeFalse();
  });

  it('reads the first lines of a file that is still being written', () => {
    expect(parsePostmasterPid('4711\n/srv/pandu/postgres\n1763740000\n')).toEqual({
      pid: 4711,
      port: null,
      ready: false,
    });
  });

  it('gives null for an empty or foreign file', () => {
    expect(parsePostmasterPid('')).toBeNull();
    expect(parsePostmasterPid('halo\n')).toBeNull();
    expect(parsePostmasterPid('-4711\n')).toBeNull();
  });
});

describe('judgePostmasterPid', () => {
  it('is absent without a file', () => {
    expect(judgePostmasterPid(null, FOLDER, () => POSTMASTER)).toEqual({ kind: 'absent' });
  });

  it('is running when the process is this folder’s server', () => {
    const state = judgePostmasterPid(READY, FOLDER, (pid) => (pid === 4711 ? POSTMASTER : null));
    expect(state).toEqual({ kind: 'running', server: { pid: 4711, port: 40123, ready: true } });
  });

  it('is stale when the process is gone', () => {
    expect(judgePostmasterPid(READY, FOLDER, () => null)).toEqual({ kind: 'stale' });
  });

  it('is stale when the file is empty, as after a power cut', () => {
    expect(judgePostmasterPid('', FOLDER, () => POSTMASTER)).toEqual({ kind: 'stale' });
  });

  it('is reused when the id now belongs to another program', () => {
    expect(judgePostmasterPid(READY, FOLDER, () => ['/usr/bin/node', 'server/main.ts'])).toEqual({
      kind: 'reused',
    });
  });

  it('is reused when the id now belongs to the server of another folder', () => {
    const other = ['/opt/pg/bin/postgres', '-D', '/srv/lain/postgres'];
    expect(judgePostmasterPid(READY, FOLDER, () => other)).toEqual({ kind: 'reused' });
  });

  it('is reused when the id now belongs to a connection of another server', () => {
    expect(
      judgePostmasterPid(READY, FOLDER, () => ['postgres: pandu_app pandu 127.0.0.1(5000) idle']),
    ).toEqual({
      kind: 'reused',
    });
  });
});

describe('isPostmaster', () => {
  it('accepts a command line given as one text, as ps prints it', () => {
    expect(isPostmaster([`/opt/pg/bin/postgres -D ${FOLDER} -p 40123`], FOLDER)).toBeTrue();
    expect(isPostmaster([`/opt/pg/bin/postgres -D ${FOLDER}-lain -p 40123`], FOLDER)).toBeFalse();
  });

  it('refuses a program that only mentions the folder', () => {
    expect(isPostmaster(['/bin/ls', '-D', FOLDER], FOLDER)).toBeFalse();
  });
});
