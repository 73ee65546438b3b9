import { isIsoDate } from '../../../core/period.ts';
import type { PilotRequest } from '../pilots-api.ts';

/** A field of a question; its value is a text whatever it holds. */
export interface QuestionField {
  readonly id: string;
  /** line, long: words; day: `yyyy-mm-dd`; number: above 0; percent: 0 to 100; choice: one of `choices`; row: a short choice beside its label. */
  readonly kind: 'line' | 'long' | 'day' | 'number' | 'percent' | 'choice' | 'row';
  readonly label: string;
  readonly hint?: string;
  /** What stands there at first. */
  readonly value: string;
  /** What is said while it is empty; a field without it may stay empty. */
  readonly missing?: string;
  readonly longest?: number;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** Heading over a row of short choices. */
  readonly group?: string;
}

/** Answers by the id of their field, trimmed; numbers and percents as they were typed. */
export type Answers = Readonly<Record<string, string>>;

/** What a person is asked before something about a programme changes. */
export interface Question {
  readonly heading: string;
  readonly verb: string;
  /** What it is about, above the fields. */
  readonly lead?: string;
  /** What follows from it, below the fields. */
  readonly consequence: string;
  readonly fields: readonly QuestionField[];
  readonly request: (answers: Answers) => PilotRequest;
}

/** Sentences for what is no day, number or percent. */
export interface FaultWords {
  readonly day: string;
  readonly number: string;
  readonly percent: string;
  readonly short: string;
}

/** Shortest text that the API takes where a text must be given. */
const SHORTEST = 3;

/** A number as Indonesians type it: `12,5`, `1.250`, `40 %`; null when it is none. */
export function typedNumber(text: string): number | null {
  const bare = text.replace(/\s*%$/, '').trim();
  if (!/^\d{1,3}(\.\d{3})+(,\d+)?$|^\d+([.,]\d+)?$/.test(bare)) return null;
  const grouped = /^\d{1,3}(\.\d{3})+(,\d+)?$/.test(bare);
  return Number((grouped ? bare.replaceAll('.', '') : bare).replace(',', '.'));
}

/** The first thing that is missing or cannot be read, as a sentence; null when everything can be sent. */
export function faultIn(
  fields: readonly QuestionField[],
  answers: Answers,
  words: FaultWords,
): string | null {
  for (const field of fields) {
    const answer = answers[field.id] ?? '';
    if (answer === '') {
      if (field.missing !== undefined) return field.missing;
      continue;
    }
    const number = typedNumber(answer);
    if (field.kind === 'day' && !isIsoDate(answer)) return words.day;
    if (field.kind === 'number' && (number === null || number <= 0)) return words.number;
    if (field.kind === 'percent' && (number === null || number > 100)) return words.percent;
    const isText = field.kind === 'line' || field.kind === 'long';
    if (isText && field.missing !== undefined && (field.longest ?? 0) > 20 && answer.length < SHORTEST)
      return words.short;
  }
  return null;
}

/** The answer, or null where nothing was answered. */
export function answered(answers: Answers, id: string): string | null {
  const answer = answers[id] ?? '';
  return answer === '' ? null : answer;
}

/** The answer of a field that must be filled; empty only where `faultIn` was not asked. */
export function given(answers: Answers, id: string): string {
  return answers[id] ?? '';
}

/** The number of a field that `faultIn` accepted. */
export function numberGiven(answers: Answers, id: string): number {
  return typedNumber(answers[id] ?? '') ?? 0;
}

export type Words = (key: string, values?: Readonly<Record<string, unknown>>) => string;

/** A day to be typed; it may stay empty where nothing says what is missing. */
export function day(id: string, label: string, value: string, missing?: string): QuestionField {
  return { id, kind: 'day', label, value, ...(missing === undefined ? {} : { missing }) };
}

/** One of several, none of them chosen beforehand. */
export function choice(
  t: Words,
  id: string,
  label: string,
  missing: string,
  choices: NonNullable<QuestionField['choices']>,
): QuestionField {
  return {
    id,
    kind: 'choice',
    label,
    value: '',
    missing,
    choices: [{ value: '', label: t('pilots.choose') }, ...choices],
  };
}
