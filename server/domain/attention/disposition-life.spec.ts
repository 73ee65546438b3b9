import {
  dispositionActions,
  dispositionState,
  isKeyOfUnit,
  type DispositionLife,
} from './disposition-life.ts';

const TODAY = '2026-11-20';
const given: DispositionLife = {
  kind: 'disposition',
  fromPost: 'bupati',
  toPost: 'camat',
  dueOn: '2026-11-20',
  reported: false,
  closed: false,
};

describe('life of a disposisi', () => {
  it('is late from the day after its due day on', () => {
    expect(dispositionState(given, TODAY)).toBe('open');
    expect(dispositionState(given, '2026-11-21')).toBe('late');
    expect(dispositionState({ ...given, dueOn: null }, '2030-01-01')).toBe('open');
    expect(dispositionState({ ...given, reported: true }, '2026-11-21')).toBe('reported');
    expect(dispositionState({ ...given, reported: true, closed: true }, TODAY)).toBe('closed');
  });

  it('only the recipient reports; only who gave it closes, sends back or withdraws', () => {
    const reported = { ...given, reported: true };
    expect(dispositionActions(given, 'camat', TODAY)).toEqual(['report']);
    expect(dispositionActions(given, 'bupati', TODAY)).toEqual(['withdraw']);
    expect(dispositionActions(reported, 'camat', TODAY)).toEqual([]);
    expect(dispositionActions(reported, 'bupati', TODAY)).toEqual(['close', 'send-back']);
    expect(dispositionActions({ ...reported, closed: true }, 'bupati', TODAY)).toEqual([]);
    for (const life of [given, reported]) {
      expect(dispositionActions(life, 'sekda', TODAY)).toEqual([]);
      expect(dispositionActions(life, null, TODAY)).toEqual([]);
    }
  });

  it('knows the keys of a unit', () => {
    expect(isKeyOfUnit('a|not-reporting|-|-|2026-11-06', 'a')).toBeTrue();
    expect(isKeyOfUnit('a|overdue-cases|-|-|-', 'a')).toBeTrue();
    expect(isKeyOfUnit('a|not-reporting|-|-|2026-11-06', 'b')).toBeFalse();
    expect(isKeyOfUnit('a|not-reporting|-|-|2026-02-31', 'a')).toBeFalse();
    expect(isKeyOfUnit('a|not-reporting', 'a')).toBeFalse();
  });
});
