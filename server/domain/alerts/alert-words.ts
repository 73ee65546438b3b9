/** What alerts say, in both languages: after "Unit: …", each with its full stop. */
import { dayText, inBoth, workingDaysText, type Told } from '../attention/attention-words.ts';
import { FIELD_WORDS } from '../attention/field-words.ts';
import { formatsIn } from '../formats/formats.ts';
import { monthText, type Language } from '../language.ts';
import { findField, type MeasureField, type MeasureId, MEASURE_IDS } from '../measures.ts';
import type { IsoDate } from '../period/civil-date.ts';
import type { AlertRule } from './alert-episode.ts';
import { missedSide } from './alert-periods.ts';

/** What was found when an alert was last looked at; what a rule does not know of is null. */
export interface AlertFacts {
  /** First day of the month that was judged last. */
  readonly month: IsoDate | null;
  readonly value: number | null;
  /** Records behind the value. */
  readonly n: number | null;
  readonly atLeast: number | null;
  readonly atMost: number | null;
  /** Mean of the baseline. */
  readonly usual: number | null;
  /** Day of the last record of a unit, and the working days without one. */
  readonly lastOn: IsoDate | null;
  readonly silentDays: number | null;
}

export const NO_FACTS: AlertFacts = {
  month: null,
  value: null,
  n: null,
  atLeast: null,
  atMost: null,
  usual: null,
  lastOn: null,
  silentDays: null,
};

/** What an alert is about. */
export interface AlertMatter {
  readonly rule: AlertRule;
  /** `measure.field`; null for silence. */
  readonly field: string | null;
  readonly since: IsoDate;
}

export interface AlertTelling {
  readonly facts: AlertFacts;
  /** Numbers may be told: the reader has the right to those records. */
  readonly told: boolean;
  readonly today: IsoDate;
}

/** Which rules there are, as people choose among them. */
export const ALERT_RULE_NAMES: Readonly<Record<AlertRule, Told>> = {
  'target-missed': {
    id: 'Target tidak tercapai dua bulan berturut-turut',
    en: 'Target missed two months in a row',
  },
  worsening: {
    id: 'Memburuk di luar kebiasaan dua bulan berturut-turut',
    en: 'Unusually worse two months in a row',
  },
  'not-reporting': {
    id: 'Belum melapor dua minggu berturut-turut',
    en: 'No reports for two weeks in a row',
  },
};

/** Why it was opened, or why it still is. */
export function alertSentence(
  { rule, field, since }: AlertMatter,
  { facts, told, today }: AlertTelling,
): Told {
  return inBoth((language) => {
    if (rule === 'not-reporting') return silence(since, facts, today, language);
    const name = fieldName(field, language);
    const when = monthText(since, today, language);
    const known = fieldOf(field);
    if (!told || known === null || facts.value === null || facts.month === null)
      return rule === 'target-missed'
        ? {
            id: `${name} belum mencapai target sejak ${when}.`,
            en: `${name} has missed its target since ${when}.`,
          }[language]
        : { id: `${name} memburuk sejak ${when}.`, en: `${name} has been getting worse since ${when}.` }[
            language
          ];
    const month = monthText(facts.month, today, language);
    if (rule === 'worsening') {
      const [value, usual] = apart(known, facts.value, facts.usual ?? facts.value, language);
      const rises = facts.value > (facts.usual ?? facts.value);
      return language === 'id'
        ? `${name} ${rises ? 'naik' : 'turun'} menjadi ${value} pada ${month}, biasanya ${usual}, memburuk sejak ${when}.`
        : `${name} ${rises ? 'rose' : 'fell'} to ${value} in ${month}, usually ${usual}, getting worse since ${when}.`;
    }
    const side = missedSide(facts.value, facts) ?? 'below';
    const target = (side === 'below' ? facts.atLeast : facts.atMost) ?? facts.value;
    const [value, goal] = apart(known, facts.value, target, language);
    return language === 'id'
      ? `${name} ${value} pada ${month}, ${side === 'below' ? 'di bawah target' : 'melampaui target paling tinggi'} ${goal} sejak ${when}.`
      : `${name} ${value} in ${month}, ${side === 'below' ? 'below the target of' : 'above the target of at most'} ${goal} since ${when}.`;
  });
}

