import { alignService, complaintsPerThousand, type ServiceEvidence } from './service-alignment.ts';

describe('survey, on-time share and complaints of a service', () => {
  // 400 requests, 380 due of which 361 in time (361 / 380 = 0.95), 2 complaints: 2 × 1000 / 400 = 5 per 1,000.
  const calm: ServiceEvidence = {
    grade: 'B',
    sampleSufficient: true,
    due: 380,
    dueMetShare: 0.95,
    requests: 400,
    validComplaints: 2,
  };
  // 247 of 380 in time: 0.65. 8 complaints: 8 × 1000 / 400 = 20 per 1,000.
  const late = { due: 380, dueMetShare: 0.65 };
  const complainedOf = { validComplaints: 8 };
  const verdict = (change: Partial<ServiceEvidence>) => alignService({ ...calm, ...change }).verdict;

  it('counts complaints per 1,000 requests, and none where nobody asked for anything', () => {
    expect(complaintsPerThousand(8, 400)).toBe(20);
    expect(complaintsPerThousand(3, 1200)).toBe(2.5);
    expect(complaintsPerThousand(0, 400)).toBe(0);
    expect(complaintsPerThousand(0, 0)).toBeNull();
    expect(complaintsPerThousand(null, 400)).toBeNull();
    expect(complaintsPerThousand(8, null)).toBeNull();
  });

  it('tells the same when all three are good, or all are poor', () => {
    expect(verdict({})).toBe('good');
    expect(verdict({ grade: 'A' })).toBe('good');
    expect(verdict({ grade: 'C', ...late, ...complainedOf })).toBe('poor');
    expect(verdict({ grade: 'D', ...late })).toBe('poor');
    expect(verdict({ grade: 'C', ...complainedOf })).toBe('poor');
  });

  it('asks to look into a high score beside lateness and complaints', () => {
    expect(verdict({ ...late, ...complainedOf })).toBe('ikm-high');
    expect(verdict(late)).toBe('partly-late');
    expect(verdict(complainedOf)).toBe('partly-complaints');
  });

  it('asks to look into a low score beside good time and few complaints', () => {
    expect(verdict({ grade: 'C' })).toBe('ikm-low');
  });

  it('is not late at exactly 80 %, nor complained about at exactly 10 per 1,000', () => {
    expect(verdict({ dueMetShare: 0.8 })).toBe('good');
    expect(verdict({ dueMetShare: 0.7999 })).toBe('partly-late');
    // 5 of 500 are 10 per 1,000; 6 of 500 are 12.
    expect(verdict({ requests: 500, validComplaints: 5 })).toBe('good');
    expect(verdict({ requests: 500, validComplaints: 6 })).toBe('partly-complaints');
    // 4 of 300 are 13.3 per 1,000, but four people are not many; 5 of 300 are 16.7.
    expect(verdict({ requests: 300, validComplaints: 4 })).toBe('good');
    expect(verdict({ requests: 300, validComplaints: 5 })).toBe('partly-complaints');
  });

  it('says nothing where one of the three rests on too little, and names which', () => {
    const gaps = (change: Partial<ServiceEvidence>) => alignService({ ...calm, ...change });
    expect(gaps({ sampleSufficient: false })).toEqual({ verdict: 'insufficient', gaps: ['survey'] });
    expect(gaps({ sampleSufficient: null, grade: null })).toEqual({
      verdict: 'insufficient',
      gaps: ['survey'],
    });
    expect(gaps({ due: 29 }).gaps).toEqual(['on-time']);
    expect(gaps({ due: 30 }).gaps).toEqual([]);
    expect(gaps({ due: 0, dueMetShare: null }).gaps).toEqual(['on-time']);
    expect(gaps({ requests: 299 }).gaps).toEqual(['complaints']);
    expect(gaps({ requests: 300 }).gaps).toEqual([]);
    expect(gaps({ validComplaints: null }).gaps).toEqual(['complaints']);
    expect(gaps({ sampleSufficient: false, due: 4, requests: 12 }).gaps).toEqual([
      'survey',
      'on-time',
      'complaints',
    ]);
  });
});
