import { OperatorError } from '../operator-error.ts';
import { explainFailure } from './explain-failure.ts';

const failing = (code: string, extra: object = {}) =>
  Object.assign(new Error(`${code}: something\n    at x (y.ts:1)`), { code, ...extra });

describe('explainFailure', () => {
  it('passes on what was written for the operator', () => {
    expect(explainFailure(new OperatorError('Port dipakai.', { exitCode: 3 }), null)).toEqual({
      sentence: 'Port dipakai.',
      exitCode: 3,
    });
  });

  it('names the data folder when the disk is full', () => {
    expect(explainFailure(failing('ENOSPC'), '/srv/data').sentence).toMatch(
      /^Ruang disk untuk \/srv\/data habis/,
    );
  });

  it('names the file that may not be opened', () => {
    expect(explainFailure(failing('EACCES', { path: '/srv/x' }), '/srv/data').sentence).toMatch(
      /tidak berhak membuka \/srv\/x/,
    );
  });

  it('never shows more than the first line of anything else', () => {
    for (const thrown of [failing('EXYZ'), new TypeError('a\nb'), 'text', null, undefined, { code: 5 }]) {
      const { sentence, exitCode } = explainFailure(thrown, null);
      expect(sentence).not.toContain('\n');
      expect(sentence).toMatch(/PANDU_DEBUG=1/);
      expect(exitCode).toBe(1);
    }
  });
});
