import {
  newRecoveryCodes,
  newTotpSecret,
  readCode,
  recoveryCodeHash,
  totpCode,
  totpStep,
  totpUri,
} from './totp.ts';

describe('time-based codes', () => {
  /** "12345678901234567890" in base32: the SHA-1 key of RFC 6238, appendix B. */
  const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  /** Seconds and the last six of the eight digits there. */
  const VECTORS: readonly (readonly [number, string])[] = [
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ];

  it('are those of RFC 6238', () => {
    for (const [second, code] of VECTORS) {
      expect(totpCode(RFC_SECRET, second * 1000)).toBe(code);
      expect(totpStep(RFC_SECRET, code, second * 1000)).toBe(Math.floor(second / 30));
    }
  });

  it('hold for one step before and after, and say to which step they belong', () => {
    const at = 1_234_567_890;
    const step = Math.floor(at / 30);
    const stepAt = (second: number) => totpStep(RFC_SECRET, '005924', second * 1000);
    expect([stepAt(at - 30), stepAt(at), stepAt(at + 30)]).toEqual([step, step, step]);
    expect([stepAt(at - 60), stepAt(at + 60)]).toEqual([null, null]);
    expect(totpStep(RFC_SECRET, '005925', at * 1000)).toBeNull();
    expect(totpStep(RFC_SECRET, '', at * 1000)).toBeNull();
  });

  it('come from secrets of 160 bits that an authenticator can read', () => {
    const secret = newTotpSecret();
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(newTotpSecret()).not.toBe(secret);
    const uri = new URL(totpUri(secret, 'camat.sebulu'));
    expect(uri.protocol + uri.host + uri.pathname).toBe('otpauth:totp/PANDU:camat.sebulu');
    expect(Object.fromEntries(uri.searchParams)).toEqual({
      issuer: 'PANDU',
      secret,
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    });
  });

  it('have ten recovery codes beside them', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[a-hjkmnp-z2-9]{5}-[a-hjkmnp-z2-9]{5}$/);
    expect(readCode(' 123 456 ')).toEqual({ kind: 'totp', code: '123456' });
    expect(readCode('H7KQ4 x2mnp')).toEqual({ kind: 'recovery', code: 'h7kq4x2mnp' });
    expect(recoveryCodeHash('a', 'u', 'x')).toEqual(recoveryCodeHash('a', 'u', 'x'));
    expect(recoveryCodeHash('a', 'u', 'x')).not.toEqual(recoveryCodeHash('b', 'u', 'x'));
    expect(recoveryCodeHash('a', 'u', 'x')).not.toEqual(recoveryCodeHash('a', 'v', 'x'));
  });
});
