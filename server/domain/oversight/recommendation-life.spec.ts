import {
  answerDueOn,
  daysLeft,
  isLate,
  possibleStatuses,
  recommendationActions,
  stepFault,
  turnOf,
  type AskedStep,
  type LifeStep,
  type RecommendationLife,
} from './recommendation-life.ts';

const OPEN: RecommendationLife = { source: 'bpk', decided: 'BT', blocked: false, steps: [] };
const action: LifeStep = { kind: 'action', status: null };
const verified = (status: 'SS' | 'BS'): LifeStep => ({ kind: 'verification', status });
const returned: LifeStep = { kind: 'decision', status: 'BS' };

describe('the life of a recommendation', () => {
  it('is answered within sixty calendar days of the receipt of the report', () => {
    // UU 15/2004 article 20 (3). Counted on a calendar: 25 May + 6 days of May, 30 of June, 24 of July.
    expect(answerDueOn('bpk', '2026-05-25')).toBe('2026-07-24');
    // UU 37/2008 article 38 (2). Over a leap day: 19 January 2028 + 12 + 29 + 19.
    expect(answerDueOn('ombudsman', '2028-01-19')).toBe('2028-03-19');
    expect(answerDueOn('apip', '2028-01-19')).toBe('2028-03-19');
  });

  it('is late from the day after while the entity is to act, and the clock runs until it was decided', () => {
    const late = (life: Partial<RecommendationLife>, today: string) =>
      isLate({ ...OPEN, ...life }, '2026-07-24', today);
    expect(late({}, '2026-07-24')).toBe(false);
    expect(late({ decided: 'BS', steps: [action, returned] }, '2026-07-25')).toBe(true);
    expect(late({ decided: 'SS' }, '2026-09-01')).toBe(false);
    expect(late({ decided: 'TD' }, '2026-09-01')).toBe(false);
    // Answered: what the Inspektorat or BPK takes longer for is no lateness of the entity; found short, it is again.
    expect(late({ steps: [action] }, '2026-07-25')).toBe(false);
    expect(late({ steps: [action, verified('SS')] }, '2026-07-25')).toBe(false);
    expect(late({ steps: [action, verified('BS')] }, '2026-07-25')).toBe(true);
    expect(daysLeft('BT', '2026-07-24', '2026-07-26')).toBe(-2);
    expect(daysLeft('SS', '2026-07-24', '2026-07-26')).toBeNull();
  });

  it('goes from the entity to the Inspektorat to the source, and back when it falls short', () => {
    const turns = (steps: readonly LifeStep[]) => turnOf({ ...OPEN, steps });
    expect(turns([])).toBe('entity');
    expect(turns([action])).toBe('inspectorate');
    expect(turns([action, verified('SS')])).toBe('source');
    expect(turns([action, verified('BS')])).toBe('entity');
    expect(turns([action, verified('SS'), returned])).toBe('entity');
    expect(turns([action, verified('SS'), returned, action])).toBe('inspectorate');
    // A block is no answer.
    expect(turns([{ kind: 'blocked', status: null }])).toBe('entity');
    expect(turnOf({ ...OPEN, decided: 'SS', steps: [action, verified('SS')] })).toBeNull();
  });

  it('lets each side do its own part only', () => {
    const life = { ...OPEN, steps: [action] };
    expect(recommendationActions(life, { respond: true, manage: false })).toEqual([
      'act',
      'propose',
      'block',
    ]);
    expect(recommendationActions(life, { respond: false, manage: true })).toEqual(['verify', 'decide']);
    expect(recommendationActions(OPEN, { respond: false, manage: true })).toEqual(['decide']);
    expect(recommendationActions({ ...OPEN, source: 'apip' }, { respond: false, manage: true })).toEqual([]);
    expect(recommendationActions({ ...life, blocked: true }, { respond: true, manage: false })).toEqual([
      'act',
      'propose',
      'unblock',
    ]);
    expect(recommendationActions(life, { respond: false, manage: false })).toEqual([]);
    expect(recommendationActions({ ...life, decided: 'TD' }, { respond: true, manage: true })).toEqual([]);
  });

  it('offers the statuses that something stands behind, and no others', () => {
    const proposed: LifeStep = { kind: 'proposal', status: 'TD' };
    const unreasonable: LifeStep = { kind: 'verification', status: 'TD' };
    const choices = (life: Partial<RecommendationLife>) =>
      (['proposal', 'verification', 'decision'] as const).map((kind) =>
        possibleStatuses({ ...OPEN, ...life }, kind).join(' '),
      );
    // BPK may call a recommendation impossible, or say again that nothing was done; the Inspektorat has verified nothing.
    expect(choices({})).toEqual(['TD', '', 'BT TD']);
    expect(choices({ source: 'apip' })).toEqual(['TD', '', '']);
    expect(choices({ steps: [action] })).toEqual(['SS BS TD', 'SS BS BT TD', 'SS BS BT TD']);
    expect(choices({ source: 'apip', steps: [action] })).toEqual(['SS BS TD', 'SS BS BT TD', '']);
    expect(choices({ source: 'apip', steps: [action, verified('BS')] })).toEqual(['SS BS TD', '', 'BS BT']);
    expect(choices({ source: 'apip', steps: [action, verified('SS')] })).toEqual([
      'SS BS TD',
      '',
      'SS BS BT TD',
    ]);
    expect(choices({ source: 'apip', steps: [proposed, unreasonable] })).toEqual(['TD', '', 'BT TD']);
    // A decision begins a round anew.
    expect(choices({ source: 'apip', steps: [action, verified('SS'), returned] })).toEqual(['TD', '', '']);
    expect(choices({ decided: 'SS', steps: [action] })).toEqual(['', '', '']);
  });

  describe('a step', () => {
    const days = { today: '2026-11-20', receivedOn: '2026-10-01' };
    const letter = { on: '2026-11-18' };
    const decision = (more: Partial<Extract<AskedStep, { kind: 'decision' }>>): AskedStep => ({
      kind: 'decision',
      status: 'SS',
      reason: null,
      letter,
      newDueOn: null,
      ...more,
    });
    const fault = (life: Partial<RecommendationLife>, step: AskedStep) =>
      stepFault({ ...OPEN, ...life }, step, days);

    it('SS follows an action, and one of this round', () => {
      expect(fault({}, decision({}))).toBe('recommendation-needs-action');
      expect(fault({ steps: [action] }, decision({}))).toBeNull();
      expect(fault({ steps: [action, returned] }, decision({}))).toBe('recommendation-needs-action');
      expect(fault({}, { kind: 'proposal', status: 'SS', reason: null, letter })).toBe(
        'recommendation-needs-action',
      );
      // BT holds anyway: to propose it would hand the turn to the Inspektorat with nothing done.
      expect(fault({ steps: [action] }, { kind: 'proposal', status: 'BT', reason: null, letter })).toBe(
        'recommendation-proposes-nothing',
      );
    });

    it('BS needs a new date that lies ahead, and no other status has one', () => {
      const steps = [action];
      expect(fault({ steps }, decision({ status: 'BS' }))).toBe('recommendation-needs-new-date');
      expect(fault({ steps }, decision({ status: 'BS', newDueOn: '2026-11-20' }))).toBe(
        'recommendation-needs-new-date',
      );
      expect(fault({ steps }, decision({ status: 'BS', newDueOn: '2026-11-21' }))).toBeNull();
      expect(fault({ steps }, decision({ newDueOn: '2026-12-01' }))).toBe('recommendation-new-date-unasked');
    });

    it('TD needs a reason, and no action', () => {
      expect(fault({}, decision({ status: 'TD' }))).toBe('recommendation-needs-reason');
      expect(fault({}, decision({ status: 'TD', reason: '   tak bisa  ' }))).toBe(
        'recommendation-needs-reason',
      );
      expect(fault({}, decision({ status: 'TD', reason: 'Penyedia sudah dinyatakan pailit.' }))).toBeNull();
    });

    it('cites a letter written after the report came, and not in the future', () => {
      const steps = [action];
      expect(fault({ steps }, decision({ letter: { on: '2026-09-30' } }))).toBe('recommendation-letter-day');
      expect(fault({ steps }, decision({ letter: { on: '2026-11-21' } }))).toBe('recommendation-letter-day');
    });

    it('is verified once something was said, and the APIP decides on what it verified', () => {
      expect(fault({}, { kind: 'verification', status: 'SS' })).toBe('recommendation-nothing-to-verify');
      expect(fault({ steps: [action] }, { kind: 'verification', status: 'SS' })).toBeNull();
      expect(fault({ source: 'apip', steps: [action] }, decision({}))).toBe(
        'recommendation-needs-verification',
      );
      expect(fault({ source: 'apip', steps: [action, verified('SS')] }, decision({}))).toBeNull();
      expect(fault({ source: 'ombudsman', steps: [action] }, decision({}))).toBeNull();
    });

    it('is not taken once it is settled; a block is by another unit, and ends once', () => {
      for (const step of [{ kind: 'action' }, { kind: 'unblocked' }, decision({})] as const)
        expect(fault({ decided: 'SS', blocked: true, steps: [action] }, step)).toBe('recommendation-settled');
      expect(fault({}, { kind: 'blocked', isOwnUnit: true })).toBe('recommendation-blocked-by-itself');
      expect(fault({}, { kind: 'blocked', isOwnUnit: false })).toBeNull();
      expect(fault({}, { kind: 'unblocked' })).toBe('recommendation-not-blocked');
      expect(fault({ blocked: true }, { kind: 'unblocked' })).toBeNull();
    });
  });
});
