import { addTallies, judgeSuite, readKarmaResult, summaryLine } from './tally.ts';

describe('tally', () => {
  it('adds and prints', () => {
    const sum = addTallies([
      { passed: 2, failed: 1 },
      { passed: 40, failed: 0 },
    ]);
    expect(summaryLine(sum)).toBe('42 passed, 1 failed');
    expect(summaryLine(addTallies([]))).toBe('0 passed, 0 failed');
  });

  it('takes a suite by its own numbers when its process agrees', () => {
    expect(judgeSuite({ passed: 3, failed: 0 }, 0, false)).toEqual({ passed: 3, failed: 0 });
    expect(judgeSuite({ passed: 3, failed: 2 }, 1, false)).toEqual({ passed: 3, failed: 2 });
  });

  it('counts a suite that crashed, or ran nothing, as a failure', () => {
    expect(judgeSuite(null, 0, true)).toEqual({ passed: 0, failed: 1 });
    expect(judgeSuite({ passed: 3, failed: 0 }, 1, false)).toEqual({ passed: 3, failed: 1 });
    expect(judgeSuite({ passed: 3, failed: 0 }, null, false)).toEqual({ passed: 3, failed: 1 });
    expect(judgeSuite({ passed: 0, failed: 0 }, 0, false)).toEqual({ passed: 0, failed: 1 });
  });

  it('lets a filter leave a suite empty', () => {
    expect(judgeSuite({ passed: 0, failed: 0 }, 0, true)).toEqual({ passed: 0, failed: 0 });
  });

  it('reads the last result line of karma, and only a whole line', () => {
    expect(
      readKarmaResult('a\nkarma result: 1 passed, 0 failed\nkarma result: 12 passed, 3 failed\n'),
    ).toEqual({
      passed: 12,
      failed: 3,
    });
    expect(readKarmaResult('LOG: karma result: 1 passed, 0 failed')).toBeNull();
    expect(readKarmaResult('')).toBeNull();
  });
});
