import type { IndexTable } from './award-table.ts';

export interface IndexInput {
  /** Points of the region's own indicators. */
  readonly spd: number;
  /** Points of each innovation that is reported. */
  readonly sid: readonly number[];
  /** Affairs of basic services that the innovations cover, of six. */
  readonly affairs: number;
}

export interface IndexOutcome {
  /** Mean points of an innovation; over the table's least divisor where there are fewer. */
  readonly meanSid: number;
  readonly countPoints: number;
  readonly total: number;
  /** 0–100, rounded half up to two decimals. */
  readonly index: number;
  readonly predicate: string;
}

/**
 * Indeks Inovasi Daerah: (SPD + mean SID + points for the number of innovations) / the most there is × 100, rounded half up
 * to two decimals and then classified. Points are sums of hundredths: they are added in hundredths, so that no binary
 * fraction decides about a predicate.
 */
export function innovationIndex(table: IndexTable, { spd, sid, affairs }: IndexInput): IndexOutcome {
  const { count, divisorAtLeast } = table;
  const counted = affairs < count.affairsNeeded ? 0 : Math.min(sid.length, count.most);
  const hundredths = (points: number): number => Math.round(points * 100);
  const sumSid = sid.reduce((sum, points) => sum + hundredths(points), 0);
  const divisor = Math.max(divisorAtLeast, sid.length);
  const countHundredths = counted * hundredths(count.each);
  // Times the divisor, so that the mean stays a whole number.
  const totalTimes = (hundredths(spd) + countHundredths) * divisor + sumSid;
  const index = Math.floor((totalTimes * 100) / (table.most * divisor) + 0.5) / 100;
  return {
    meanSid: sumSid / divisor / 100,
    countPoints: countHundredths / 100,
    total: totalTimes / divisor / 100,
    index,
    predicate: table.predicates.find(({ from }) => index >= from)?.name ?? 'Tidak dapat dinilai',
  };
}
