/** What alerts say, in both languages: after "Unit: …", each with its full stop. */
import { dayText, inBoth, workingDaysText, type Told } from '../attention/attention-words.ts';
import { FIELD_WORDS } from '../attention/field-words.ts';
import { formatsIn } from '../formats/formats.ts';
import { monthText, type Language } from '../language.ts';
import { findField, type MeasureField, type MeasureId, MEASURE_IDS } from '../measures.ts';
import type { IsoDate } from '../period/civil-date.ts';
import type { AlertReason, AlertRule } from './alert-episode.ts';
import { missedSide } from './alert-periods.ts';

/** What was found when an alert was last looked at; what its rules do not know of is null. */
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
  /** How far the value is from usual or from its target, in sigmas of the series; for the order alone. */
  readonly far: number | null;
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
  far: null,
  lastOn: null,
  silentDays: null,
};

/** What an alert is about. */
export interface AlertMatter {
  /** `measure.field`; null for silence. */
  readonly field: string | null;
  /** The rules of which is told. */
  readonly reasons: readonly AlertReason[];
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

/** Why it was opened, or why it still is: by the reasons whose newest period holds, or that none of them does any more. */
export function alertSentence({ field, reasons }: AlertMatter, telling: AlertTelling): Told {
  const holding = reasons.filter(({ holds }) => holds);
  const worsening = holding.find(({ rule }) => rule === 'worsening');
  const missing = holding.find(({ rule }) => rule === 'target-missed');
  return inBoth((language) => {
    if (reasons.some(({ rule }) => rule === 'not-reporting'))
      return holding[0] === undefined
        ? reportsAgain(telling, language)
        : silence(holding[0].since, telling.facts, telling.today, language);
    const said = spokenValue(field, telling, language, worsening !== undefined);
    if (holding.length === 0) return turning(fieldName(field, language), said, language);
    const clauses = [
      ...(worsening === undefined
        ? []
        : [{ text: WORSENING[language][said === null ? 'hidden' : 'told'], since: worsening.since }]),
      ...(missing === undefined ? [] : [{ text: said?.missed ?? MISSED[language], since: missing.since }]),
    ].map(({ text, since }) => ({ text, since: monthText(since, telling.today, language) }));
    const head = headOf(fieldName(field, language), said, worsening !== undefined, language);
    // Before two clauses a colon, else the sentence reads as a list of three things.
    const sign = said === null ? ' ' : worsening !== undefined && missing !== undefined ? ': ' : ', ';
    return `${head}${sign}${sinceWhen(clauses, language)}.`;
  });
}

const WORSENING = {
  id: { told: 'memburuk', hidden: 'memburuk' },
  en: { told: 'getting worse', hidden: 'has been getting worse' },
} as const;
const MISSED: Readonly<Record<Language, string>> = {
  id: 'belum mencapai target',
  en: 'has missed its target',
};
const AND: Readonly<Record<Language, string>> = { id: ' dan ', en: ' and ' };

/** `memburuk sejak Mei dan di bawah target sejak Juli`; what began in the same month has it once. */
function sinceWhen(
  clauses: readonly { readonly text: string; readonly since: string }[],
  language: Language,
): string {
  const word = language === 'id' ? 'sejak' : 'since';
  const months = new Set(clauses.map(({ since }) => since));
  if (months.size === 1)
    return `${clauses.map(({ text }) => text).join(AND[language])} ${word} ${[...months].join('')}`;
  return clauses.map(({ text, since }) => `${text} ${word} ${since}`).join(AND[language]);
}

/** A value that may be told, and what it is held against, with as many decimals as it takes to tell them apart. */
interface SpokenValue {
  readonly value: string;
  readonly month: string;
  /** Null without a baseline. */
  readonly usual: string | null;
  readonly rises: boolean;
  /** `di bawah target 90,0 %`; null where it misses none. */
  readonly missed: string | null;
}

function spokenValue(
  field: string | null,
  { facts, told, today }: AlertTelling,
  language: Language,
  isMoved = false,
): SpokenValue | null {
  const known = fieldOf(field);
  if (!told || known === null || facts.value === null || facts.month === null) return null;
  const side = missedSide(facts.value, facts);
  const target = side === 'below' ? facts.atLeast : side === 'above' ? facts.atMost : null;
  const write = apart(known, facts.value, [isMoved ? facts.usual : null, target], language);
  const goal = target === null ? '' : write(target);
  return {
    value: write(facts.value),
    month: monthText(facts.month, today, language),
    usual: facts.usual === null ? null : write(facts.usual),
    rises: facts.usual !== null && facts.value > facts.usual,
    missed:
      side === null
        ? null
        : language === 'id'
          ? `${side === 'below' ? 'di bawah target' : 'melampaui target paling tinggi'} ${goal}`
          : `${side === 'below' ? 'below the target of' : 'above the target of at most'} ${goal}`,
  };
}

/** `tepat waktu turun menjadi 74,2 % pada Oktober, biasanya 91,3 %`. */
function headOf(name: string, said: SpokenValue | null, isMoved: boolean, language: Language): string {
  if (said === null) return name;
  const { value, month, usual, rises } = said;
  const change =
    !isMoved || usual === null
      ? ''
      : language === 'id'
        ? `${rises ? 'naik' : 'turun'} menjadi `
        : `${rises ? 'rose' : 'fell'} to `;
  const before = !isMoved || usual === null ? '' : `, ${language === 'id' ? 'biasanya' : 'usually'} ${usual}`;
  return `${name} ${change}${value} ${language === 'id' ? 'pada' : 'in'} ${month}${before}`;
}

/** One good period: it takes another to end the alert. */
function turning(name: string, said: SpokenValue | null, language: Language): string {
  if (language === 'id')
    return `${name}${said === null ? '' : ` ${said.value} pada ${said.month},`} sudah membaik satu bulan; peringatan ditutup setelah dua bulan.`;
  return `${name}${said === null ? ' is' : ` ${said.value} in ${said.month},`} better for one month; the alert closes after two.`;
}

function reportsAgain({ facts: { lastOn }, today }: AlertTelling, language: Language): string {
  const day = lastOn === null ? '' : dayText(lastOn, today, language);
  if (language === 'id')
    return `mulai melapor lagi${day === '' ? '' : `, data terakhir ${day}`}; peringatan ditutup setelah dua minggu melapor.`;
  return `has begun to report again${day === '' ? '' : `, last record ${day}`}; the alert closes after two weeks of reports.`;
}

/** How it ended well. */
export function recoverySentence({ field, reasons }: AlertMatter, telling: AlertTelling): Told {
  return inBoth((language) => {
    const { facts, today } = telling;
    if (reasons.some(({ rule }) => rule === 'not-reporting'))
      return language === 'id'
        ? `sudah melapor kembali${facts.lastOn === null ? '' : `, data terakhir ${dayText(facts.lastOn, today, language)}`}.`
        : `reports again${facts.lastOn === null ? '' : `, last record ${dayText(facts.lastOn, today, language)}`}.`;
    const said = spokenValue(field, telling, language);
    const ends = RECOVERED.filter(({ rule }) => reasons.some((reason) => reason.rule === rule))
      .map((each) => each[language])
      .join(AND[language]);
    const tail = said === null ? '' : `: ${said.value} ${language === 'id' ? 'pada' : 'in'} ${said.month}`;
    return `${fieldName(field, language)} ${ends} ${language === 'id' ? 'dua bulan berturut-turut' : 'for two months'}${tail}.`;
  });
}

const RECOVERED = [
  { rule: 'target-missed', id: 'kembali mencapai target', en: 'has met its target again' },
  { rule: 'worsening', id: 'tidak lagi memburuk', en: 'has not been getting worse' },
] as const;

/** Why it ended without a recovery: its target ended, or (`unwatched`) its unit is no longer there. */
export function withdrawalSentence({ field }: AlertMatter, ending: 'withdrawn' | 'unwatched'): Told {
  return inBoth((language) => {
    const name = field === null ? null : fieldName(field, language);
    if (language === 'id')
      return `peringatan${name === null ? '' : ` tentang ${name}`} ditutup karena ${ending === 'unwatched' ? 'unit ini tidak lagi dipantau' : 'target tidak berlaku lagi'}.`;
    return `the alert${name === null ? '' : ` on ${name}`} was closed because ${ending === 'unwatched' ? 'this unit is no longer watched' : 'the target no longer applies'}.`;
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

/** Writes values with as many decimals as it takes to tell one value from the others, three at most. */
function apart(
  field: MeasureField,
  value: number,
  others: readonly (number | null)[],
  language: Language,
): (each: number) => string {
  const formats = formatsIn(language);
  const different = others.filter((other) => other !== null).filter((other) => other !== value);
  let { decimals } = field;
  const write = (each: number): string => formats.value({ ...field, decimals }, each);
  while (decimals < 3 && different.some((other) => write(other) === write(value))) decimals += 1;
  return write;
}
