import { quantileOfValues } from '../statistics/quantile.ts';
import type { IsoDate } from '../period/civil-date.ts';
import { inBoth, numberText, workingDaysText } from './attention-words.ts';
import { scoreOf, type Finding } from './finding.ts';

/** Cases of a unit that are open although their deadline has passed. */
export interface OverdueCases {
  readonly unit: string;
  /** Now. */
  readonly count: number;
  /** How many of them have been past their deadline for more than {@link OLD_AFTER} working days. */
  readonly old: number;
  /** Of the one that has waited longest beyond its deadline. */
  readonly oldestWorkingDays: number;
  /** How many there were at the end of each of the last whole months, in order; null where nothing fell due. */
  readonly monthEnds: readonly { readonly month: IsoDate; readonly count: number | null }[];
  /** First day of the current month. */
  readonly thisMonth: IsoDate;
}

/** Fewer than so many are dealt with at the counter, not by a leader. */
const FEWEST = 5;
/** Unusually many: so many times the unit's own usual number. */
const TIMES_USUAL = 2;
/** A month of working days past the deadline: unusually old. */
export const OLD_AFTER = 20;
/** Without so many month ends nothing is usual yet. */
const FEWEST_MONTHS = 6;

/**
 * Raised when unusually many cases are past their deadline (at least twice the median of the unit's own month ends), or
 * when they are unusually old (at least half of them by more than 20 working days); never for fewer than five.
 *
 * @param numbersTold false for who has no right to details: no number is told
 */
export function overdueCases(cases: OverdueCases, numbersTold = true): Finding | null {
  const { unit, count, old, oldestWorkingDays, monthEnds, thisMonth } = cases;
  if (count < FEWEST) return null;
  const known = monthEnds.flatMap((each) => (each.count === null ? [] : [each.count]));
  const usual = known.length < FEWEST_MONTHS ? null : quantileOfValues(known, 50);
  const isMany = (number: number | null | undefined): boolean =>
    usual !== null && typeof number === 'number' && number >= FEWEST && number >= TIMES_USUAL * usual;
  const many = isMany(count);
  const aged = old * 2 >= count;
  if (!many && !aged) return null;
  let earlier = 0;
  while (many && isMany(monthEnds.at(-1 - earlier)?.count)) earlier += 1;
  const first = earlier === 0 ? thisMonth : (monthEnds.at(-earlier)?.month ?? thisMonth);
  const times = many ? 1.5 * (count / Math.max(usual ?? 1, 1)) : 0;
  return {
    kind: 'overdue-cases',
    mark: 'worse',
    unit,
    service: null,
    field: null,
    since: many ? first : null,
    score: scoreOf(Math.max(times, aged ? 3 : 0), earlier + 1),
    sentence: inBoth((language) => {
      if (!numbersTold)
        return language === 'id'
          ? `berkas lewat tenggat ${many ? 'jauh lebih banyak dari biasanya' : 'sudah sangat lama'}.`
          : `cases past their deadline: ${many ? 'far more than usual' : 'for very long'}.`;
      const number = numberText(count, language);
      const oldest = workingDaysText(oldestWorkingDays, language);
      if (language === 'id')
        return `${number} berkas lewat tenggat${many ? `, biasanya ${usualId(usual ?? 0)}` : ''}; paling lama ${oldest}.`;
      return `${number} cases are past their deadline${many ? `, usually ${usualEn(usual ?? 0)}` : ''}; the longest by ${oldest}.`;
    }),
    facts:
      aged && numbersTold
        ? [
            inBoth((language) =>
              language === 'id'
                ? `${numberText(old, language)} di antaranya lewat lebih dari ${workingDaysText(OLD_AFTER, language)}`
                : `${numberText(old, language)} of them by more than ${workingDaysText(OLD_AFTER, language)}`,
            ),
          ]
        : [],
    proof: numbersTold
      ? {
          label: {
            id: `${numberText(count, 'id')} berkas lewat tenggat`,
            en: `${numberText(count, 'en')} overdue cases`,
          },
          screen: '/permohonan',
          query: { unit, count: 'turnaround.overdue' },
          count,
        }
      : {
          label: { id: 'angka ketepatan waktu', en: 'figures of turnaround' },
          screen: '/layanan',
          query: { unit },
          count: null,
        },
  };
}

function usualId(usual: number): string {
  return usual === 0 ? 'tidak ada' : `sekitar ${numberText(usual, 'id')}`;
}

function usualEn(usual: number): string {
  return usual === 0 ? 'none' : `about ${numberText(usual, 'en')}`;
}
