/**
 * Who answered a survey, as the form of publication asks it: by sex and by education (PermenPANRB 14/2017, annex, part on
 * publication). Forms are filled in by hand and by many applications: what they say is read as one of the form's groups.
 */
import type { Language } from '../language.ts';

export const SEXES = ['L', 'P', 'unknown'] as const;
/** `D3` from D I to D III, `S1` with D IV, `S2` with S3. */
export const EDUCATION_LEVELS = ['SD', 'SMP', 'SMA', 'D3', 'S1', 'S2', 'unknown'] as const;

export type Sex = (typeof SEXES)[number];
export type EducationLevel = (typeof EDUCATION_LEVELS)[number];

export interface ProfileCount<Key extends string> {
  readonly key: Key;
  readonly count: number;
}

/** Respondents by group, in the order of the form. Those of each side add up to all respondents. */
export interface RespondentProfile {
  readonly sex: ProfileCount<Sex>[];
  readonly education: ProfileCount<EducationLevel>[];
}

type Label = Readonly<Record<Language, string>>;

const NOT_STATED: Label = { id: 'tidak diisi', en: 'not stated' };
const LABELS: {
  readonly sex: Readonly<Record<Sex, Label>>;
  readonly education: Readonly<Record<EducationLevel, Label>>;
} = {
  sex: {
    L: { id: 'laki-laki', en: 'men' },
    P: { id: 'perempuan', en: 'women' },
    unknown: NOT_STATED,
  },
  education: {
    SD: { id: 'SD', en: 'primary school' },
    SMP: { id: 'SMP', en: 'junior secondary' },
    SMA: { id: 'SMA', en: 'senior secondary' },
    D3: { id: 'D I–D III', en: 'diploma' },
    S1: { id: 'D IV/S1', en: 'bachelor' },
    S2: { id: 'S2/S3', en: 'master or above' },
    unknown: { id: 'lain atau tidak diisi', en: 'other or not stated' },
  },
};

/** The name of a group, as in the form of publication; null for a group that is not known. */
export function groupLabel(side: keyof RespondentProfile, key: string, language: Language): string | null {
  const labels: Readonly<Record<string, Label>> = LABELS[side];
  return labels[key]?.[language] ?? null;
}

/** So many forms with the same words in both fields; null: left empty. */
export interface ProfileTally {
  readonly sex: string | null;
  readonly education: string | null;
  readonly count: number;
}

/** Groups the forms. `unknown`, for what is empty or in no group, is named only where there is one. */
export function respondentProfile(tallies: readonly ProfileTally[]): RespondentProfile {
  return {
    sex: grouped(SEXES, tallies, ({ sex }) => (sex === 'L' || sex === 'P' ? sex : 'unknown')),
    education: grouped(EDUCATION_LEVELS, tallies, ({ education }) => educationLevel(education)),
  };
}

/** What stands in a form, without case, dots, dashes and blanks: the highest level that it names comes first. */
const LEVELS: readonly (readonly [EducationLevel, RegExp])[] = [
  ['S2', /^(s[23]|strata[23]|magister|master|doktor|doctor|pascasarjana)/],
  ['S1', /^(s1|strata1|sarjana(?!muda)|d4|div|diploma(4|iv))/],
  ['D3', /^(d[123]|di{1,3}|diploma|akademi|ahlimadya|sarjanamuda)/],
  [
    'SMA',
    /^(sma|smk|slta|smu|stm|smea|ma(?=$|\/)|aliyah|madrasahaliyah|paketc|sekolahmenengahatas|sekolahmenengahkejuruan)/,
  ],
  ['SMP', /^(smp|sltp|mts|tsanawiyah|madrasahtsanawiyah|paketb|sekolahmenengahpertama)/],
  ['SD', /^(sd|mi(?=$|\/)|ibtidaiyah|madrasahibtidaiyah|paketa|sekolahdasar)/],
];

/** The group of the form for what stands in the field: `SLTA/Sederajat` → `SMA`, `D-IV` → `S1`. */
export function educationLevel(words: string | null): EducationLevel {
  const plain = (words ?? '')
    .toLowerCase()
    .replace(/[\s.\-–()]/g, '')
    .replace(/^(tamat|lulusan|lulus)/, '');
  return LEVELS.find(([, pattern]) => pattern.test(plain))?.[0] ?? 'unknown';
}

function grouped<Key extends string>(
  keys: readonly Key[],
  tallies: readonly ProfileTally[],
  keyOf: (tally: ProfileTally) => Key,
): ProfileCount<Key>[] {
  const counts = new Map<Key, number>();
  for (const tally of tallies) {
    const key = keyOf(tally);
    counts.set(key, (counts.get(key) ?? 0) + tally.count);
  }
  return keys
    .map((key) => ({ key, count: counts.get(key) ?? 0 }))
    .filter(({ key, count }) => key !== 'unknown' || count > 0);
}
