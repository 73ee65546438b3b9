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
      sessionLimits: { idleMinutes: 60, hours: 12 },
      publicUrl: null,
      trustProxy: null,
      singleSignOn: null,
      mail: null,
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

  it('takes the public address as an origin, and https only behind a proxy it is told of', () => {
    expect(readConfig({ PANDU_PUBLIC_URL: 'http://pandu.kantor:3000/' }).publicUrl).toBe(
      'http://pandu.kantor:3000',
    );
    const behind = { PANDU_PUBLIC_URL: 'https://pandu.kab.go.id', PANDU_TRUST_PROXY: '1' };
    expect([readConfig(behind).publicUrl, readConfig(behind).trustProxy]).toEqual([
      'https://pandu.kab.go.id',
      1,
    ]);
    expect(readConfig({ PANDU_TRUST_PROXY: '10.0.0.5, 192.168.1.0/24,::1' }).trustProxy).toEqual([
      '10.0.0.5',
      '192.168.1.0/24',
      '::1',
    ]);
    expect(readConfig({ PANDU_TRUST_PROXY: '0' }).trustProxy).toBeNull();
  });

  it('ends sessions when the operator says', () => {
    const limits = { PANDU_SESSION_IDLE_MINUTES: '15', PANDU_SESSION_HOURS: '8' };
    expect(readConfig(limits).sessionLimits).toEqual({ idleMinutes: 15, hours: 8 });
    for (const text of ['0', '-1', '1.5', '721', 'lama'])
      expect(() => readConfig({ PANDU_SESSION_IDLE_MINUTES: text })).toThrowError(
        OperatorError,
        /1 sampai 720/,
      );
    expect(() => readConfig({ PANDU_SESSION_HOURS: '169' })).toThrowError(OperatorError, /1 sampai 168/);
  });

  it('reads the identity provider', () => {
    const config = readConfig({
      PANDU_PUBLIC_URL: 'http://pandu.kantor',
      PANDU_OIDC_ISSUER: 'https://sso.kab.go.id/realms/asn',
      PANDU_OIDC_CLIENT_ID: 'pandu',
      PANDU_OIDC_CLIENT_SECRET: 'rahasia',
      PANDU_OIDC_MFA_ACR: 'gold, 2',
    });
    expect(config.singleSignOn).toEqual({
      issuer: 'https://sso.kab.go.id/realms/asn',
      clientId: 'pandu',
      clientSecret: 'rahasia',
      name: 'SSO',
      groupsClaim: 'groups',
      groupsFile: null,
      secondFactorAcr: ['gold', '2'],
      trustUsernames: false,
    });
  });

  const refused: readonly [string, Record<string, string>, RegExp][] = [
    [
      'a public address with a path',
      { PANDU_PUBLIC_URL: 'http://a.id/pandu' },
      /^PANDU_PUBLIC_URL harus alamat/,
    ],
    [
      'a public address of another kind',
      { PANDU_PUBLIC_URL: 'ftp://a.id' },
      /^PANDU_PUBLIC_URL harus alamat/,
    ],
    ['https without a proxy', { PANDU_PUBLIC_URL: 'https://a.id' }, /PANDU_TRUST_PROXY kosong/],
    ['trust in everyone', { PANDU_TRUST_PROXY: 'true' }, /^PANDU_TRUST_PROXY harus jumlah/],
    ['a network that is none', { PANDU_TRUST_PROXY: '10.0.0.0/33' }, /^PANDU_TRUST_PROXY harus jumlah/],
    [
      'a provider over plain http',
      { PANDU_PUBLIC_URL: 'http://a.id', PANDU_OIDC_ISSUER: 'http://sso.a.id' },
      /^PANDU_OIDC_ISSUER harus alamat https/,
    ],
    [
      'a provider without an address of one’s own',
      { PANDU_OIDC_ISSUER: 'https://sso.a.id' },
      /PANDU_PUBLIC_URL tidak/,
    ],
    [
      'a provider without a client',
      { PANDU_PUBLIC_URL: 'http://a.id', PANDU_OIDC_ISSUER: 'https://sso.a.id' },
      /PANDU_OIDC_CLIENT_ID tidak/,
    ],
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
