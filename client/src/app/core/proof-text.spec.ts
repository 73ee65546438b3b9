import { proofText } from './proof-text.ts';

describe('proofText', () => {
  it('ends with the digest of everything above it', () => {
    // printf 'PANDU\nTepat waktu: 72,0 %%' | sha256sum
    expect(proofText('PANDU', [{ label: 'Tepat waktu', text: '72,0 %' }])).toBe(
      'PANDU\nTepat waktu: 72,0 %\nSHA-256: e7cd4c0af4a3f9b8e7a10d5bc1d27f2fa50dbb8a2aa11adecaaf06ca39eaceba',
    );
  });

  it('leaves out what has no words', () => {
    expect(proofText('PANDU', [{ label: 'Kanal', text: '' }])).toMatch(/^PANDU\nSHA-256: [0-9a-f]{64}$/);
  });
});
