/** Recognises whole months, quarters and years in a period, for its name. */
import {
  type IsoDate,
  monthEnd,
  monthStart,
  quarterEnd,
  quarterStart,
  yearEnd,
  yearStart,
} from './civil-date.ts';
import type { Period } from './period.ts';

/** How a period is called: a whole month (or one that runs until today), quarter, year, several months, or just days. */
export type PeriodShape = 'month' | 'quarter' | 'year' | 'months' | 'days';

/** Recognises whole months, quarters and years; a month that has begun and runs until today counts as that month. */
export function shapeOf({ from, to }: Period, today: IsoDate): PeriodShape {
  if (from !== monthStart(from)) return 'days';
  if (to === monthEnd(from) || (to === today && to < monthEnd(from))) return 'month';
  if (from === quarterStart(from) && to === quarterEnd(from)) return 'quarter';
  if (from === yearStart(from) && to === yearEnd(from)) return 'year';
  return to === monthEnd(to) ? 'months' : 'days';
}
