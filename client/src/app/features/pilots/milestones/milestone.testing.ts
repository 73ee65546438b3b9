import type { Milestone } from '../pilots-api.ts';

/** A milestone that was moved once: first to end on 30 June 2026, now on 15 August, and is 60 % done. */
export const MOVED: Milestone = {
  id: '019aa000-0000-7000-8000-000000000001',
  number: '2',
  title: 'Loket KK daring dibuka di 18 kecamatan',
  weight: 20,
  weightShare: 0.25,
  state: 'late',
  plan: {
    version: 2,
    startOn: '2026-04-01',
    finishOn: '2026-08-15',
    weight: 20,
    reason: 'perangkat baru datang Juli',
    by: 'Kepala Bagian Organisasi',
    at: '2026-06-20T02:00:00Z',
  },
  plans: [
    {
      version: 1,
      startOn: '2026-04-01',
      finishOn: '2026-06-30',
      weight: 20,
      reason: null,
      by: 'Kepala Bagian Organisasi',
      at: '2026-01-10T02:00:00Z',
    },
    {
      version: 2,
      startOn: '2026-04-01',
      finishOn: '2026-08-15',
      weight: 20,
      reason: 'perangkat baru datang Juli',
      by: 'Kepala Bagian Organisasi',
      at: '2026-06-20T02:00:00Z',
    },
  ],
  startedOn: '2026-04-03',
  finishedOn: null,
  doneShare: 0.6,
  plannedShare: 1,
  reports: [{ on: '2026-07-01', doneShare: 0.6, note: '11 kecamatan selesai', by: 'Kepala Disdukcapil' }],
  signedOff: null,
  evidenceCount: 0,
  actions: ['report', 'replan', 'remove'],
};
