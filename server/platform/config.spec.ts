import { readConfig } from './config.ts';
import { OperatorError } from './operator-error.ts';

describe('readConfig', () => {
  it('uses the embedded database, port 3000 and demo data when nothing is set', () => {
    expect(readConfig({}, '/srv/pandu')).toEqual({
      port: 3000,
      host: null,
      databaseUrl: null,
      databaseMigrateUrl: null,
      dataDir: '/srv/pandu/.data',
      demo: true,
      demoPassword: null,
      debug: false,
    });
  });

  it('turns demo data off with an own database, unless asked for', () => {
    const own = { DATABASE_URL: 'postgresql://app:x@db:5432/pandu' };
    expect(readConfig(own).demo).toBeFalse();
    expect(readConfig({ ...own, PANDU_DEMO: '1' }).demo).toBeTrue();
    expect(readConfig({ PANDU_DEMO: '0' }).demo).toBeFalse();
  });

  it('treats an empty value as not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '', PANDU_DATA_DIR: '' }, '/a').dataDir).toBe('/a/.data');
  });

  it('keeps an absolute data folder and resolves a relative one', () => {
    expect(readConfig({ PANDU_DATA_DIR: '/var/lib/pandu' }, '/a').dataDir).toBe('/var/lib/pandu');
    expect(readConfig({ PANDU_DATA_DIR: 'data' }, '/a').dataDir).toBe('/a/data');
  });

  it('accepts port 0 and 65535', () => {
    expect(readConfig({ PORT: '0' }).port).toBe(0);
    expect(readConfig({ PORT: '65535' }).port).toBe(65535);
  });

  const refused: readonly [string, Record<string, string>, RegExp][] = [
    ['a port that is a word', { PORT: 'delapan' }, /^PORT harus .*"delapan"\.$/],
    ['a port out of range', { PORT: '65536' }, /^PORT harus/],
    ['a negative port', { PORT: '-1' }, /^PORT harus/],
    ['a port with a fraction', { PORT: '80.5' }, /^PORT harus/],
    ['a switch that is a word', { PANDU_DEMO: 'ya' }, /^PANDU_DEMO harus 1 atau 0, bukan "ya"\.$/],
    [
      'another kind of database',
      { DATABASE_URL: 'mysql://a:b@c/d' },
      /^DATABASE_URL bukan alamat PostgreSQL/,
    ],
    ['text that is no address', { DATABASE_URL: 'localhost' }, /^DATABASE_URL bukan alamat PostgreSQL/],
    ['an address without a user', { DATABASE_URL: 'postgresql://db/pandu' }, /nama pengguna/],
    ['an address without a database', { DATABASE_URL: 'postgresql://a:b@db' }, /nama basis data/],
    [
      'a migration address alone',
      { DATABASE_MIGRATE_URL: 'postgresql://a:b@db/pandu' },
      /^DATABASE_MIGRATE_URL diisi tetapi DATABASE_URL tidak/,
    ],
  ];
  for (const [name, environment, message] of refused) {
    it(`refuses ${name} in one sentence`, () => {
      expect(() => readConfig(environment)).toThrowError(OperatorError, message);
    });
  }

  it('never repeats a password in a message', () => {
    try {
      readConfig({ DATABASE_URL: 'mysql://app:rahasia@db/pandu' });
      fail('expected a refusal');
    } catch (error) {
      expect(String(error)).not.toContain('rahasia');
    }
  });
});
