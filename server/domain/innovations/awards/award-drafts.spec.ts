import type { AwardEntry, AwardFigures } from './award-entry.ts';
import { igaDraft, knownPoints, type DraftedIndicator } from './iga-draft.ts';
import { IGA_2026 } from './iga-2026.ts';
import { kippDraft } from './kipp-draft.ts';

const EMPTY: AwardEntry = {
  name: '',
  initiator: '',
  digital: null,
  initiatedOn: null,
  trialOn: null,
  appliedOn: null,
  summary: '',
  problem: '',
  goal: '',
  howItWorks: '',
  novelty: '',
  services: [],
  partners: [],
  people: null,
  peopleNote: '',
  budget: null,
  budgetNote: '',
  connectivity: null,
  legalBasis: [],
  steps: [],
  challenges: '',
  lessons: '',
  results: [],
  beneficiaries: '',
  links: [],
  contact: null,
};

const NONE: AwardFigures = {
  from: '2025-11-01',
  to: '2026-10-31',
  p90Minutes: null,
  completed: null,
  complaintsResolvedShare: null,
  complaintsValid: null,
  ikmScore: null,
  ikmRespondents: null,
  ikmSufficient: null,
  veiled: [],
  otherKabupaten: 0,
  ownUnits: 0,
};

const DAY = 1_440;

function indicator(
  number: number,
  entry: Partial<AwardEntry> = {},
  figures: Partial<AwardFigures> = {},
): DraftedIndicator | undefined {
  return igaDraft(IGA_2026, { ...EMPTY, ...entry }, { ...NONE, ...figures }).find(
    (each) => each.number === number,
  );
}

