import { zoneClock } from '../civil-time/zone-clock.ts';
import { compareLists, normaliseNumber, type OurRecord, type TheirRecord } from './difference.ts';

const FRAME = {
  zone: zoneClock('Asia/Makassar'),
  from: '2026-03-01',
  to: '2026-03-31',
  isCompared: (unit: string) => unit.startsWith('64.02'),
};

function their(
  row: number,
  number: string,
  more: Partial<TheirRecord> & { received?: string } = {},
): TheirRecord {
  const { received = '2026-03-17T00:05:00Z', ...rest } = more;
  return {
    row,
    number,
    fault: null,
    values: new Map([
      ['unit', { kind: 'code', value: '64.02.07' }],
      ['receivedAt', { kind: 'instant', at: received, dateOnly: false }],
    ]),
    ...rest,
  };
}

function our(number: string, more: Partial<OurRecord> = {}): OurRecord {
  return {
    id: `id-${number}`,
    number,
    unit: '64.02.07',
    receivedOn: '2026-03-17',
    inPeriod: true,
    values: { unit: '64.02.07', receivedAt: '2026-03-17T00:05:30Z', status: 'selesai', completedAt: null },
    ...more,
  };
}

describe('a number of a record', () => {
  it('is the same in the spellings of people and spreadsheets', () => {
    expect(normaliseNumber(' #474/001 ')).toBe('474/001');
    expect(normaliseNumber('b-12')).toBe(normaliseNumber('B - 12'));
    expect(normaliseNumber('000123')).toBe('123');
    expect(normaliseNumber('0')).toBe('0');
    expect(normaliseNumber('01/2026')).not.toBe(normaliseNumber('1/2026'));
  });
});

describe('two lists held against each other', () => {
  it('name each differing record, and every part adds up', () => {
    const theirs = [
      their(2, '1'),
      their(3, '2', {
        values: new Map([
          ['unit', { kind: 'code', value: '64.02.07' }],
          ['status', { kind: 'code', value: 'diproses' }],
        ]),
      }),
      their(4, '3'),
      their(5, '4', { fault: 'tanggal 31/02/2026 tidak ada.' }),
      their(6, '1'),
    ];
    const { counts, rows } = compareLists(theirs, [our('1'), our('2'), our('9')], FRAME);
    expect(counts).toEqual({
      theirs: 5,
      ours: 3,
      same: 1,
      onlyTheirs: 1,
      onlyOurs: 1,
      differs: 1,
      unreadable: 2,
    });
    const named = rows.map(({ kind, number, row }) => [kind, number, row]);
    expect(named).toEqual(
      jasmine.arrayWithExactContents([
        ['unreadable', '4', 5],
        ['unreadable', '1', 6],
        ['differs', '2', 3],
        ['only-theirs', '3', 4],
        ['only-ours', '9', null],
      ]),
    );
    expect(rows.find(({ kind }) => kind === 'differs')?.differences).toEqual([
      { field: 'status', theirs: 'diproses', ours: 'selesai' },
    ]);
    expect(rows.find(({ row }) => row === 6)?.differences[0]?.theirs).toBe(
      'nomor ini sudah ada pada baris 2.',
    );
  });

  it('compare times as exactly as the file has them', () => {
    const at = (text: string, dateOnly: boolean) =>
      their(2, '1', { values: new Map([['receivedAt', { kind: 'instant', at: text, dateOnly }]]) });
    const differences = (record: TheirRecord) =>
      compareLists([record], [our('1')], FRAME).rows.flatMap((row) => row.differences);
    // Ours: 17 March 08.05.30 WITA. The day, the minute, and another second.
    expect(differences(at('2026-03-16T16:00:00Z', true))).toEqual([]);
    expect(differences(at('2026-03-17T00:05:00Z', false))).toEqual([]);
    expect(differences(at('2026-03-17T00:05:31Z', false))).toEqual([
      { field: 'receivedAt', theirs: '2026-03-17 08:05:31', ours: '2026-03-17 08:05:30' },
    ]);
    expect(differences(at('2026-03-17T00:06:00Z', false))).toEqual([
      { field: 'receivedAt', theirs: '2026-03-17 08:06', ours: '2026-03-17 08:05' },
    ]);
  });

  it('take an empty completion as said, and any other empty cell as not said', () => {
    const open = their(2, '1', {
      values: new Map([
        ['unit', { kind: 'code', value: '64.02.07' }],
        ['completedAt', { kind: 'instant', at: null, dateOnly: false }],
        ['status', { kind: 'code', value: null }],
      ]),
    });
    const done = our('1', { values: { completedAt: '2026-03-18T01:00:00Z', status: 'selesai' } });
    expect(compareLists([open], [done], FRAME).rows.map(({ differences }) => differences)).toEqual([
      [{ field: 'completedAt', theirs: null, ours: '2026-03-18 09:00' }],
    ]);
  });

  it('pass over rows of other days and units, but not those we recorded on another day', () => {
    const theirs = [
      their(2, '50', { received: '2026-02-10T00:05:00Z' }),
      their(3, '51', { values: new Map([['unit', { kind: 'code', value: 'rsud' }]]) }),
      their(4, '52'),
    ];
    const moved = our('52', {
      inPeriod: false,
      receivedOn: '2026-04-01',
      values: { receivedAt: '2026-04-01T00:05:00Z' },
    });
    const { counts, rows } = compareLists(theirs, [moved], FRAME);
    expect([counts.theirs, counts.ours, counts.differs]).toEqual([1, 1, 1]);
    expect(rows[0]?.differences).toEqual([
      { field: 'receivedAt', theirs: '2026-03-17 08:05', ours: '2026-04-01 08:05' },
    ]);
  });

  it('pair by number alone only where their file leaves the unit open or the day is the same', () => {
    const elsewhere = our('7', { unit: '64.02.11', values: { unit: '64.02.11' } });
    const sameDay = compareLists([their(2, '7')], [elsewhere], FRAME);
    expect(sameDay.rows.map(({ kind, differences }) => [kind, differences])).toEqual([
      ['differs', [{ field: 'unit', theirs: '64.02.07', ours: '64.02.11' }]],
    ]);
    const otherDay = compareLists([their(2, '7', { received: '2026-03-20T00:05:00Z' })], [elsewhere], FRAME);
    expect(otherDay.rows.map(({ kind }) => kind)).toEqual(['only-theirs', 'only-ours']);
    const unnamed = their(2, '7', { values: new Map() });
    expect(compareLists([unnamed], [elsewhere], FRAME).counts.same).toBe(1);
  });
});
