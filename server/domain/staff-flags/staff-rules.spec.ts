import { legalBasisOf } from './legal-basis.ts';
import { settingsOf } from './rule-settings.ts';
import { factsWith } from './staff-facts.testing.ts';
import { findStaffRule, STAFF_RULES } from './staff-rules.ts';

/** Levels of discipline of PP 94/2021, article 8, and words that would judge. */
const NEVER =
  /teguran|hukuman|pelanggaran|penurunan|pembebasan|pemberhentian|terburuk|gagal|misconduct|punish/i;

describe('rules about staff', () => {
  it('praise as often as they ask for clarification, by ids that differ', () => {
    const kinds = STAFF_RULES.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'reward').length).toBe(5);
    expect(kinds.filter((kind) => kind === 'sanction').length).toBe(5);
    expect(new Set(STAFF_RULES.map(({ id }) => id)).size).toBe(10);
    expect(findStaffRule('on-time-low')?.kind).toBe('sanction');
    expect(findStaffRule('of-another-version')).toBeNull();
  });

  it('name no disciplinary level and no offence, in either language', () => {
    for (const { id, name, description, legalBasis } of STAFF_RULES)
      for (const text of [name.id, name.en, description.id, description.en, legalBasis])
        expect(NEVER.test(text)).withContext(`${id}: ${text}`).toBeFalse();
  });

  it('look at no less than two quarters, and have presets within their bounds', () => {
    for (const { id, periods, settings } of STAFF_RULES) {
      expect(periods).withContext(id).toBeGreaterThanOrEqual(2);
      for (const { key, least, most, preset } of settings)
        expect(least <= preset && preset <= most)
          .withContext(`${id} ${key}`)
          .toBeTrue();
    }
  });

  it('tell only of settings that they have', () => {
    for (const { id, description, settings } of STAFF_RULES)
      for (const text of [description.id, description.en])
        for (const [, key = ''] of text.matchAll(/\{(\w+)\}/g))
          expect(settings.map((setting) => setting.key))
            .withContext(id)
            .toContain(key);
  });

  it('propose nothing about somebody of whom nothing is known', () => {
    for (const rule of STAFF_RULES) {
      const { verdict } = rule.evaluate(factsWith({}), settingsOf(rule, {}));
      expect(verdict)
        .withContext(rule.id)
        .toBe(rule.id === 'remote-post-quality' ? 'clear' : 'insufficient-data');
    }
  });

  it('keep settings within their bounds and leave out what they do not know', () => {
    const rule = STAFF_RULES.find(({ id }) => id === 'on-time-low');
    if (rule === undefined) throw new Error('no rule');
    const settings = settingsOf(rule, { dueMetShare: 0.1, minimumN: 'banyak', other: 3 });
    expect(settings).toEqual({ dueMetShare: 0.4, minimumN: 30, explainDays: 5, validMonths: 12 });
  });

  it('bind PNS by PP 94/2021, and say of others that it does not bind them', () => {
    const rule = { kind: 'sanction', legalBasis: 'UU 25/2009' } as const;
    expect(legalBasisOf(rule, 'pns', 'id')).toContain('menurut PP 94/2021');
    expect(legalBasisOf(rule, 'pppk', 'id')).toContain('PP 94/2021 tidak mengikat');
    expect(legalBasisOf(rule, 'non-asn', 'id')).toContain('PP 94/2021 tidak mengikat');
    expect(legalBasisOf({ ...rule, kind: 'reward' }, 'pns', 'id')).toBe('UU 25/2009');
  });
});
