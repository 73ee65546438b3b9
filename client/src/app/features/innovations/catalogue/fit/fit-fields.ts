import type { EntryFigure } from '#contract/innovations/catalogue';
import type { Topic } from '#domain/innovations/entry-facets';
import type { MeasureField, MeasureId } from '#domain/measures';

/** A number that shows whether a problem is there. */
export interface FitField {
  readonly measure: MeasureId;
  readonly field: string;
}

/** By which number a unit sees a problem in its own figures; problems that no figure shows are left out. */
const PROBLEM_FIELDS: Readonly<Partial<Record<Topic, FitField>>> = {
  'bolak-balik': { measure: 'turnaround', field: 'sameVisitShare' },
  antrean: { measure: 'turnaround', field: 'medianOnSiteMinutes' },
  'waktu-proses': { measure: 'turnaround', field: 'dueMetShare' },
  jarak: { measure: 'turnaround', field: 'preparedShare' },
  'data-berkas': { measure: 'turnaround', field: 'preparedShare' },
  jaringan: { measure: 'turnaround', field: 'medianWorkingMinutes' },
  pegawai: { measure: 'turnaround', field: 'medianWorkingMinutes' },
  koordinasi: { measure: 'turnaround', field: 'medianWorkingMinutes' },
  aduan: { measure: 'complaints', field: 'resolvedShare' },
  informasi: { measure: 'ikm', field: 'score' },
  partisipasi: { measure: 'ikm', field: 'score' },
};

const MOST = 3;

/** The numbers in which the own unit would see the problems of an entry that tells no figure itself; each once. */
export function problemFields(topics: readonly Topic[]): readonly FitField[] {
  const found = topics.flatMap((topic) => PROBLEM_FIELDS[topic] ?? []);
  return found.filter((one, index) => !isAmong(found.slice(0, index), one)).slice(0, MOST);
}

function isAmong(fields: readonly FitField[], { measure, field }: FitField): boolean {
  return fields.some((other) => other.measure === measure && other.field === field);
}

/** What the own figure says beside the source's: room to gain, less of it, or already there. */
export type FitVerdict = 'room' | 'less' | 'there';

/**
 * Holds the own figure against the source's before its start and after it. Null where there is nothing to hold, or where
 * the number knows no better.
 */
export function fitVerdict(
  { polarity }: Pick<MeasureField, 'polarity'>,
  { before, after }: Pick<EntryFigure, 'before' | 'after'>,
  own: number | null,
): FitVerdict | null {
  if (own === null || before.value === null || polarity === 'neutral') return null;
  const sign = polarity === 'higher' ? 1 : -1;
  if (own * sign <= before.value * sign) return 'room';
  return after.value !== null && own * sign >= after.value * sign ? 'there' : 'less';
}

/** Whole months from one day to another, both included; at least one. */
export function monthsBetween(from: string, to: string): number {
  const month = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return Math.max(1, month(to) - month(from) + 1);
}
