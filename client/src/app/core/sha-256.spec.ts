import { sha256 } from './sha-256.ts';

// The examples of NIST for SHA-256 (FIPS 180-2, appendix B; the empty message is from its validation vectors).
describe('sha256', () => {
  it('gives the published digests', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(sha256('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')).toBe(
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    );
  });

  it('gives the published digest of a million letters', () => {
    expect(sha256('a'.repeat(1_000_000))).toBe(
      'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0',
    );
  });

  it('agrees with the browser on every length around the end of a block, and on letters beyond ASCII', async () => {
    for (const text of [
      ...Array.from({ length: 20 }, (_, more) => 'x'.repeat(50 + more)),
      'Sesuai – 91 %, “KK”',
    ]) {
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
      expect(sha256(text)).toBe([...digest].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
    }
  });
});
