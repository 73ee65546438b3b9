import { addDays, addMonthsToStart } from '../period/civil-date.ts';
import {
  afterTrial,
  overduePeriods,
  samplePeriods,
  silencePeriods,
  silentMonths,
  signalPeriods,
  watchSpells,
  type WatchPeriod,
  type WatchRuleId,
} from './watch-list.ts';

/** Months from January 2026 on: `C` concern, `f` fine, `-` not judged. */
function months(letters: string): WatchPeriod[] {
  return [...letters].map((letter, index) => {
    const from = addMonthsToStart('2026-01-01', index);
    return {
      from,
      to: addDays(addMonthsToStart(from, 1), -1),
      state: letter === 'C' ? 'concern' : letter === 'f' ? 'fine' : 'not-judged',
      clears: letter === 'f',
    };
  });
}

/** Stays as `from–to`, the end empty while it lasts. */
function stays(rule: WatchRuleId, letters: string): string[] {
  return watchSpells(rule, months(letters)).map(({ from, to }) => `${from}–${to ?? ''}`);
}

describe('the watch-list', () => {
  it('takes a unit on with three months of concern among the last four, the day after the third', () => {
    expect(stays('persistent-signal', 'ffCC')).toEqual([]);
    // January, February, April: on 1 May.
    expect(stays('persistent-signal', 'CCfC')).toEqual(['2026-05-01–']);
    expect(stays('persistent-signal', 'CCC')).toEqual(['2026-04-01–']);
    // Of January to May never three among four.
    expect(stays('persistent-signal', 'CCffC')).toEqual([]);
    expect(stays('persistent-signal', 'CfCfCf')).toEqual([]);
  });

  it('keeps it until three months in a row were without, and not for one good month', () => {
    expect(stays('persistent-signal', 'CCCff')).toEqual(['2026-04-01–']);
    expect(stays('persistent-signal', 'CCCffCff')).toEqual(['2026-04-01–']);
    expect(stays('persistent-signal', 'CCCffCfff')).toEqual(['2026-04-01–2026-10-01']);
    expect(watchSpells('persistent-signal', months('CCCffCf')).at(-1)?.cleared).toBe(1);
  });

  it('takes it on again only for new months of concern', () => {
    expect(stays('persistent-signal', 'CCCfffC')).toEqual(['2026-04-01–2026-07-01']);
    expect(stays('persistent-signal', 'CCCfffCCC')).toEqual(['2026-04-01–2026-07-01', '2026-10-01–']);
  });

  it('looks past months that could not be judged: they are neither concern nor an answer to it', () => {
    expect(stays('persistent-signal', 'C-C--C')).toEqual(['2026-07-01–']);
    expect(stays('persistent-signal', 'CCCf-f')).toEqual(['2026-04-01–']);
    expect(stays('persistent-signal', 'CCCf-ff')).toEqual(['2026-04-01–2026-08-01']);
    expect(stays('persistent-signal', '------')).toEqual([]);
  });

  it('asks the other rules for two in a row, which a gap breaks', () => {
    expect(stays('no-data', 'CC')).toEqual(['2026-03-01–']);
    expect(stays('no-data', 'C-C')).toEqual([]);
    expect(stays('no-data', 'CfC')).toEqual([]);
    expect(stays('no-data', 'CCf')).toEqual(['2026-03-01–2026-04-01']);
    // A unit that nobody waits for any more has not reported: it stays.
    expect(stays('no-data', 'CC---')).toEqual(['2026-03-01–']);
  });

  it('judges the shares of month ends with a band between the way in and the way out', () => {
    // Open and past their deadline at the ends of January, February …
    const ends = (...pairs: readonly (readonly [number, number])[]) =>
      overduePeriods(
        pairs.map(([open, overdue], index) => {
          const { from, to } = months('f'.repeat(pairs.length))[index] ?? { from: '', to: '' };
          return { from, to, open, overdue };
        }),
      );
    // 30 of 100 is 30 %, 29 is not; 19 open cases are too few.
    expect(ends([100, 30], [100, 29], [19, 19]).map(({ state }) => state)).toEqual([
      'concern',
      'fine',
      'not-judged',
    ]);
    const spells = (...pairs: readonly (readonly [number, number])[]) =>
      watchSpells('overdue-share', ends(...pairs)).map(({ from, to }) => `${from}–${to ?? ''}`);
    expect(spells([100, 30], [100, 31])).toEqual(['2026-03-01–']);
    expect(spells([100, 30], [19, 19], [100, 30])).toEqual([]);
    // 20 % is neither in nor out; 15 % is not below 15 %.
    expect(spells([100, 30], [100, 31], [100, 20], [100, 20], [100, 15], [100, 15])).toEqual(['2026-03-01–']);
    expect(spells([100, 30], [100, 31], [100, 14], [100, 20], [100, 14])).toEqual(['2026-03-01–']);
    expect(spells([100, 30], [100, 31], [100, 14], [100, 14])).toEqual(['2026-03-01–2026-05-01']);
    // Nothing left open, and a few of which none is late, count towards leaving.
    expect(spells([100, 30], [100, 31], [0, 0], [12, 1])).toEqual(['2026-03-01–2026-05-01']);
    expect(spells([100, 30], [100, 31], [0, 0], [12, 6])).toEqual(['2026-03-01–']);
  });

  describe('silence', () => {
    // Monday to Friday: March 2026 begins on a Sunday, April on a Wednesday.
    const workingDays = [...Array(61).keys()]
      .map((index) => addDays('2026-03-01', index))
      .filter((day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()));
    const [march, april] = [
      { from: '2026-03-01', to: '2026-03-31' },
      { from: '2026-04-01', to: '2026-04-30' },
    ];
    const silent = (days: readonly string[], nilMonths: readonly string[] = []) =>
      silentMonths([march, april], { days, workingDays, nilMonths }).map(({ silentDays }) => silentDays);

    it('is the longest stretch of working days without a record within a month', () => {
      // After Friday 6 March nothing: 9–13, 16–20, 23–27, 30–31 March are 17 working days; April has 22.
      expect(silent(['2026-02-27', '2026-03-06'])).toEqual([17, 22]);
      // 2–5 March are 4, 9–19 March are 9, 23–31 are 7; in April 1–14 are 10 and 16–30 are 11.
      expect(silent(['2026-02-27', '2026-03-06', '2026-03-20', '2026-04-15'])).toEqual([9, 11]);
    });

    it('takes a record of a Sunday for one of the Monday after', () => {
      // Sunday 15 March: 2–13 March are 10; 17–31 March are 11.
      expect(silent(['2026-02-27', '2026-03-15'])[0]).toBe(11);
    });

    it('is not asked of a unit that had no record before, or none for a year, and ends with nihil', () => {
      expect(silent([])).toEqual([null, null]);
      expect(silent(['2026-03-06'])).toEqual([null, 22]);
      // 1 March 2026 less 365 days is 1 March 2025.
      expect(silent(['2025-02-28'])).toEqual([null, null]);
      expect(silent(['2025-03-01'])).toEqual([22, null]);
      expect(silent(['2026-02-27'], ['2026-04-01'])).toEqual([22, 0]);
    });

    it('is a concern from ten working days on', () => {
      const states = silencePeriods(
        [9, 10, null].map((silentDays, index) => ({ ...(index === 0 ? march : april), silentDays })),
      ).map(({ state }) => state);
      expect(states).toEqual(['fine', 'concern', 'not-judged']);
    });
  });

  it('judges a quarter by the responses it needs, and not at all without any', () => {
    const quarter = { from: '2026-07-01', to: '2026-09-30' };
    // Krejcie and Morgan (1970) ask for 278 of 1000; a quarter of it is 69.5.
    const judged = (
      [
        [69, 278],
        [70, 278],
        [277, 278],
        [278, 278],
        [0, 278],
        [40, null],
      ] as const
    ).map(([respondents, required]) => samplePeriods([{ ...quarter, respondents, required }])[0]);
    expect(judged.map((each) => each?.state)).toEqual([
      'concern',
      'fine',
      'fine',
      'fine',
      'not-judged',
      'not-judged',
    ]);
    expect(judged.map((each) => each?.clears)).toEqual([false, false, false, true, false, false]);
  });

  it('judges a month of a series only with enough records and limits', () => {
    const [month = { from: '', to: '' }] = months('f');
    const period = (judged: boolean, worse: boolean) => signalPeriods([{ ...month, judged, worse }])[0];
    expect(period(true, true)?.state).toBe('concern');
    expect(period(true, false)?.state).toBe('fine');
    expect(period(false, false)?.state).toBe('not-judged');
    expect(period(false, false)?.clears).toBe(false);
  });

  it('has nobody on it in the trial period, and begins with its end', () => {
    const spells = watchSpells('no-data', months('CCfCCC'));
    expect(afterTrial(spells, null)).toEqual(spells);
    // 1 March to 1 April never was; the stay since 1 June counts from 1 July.
    expect(afterTrial(spells, '2026-07-01').map(({ from, to }) => [from, to])).toEqual([
      ['2026-07-01', null],
    ]);
    expect(afterTrial(spells, '2026-04-01').map(({ from }) => from)).toEqual(['2026-06-01']);
  });
});
