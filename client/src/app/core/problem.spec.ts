import { HttpErrorResponse, HttpHeaders } from '@angular/common/http';
import { problemKey, problemOf, problemSentence, retryAfterSeconds } from './problem.ts';

describe('problemOf', () => {
  it('reads the sentence and the errors of a problem answer', () => {
    const error = new HttpErrorResponse({
      status: 400,
      error: {
        type: 'x',
        title: 'x',
        status: 400,
        detail: 'Ada isian yang belum benar.',
        code: 'invalid-request',
        errors: [{ path: 'from', code: 'date', message: 'Bukan tanggal.' }],
      },
    });
    expect(problemOf(error)).toEqual({
      status: 400,
      detail: 'Ada isian yang belum benar.',
      code: 'invalid-request',
      errors: [{ path: 'from', code: 'date', message: 'Bukan tanggal.' }],
    });
  });

  it('tells a missing connection from a server that failed', () => {
    expect(problemKey(problemOf(new HttpErrorResponse({ status: 0 })))).toBe('problem.offline');
    expect(problemKey(problemOf(new HttpErrorResponse({ status: 502, error: '<html>' })))).toBe(
      'problem.server',
    );
    expect(problemKey(problemOf(new HttpErrorResponse({ status: 403 })))).toBe('problem.forbidden');
  });

  it('says so when an answer does not follow the contract', () => {
    expect(problemKey(problemOf(new Error('ZodError')))).toBe('problem.unreadable');
  });
});

describe('problemSentence', () => {
  const own = (key: string): string => `[${key}]`;

  it('says what is wrong in particular, once', () => {
    const problem = {
      status: 400,
      detail: 'Ada isian yang belum benar.',
      code: 'invalid-request',
      errors: [],
    };
    const error = { code: 'password-short', message: 'Kata sandi terlalu pendek.' };
    expect(problemSentence({ ...problem, errors: [error] }, own)).toBe(
      'Ada isian yang belum benar. Kata sandi terlalu pendek.',
    );
    expect(problemSentence({ ...problem, errors: [{ ...error, message: problem.detail }] }, own)).toBe(
      'Ada isian yang belum benar.',
    );
  });

  it('is ours when the server said nothing', () => {
    expect(problemSentence(problemOf(new HttpErrorResponse({ status: 0 })), own)).toBe('[problem.offline]');
  });
});

describe('retryAfterSeconds', () => {
  const answer = (value: string | null): HttpErrorResponse =>
    new HttpErrorResponse({
      status: 429,
      headers: value === null ? new HttpHeaders() : new HttpHeaders({ 'Retry-After': value }),
    });

  it('reads whole seconds, rounded up', () => {
    expect(retryAfterSeconds(answer('27'))).toBe(27);
    expect(retryAfterSeconds(answer('0.4'))).toBe(1);
  });

  it('knows nothing without a number', () => {
    expect([null, '', 'segera', '-3', '0'].map((value) => retryAfterSeconds(answer(value)))).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
