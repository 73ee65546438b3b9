import { isPeerPeriod } from '#domain/peers/peer-comparison';
import { type IsoDate, type Period, addMonthsToStart, monthEnd, monthStart } from '../core/period.ts';

/**
 * The period that peers are compared over: the chosen one when it is a whole calendar month, quarter or year that is
 * over; else the last whole month that was over by its end. `today` is the day in the zone of the kabupaten.
 */
export function peerPeriod(chosen: Period, today: IsoDate): Period {
  if (isPeerPeriod(chosen) && chosen.to < today) return chosen;
  const end = chosen.to < today ? chosen.to : today;
  const isWhole = end === monthEnd(end) && end < today;
  const from = isWhole ? monthStart(end) : addMonthsToStart(end, -1);
  return { from, to: monthEnd(from) };
}
