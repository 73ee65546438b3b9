import { caseEvents } from './case-events.ts';
import { caseStanding } from './case-heading.ts';
import { verdictWord } from './case-verdict.ts';
import type { ServiceCase } from './records-api.ts';

/** A case received on 12 November 2026, due at the end of the 18th. */
function serviceCase(more: Partial<ServiceCase> = {}): ServiceCase {
  return {
    id: 'a',
    number: 'MK-1',
    unit: { code: 'mk', name: 'Muara Kaman' },
    service: { code: 'kk', name: 'Kartu Keluarga' },
    channel: { code: 'tatap-muka', name: 'Loket' },
    servicePoint: null,
    status: 'diproses',
    receivedAt: '2026-11-12T02:20:00.000Z',
    completedAt: null,
    dueAt: '2026-11-18T15:59:59.999Z',
    dueAtEndOfDay: true,
    verdict: 'missed',
    citizenMinutes: null,
    workingMinutes: null,
    visits: 1,
    lateEntry: false,
    recordedAt: null,
    preparedOnline: null,
    fee: null,
    staff: null,
    clocks: { citizenSeconds: 0, officialSeconds: 0, pausedSeconds: 0, running: true },
    deadline: {
      dueAt: '2026-11-18T15:59:59.999Z',
      endOfDay: true,
      source: 'standard',
      promise: { unit: 'working-days', amount: 2 },
      standardFrom: '2025-01-01',
      legalBasis: null,
      calendar: null,
      steps: [],
      after: { workingDays: 2, workingMinutes: 960 },
      reproduced: true,
    },
    steps: [],
    pauses: [],
    sessions: [],
    changes: [],
    ...more,
  };
}

const NOW = '2026-11-20T08:00:00.000Z';

describe('the way of a case', () => {
  it('runs through stages, pauses and the deadline to where it is now', () => {
    const unit = { code: 'mk', name: 'Muara Kaman' };
    const events = caseEvents(
      serviceCase({
        steps: [
          {
            step: 'pencetakan',
            unit,
            startedAt: '2026-11-12T05:05:00.000Z',
            completedAt: null,
            workingMinutes: null,
          },
          {
            step: 'verifikasi',
            unit,
            startedAt: '2026-11-12T02:20:00.000Z',
            completedAt: '2026-11-12T05:05:00.000Z',
            workingMinutes: 165,
          },
        ],
        pauses: [
          {
            reason: 'blangko-kosong',
            reasonName: 'Blangko habis',
            startedAt: '2026-11-13T00:10:00.000Z',
            endedAt: '2026-11-17T01:30:00.000Z',
            told: true,
            workingMinutes: 1040,
          },
        ],
      }),
      NOW,
    );
    expect(events.map(({ kind, still }) => [kind, still])).toEqual([
      ['received', false],
      ['step', false],
      ['pause', true],
      ['due', false],
      ['now', false],
    ]);
    const now = events.at(-1);
    expect(now?.kind === 'now' ? now.steps.map(({ step }) => step) : []).toEqual(['pencetakan']);
  });

  it('does not stand still in a pause that nobody was told of', () => {
    const pause = {
      reason: 'x',
      reasonName: 'X',
      startedAt: '2026-11-13T00:10:00.000Z',
      endedAt: null,
      told: false,
      workingMinutes: null,
    };
    expect(caseEvents(serviceCase({ pauses: [pause] }), NOW).some(({ still }) => still)).toBeFalse();
  });

  it('puts a deadline that still lies ahead after now, and after an end in time', () => {
    const ahead = caseEvents(serviceCase({ verdict: 'running' }), '2026-11-16T08:00:00.000Z');
    expect(ahead.map(({ kind }) => kind)).toEqual(['received', 'now', 'due']);
    const done = caseEvents(
      serviceCase({ status: 'selesai', verdict: 'met', completedAt: '2026-11-16T08:00:00.000Z' }),
      NOW,
    );
    expect(done.map(({ kind }) => kind)).toEqual(['received', 'ended', 'due']);
  });
});

describe('how a case stands', () => {
  const standing = (more: Partial<ServiceCase>, workingDays: number, workingMinutes = 0) => {
    const it = serviceCase(more);
    return caseStanding({ ...it, deadline: { ...it.deadline, after: { workingDays, workingMinutes } } });
  };

  it('is told in working days, or in opening hours where it is less than one', () => {
    expect(standing({}, 2)).toEqual({ key: 'records.standing.overdueDays', days: 2 });
    expect(standing({}, 0, 45)).toEqual({ key: 'records.standing.overdueMinutes', minutes: 45 });
    expect(standing({}, 0)).toEqual({ key: 'records.standing.overdue' });
    expect(standing({ verdict: 'running' }, -3)).toEqual({ key: 'records.standing.dueInDays', days: 3 });
    expect(standing({ verdict: 'running' }, 0)).toEqual({ key: 'records.standing.dueToday' });
  });

  it('never calls a refused or cancelled case completed', () => {
    const completedAt = '2026-11-16T08:00:00.000Z';
    expect(standing({ status: 'ditolak', verdict: 'met', completedAt }, -2).key).toContain('refused');
    expect(verdictWord({ status: 'ditolak', verdict: 'met', completedAt }).key).toContain('refused');
    expect(standing({ status: 'dibatalkan', verdict: 'none' }, 0).key).toContain('cancelled');
    expect(verdictWord({ status: 'dibatalkan', verdict: 'none', completedAt: null }).mark).toBeNull();
  });
});
