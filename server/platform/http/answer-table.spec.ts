import { answerTable } from './answer-table.ts';

describe('answerTable', () => {
  it('writes a series with its limits: shares in percent, and nothing where there is nothing', () => {
    const point = { to: '', state: 'defined', signal: null };
    const { header, rows } = answerTable(
      {
        measure: 'turnaround',
        field: 'dueMetShare',
        limits: [{ from: '2026-01-01', to: '2026-02-28', lower: -0.05, upper: 0.975, centre: 0.9 }],
        points: [
          { ...point, from: '2026-01-01', to: '2026-01-31', value: 0.9166667, n: 12 },
          { ...point, from: '2026-02-01', to: '2026-02-28', value: null, n: 0, state: 'missing' },
          { ...point, from: '2026-03-01', to: '2026-03-31', value: 0.5, n: 4, signal: 'outside' },
        ],
      },
      'id',
    );
    expect(header).toEqual([
      'Dari',
      'Sampai',
      'Tepat waktu (%)',
      'n',
      'Batas bawah (%)',
      'Batas atas (%)',
      'Sinyal',
      'Keadaan',
    ]);
    expect(rows).toEqual([
      ['2026-01-01', '2026-01-31', 91.67, 12, 0, 97.5, null, 'lengkap'],
      ['2026-02-01', '2026-02-28', null, 0, 0, 97.5, null, 'tidak ada data'],
      ['2026-03-01', '2026-03-31', 50, 4, null, null, 'di luar batas', 'lengkap'],
    ]);
  });

  it('says of a withheld point that it is withheld, and neither its n nor its state', () => {
    const { rows } = answerTable(
      {
        measure: 'complaints',
        field: 'received',
        limits: [],
        points: [
          { from: '2026-01-01', to: '2026-01-31', value: 8, n: 8, state: 'defined', signal: null },
          {
            from: '2026-02-01',
            to: '2026-02-28',
            value: null,
            n: 0,
            state: 'missing',
            signal: null,
            suppressed: true,
          },
        ],
      },
      'id',
    );
    expect(rows[1]).toEqual(['2026-02-01', '2026-02-28', 'disamarkan', 'disamarkan', 'disamarkan']);
  });

  it('names the rows of a breakdown by what it is broken down by, and leaves a row of zeros empty', () => {
    const nothing = { received: 0, completed: 0, rejected: 0, cancelled: 0, open: 0, lateEntries: 0 };
    const { header, rows } = answerTable(
      {
        measure: 'volume',
        by: 'service',
        items: [
          { key: 'kk', label: 'Kartu Keluarga (KK)', ...nothing, received: 7, completed: 3 },
          { key: 'sktm', label: 'SKTM', ...nothing },
          { key: 'kia', label: 'KIA', received: null, completed: null, suppressed: true },
        ],
      },
      'en',
    );
    expect(header.slice(0, 2)).toEqual(['Service', 'Received']);
    expect(rows.map((row) => row.slice(0, 2))).toEqual([
      ['Kartu Keluarga (KK)', 7],
      ['SKTM', null],
      ['KIA', 'masked'],
    ]);
  });

  it('tells what a unit keeps itself as such, and leaves it out where that is nothing', () => {
    const item = (key: string, label: string, received: number) => ({ key, label, received, completed: 0 });
    const unitsOf = (own: number): readonly unknown[] =>
      answerTable(
        {
          measure: 'volume',
          by: 'unit',
          items: [item('a', 'Sebulu', 3), item('b', 'Tabang', 0), item('self', 'Kukar', own)],
        },
        'id',
      ).rows.map(([label]) => label);
    expect(unitsOf(2)).toEqual(['Sebulu', 'Tabang', 'Kukar, tanpa unit di bawahnya']);
    expect(unitsOf(0)).toEqual(['Sebulu', 'Tabang']);
  });

  it('puts every unit of many series beside its points', () => {
    const series = (label: string, value: number) => ({
      key: label,
      label,
      limits: [],
      points: [{ from: '2026-01-01', to: '2026-01-31', value, n: value, state: 'defined', signal: null }],
    });
    const { header, rows } = answerTable(
      { measure: 'volume', field: 'received', items: [series('Sebulu', 3), series('Tabang', 5)] },
      'id',
    );
    expect(header[0]).toBe('Unit');
    expect(rows.map(([unit, from, , value]) => [unit, from, value])).toEqual([
      ['Sebulu', '2026-01-01', 3],
      ['Tabang', '2026-01-01', 5],
    ]);
  });
});
