import { deviceName } from './device-name.ts';

describe('names of devices', () => {
  it('are browser and system', () => {
    const names = [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0',
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
      'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0',
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15',
    ].map(deviceName);
    expect(names).toEqual([
      'Chrome di Windows',
      'Edge di Windows',
      'Samsung Internet di Android',
      'Safari di iPhone',
      'Firefox di Linux',
      'Safari di macOS',
    ]);
  });

  it('repeat nothing of what a program says about itself', () => {
    expect(deviceName('<script>alert(1)</script>')).toBe('Peramban lain');
    expect(deviceName(undefined)).toBe('Peramban lain');
    expect(deviceName('node')).toBe('Peramban lain');
  });
});
