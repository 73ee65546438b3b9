import { inGroups, pictureAddress } from './second-factor-words.ts';

describe('the secret of the second factor', () => {
  it('is written in groups of four', () => {
    expect(inGroups('JBSWY3DPEHPK3PXP')).toBe('JBSW Y3DP EHPK 3PXP');
    expect(inGroups('ABCDEF')).toBe('ABCD EF');
    expect(inGroups('')).toBe('');
  });

  it('is a picture whose address holds no markup', () => {
    const address = pictureAddress('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h7v7"/></svg>');
    expect(address).toMatch(/^data:image\/svg\+xml;charset=utf-8,%3Csvg/);
    expect(address).not.toMatch(/[<>"# ]/);
  });
});
