import { NO_BREAK } from '#domain/language';
import { changeOf } from './change.ts';
import { figureOf } from './figure.ts';
import {
  COMPLAINTS,
  HIDDEN_COMPLAINTS,
  IKM,
  NO_VOLUME,
  TURNAROUND,
  VOLUME,
} from './report-content.testing.ts';

const at = 'summary.turnaround';

describe('figures of a report', () => {
  it('carry their address, their value and the words they are written with', () => {
    const figure = { at, measure: 'turnaround', block: TURNAROUND, language: 'id' } as const;
    // 884 of 1190 are 74.285… %.
    expect(figureOf({ ...figure, field: 'dueMetShare' })).toEqual({
      id: 'summary.turnaround.dueMetShare',
      value: 884 / 1_190,
      unit: 'share',
      decimals: 1,
      text: `74,3${NO_BREAK}%`,
    });
    // 1200 official minutes are two and a half days of eight hours.
    expect(figureOf({ ...figure, field: 'medianWorkingMinutes' }).text).toBe(
      `2,5${NO_BREAK}hari${NO_BREAK}kerja`,
    );
    expect(figureOf({ ...figure, field: 'due' }).text).toBe('1.190');
    expect(figureOf({ ...figure, field: 'due', language: 'en' }).text).toBe('1,190');
    expect(
      figureOf({ at: 'summary.ikm', measure: 'ikm', field: 'score', block: IKM, language: 'id' }).text,
    ).toBe('84,12');
  });

  it('tell why there is no value: withheld, no data, too few, or not applicable', () => {
    const complaints = { at: 'summary.complaints', measure: 'complaints', language: 'id' } as const;
    const texts = [
      figureOf({ ...complaints, field: 'resolvedShare', block: HIDDEN_COMPLAINTS }),
      figureOf({
        ...complaints,
        field: 'resolvedShare',
        block: { ...COMPLAINTS, valid: 0, resolvedShare: null },
      }),
      figureOf({
        ...complaints,
        field: 'resolvedShare',
        block: { ...COMPLAINTS, valid: 3, resolvedShare: null },
      }),
      figureOf({
        at: 'summary.pilots',
        measure: 'pilots',
        field: 'progressShare',
        block: null,
        language: 'id',
      }),
    ].map(({ value, text }) => [value, text]);
    expect(texts).toEqual([
      [null, 'disamarkan'],
      [null, 'tidak ada data'],
      [null, 'belum cukup data'],
      [null, 'tidak berlaku'],
    ]);
  });

  it('never read 0 where nobody has reported, but do where records are there', () => {
    const volume = { at: 'summary.volume', measure: 'volume', field: 'rejected', language: 'id' } as const;
    expect(figureOf({ ...volume, block: NO_VOLUME }).text).toBe('tidak ada data');
    expect(figureOf({ ...volume, block: { ...VOLUME, rejected: 0 } }).text).toBe('0');
  });

  it('keep the judgement of a value, and have none without one', () => {
    const figure = { at, measure: 'turnaround', field: 'dueMetShare', language: 'id' } as const;
    expect(figureOf({ ...figure, block: TURNAROUND, variation: 'worsening' }).variation).toBe('worsening');
    const empty = { ...TURNAROUND, dueMetShare: null };
    expect(figureOf({ ...figure, block: empty, variation: 'worsening' })).not.toEqual(
      jasmine.objectContaining({ variation: 'worsening' }),
    );
  });
});

