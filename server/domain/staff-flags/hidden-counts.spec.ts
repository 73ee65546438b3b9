import { hideCounts, showCounts } from './hidden-counts.ts';

describe('counts of proposals', () => {
  const row = (reward: number, sanction: number) => ({ reward, sanction });

  it('hide 1 to 4, and the next smallest, so that it does not follow from the total', () => {
    // 3 is small; with 20 and 23 told, 20 − … would give it away: 8 goes too.
    const { rows, total } = hideCounts([row(12, 0), row(3, 0), row(8, 0)]);
    expect(rows.map(({ reward }) => reward)).toEqual([12, null, null]);
    expect(rows.map(({ sanction }) => sanction)).toEqual([0, 0, 0]);
    expect(total).toEqual({ reward: 23, sanction: 0 });
  });

  it('hide everything where only small ones are there', () => {
    const { rows, total } = hideCounts([row(9, 1), row(6, 0), row(7, 2)]);
    expect(rows).toEqual([row(9, 0), row(6, 0), row(7, 0)].map(({ reward }) => ({ reward, sanction: null })));
    expect(total).toEqual({ reward: 22, sanction: null });
  });

  it('tell a total that stands for three hidden cells, and none of two', () => {
    const hidden = { reward: null, sanction: 0 };
    expect(hideCounts([row(1, 0), row(2, 0), row(2, 0), row(0, 0)])).toEqual({
      rows: [hidden, hidden, hidden, hidden],
      total: { reward: 5, sanction: 0 },
    });
    // Who knows that theirs is 1 would know that the other is 4.
    expect(hideCounts([row(1, 0), row(4, 0), row(0, 0)]).total).toEqual({ reward: null, sanction: 0 });
  });

  it('are told whole, with their totals, to who may know whom they are about', () => {
    expect(showCounts([row(1, 0), row(3, 2)])).toEqual({
      rows: [row(1, 0), row(3, 2)],
      total: { reward: 4, sanction: 2 },
    });
  });

  it('hide nothing where none is small', () => {
    expect(hideCounts([row(5, 0), row(0, 7)])).toEqual({
      rows: [row(5, 0), row(0, 7)],
      total: { reward: 5, sanction: 7 },
    });
  });
});
