import { FormatsIn } from '#domain/formats/formats';
import { sizeText } from './file-size.ts';

describe('sizeText', () => {
  const t = (key: string, values: Readonly<Record<string, unknown>> = {}): string =>
    `${key.split('.').at(-1) ?? ''} ${String(values['size'])}`;
  const text = (bytes: number): string => sizeText(bytes, new FormatsIn('id-ID', t), t);

  it('is told in kilobytes and megabytes, and is never nothing', () => {
    expect(text(3)).toBe('kilobytes 1');
    expect(text(84 * 1024)).toBe('kilobytes 84');
    expect(text(2.4 * 1024 * 1024)).toBe('megabytes 2,4');
  });

  it('of a file just above the limit of 10 MB does not read as the limit', () => {
    expect(text(10 * 1024 * 1024 + 1)).toBe('megabytes 10,1');
    expect(text(10 * 1024 * 1024)).toBe('megabytes 10,0');
  });
});
