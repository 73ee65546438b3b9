import { comparedMonths } from './comparison-months.ts';
import { documentStateOn } from './document-state.ts';
import { EXAMPLE, FIRST } from './example-programme.testing.ts';
import { pilotFigures, tallyProgrammes } from './pilot-figures.ts';
import { programmeSentence, type ToldProgramme } from './programme-sentence.ts';
import { isSecondPerson } from './second-person.ts';

describe('a document of a pilot', () => {
  it('ends on its last day, and is told sixty days ahead', () => {
    const state = (day: string) => documentStateOn({ validFrom: '2026-01-10', validTo: '2026-12-31' }, day);
    expect(state('2026-01-09')).toBe('not-yet');
    expect(state('2026-01-10')).toBe('valid');
    // 60 days before 31 December is 1 November.
    expect(state('2026-10-31')).toBe('valid');
    expect(state('2026-11-01')).toBe('ending');
    expect(state('2026-12-31')).toBe('ending');
    expect(state('2027-01-01')).toBe('ended');
    expect(documentStateOn({ validFrom: '2026-01-10', validTo: null }, '2099-01-01')).toBe('valid');
  });
});

describe('the second person', () => {
  const reporters = [{ post: 'post-a', people: ['ani'] }];
  it('is another person in another post', () => {
    expect(isSecondPerson({ post: 'post-b', person: 'budi' }, reporters)).toBeTrue();
    expect(isSecondPerson({ post: 'post-a', person: 'budi' }, reporters)).toBeFalse();
    expect(isSecondPerson({ post: 'post-b', person: 'ani' }, reporters)).toBeFalse();
  });
  it('is nobody who reported it earlier', () => {
    const both = [...reporters, { post: 'post-c', people: ['cici'] }];
    expect(isSecondPerson({ post: 'post-d', person: 'ani' }, both)).toBeFalse();
    expect(isSecondPerson({ post: 'post-c', person: 'dodi' }, both)).toBeFalse();
  });
});

describe('the months compared', () => {
  it('are as many before the start as after it', () => {
    expect(comparedMonths('2026-03-15', '2026-11-22')).toEqual({
      before: { from: '2025-08-01', to: '2026-02-28' },
      after: { from: '2026-04-01', to: '2026-10-31' },
    });
    // Begun on the first: that month is after it.
    expect(comparedMonths('2026-04-01', '2026-11-22').after?.from).toBe('2026-04-01');
    expect(comparedMonths('2026-04-01', '2026-11-22').before).toEqual({
      from: '2025-09-01',
      to: '2026-03-31',
    });
  });
  it('are at least three, and at most the last twelve', () => {
    expect(comparedMonths('2026-08-02', '2026-11-22').after).toBeNull();
    expect(comparedMonths('2026-07-02', '2026-11-22').after).toEqual({
      from: '2026-08-01',
      to: '2026-10-31',
    });
    expect(comparedMonths('2024-01-01', '2026-11-22')).toEqual({
      before: { from: '2023-01-01', to: '2023-12-31' },
      after: { from: '2025-11-01', to: '2026-10-31' },
    });
  });
});

describe('the measure of pilots', () => {
  const milestones = EXAMPLE.map((each) => ({ ...each, startedOn: null }));
  const programme = { startsOn: '2026-01-01', closedOn: null, milestones };
  it('counts each programme once, however heavy its milestones are', () => {
    const small = { startsOn: '2026-01-01', closedOn: null, milestones: [{ ...FIRST, startedOn: null }] };
    // 35 % and 100 %: (0.35 + 1) / 2; planned (0.3 + 1) / 2.
    const figures = pilotFigures(tallyProgrammes([programme, small], '2026-03-03'));
    expect(figures.programmes).toBe(2);
    expect(figures.progressShare).toBeCloseTo(0.675, 9);
    expect(figures.plannedShare).toBeCloseTo(0.65, 9);
    expect([figures.milestones, figures.milestonesLate]).toEqual([4, 0]);
    // 3 May: the second ended on 2 May by its new plan.
    expect(pilotFigures(tallyProgrammes([programme], '2026-05-03')).milestonesLate).toBe(1);
  });
  it('does not apply without a running programme that has milestones', () => {
    const nothing = {
      programmes: 0,
      progressShare: null,
      plannedShare: null,
      milestones: 0,
      milestonesLate: 0,
    };
    expect(pilotFigures(tallyProgrammes([programme], '2025-12-31'))).toEqual(nothing);
    expect(pilotFigures(tallyProgrammes([{ ...programme, closedOn: '2026-03-03' }], '2026-03-03'))).toEqual(
      nothing,
    );
    expect(pilotFigures(tallyProgrammes([{ ...programme, milestones: [] }], '2026-03-03'))).toEqual(nothing);
  });
});

describe('the sentence of a programme', () => {
  const told: ToldProgramme = {
    startsOn: '2026-01-01',
    closedOn: null,
    progress: 0.35,
    planned: 0.3,
    milestones: 3,
    milestonesLate: 1,
    milestonesWaiting: 0,
    forecast: { kind: 'steady', finishOn: '2026-06-25', daysLate: 14, pace: 0.172 },
    day: '2026-03-03',
  };
  const plain = (text: string) => text.replaceAll('\u00a0', ' ');
  it('says progress, plan and what comes of it, in both languages', () => {
    expect(plain(programmeSentence(told, 'id'))).toBe(
      'Kemajuan 35 %, menurut rencana 30 %; dengan laju sekarang selesai 25 Jun 2026, 14 hari lewat rencana. 1 tonggak lewat tanggal rencana.',
    );
    expect(plain(programmeSentence(told, 'en'))).toBe(
      'Progress 35 %, planned 30 %; at this pace done on 25 Jun 2026, 14 days late. 1 milestone past the planned date.',
    );
  });
  it('never calls 100 % what is not done', () => {
    expect(plain(programmeSentence({ ...told, progress: 0.999, milestonesLate: 0 }, 'id'))).toContain('99 %');
  });
  it('has words for all that is not a number', () => {
    const say = (change: Partial<ToldProgramme>) =>
      plain(programmeSentence({ ...told, milestonesLate: 0, ...change }, 'id'));
    const none = { finishOn: null, daysLate: null, pace: null };
    expect(say({ progress: null, planned: null })).toContain('Belum ada tonggak');
    expect(say({ startsOn: '2026-04-01' })).toBe('Mulai 1 Apr 2026 dengan 3 tonggak.');
    expect(say({ forecast: { kind: 'no-pace', ...none } })).toContain(
      'tidak ada kemajuan dalam 90 hari terakhir',
    );
    expect(say({ forecast: { kind: 'too-early', ...none } })).toContain('baru mulai');
    expect(say({ progress: 1, forecast: { kind: 'done', ...none }, milestonesWaiting: 2 })).toBe(
      'Semua tonggak dilaporkan selesai; 2 menunggu pengesahan.',
    );
    expect(say({ closedOn: '2026-03-01' })).toBe('Ditutup 1 Mar 2026 dengan kemajuan 35 %.');
  });
});
