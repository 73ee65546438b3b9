import { complaintSteps } from './complaint-steps.ts';

const complaint: Parameters<typeof complaintSteps>[0] = {
  receivedAt: '2026-11-10T09:00:00+08:00',
  firstResponseAt: '2026-11-12T09:00:00+08:00',
  resolvedAt: null,
  closedAt: null,
  dueAt: '2026-11-17T23:59:59+08:00',
  verdict: 'missed',
  ladder: [{ rung: 'unit', at: '2026-11-10T09:00:00+08:00', reached: true }],
};
const tell = (changes: object): string[] =>
  complaintSteps({ ...complaint, ...changes }).map(({ key, state }) => `${key.split('.')[1] ?? ''} ${state}`);

describe('complaintSteps', () => {
  it('tells the deadline by its verdict, where it falls', () => {
    expect(tell({})).toEqual(['received done', 'firstResponse done', 'due missed']);
    expect(tell({ verdict: 'running', dueAt: '2026-11-27T23:59:59+08:00' })).toEqual([
      'received done',
      'firstResponse done',
      'due ahead',
    ]);
    expect(tell({ verdict: 'met', resolvedAt: '2026-11-16T09:00:00+08:00' })).toEqual([
      'received done',
      'firstResponse done',
      'resolved done',
      'due done',
    ]);
  });

  it('tells the rungs that were passed, and the next one', () => {
    const ladder = [
      { rung: 'unit', at: '2026-11-10T09:00:00+08:00', reached: true },
      { rung: 'diskominfo', at: '2026-11-13T23:59:59+08:00', reached: true },
      { rung: 'bupati', at: '2026-11-20T23:59:59+08:00', reached: false },
    ];
    expect(tell({ firstResponseAt: null, ladder })).toEqual([
      'received done',
      'rung-diskominfo risen',
      'due missed',
      'aheadBupati ahead',
    ]);
  });

  it('compares instants, not their texts: 16.30 UTC on 17 November comes after the end of that day in WITA', () => {
    expect(tell({ resolvedAt: '2026-11-17T16:30:00Z' })).toEqual([
      'received done',
      'firstResponse done',
      'due missed',
      'resolved done',
    ]);
  });

  it('leaves out what is not recorded', () => {
    expect(tell({ firstResponseAt: null, dueAt: null, ladder: [] })).toEqual(['received done']);
  });
});
