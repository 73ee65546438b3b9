import {
  asksForU8U9,
  mappingOf,
  match,
  missingFields,
  readMapping,
  recognised,
  swapU8U9,
} from './column-mapping.ts';
import type { ImportPreview } from '#contract/imports';

function preview(columns: readonly (readonly [string, string | null])[]): ImportPreview {
  return {
    fileName: 'x.csv',
    sheets: [],
    headerRow: 1,
    missing: [],
    warnings: [],
    columns: columns.map(([header, field]) => ({ header, field, examples: [] })),
  };
}

describe('matching columns', () => {
  const seen = preview([
    ['NO REG', 'number'],
    ['Kantor', null],
    ['Tgl', 'receivedAt'],
  ]);

  it('sends no mapping when everything was recognised', () => {
    expect(mappingOf(seen, recognised(seen), {}, null)).toBeNull();
  });

  it('sends every chosen column once one was changed, and keeps what was written', () => {
    const written = { dateFormat: 'dd/MM/yyyy', columns: { unit: 'lama', status: 'Status' } };
    expect(mappingOf(seen, match(recognised(seen), 1, 'unit'), {}, written)).toEqual({
      dateFormat: 'dd/MM/yyyy',
      columns: { number: 'NO REG', unit: 'Kantor', receivedAt: 'Tgl', status: 'Status' },
    });
  });

  it('sends a fixed value for a field without a column, beside those that were written', () => {
    const mapping = mappingOf(
      seen,
      recognised(seen),
      { unit: ' 64.02.07 ', number: 'x', service: '' },
      {
        constants: { channel: 'loket' },
      },
    );
    expect(mapping).toEqual({
      columns: { number: 'NO REG', receivedAt: 'Tgl' },
      constants: { channel: 'loket', unit: '64.02.07' },
    });
  });

  it('fills a field from one column only', () => {
    expect(match(['number', null, 'receivedAt'], 1, 'number')).toEqual([null, 'number', 'receivedAt']);
    expect(match(['number', null], 0, null)).toEqual([null, null]);
  });

  it('names the required fields without a column', () => {
    expect(missingFields(['number', null], ['number', 'unit'])).toEqual(['unit']);
  });
});

describe('U8 and U9', () => {
  it('are asked for when only their numbers are given', () => {
    expect(
      asksForU8U9(
        preview([
          ['U8', 'u8'],
          ['U9', 'u9'],
        ]),
      ),
    ).toBe(true);
    expect(
      asksForU8U9(
        preview([
          ['unsur 8', 'u8'],
          ['9', 'u9'],
        ]),
      ),
    ).toBe(true);
    expect(
      asksForU8U9(
        preview([
          ['Penanganan pengaduan', 'u8'],
          ['Sarana dan prasarana', 'u9'],
        ]),
      ),
    ).toBe(false);
    expect(asksForU8U9(preview([['U8', 'u8']]))).toBe(false);
  });

  it('are exchanged, and nothing else is', () => {
    expect(swapU8U9(['u7', 'u8', 'u9', null])).toEqual(['u7', 'u9', 'u8', null]);
  });
});

describe('readMapping', () => {
  it('takes an object, nothing for an empty text, and refuses the rest', () => {
    expect(readMapping('{"headerRow": 3}')).toEqual({ headerRow: 3 });
    expect(readMapping('  ')).toBeNull();
    expect(readMapping('[1]')).toBe('invalid');
    expect(readMapping('{')).toBe('invalid');
  });
});
