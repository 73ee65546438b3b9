import { IDEA_STAGES, ideaFault, nextStages, trialIsOver, type IdeaStage } from './idea-road.ts';

const TODAY = '2026-11-20';

describe('The road of an idea', () => {
  it('goes by way of a trial, and can end and be taken up again', () => {
    expect(Object.fromEntries(IDEA_STAGES.map((stage) => [stage, nextStages(stage)]))).toEqual({
      gagasan: ['uji-coba', 'dihentikan'],
      'uji-coba': ['penerapan', 'dihentikan'],
      penerapan: [],
      dihentikan: ['gagasan'],
    });
  });

  it('leads nowhere without a trial before', () => {
    const bring = (stage: IdeaStage, to: IdeaStage) =>
      ideaFault({ stage, isOwn: false }, { stage: to, trialUntil: '2026-12-31' }, TODAY);
    expect(bring('gagasan', 'penerapan')).toBe('idea-step-order');
    expect(bring('gagasan', 'gagasan')).toBe('idea-step-order');
    expect(bring('penerapan', 'dihentikan')).toBe('idea-step-order');
    expect(bring('gagasan', 'uji-coba')).toBeNull();
    expect(bring('uji-coba', 'penerapan')).toBeNull();
    expect(bring('dihentikan', 'gagasan')).toBeNull();
  });

  it('is decided by another person than the one who had the idea', () => {
    const own = { stage: 'gagasan', isOwn: true } as const;
    expect(ideaFault(own, { stage: 'uji-coba', trialUntil: '2026-12-31' }, TODAY)).toBe('idea-own');
    expect(ideaFault(own, { stage: 'dihentikan' }, TODAY)).toBe('idea-own');
  });

  it('tries for at least a day and at most a year', () => {
    const until = (trialUntil?: string) =>
      ideaFault(
        { stage: 'gagasan', isOwn: false },
        { stage: 'uji-coba', ...(trialUntil === undefined ? {} : { trialUntil }) },
        TODAY,
      );
    expect(until()).toBe('idea-trial-until');
    expect(until('2026-11-20')).toBe('idea-trial-until');
    expect(until('2026-11-21')).toBeNull();
    // 366 days after 20 November 2026 is 21 November 2027.
    expect(until('2027-11-21')).toBeNull();
    expect(until('2027-11-22')).toBe('idea-trial-until');
  });

  it('waits for a word once the last day of a trial is over', () => {
    expect(trialIsOver({ stage: 'uji-coba', trialUntil: '2026-11-19' }, TODAY)).toBeTrue();
    expect(trialIsOver({ stage: 'uji-coba', trialUntil: TODAY }, TODAY)).toBeFalse();
    expect(trialIsOver({ stage: 'dihentikan', trialUntil: '2026-11-19' }, TODAY)).toBeFalse();
  });
});
