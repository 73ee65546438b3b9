import { type Period, monthEnd } from '../../../core/period.ts';

/** The same days a year earlier; the end of a month stays the end of that month. */
export function yearBefore({ from, to }: Period): Period {
  const start = shifted(from);
  return { from: start, to: to === monthEnd(to) ? monthEnd(shifted(`${to.slice(0, 8)}01`)) : shifted(to) };
}

/** The day a year earlier; 29 February becomes the 28th. */
function shifted(day: string): string {
  const earlier = `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4)}`;
  return day.endsWith('-02-29') ? `${earlier.slice(0, 8)}28` : earlier;
}
