import { factsWith, recordsOn, verdictOf } from '../staff-facts.testing.ts';
import { PRAISED_AND_ON_TIME } from './praised-and-on-time.ts';

const praise = recordsOn(
  'survey-responses',
  '2026-04-02',
  '2026-05-04',
  '2026-06-02',
  '2026-04-02',
  '2026-05-04',
  '2026-06-02',
  '2026-07-01',
  '2026-08-03',
);
const periods = [
  { due: 40, dueMet: 37 },
  { due: 40, dueMet: 36 },
];

describe('rule praised-and-on-time', () => {
  it('raises for eight praising suggestions of eleven, with 73 of 80 in time', () => {
    expect(verdictOf(PRAISED_AND_ON_TIME, factsWith({ suggestions: 11, praise, periods }))).toBe('raised');
  });

  it('is clear with seven of eleven, 64 %', () => {
    const facts = factsWith({ suggestions: 11, praise: praise.slice(1), periods });
    expect(verdictOf(PRAISED_AND_ON_TIME, facts)).toBe('clear');
  });

  it('has insufficient data with nine suggestions, or 29 cases', () => {
    expect(verdictOf(PRAISED_AND_ON_TIME, factsWith({ suggestions: 9, praise, periods }))).toBe(
      'insufficient-data',
    );
    const few = [{ due: 29, dueMet: 29 }];
    expect(verdictOf(PRAISED_AND_ON_TIME, factsWith({ suggestions: 11, praise, periods: few }))).toBe(
      'insufficient-data',
    );
  });

  it('“dipuji karena rekannya”: praise of the unit alone does not carry somebody whose own work is late', () => {
    const late = [
      { due: 40, dueMet: 20 },
      { due: 40, dueMet: 22 },
    ];
    expect(verdictOf(PRAISED_AND_ON_TIME, factsWith({ suggestions: 11, praise, periods: late }))).toBe(
      'clear',
    );
  });
});
