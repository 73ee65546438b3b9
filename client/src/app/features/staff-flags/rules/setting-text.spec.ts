import { readSetting, writeSetting } from './setting-text.ts';

describe('settings of a rule, as they are typed', () => {
  const share = { unit: 'share', least: 0.4, most: 0.9 } as const;
  const count = { unit: 'count', least: 20, most: 200 } as const;

  it('are shares in percent and whole numbers of everything else', () => {
    expect(writeSetting('share', 0.75)).toBe('75');
    expect(writeSetting('share', 0.955)).toBe('95,5');
    expect(writeSetting('count', 30)).toBe('30');
    expect(readSetting(share, '75')).toBe(0.75);
    expect(readSetting(share, ' 75,5 % ')).toBe(0.755);
    expect(readSetting(count, '30')).toBe(30);
  });

  it('are nothing when they are no number, or lie outside their bounds', () => {
    for (const text of ['', 'banyak', '39,9', '91', '-75', '0.75'])
      expect(readSetting(share, text)).withContext(text).toBeNull();
    for (const text of ['19', '201', '30,5']) expect(readSetting(count, text)).withContext(text).toBeNull();
  });
});
