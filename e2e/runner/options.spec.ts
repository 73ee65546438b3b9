import { readOptions, UsageError } from './options.ts';

describe('options of the test run', () => {
  it('are everything by default', () => {
    expect(readOptions([])).toEqual({ only: null, filter: null });
  });

  it('choose a group and a text', () => {
    expect(readOptions(['--only', 'server', '--filter', 'working day'])).toEqual({
      only: 'server',
      filter: 'working day',
    });
  });

  for (const wrong of [
    ['--only', 'everything'],
    ['--onyl', 'server'],
    ['server'],
    ['--filter', ''],
    ['--only'],
  ]) {
    it(`refuse "${wrong.join(' ')}" and say how it is written`, () => {
      expect(() => readOptions(wrong)).toThrowError(UsageError, /npm test/);
    });
  }
});
