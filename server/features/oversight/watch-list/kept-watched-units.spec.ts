import { KeptWatchedUnits } from './kept-watched-units.ts';
import type { WatchedUnit } from './watched-units.ts';

describe('watched units that are kept', () => {
  let times = 0;
  const goThrough = (): Promise<readonly WatchedUnit[]> => {
    times += 1;
    return Promise.resolve([]);
  };
  beforeEach(() => {
    times = 0;
  });

  it('are gone through once for all who ask, at once or later, and anew when anything changed', async () => {
    const kept = new KeptWatchedUnits();
    const [first, second] = await Promise.all([
      kept.of('64.02', '7|2026-11-20', goThrough),
      kept.of('64.02', '7|2026-11-20', goThrough),
    ]);
    expect(first).toBe(second);
    expect(await kept.of('64.02', '7|2026-11-20', goThrough)).toBe(first);
    expect(times).toBe(1);
    await kept.of('64.02', '7|2026-11-21', goThrough);
    await kept.of('64.02', '8|2026-11-21', goThrough);
    expect(times).toBe(3);
  });

  it('of one kabupaten are never those of another', async () => {
    const kept = new KeptWatchedUnits();
    const one = await kept.of('64.02', '7', goThrough);
    expect(await kept.of('32.16', '7', goThrough)).not.toBe(one);
    expect(await kept.of('64.02', '7', goThrough)).toBe(one);
    expect(times).toBe(2);
  });

  it('are forgotten when they could not be gone through, and when fifty others were asked for since', async () => {
    const kept = new KeptWatchedUnits();
    const failing = () => Promise.reject(new Error('no connection'));
    await expectAsync(kept.of('64.02', '7', failing)).toBeRejectedWithError('no connection');
    await kept.of('64.02', '7', goThrough);
    expect(times).toBe(1);
    for (let other = 1; other <= 50; other += 1) await kept.of(`kabupaten-${other}`, '7', goThrough);
    await kept.of('64.02', '7', goThrough);
    expect(times).toBe(52);
  });
});
