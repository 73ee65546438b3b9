import { type Column, sortRows, toCsv } from './table-column.ts';

interface Row {
  readonly unit: string;
  readonly share: number | null;
}

const unit: Column<Row> = {
  id: 'unit',
  header: 'Unit',
  numeric: false,
  text: (row) => row.unit,
  raw: (row) => row.unit,
};
const share: Column<Row> = {
  id: 'share',
  header: 'Tepat waktu',
  sub: 'jatuh tempo',
  numeric: true,
  text: (row) => String(row.share),
  raw: (row) => row.share,
};
const rows: readonly Row[] = [
  { unit: 'Sebulu', share: 0.97 },
  { unit: 'Tabang', share: null },
  { unit: 'Anggana', share: 0.89 },
];

describe('sortRows', () => {
  const names = (column: Column<Row>, ascending: boolean): readonly string[] =>
    sortRows(rows, column, ascending, 'id').map((row) => row.unit);

  it('sorts both ways and leaves what has no value at the end', () => {
    expect(names(share, true)).toEqual(['Anggana', 'Sebulu', 'Tabang']);
    expect(names(share, false)).toEqual(['Sebulu', 'Anggana', 'Tabang']);
    expect(names(unit, true)).toEqual(['Anggana', 'Sebulu', 'Tabang']);
  });
});

describe('toCsv', () => {
  it('opens in a spreadsheet of the locale: mark, semicolons, decimal comma, empty for no value', () => {
    expect(toCsv([unit, share], rows, 'id-ID', null)).toBe(
      '\uFEFFUnit;Tepat waktu (jatuh tempo)\r\nSebulu;0,97\r\nTabang;\r\nAnggana;0,89\r\n',
    );
  });

  it('writes a share as the percentage that is read on the screen, and says so', () => {
    const percent: Column<Row> = {
      ...share,
      file: { unit: '%', value: (row) => (row.share === null ? null : row.share * 100) },
    };
    expect(toCsv([percent], rows.slice(0, 2), 'id-ID', null)).toBe(
      '\uFEFFTepat waktu (jatuh tempo, %)\r\n97\r\n\r\n',
    );
  });

  it('writes that a value is withheld, where nothing would read as no data', () => {
    const withheld: Column<Row> = {
      ...share,
      withheld: (row) => (row.unit === 'Tabang' ? 'disamarkan' : null),
    };
    const more = [...rows, { unit: 'Kenohan', share: null }];
    expect(toCsv([withheld], more, 'id-ID', null)).toBe(
      '\uFEFFTepat waktu (jatuh tempo)\r\n0,97\r\ndisamarkan\r\n0,89\r\n\r\n',
    );
  });

  it('marks every row of demonstration data', () => {
    const csv = toCsv([unit], rows.slice(0, 1), 'id-ID', { header: 'Keterangan', text: 'DATA CONTOH' });
    expect(csv).toBe('\uFEFFUnit;Keterangan\r\nSebulu;DATA CONTOH\r\n');
  });

  it('quotes what would break a cell, and disarms what would run as a formula', () => {
    expect(toCsv([unit], [{ unit: 'A; "B"', share: 1 }], 'id-ID', null)).toContain('"A; ""B"""');
    expect(toCsv([unit], [{ unit: '=HYPERLINK(1)', share: 1 }], 'id-ID', null)).toContain("'=HYPERLINK(1)");
  });
});
