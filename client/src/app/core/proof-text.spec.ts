import { datedAddress, proofText } from './proof-text.ts';

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

  it('gives the address its days, so that it shows the same number next month', () => {
    const days = { from: '2026-11-01', to: '2026-11-22' };
    expect(datedAddress('https://pandu.example/layanan?unit=a', days)).toBe(
      'https://pandu.example/layanan?unit=a&from=2026-11-01&to=2026-11-22',
    );
    const october = 'https://pandu.example/layanan?from=2026-10-01&to=2026-10-31';
    expect(datedAddress(october, days)).toBe(october);
    expect(datedAddress('https://pandu.example/permohonan/1', null)).toBe(
      'https://pandu.example/permohonan/1',
    );
  });
});