describe('A draft for IGA', () => {
  it('says of an empty entry that everything is missing', () => {
    const drafted = igaDraft(IGA_2026, EMPTY, NONE);
    expect(drafted.length).toBe(20);
    expect(drafted.filter(({ state }) => state !== 'missing')).toEqual([]);
    expect(knownPoints(drafted)).toBe(0);
  });

  it('knows a regulation by its kind, the highest of several', () => {
    const of = (...kinds: string[]) =>
      indicator(16, { legalBasis: kinds.map((kind) => ({ kind, number: '12', on: null, title: '' })) })
        ?.level;
    expect(of('Keputusan Bupati')).toBe(1);
    expect(of('Keputusan Camat')).toBeNull();
    expect(of('Perbup')).toBe(2);
    expect(of('Peraturan Bupati', 'SK Camat')).toBe(2);
    expect(of('Peraturan Daerah')).toBe(3);
    expect(of('Surat edaran')).toBeNull();
  });

  it('counts people by the bands of the letter', () => {
    const of = (people: number) => indicator(17, { people })?.level;
    expect([of(1), of(10), of(11), of(30), of(31)]).toEqual([1, 1, 2, 2, 3]);
  });

  // SID 28: one day is the top score; 2–5 days; 6 or more.
  it('fills the service time from the records: one day, up to five, more', () => {
    const of = (p90Minutes: number) => indicator(28, {}, { p90Minutes, completed: 400 });
    expect([
      of(90)?.level,
      of(DAY)?.level,
      of(DAY + 1)?.level,
      of(5 * DAY)?.level,
      of(5 * DAY + 1)?.level,
    ]).toEqual([3, 3, 2, 2, 1]);
    expect(of(90)?.state).toBe('computed');
    expect(of(2 * DAY)?.text).toBe('Sembilan dari sepuluh permohonan selesai dalam 2 hari (n = 400)');
    expect(indicator(28, {}, { p90Minutes: null, completed: 0 })?.state).toBe('missing');
  });

  // SID 29: 91 % or more; 51–90 %; 50 % or less, or no complaints.
  it('fills the complaints from the records, without rounding into a better level', () => {
    const of = (complaintsResolvedShare: number) =>
      indicator(29, {}, { complaintsResolvedShare, complaintsValid: 200 })?.level;
    expect([of(0.91), of(0.909), of(0.51), of(0.5)]).toEqual([3, 2, 2, 1]);
    expect(indicator(29, {}, { complaintsResolvedShare: 0.9996, complaintsValid: 2_500 })?.text).toBe(
      '99,9 % aduan selesai (n = 2.500)',
    );
    expect(indicator(29, {}, { complaintsValid: 0 })?.level).toBe(1);
    expect(indicator(29, {}, { complaintsValid: null })?.state).toBe('missing');
  });

  it('says of what is withheld that it is, not that it is missing', () => {
    const found = indicator(
      29,
      {},
      { veiled: ['complaints'], complaintsValid: 3, complaintsResolvedShare: 1 },
    );
    expect([found?.level, found?.text]).toEqual([null, jasmine.stringContaining('disamarkan')]);
    expect(indicator(28, {}, { veiled: ['complaints'], p90Minutes: 60, completed: 9 })?.level).toBe(3);
  });

  it('counts replications in other regions alone', () => {
    const of = (otherKabupaten: number) => indicator(31, {}, { otherKabupaten, ownUnits: 4 });
    expect([of(0)?.level, of(1)?.level, of(2)?.level, of(3)?.level, of(9)?.level]).toEqual([
      null,
      1,
      2,
      3,
      3,
    ]);
    expect(of(0)?.text).toContain('4 unit di kabupaten sendiri, tidak dihitung');
  });

  it('counts the months from the idea to its application', () => {
    const of = (appliedOn: string) => indicator(32, { initiatedOn: '2025-01-15', appliedOn })?.level;
    expect([of('2025-05-15'), of('2025-05-16'), of('2025-09-15'), of('2025-09-16')]).toEqual([3, 2, 2, 1]);
    expect(of('2024-12-01')).toBeNull();
  });

  it('gives the second level for a survey, and says where its sample is short', () => {
    const found = indicator(34, {}, { ikmScore: 84.12, ikmRespondents: 61, ikmSufficient: false });
    expect([found?.level, found?.text]).toEqual([
      2,
      'Survei kepuasan masyarakat: IKM 84,12 (n = 61, sampel kurang)',
    ]);
  });

  it('adds the points of the levels it knows', () => {
    // 17: 2 × 1; 28: 2 × 3; 29: 1 × 3.
    const drafted = igaDraft(
      IGA_2026,
      { ...EMPTY, people: 4 },
      { ...NONE, p90Minutes: 60, completed: 9, complaintsValid: 10, complaintsResolvedShare: 1 },
    );
    expect(knownPoints(drafted)).toBe(11);
  });
});

describe('A draft for KIPP', () => {
  it('has the sections of the form, 100 percent together', () => {
    const drafted = kippDraft(EMPTY, NONE);
    expect(drafted.map(({ mostWords }) => mostWords)).toEqual([200, 300, 200, 200, 600, 100, 200, 500]);
    expect(drafted.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
    expect(drafted.every(({ text, missing }) => text === '' && missing.length > 0)).toBeTrue();
  });

  it('fills each from the entry, counts its words and says what is missing', () => {
    const drafted = kippDraft(
      {
        ...EMPTY,
        problem: 'Warga datang tiga kali',
        results: [
          {
            what: 'Selesai sekali datang',
            before: '71 %',
            after: '94 %',
            unit: '',
            method: '',
            n: 1208,
            period: '2026',
          },
        ],
        people: 4,
      },
      NONE,
    );
    const of = (id: string) => drafted.find((section) => section.id === id);
    expect(of('latar-belakang')).toEqual(
      jasmine.objectContaining({ text: 'Warga datang tiga kali.', words: 4, missing: ['goal'] }),
    );
    expect(of('signifikansi')?.text).toBe('Selesai sekali datang: 71 % menjadi 94 % (n = 1.208, 2026).');
    expect(of('sumber-daya')?.missing).toEqual(['budget', 'partners']);
  });
});
