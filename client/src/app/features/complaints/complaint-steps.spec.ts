import { complaintSteps } from './complaint-steps.ts';

const NOW = Date.parse('2026-11-20T16:00:00+08:00');
const line = {
  id: '019a0000-0000-7000-8000-000000000001',
  number: 'ADU-1',
  unit: { code: '64.02.07', name: 'Sebulu' },
  area: null,
  service: 'umum',
  channel: 'sp4n',
  class: 'normatif',
  category: null,
  text: null,
  receivedAt: '2026-11-10T09:00:00+08:00',
  firstResponseAt: '2026-11-12T09:00:00+08:00',
  resolvedAt: null,
  closedAt: null,
  dueAt: '2026-11-17T23:59:59+08:00',
  status: 'ditindaklanjuti',
};
const tell = (changes: object): string[] =>
  complaintSteps({ ...line, ...changes }, NOW).map(({ key, state }) => `${key.split('.')[1] ?? ''} ${state}`);

describe('complaintSteps', () => {
  it('tells a deadline that passed while the complaint was open as missed', () => {
    expect(tell({})).toEqual(['received done', 'firstResponse done', 'due missed']);
  });

  it('tells a deadline to come as ahead, also before the first response', () => {
    expect(tell({ dueAt: '2026-11-27T23:59:59+08:00', firstResponseAt: null })).toEqual([
      'received done',
      'due ahead',
    ]);
  });

  it('judges a resolved complaint by its resolution, not by today', () => {
    expect(tell({ resolvedAt: '2026-11-16T09:00:00+08:00', status: 'selesai' })).toEqual([
      'received done',
      'firstResponse done',
      'resolved done',
      'due done',
    ]);
    expect(tell({ resolvedAt: '2026-11-18T09:00:00+08:00', status: 'selesai' })).toEqual([
      'received done',
      'firstResponse done',
      'due missed',
      'resolved done',
    ]);
  });

  it('compares instants, not their texts: 17 November 16.00 UTC is after the end of that day in WITA', () => {
    expect(tell({ resolvedAt: '2026-11-17T16:00:00Z', status: 'selesai' })).toContain('due missed');
  });

  it('leaves out what is not recorded', () => {
    expect(tell({ firstResponseAt: null, dueAt: null })).toEqual(['received done']);
  });
});