describe('changes against the period before', () => {
  const share = {
    at,
    measure: 'turnaround',
    field: 'dueMetShare',
    block: TURNAROUND,
    language: 'id',
  } as const;

  it('are points between the numbers as they are written', () => {
    // 74,3 − 72,2 = 2,1, as a reader would subtract them; unrounded it is 2.0857 points.
    expect(changeOf(share, { ...TURNAROUND, dueMetShare: 0.722 })).toEqual({
      id: 'summary.turnaround.dueMetShare.change',
      value: 0.021,
      unit: 'share',
      decimals: 1,
      text: `naik${NO_BREAK}2,1${NO_BREAK}poin`,
    });
    // 70.04 % and 69.96 % are both written 70,0 %.
    const [now, before] = [0.7004, 0.6996].map((dueMetShare) => ({ ...TURNAROUND, dueMetShare }));
    expect(changeOf({ ...share, block: now }, before).text).toBe('tetap');
    // 99.96 % is written 99,9 %, and 100 % is not.
    const [nearly, all] = [0.9996, 1].map((dueMetShare) => ({ ...TURNAROUND, dueMetShare }));
    expect(changeOf({ ...share, block: all }, nearly).text).toBe(`naik${NO_BREAK}0,1${NO_BREAK}poin`);
    const ikm = { at: 'summary.ikm', measure: 'ikm', field: 'score', block: IKM, language: 'id' } as const;
    expect(changeOf(ikm, { ...IKM, score: 84.5 }).text).toBe(`turun${NO_BREAK}0,38${NO_BREAK}poin`);
  });

  it('are percent of times and of counts, and plain numbers of small counts', () => {
    const volume = {
      at: 'summary.volume',
      measure: 'volume',
      field: 'received',
      block: VOLUME,
      language: 'id',
    } as const;
    expect(changeOf(volume, { ...VOLUME, received: 1_000 }).text).toBe(`naik${NO_BREAK}20,8${NO_BREAK}%`);
    const few = { ...volume, field: 'cancelled' };
    expect(changeOf(few, { ...VOLUME, cancelled: 4 }).text).toBe(`naik${NO_BREAK}4`);
    const median = { ...share, field: 'medianWorkingMinutes' };
    expect(changeOf(median, { ...TURNAROUND, medianWorkingMinutes: 1_600 }).text).toBe(
      `turun${NO_BREAK}25,0${NO_BREAK}%`,
    );
  });

  it('are a number as long as one of the two counts is below twenty', () => {
    const change = (received: number, before: number): string =>
      changeOf(
        {
          at: 'summary.volume',
          measure: 'volume',
          field: 'received',
          block: { ...VOLUME, received },
          language: 'id',
        },
        { ...VOLUME, received: before },
      ).text.replaceAll(NO_BREAK, ' ');
    // 21 of 20 are 5 % more; of 19 they are two more, and 40 of 19 are 21 more, not 110,5 %.
    expect([change(21, 20), change(21, 19), change(40, 19), change(19, 40)]).toEqual([
      'naik 5,0 %',
      'naik 2',
      'naik 21',
      'turun 21',
    ]);
  });

  it('are told from five records on, and of nothing there is no percentage', () => {
    const ikm = { at: 'summary.ikm', measure: 'ikm', field: 'score', language: 'id' } as const;
    const five = { ...IKM, respondents: 5 };
    expect(changeOf({ ...ikm, block: five }, { ...five, score: 84 }).value).toBe(0.12);
    expect(changeOf({ ...ikm, block: five }, { ...five, respondents: 4 }).text).toBe('belum cukup data');
    const median = { ...share, field: 'medianWorkingMinutes' };
    expect(changeOf(median, { ...TURNAROUND, medianWorkingMinutes: 0 })).toEqual(
      jasmine.objectContaining({ value: null, text: 'belum cukup data' }),
    );
  });

  it('are not told of what is missing, withheld or made of a few records', () => {
    const complaints = {
      at: 'summary.complaints',
      measure: 'complaints',
      field: 'resolvedShare',
      language: 'id',
    } as const;
    const told = [
      changeOf({ ...complaints, block: COMPLAINTS }, HIDDEN_COMPLAINTS),
      changeOf({ ...complaints, block: COMPLAINTS }, { ...COMPLAINTS, valid: 4 }),
      changeOf({ ...complaints, block: COMPLAINTS }, { ...COMPLAINTS, resolvedShare: null }),
    ];
    expect(told.map(({ value, text }) => [value, text])).toEqual([
      [null, 'disamarkan'],
      [null, 'belum cukup data'],
      [null, 'tidak ada data'],
    ]);
  });
});
