import { createTestDatabase, type TestDatabase } from '../../../db/embedded/test-database.ts';
import { OperatorError } from '../operator-error.ts';
import { openDatabase, parseNumber, requireConnection } from './pool.ts';
import { judgeRole, refuseUnsafeRole, type RoleFacts } from './role-check.ts';

describe('the database connection', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  });

  afterAll(async () => {
    await database.drop();
  });

  it('accepts the application’s role', async () => {
    await expectAsync(refuseUnsafeRole(database.application)).toBeResolved();
  });

  it('refuses the owner of the tables', async () => {
    await expectAsync(refuseUnsafeRole(database.owner)).toBeRejectedWithError(
      OperatorError,
      /"pandu_test_owner".*memiliki tabel/,
    );
  });

  it('refuses a superuser and a member of a role with BYPASSRLS', async () => {
    const admin = openDatabase(database.adminUrl, { max: 1 });
    const url = new URL(database.url);
    url.username = `pandu_test_member_${process.pid}`;
    try {
      await expectAsync(refuseUnsafeRole(admin)).toBeRejectedWithError(OperatorError, /superuser/);
      await admin.raw(`create role ${url.username}_bypass bypassrls`);
      await admin.raw(
        `create role ${url.username} login password '${url.password}' in role ${url.username}_bypass`,
      );
      const member = openDatabase(url.href, { max: 1 });
      await expectAsync(refuseUnsafeRole(member)).toBeRejectedWithError(OperatorError, /memiliki BYPASSRLS/);
      await member.destroy();
    } finally {
      await admin.raw(`drop role if exists ${url.username}, ${url.username}_bypass`);
      await admin.destroy();
    }
  });

  it('returns dates as text and counts as numbers, also in lists', async () => {
    const answer = await database.application.raw<{ rows: unknown[] }>(
      `select date '2026-03-21' as d, array[date '2026-03-21'] as ds, timestamp '2026-03-21 00:30' as t,
              count(*) as n, 84.12::numeric as v, array[1.5, null]::numeric[] as vs, array[3]::int8[] as ns`,
    );
    expect(answer.rows).toEqual([
      {
        d: '2026-03-21',
        ds: ['2026-03-21'],
        t: '2026-03-21 00:30:00',
        n: 1,
        v: 84.12,
        vs: [1.5, null],
        ns: [3],
      },
    ]);
  });

  it('survives the loss of an idle connection', async () => {
    const pool = openDatabase(database.url, { max: 1 });
    try {
      const before = await pool.raw<{ rows: { pid: number }[] }>('select pg_backend_pid() as pid');
      await database.application.raw('select pg_terminate_backend(?)', [before.rows[0]?.pid ?? 0]);
      await new Promise((resolve) => setTimeout(resolve, 100));
      await expectAsync(requireConnection(pool, database.url, 'DATABASE_URL')).toBeResolved();
    } finally {
      await pool.destroy();
    }
  });

  const refusals: readonly [string, (url: URL) => void, RegExp][] = [
    ['a wrong password', (url) => (url.password = 'salah'), /menolak sandi pengguna "pandu_test_app"/],
    ['a missing database', (url) => (url.pathname = '/tidak_ada'), /Basis data "tidak_ada" belum ada/],
    ['a closed port', (url) => (url.port = '1'), /Tidak ada PostgreSQL yang menjawab di [^ ]+:1:/],
  ];
  for (const [name, spoil, sentence] of refusals) {
    it(`explains ${name} without showing the password`, async () => {
      const url = new URL(database.url);
      const password = url.password;
      spoil(url);
      const pool = openDatabase(url.href, { max: 1 });
      try {
        await requireConnection(pool, url.href, 'DATABASE_URL');
        fail('expected a refusal');
      } catch (error) {
        expect(error).toBeInstanceOf(OperatorError);
        expect(String(error)).toMatch(sentence);
        expect(String(error)).not.toContain(password);
      } finally {
        await pool.destroy();
      }
    });
  }
});

describe('parseNumber', () => {
  it('keeps as text what a number would change', () => {
    expect(parseNumber('9007199254740991')).toBe(9007199254740991);
    expect(parseNumber('9007199254740993')).toBe('9007199254740993');
    expect(parseNumber('0.1234567890123456789')).toBe('0.1234567890123456789');
    expect(parseNumber('-84.120')).toBe(-84.12);
    expect(parseNumber('NaN')).toBe('NaN');
  });
});

describe('judgeRole', () => {
  const fit: RoleFacts = {
    role_name: 'x',
    version: 150000,
    superuser: false,
    bypasses_row_security: false,
    owned_table: null,
  };

  it('accepts a plain role on PostgreSQL 15 and refuses 14', () => {
    expect(judgeRole(fit)).toBeNull();
    expect(judgeRole({ ...fit, version: 140012 })).toMatch(/15 atau lebih baru.*versi 14/);
  });

  it('refuses superuser, BYPASSRLS and ownership, each by its name', () => {
    expect(judgeRole({ ...fit, superuser: true })).toMatch(/superuser/);
    expect(judgeRole({ ...fit, bypasses_row_security: true })).toMatch(/memiliki BYPASSRLS/);
    expect(judgeRole({ ...fit, owned_table: 'units' })).toMatch(/memiliki tabel \("units"\)/);
  });
});
