import { caseLink } from './record-link.ts';

describe('the list behind a count', () => {
  it('keeps the filters of the selection', () => {
    expect(caseLink('turnaround', 'due', { unit: '64.02.07', service: 'kk' })).toEqual({
      screen: ['/permohonan'],
      query: { unit: '64.02.07', service: 'kk', count: 'turnaround.due' },
    });
  });

  it('is none for a share, a time, or the records of another screen', () => {
    expect(caseLink('turnaround', 'dueMetShare', {})).toBeNull();
    expect(caseLink('turnaround', 'medianWorkingMinutes', {})).toBeNull();
    expect(caseLink('complaints', 'received', {})).toBeNull();
  });
});
