import { LOCALES, monthText, NO_BREAK, type Language } from '#domain/language';
import type {
  FrozenEvidence,
  FrozenObservation,
  RuleSetting,
  StaffPeriod,
} from '#domain/staff-flags/staff-rule';
import { findStaffRule } from '#domain/staff-flags/staff-rules';

type Words = Readonly<Record<Language, string>>;
type Params = Readonly<Record<string, string | number>>;

/** What an observation is called. Never a word for an offence: a number is no verdict. */
const OBSERVATIONS: Readonly<Record<string, Words>> = {
  dueMetShare: { id: 'Selesai tepat waktu', en: 'Completed in time' },
  dueMetShareBefore: { id: 'Tepat waktu sebelumnya', en: 'Completed in time before' },
  dueMetShareColleagues: {
    id: 'Tepat waktu rekan dengan pekerjaan yang sama',
    en: 'Completed in time by colleagues with the same work',
  },
  singleVisitShare: { id: 'Selesai dalam satu kunjungan', en: 'Done in a single visit' },
  repeatShare: { id: 'Lebih dari satu kunjungan', en: 'More than one visit' },
  repeatShareColleagues: {
    id: 'Lebih dari satu kunjungan pada rekan dengan pekerjaan yang sama',
    en: 'More than one visit with colleagues who have the same work',
  },
  lateEntryShare: { id: 'Entri susulan', en: 'Late entries' },
  lateEntryShareColleagues: {
    id: 'Entri susulan rekan dengan pekerjaan yang sama',
    en: 'Late entries of colleagues with the same work',
  },
  praise: { id: 'Responden yang memuji', en: 'Respondents who praise' },
  upheldComplaints: { id: 'Aduan perilaku yang terbukti', en: 'Complaints about conduct that were upheld' },
  upheldDays: { id: 'Hari datangnya aduan yang terbukti', en: 'Days on which those complaints came' },
  feesAbove: { id: 'Permohonan dengan biaya di atas standar', en: 'Requests with a fee above the standard' },
  feeDifference: { id: 'Selisih biaya terbesar', en: 'Largest difference of a fee' },
  feeMonths: { id: 'Bulan yang berbeda', en: 'Different months' },
};

/** What was taken into account in the person's favour. */
const FAIRNESS: Readonly<Record<string, Words>> = {
  outage: {
    id: '{cases} permohonan selama gangguan sistem tidak dihitung.',
    en: '{cases} requests during an outage of a system were left out.',
  },
  'other-units': {
    id: '{cases} permohonan dengan tahapan di unit lain tidak dihitung: waktunya bukan waktu pegawai ini.',
    en: '{cases} requests with a stage at another unit were left out: that time is not this person’s.',
  },
  'remote-post': {
    id: 'Bertugas di pos terpencil menurut {legalBasis}.',
    en: 'Works at a remote post according to {legalBasis}.',
  },
  workload: {
    id: 'Bebannya {cases} permohonan, rekan dengan pekerjaan yang sama rata-rata {usual}: tidak dibandingkan.',
    en: 'The load was {cases} requests, that of colleagues with the same work {usual} on average: no comparison.',
  },
  'same-work': {
    id: 'Dibandingkan dengan {people} rekan yang mengerjakan layanan yang sama di unit yang sama.',
    en: 'Held against {people} colleagues with the same services in the same unit.',
  },
};

/** What a proposal asks the official in charge to consider. */
export const PROPOSALS: Readonly<Record<NonNullable<FrozenEvidence['proposes']>, Words>> = {
  'tpp-tempat-bertugas': {
    id: 'TPP berdasarkan tempat bertugas (PP 12/2019)',
    en: 'the incentive by place of duty, TPP tempat bertugas (PP 12/2019)',
  },
};

const SETTINGS: Readonly<Record<string, Words>> = {
  dueMetShare: { id: 'Bagian yang selesai tepat waktu', en: 'Share completed in time' },
  singleVisitShare: { id: 'Bagian yang selesai dalam satu kunjungan', en: 'Share done in a single visit' },
  repeatShare: { id: 'Bagian dengan lebih dari satu kunjungan', en: 'Share with more than one visit' },
  lateEntryShare: { id: 'Bagian entri susulan', en: 'Share of late entries' },
  rise: { id: 'Kenaikan dibanding dua triwulan sebelumnya', en: 'Rise over the two quarters before' },
  praise: { id: 'Responden yang memuji, paling sedikit', en: 'Respondents who praise, at least' },
  minimumSuggestions: { id: 'Saran, paling sedikit', en: 'Suggestions, at least' },
  minimumN: { id: 'Permohonan, paling sedikit (n)', en: 'Requests, at least (n)' },
  upheld: { id: 'Aduan terbukti, paling sedikit', en: 'Complaints upheld, at least' },
  cases: { id: 'Permohonan di atas standar, paling sedikit', en: 'Requests above the standard, at least' },
  tolerance: { id: 'Selisih biaya yang dibiarkan', en: 'Difference of a fee that is let pass' },
  explainDays: { id: 'Waktu untuk penjelasan pegawai', en: 'Time for the person’s explanation' },
  validMonths: { id: 'Masa berlaku usulan', en: 'Months a proposal lasts' },
};

