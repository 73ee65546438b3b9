import type { Language } from '../language.ts';
import type { StaffFacts, StaffRule } from './staff-rule.ts';

/** By what the further course of a proposal to clarify is bound: PP 94/2021 binds PNS and nobody else. */
const FURTHER: Readonly<Record<StaffFacts['employment'], Readonly<Record<Language, string>>>> = {
  pns: {
    id: 'PNS: tindak lanjut hanya oleh pejabat yang berwenang menurut PP 94/2021 tentang Disiplin PNS.',
    en: 'PNS: what follows is for the authorised official alone, under PP 94/2021.',
  },
  pppk: {
    id: 'PPPK: tindak lanjut menurut PP 49/2018 tentang Manajemen PPPK dan perjanjian kerja; PP 94/2021 tidak mengikat PPPK.',
    en: 'PPPK: what follows is governed by PP 49/2018 and the contract of employment; PP 94/2021 does not bind PPPK.',
  },
  'non-asn': {
    id: 'Non-ASN: tindak lanjut menurut perjanjian kerja atau surat tugas; PP 94/2021 tidak mengikat.',
    en: 'Non-ASN: what follows is governed by the contract or letter of assignment; PP 94/2021 does not bind.',
  },
};

/** The legal basis of a rule; for a proposal to clarify also the rules that its further course is bound by. */
export function legalBasisOf(
  rule: Pick<StaffRule, 'kind' | 'legalBasis'>,
  employment: StaffFacts['employment'],
  language: Language,
): string {
  return rule.kind === 'reward' ? rule.legalBasis : `${rule.legalBasis}. ${FURTHER[employment][language]}`;
}
