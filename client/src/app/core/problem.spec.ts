import { HttpErrorResponse } from '@angular/common/http';
import { problemKey, problemOf } from './problem.ts';

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
