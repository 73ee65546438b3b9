import { awaitingQuery, caseLink } from './record-link.ts';

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

describe('the complaints that wait for an answer', () => {
  const today = { unit: '64.02.04', today: '2026-11-22' };
  const line = { id: '1', number: 'ADU-1', category: null, unit: 'Anggana', workingDays: 9 };

  it('begin on the local day on which the longest waiting one was received', () => {
    // 17.30 UTC on the 9th is 01.30 WITA on the 10th.
    const items = [
      { ...line, receivedAt: '2026-11-09T17:30:00.000Z' },
      { ...line, receivedAt: '2026-11-12T00:22:39.000Z' },
    ];
    expect(awaitingQuery({ ...today, complaintsAwaiting: { total: 2, items } }, 'Asia/Makassar')).toEqual({
      unit: '64.02.04',
      count: 'complaints.unanswered',
      from: '2026-11-10',
      to: '2026-11-22',
    });
  });

  it('lead nowhere when there are none', () => {
    expect(
      awaitingQuery({ ...today, complaintsAwaiting: { total: 0, items: [] } }, 'Asia/Makassar'),
    ).toBeNull();
  });
});
