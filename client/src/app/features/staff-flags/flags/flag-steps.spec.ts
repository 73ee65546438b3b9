import type { StaffFlag } from '../staff-flags-api.ts';
import { flagSteps } from './flag-steps.ts';

const FLAG: StaffFlag = {
  id: 'f',
  kind: 'sanction',
  state: 'proposed',
  rule: { id: 'r', name: 'Aturan', description: '', legalBasis: '' },
  sentence: '',
  staff: { id: 's', name: 'Pegawai Contoh', nip: '1234', employment: 'pns' },
  unit: { code: 'a', name: 'Kecamatan A' },
  period: { from: '2026-04-01', to: '2026-09-30' },
  raisedAt: '2026-11-16T00:00:00Z',
  explainUntil: '2026-11-23',
  waitsFor: 'pegawai',
  own: false,
  actions: [],
  evidence: [],
  fairness: [],
  proposes: null,
  explanation: null,
  review: null,
  decision: null,
  expiresOn: null,
  withdrawn: null,
  today: 'raised',
};
const explanation = { text: 'Jaringan terputus.', at: '2026-11-17T00:00:00Z' };
const review = { text: 'Benar.', by: 'Camat A', at: '2026-11-18T00:00:00Z' };
const states = (flag: Partial<StaffFlag>) =>
  flagSteps({ ...FLAG, ...flag }, '2026-11-20').map(({ state }) => state);

describe('the life of a proposal', () => {
  it('waits for the person, then for the superior, then for the decision', () => {
    expect(states({})).toEqual(['done', 'now', 'ahead', 'ahead']);
    expect(states({ state: 'explained', explanation, waitsFor: 'Camat A' })).toEqual([
      'done',
      'done',
      'now',
      'ahead',
    ]);
    expect(states({ state: 'reviewed', explanation, review, waitsFor: 'Kepala BKPSDM' })).toEqual([
      'done',
      'done',
      'done',
      'now',
    ]);
  });

  it('goes on without the person once the time for the explanation is over', () => {
    const steps = flagSteps({ ...FLAG, waitsFor: 'Camat A' }, '2026-11-24');
    expect(steps.map(({ state }) => state)).toEqual(['done', 'ahead', 'now', 'ahead']);
    expect(steps[2]?.waitsFor).toBe('Camat A');
    expect(steps[1]?.until).toBe('2026-11-23');
  });

  it('says that the person gave no explanation once somebody else has spoken', () => {
    const steps = flagSteps({ ...FLAG, state: 'reviewed', review, waitsFor: 'Kepala BKPSDM' }, '2026-11-24');
    expect(steps.map(({ key, state }) => [key, state])).toEqual([
      ['staffFlags.step.proposed', 'done'],
      ['staffFlags.step.noExplanation', 'done'],
      ['staffFlags.step.review', 'done'],
      ['staffFlags.step.decision', 'now'],
    ]);
  });

  it('ends with the decision, or where it was withdrawn', () => {
    const decision = {
      verdict: 'dismissed' as const,
      reason: 'Diterima.',
      by: 'Kepala BKPSDM',
      at: '2026-11-19T00:00:00Z',
      number: null,
      on: null,
    };
    const decided = flagSteps(
      { ...FLAG, state: 'dismissed', explanation, review, decision, waitsFor: null },
      '2026-11-20',
    );
    expect(decided.at(-1)).toEqual(
      jasmine.objectContaining({ key: 'staffFlags.step.dismissed', by: 'Kepala BKPSDM', text: 'Diterima.' }),
    );
    const withdrawn = { reason: 'Berkas dikoreksi.', at: '2026-11-18T00:00:00Z' };
    expect(
      flagSteps({ ...FLAG, state: 'withdrawn', withdrawn, waitsFor: null }, '2026-11-20').map(
        ({ key }) => key,
      ),
    ).toEqual(['staffFlags.step.proposed', 'staffFlags.step.withdrawn']);
  });
});
