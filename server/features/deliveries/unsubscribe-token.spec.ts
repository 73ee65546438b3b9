import { kabupatenOfToken, tokenHash, unsubscribeToken } from './unsubscribe-token.ts';

describe('the token of an unsubscribe link', () => {
  const token = unsubscribeToken('rahasia', '64.02', 'langganan-1');

  it('is the same in every mail, and another for every subscription, kabupaten and installation', () => {
    expect(unsubscribeToken('rahasia', '64.02', 'langganan-1')).toBe(token);
    const others = [
      unsubscribeToken('rahasia', '64.02', 'langganan-2'),
      unsubscribeToken('lain', '64.02', 'langganan-1'),
      unsubscribeToken('rahasia', '64.03', 'langganan-1').replace('64.03', '64.02'),
    ];
    expect(new Set([token, ...others]).size).toBe(4);
  });

  it('names its kabupaten, and nothing that only looks like one does', () => {
    // 32 bytes in base64url without padding are 43 characters.
    expect(token).toMatch(/^64\.02~[\w-]{43}$/);
    expect(kabupatenOfToken(token)).toBe('64.02');
    for (const wrong of [
      token.slice(0, -1),
      `${token}A`,
      `${token}~`,
      `${token}~A`,
      '64.02',
      `~${token}`,
      '',
    ])
      expect(kabupatenOfToken(wrong)).withContext(wrong).toBeNull();
    expect(kabupatenOfToken(`64'02~${'A'.repeat(43)}`)).toBeNull();
  });

  it('is stored as what cannot be sent back', () => {
    expect(tokenHash(token).length).toBe(32);
    expect(tokenHash(token).toString()).not.toContain(token);
  });
});
