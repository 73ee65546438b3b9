/** What the sentences of exceptions say about the fields whose change has a good and a bad side. */
import type { Language } from '../language.ts';
import { findField } from '../measures.ts';
import { SignalWords } from '../spc/signal-words.ts';
import { numberText, shareText } from './attention-words.ts';
import type { Proof } from './finding.ts';

export interface FieldWords {
  /** Which way is good. */
  readonly better: 'up' | 'down';
  /** What changed, before "turun dari …": with the service that carries it, when one does. */
  readonly id: (service: string | null) => string;
  readonly en: (service: string | null) => string;
  readonly value: (value: number, language: Language) => string;
  readonly proof: (query: Readonly<Record<string, string>>, value: number, n: number | null) => Proof;
}

/** The records of one count of the contract. */
function records(
  screen: Proof['screen'],
  countName: string,
  countOf: (value: number, n: number) => number,
  id: string,
  en: string,
): FieldWords['proof'] {
  return (query, value, n) => {
    const count = n === null ? null : countOf(value, n);
    const told = (language: Language, noun: string) =>
      count === null ? noun : `${numberText(count, language)} ${noun}`;
    return {
      label: { id: told('id', id), en: told('en', en) },
      screen,
      query: { ...query, count: countName },
      count,
    };
  };
}

const all = (_value: number, n: number): number => n;
const rest = (value: number, n: number): number => n - Math.round(value * n);
const behind = (service: string | null): string => (service === null ? '' : ` ${service}`);
const before = (service: string | null): string => (service === null ? '' : `${service} `);

function durationText(minutes: number, language: Language): string {
  const field = findField('turnaround', 'medianWorkingMinutes');
  return field ? new SignalWords('turnaround', field, language).value(minutes) : '';
}

/**
 * The fields whose change has a good and a bad side, what people feel first before the others; a mere change of a number
 * is told by its chart.
 */
export const FIELD_WORDS: Readonly<Record<string, FieldWords>> = {
  'turnaround.dueMetShare': {
    better: 'up',
    id: (service) => `${before(service)}tepat waktu`,
    en: (service) => `${before(service)}on time`,
    value: shareText,
    proof: records('/permohonan', 'turnaround.dueMissed', rest, 'berkas terlambat', 'missed their deadline'),
  },
  'turnaround.sameVisitShare': {
    better: 'up',
    id: (service) => `${before(service)}selesai sekali datang`,
    en: (service) => `${before(service)}done in a single visit`,
    value: shareText,
    proof: records(
      '/permohonan',
      'turnaround.visitsKnown',
      all,
      'berkas yang kunjungannya dicatat',
      'cases with their visits recorded',
    ),
  },
  'complaints.withinDeadlineShare': {
    better: 'up',
    id: (service) => `aduan${behind(service)} yang selesai sesuai tenggat`,
    en: (service) => `complaints resolved in time${service === null ? '' : ` (${service})`}`,
    value: shareText,
    proof: records('/aduan', 'complaints.judged', all, 'aduan bertenggat', 'complaints with a deadline'),
  },
  'complaints.resolvedShare': {
    better: 'up',
    id: (service) => `aduan${behind(service)} yang selesai`,
    en: (service) => `complaints resolved${service === null ? '' : ` (${service})`}`,
    value: shareText,
    proof: records('/aduan', 'complaints.open', rest, 'aduan belum selesai', 'open complaints'),
  },
  'ikm.score': {
    better: 'up',
    id: (service) => `IKM${behind(service)}`,
    en: (service) => `IKM${behind(service)}`,
    value: (value, language) => numberText(value, language, 2),
    proof: records('/kepuasan', 'ikm.respondents', all, 'responden', 'respondents'),
  },
  'turnaround.medianWorkingMinutes': {
    better: 'down',
    id: (service) => `median waktu penyelesaian${behind(service)}`,
    en: (service) => `median processing time${service === null ? '' : ` of ${service}`}`,
    value: durationText,
    proof: records('/permohonan', 'turnaround.completed', all, 'berkas selesai', 'completed cases'),
  },
};

/** Fields (`measure.field`) whose change can be told for the worse or the better. */
export const TOLD_FIELDS: readonly string[] = Object.keys(FIELD_WORDS);
