import { FEE_ABOVE_STANDARD } from '#domain/oversight/indications/fee-above-standard';
import { LATE_ENTRY } from '#domain/oversight/indications/late-entry';
import { MASS_CLOSING } from '#domain/oversight/indications/mass-closing';
import { REFUSAL_BEFORE_DEADLINE } from '#domain/oversight/indications/refusal-before-deadline';
import { addMonthsToStart, monthEnd, monthStart } from '#domain/period/civil-date';
import type { Period } from '#domain/period/period';
import {
  readClosedDays,
  readFees,
  readLateEntries,
  readRefusals,
  readWorkingDays,
} from './case-facts.queries.ts';
import { judged, type FindIndications } from './found-indication.ts';

/** Whole months of the period that have passed: one that still runs has no last working day yet. */
export function wholeMonths({ from, to }: Period, today: string): Period[] {
  const months: Period[] = [];
  for (let start = monthStart(from); start <= to; start = addMonthsToStart(start, 1)) {
    const month = { from: start, to: monthEnd(start) };
    if (month.from >= from && month.to <= to && month.to < today) months.push(month);
  }
  return months;
}

/** Units and months that closed many cases on the last working day. */
export const findMassClosing: FindIndications = async ({ transaction, units, period, today }) => {
  const months = wholeMonths(period, today);
  const [first, last] = [months.at(0), months.at(-1)];
  if (first === undefined || last === undefined) return [];
  const covered = { from: first.from, to: last.to };
  const closed = new Map<string, number>();
  const closedBy = new Set<string>();
  for (const row of await readClosedDays(transaction, units, covered)) {
    closed.set(`${row.unit_code}|${row.day}`, row.closed);
    closedBy.add(row.unit_code);
  }
  const workingDays = new Map<string, string[]>();
  for (const { unit_code: unit, day } of await readWorkingDays(transaction, [...closedBy], covered)) {
    const days = workingDays.get(unit);
    if (days === undefined) workingDays.set(unit, [day]);
    else days.push(day);
  }
  return [...workingDays].flatMap(([unit, days]) =>
    months.flatMap((month) => {
      const own = days.filter((day) => day >= month.from && day <= month.to);
      const lastDay = own.at(-1);
      if (lastDay === undefined) return [];
      const on = (day: string): number => closed.get(`${unit}|${day}`) ?? 0;
      const facts = {
        lastDay,
        closedOnLast: on(lastDay),
        closed: totalOf(closed, unit, month),
        otherDays: own.slice(0, -1).map(on),
      };
      return judged(MASS_CLOSING, facts, { unit, period: month, facet: lastDay });
    }),
  );
};

function totalOf(closed: ReadonlyMap<string, number>, unit: string, { from, to }: Period): number {
  let total = 0;
  for (const [key, count] of closed) {
    const [of, day = ''] = key.split('|');
    if (of === unit && day >= from && day <= to) total += count;
  }
  return total;
}

/** Units that record many cases only afterwards. */
export const findLateEntries: FindIndications = async ({ transaction, units, period }) => {
  const rows = await readLateEntries(transaction, units, period);
  const received = rows.reduce((sum, row) => sum + row.received, 0);
  const late = rows.reduce((sum, row) => sum + row.late, 0);
  return rows.flatMap((row) =>
    judged(
      LATE_ENTRY,
      {
        received: row.received,
        late: row.late,
        othersReceived: received - row.received,
        othersLate: late - row.late,
      },
      { unit: row.unit_code, period },
    ),
  );
};

/** Units that refuse just before the deadline. */
export const findRefusals: FindIndications = async ({ transaction, units, period, zone }) => {
  const rows = await readRefusals(transaction, units, period, zone);
  return rows.flatMap((row) =>
    judged(
      REFUSAL_BEFORE_DEADLINE,
      {
        refused: row.refused,
        refusedLate: row.refused_late,
        completed: row.completed,
        completedLate: row.completed_late,
      },
      { unit: row.unit_code, period },
    ),
  );
};

/** Units with fees above the standard. */
export const findFees: FindIndications = async ({ transaction, units, period }) => {
  const rows = await readFees(transaction, units, period);
  return rows.flatMap((row) =>
    judged(
      FEE_ABOVE_STANDARD,
      { known: row.known, above: row.above, largest: row.largest ?? 0 },
      { unit: row.unit_code, period },
    ),
  );
};