/** How it ended well. */
export function recoverySentence({ rule, field }: AlertMatter, { facts, told, today }: AlertTelling): Told {
  return inBoth((language) => {
    if (rule === 'not-reporting')
      return language === 'id'
        ? `sudah melapor kembali${facts.lastOn === null ? '' : `, data terakhir ${dayText(facts.lastOn, today, language)}`}.`
        : `reports again${facts.lastOn === null ? '' : `, last record ${dayText(facts.lastOn, today, language)}`}.`;
    const name = fieldName(field, language);
    const known = fieldOf(field);
    const value =
      told && known !== null && facts.value !== null && facts.month !== null
        ? {
            text: formatsIn(language).value(known, facts.value),
            month: monthText(facts.month, today, language),
          }
        : null;
    const tail =
      value === null
        ? ''
        : language === 'id'
          ? `: ${value.text} pada ${value.month}`
          : `: ${value.text} in ${value.month}`;
    if (rule === 'target-missed')
      return language === 'id'
        ? `${name} kembali mencapai target dua bulan berturut-turut${tail}.`
        : `${name} has met its target again for two months${tail}.`;
    return language === 'id'
      ? `${name} tidak lagi memburuk dua bulan berturut-turut${tail}.`
      : `${name} has not been getting worse for two months${tail}.`;
  });
}

/** Why it ended without a recovery. */
export function withdrawalSentence({ rule, field }: AlertMatter): Told {
  return inBoth((language) => {
    if (rule !== 'target-missed')
      return language === 'id'
        ? 'peringatan ditutup karena unit ini tidak lagi dipantau.'
        : 'the alert was closed because this unit is no longer watched.';
    const name = fieldName(field, language);
    return language === 'id'
      ? `peringatan tentang ${name} ditutup karena target tidak berlaku lagi.`
      : `the alert on ${name} was closed because the target no longer applies.`;
  });
}

function silence(
  since: IsoDate,
  { lastOn, silentDays }: AlertFacts,
  today: IsoDate,
  language: Language,
): string {
  const days = silentDays === null ? '' : `, ${workingDaysText(silentDays, language)}`;
  const last =
    lastOn === null
      ? ''
      : language === 'id'
        ? `; data terakhir ${dayText(lastOn, today, language)}`
        : `; last record ${dayText(lastOn, today, language)}`;
  return language === 'id'
    ? `belum melapor sejak ${dayText(since, today, language)}${days}${last}.`
    : `has not reported since ${dayText(since, today, language)}${days}${last}.`;
}

/** What a field is called inside a sentence. */
export function fieldName(field: string | null, language: Language): string {
  const words = FIELD_WORDS[field ?? ''];
  if (words !== undefined) return words[language](null);
  const known = fieldOf(field);
  if (known === null) return field ?? '';
  return language === 'id' ? known.label : known.labelEn;
}

function fieldOf(key: string | null): MeasureField | null {
  const [measure, field] = (key ?? '').split('.');
  const known = MEASURE_IDS.find((each): each is MeasureId => each === measure);
  return known === undefined || field === undefined ? null : findField(known, field);
}

/** Two different values as they are written, with as many decimals as it takes to tell them apart. */
function apart(field: MeasureField, one: number, other: number, language: Language): [string, string] {
  const formats = formatsIn(language);
  for (let decimals = field.decimals; decimals <= 3; decimals += 1) {
    const pair = [one, other].map((value) => formats.value({ ...field, decimals }, value));
    if (pair[0] !== pair[1]) return [pair[0] ?? '', pair[1] ?? ''];
  }
  return [formats.value(field, one), formats.value(field, other)];
}
