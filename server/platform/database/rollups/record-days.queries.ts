import type { RollupFamily } from './rollup-family.ts';
import type { ReadTransaction } from '../scoped.ts';
import { ALL } from './rollup-family.ts';

/** A family of roll-ups, and the column that counts what arrived. */
export interface ArrivalCount {
  readonly family: RollupFamily;
  readonly column: string;
  /** What does not count as reporting: records with this value of a dimension. */
  readonly except?: { readonly dimension: string; readonly value: string };
}

/** First day of the earliest month in which something of the unit was recorded; null when nothing was. */
export async function readFirstMonth(
  transaction: ReadTransaction,
  arrivals: readonly ArrivalCount[],
  unitKey: string,
): Promise<string | null> {
  const firsts = arrivals.map(
    ({ family }) =>
      `(select min(r.bucket) from ${family.table} r
         where r.kabupaten_code = $1 and r.unit_code = $2 and r.grain = 'm'::"char")`,
  );
  const rows = await transaction.rows<{ first: string | null }>(
    `first-month-${arrivals.map(({ family }) => family.table).join('-')}`,
    `select least(${firsts.join(', ')}) as first`,
    [transaction.kabupatenCode, unitKey],
  );
  return rows[0]?.first ?? null;
}

/**
 * The last day on which something arrived at each unit, by roll-up key: the newest rows of the days' roll-ups, found from
 * the end of their index. Units without any since `since` are left out.
 */
export async function readLastDays(
  transaction: ReadTransaction,
  arrivals: readonly ArrivalCount[],
  unitKeys: readonly string[],
  since: string,
): Promise<Map<string, string>> {
  const lasts = arrivals.map(({ family, column, except }) => {
    const whole = family.dimensions
      .filter(({ all }) => all)
      .map((each) => ` and r.${each.column} = '${ALL}'`);
    return `(select max(r.bucket) from ${family.table} r
         where r.kabupaten_code = $1 and r.unit_code = asked.unit_key${whole.join('')} and r.grain = 'd'::"char"
           and r.bucket >= $3::date and r.${column} > ${except ? exceptedSql(family, column, except, whole.join('')) : '0'})`;
  });
  const rows = await transaction.rows<{ unit_key: string; last: string | null }>(
    `last-days-${arrivals.map(({ family }) => family.table).join('-')}`,
    `select asked.unit_key, greatest(${lasts.join(', ')}) as last from unnest($2::text[]) as asked (unit_key)`,
    [transaction.kabupatenCode, unitKeys, since],
  );
  return new Map(rows.flatMap(({ unit_key: key, last }) => (last === null ? [] : [[key, last] as const])));
}

/** The days between two days, both included, on which something arrived at each unit, by roll-up key; ascending. */
export async function readArrivalDays(
  transaction: ReadTransaction,
  arrivals: readonly ArrivalCount[],
  unitKeys: readonly string[],
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Map<string, readonly string[]>> {
  const each = arrivals.map(({ family, column, except }) => {
    const whole = family.dimensions
      .filter(({ all }) => all)
      .map((dimension) => ` and r.${dimension.column} = '${ALL}'`)
      .join('');
    return `select r.unit_code as unit_key, r.bucket as day from ${family.table} r
         where r.kabupaten_code = $1 and r.unit_code = any($2::text[])${whole} and r.grain = 'd'::"char"
           and r.bucket between $3::date and $4::date
           and r.${column} > ${except ? exceptedSql(family, column, except, whole) : '0'}`;
  });
  const rows = await transaction.rows<{ unit_key: string; days: string[] }>(
    `arrival-days-${arrivals.map(({ family }) => family.table).join('-')}`,
    `select arrived.unit_key, array_agg(arrived.day order by arrived.day) as days
       from (${each.join(' union ')}) arrived group by arrived.unit_key`,
    [transaction.kabupatenCode, [...unitKeys], from, to],
  );
  return new Map(rows.map(({ unit_key: key, days }) => [key, days]));
}

/** How many of the day's arrivals at the unit do not count. */
function exceptedSql(
  family: RollupFamily,
  column: string,
  { dimension, value }: NonNullable<ArrivalCount['except']>,
  whole: string,
): string {
  const others = whole.replace(` and r.${dimension} = '${ALL}'`, '').replaceAll(' r.', ' e.');
  return `coalesce((select e.${column} from ${family.table} e
              where e.kabupaten_code = $1 and e.unit_code = r.unit_code${others} and e.${dimension} = '${value}'
                and e.grain = r.grain and e.bucket = r.bucket), 0)`;
}
