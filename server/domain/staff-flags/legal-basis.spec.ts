import { legalBasisOf } from './legal-basis.ts';

describe('the legal basis of a proposal', () => {
  const toClarify = { kind: 'sanction', legalBasis: 'UU 25/2009 pasal 34' } as const;

  it('binds only PNS to PP 94/2021 (article 1 names PNS)', () => {
    expect(legalBasisOf(toClarify, 'pns', 'id')).toBe(
      'UU 25/2009 pasal 34. PNS: tindak lanjut hanya oleh pejabat yang berwenang menurut PP 94/2021 tentang Disiplin PNS.',
    );
    for (const employment of ['pppk', 'non-asn'] as const) {
      expect(legalBasisOf(toClarify, employment, 'id')).toMatch(/PP 94\/2021 tidak mengikat/);
      expect(legalBasisOf(toClarify, employment, 'en')).toMatch(/PP 94\/2021 does not bind/);
    }
  });

  it('is the rule’s own for praise', () => {
    expect(legalBasisOf({ kind: 'reward', legalBasis: 'PP 12/2019' }, 'pns', 'id')).toBe('PP 12/2019');
  });
});
