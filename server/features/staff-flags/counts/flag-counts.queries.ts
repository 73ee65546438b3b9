import type { KindCounts } from '#domain/staff-flags/hidden-counts';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import type { FlagState } from '../flags/flag-records.queries.ts';

export interface FlagTally extends KindCounts {
  readonly unit_code: string;
  readonly state: FlagState;
}

/**
 * Proposals raised within from … to by unit and state, withdrawn ones left out. Those that only the person may know of
 * yet are not counted either: a count that moves would tell of them.
 */
export async function tallyFlags(
  transaction: ReadTransaction,
  unitCodes: readonly string[],
  {
    from,
    to,
    today,
    zone,
  }: { readonly from: string; readonly to: string; readonly today: string; readonly zone: string },
): Promise<FlagTally[]> {
  return transaction.rows<FlagTally & Record<string, unknown>>(
    'staff-flag-tally',
    `select unit_code, state, count(*) filter (where kind = 'reward')::int as reward,
            count(*) filter (where kind = 'sanction')::int as sanction
       from staff_flags
      where kabupaten_code = $1 and unit_code = any($2::text[]) and state <> 'withdrawn'
        and (raised_at at time zone $6::text)::date between $3::date and $4::date
        and (explained_at is not null or explain_until < $5::date)
      group by unit_code, state`,
    [transaction.kabupatenCode, [...unitCodes], from, to, today, zone],
  );
}