/** Name of a rule; its id for one that is not published any more. */
export function ruleName(id: string, language: Language): string {
  return findStaffRule(id)?.name[language] ?? id;
}

/** What a rule looks at and when it proposes, with the values of its settings. */
export function ruleDescription(
  id: string,
  settings: Readonly<Record<string, number>>,
  language: Language,
): string {
  const rule = findStaffRule(id);
  if (rule === null) return '';
  return rule.description[language]
    .replaceAll(/\{(\w+)\}/g, (whole, key: string) => {
      const setting = rule.settings.find((each) => each.key === key);
      const value = settings[key] ?? setting?.preset;
      return setting === undefined || value === undefined ? whole : writeValue(value, setting.unit, language);
    })
    .replaceAll(' %', `${NO_BREAK}%`);
}

/** Name of an observation; its key where a later version knows more than this one. */
export function observationLabel(measure: string, language: Language): string {
  return OBSERVATIONS[measure]?.[language] ?? measure;
}

/** Name of a setting. */
export function settingLabel(key: string, language: Language): string {
  return SETTINGS[key]?.[language] ?? key;
}

/** A note of fairness as a sentence; its kind where a later version knows more than this one. */
export function fairnessSentence(kind: string, params: Params, language: Language): string {
  const template = FAIRNESS[kind]?.[language];
  if (template === undefined) return kind;
  return template.replaceAll(/\{(\w+)\}/g, (_whole, key: string) => {
    const value = params[key];
    return typeof value === 'number' ? numberText(value, language, 1) : (value ?? '–');
  });
}

/** What a proposal rests on, in one sentence: the latest observation, its months, its threshold and n. */
export function flagSentence(
  flag: { readonly evidence: FrozenEvidence; readonly rule_id: string },
  language: Language,
): string {
  const found = flag.evidence.observations.findLast(
    ({ measure, records, observed }) => observed !== null && (isOwn(measure) || records.length > 0),
  );
  if (found === undefined || found.observed === null) return `${ruleName(flag.rule_id, language)}.`;
  const label = observationLabel(found.measure, language);
  const value = observedText(found, found.observed, language);
  const threshold = observedText(found, found.threshold, language);
  const n = `n${NO_BREAK}=${NO_BREAK}${numberText(found.n, language, 0)}`;
  return language === 'en'
    ? `${label} ${value} in ${monthsText(found, language)} (threshold ${threshold}, ${n}).`
    : `${label} ${value} pada ${monthsText(found, language)} (ambang ${threshold}, ${n}).`;
}

/** "Juli–September 2026", "Oktober 2025–Maret 2026". */
export function monthsText({ from, to }: StaffPeriod, language: Language): string {
  return `${monthText(from, to, language)}–${monthText(to, to, language)} ${to.slice(0, 4)}`;
}

/** False for what others did, or the person did before, which only stands beside it. */
function isOwn(measure: string): boolean {
  return !/(Colleagues|Before|Months|Days|Difference)$/.test(measure);
}

function observedText({ unit }: Pick<FrozenObservation, 'unit'>, value: number, language: Language): string {
  if (unit === 'minutes')
    return `${numberText(value, language, 0)}${NO_BREAK}${language === 'en' ? 'min' : 'menit'}`;
  return writeValue(value, unit, language);
}

/** A value in its unit: `95,5 %`, `Rp 25.000`, `5 hari kerja`. */
function writeValue(value: number, unit: RuleSetting['unit'], language: Language): string {
  const english = language === 'en';
  switch (unit) {
    case 'share':
      return `${numberText(value * 100, language, 1)}${NO_BREAK}%`;
    case 'rupiah':
      return `Rp${NO_BREAK}${numberText(value, language, 0)}`;
    case 'working-days':
      return `${numberText(value, language, 0)} ${english ? 'working days' : 'hari kerja'}`;
    case 'months':
      return `${numberText(value, language, 0)} ${english ? 'months' : 'bulan'}`;
    case 'count':
      return numberText(value, language, 0);
  }
}

function numberText(value: number, language: Language, decimals: number): string {
  return new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: decimals }).format(value);
}
