import type { KeptSession } from '#contract/structure/sessions';
import type { IsoDate } from '#domain/period/civil-date';
import { ANY } from '#domain/targets/target-in-force';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';

/** Most sessions that one answer lists. */
const MOST = 500;

/** Extra sessions, the newest first; at most 500 of them, with how many there are. */
export async function readSessions(
  transaction: ReadTransaction,
  asked: {
    readonly unit?: string | undefined;
    readonly from?: IsoDate | undefined;
    readonly to?: IsoDate | undefined;
  },
): Promise<{ items: KeptSession[]; total: number }> {
  const rows = await transaction.rows<{
    id: string;
    unit_code: string;
    unit_name: string | null;
    service_code: string;
    service_name: string | null;
    day: IsoDate;
    opens: number;
    closes: number;
    note: string | null;
    total: number;
  }>(
    'kept-sessions',
    `select e.id, e.unit_code, u.name as unit_name, e.service_code, s.name as service_name, e.day, e.opens, e.closes,
            e.note, (count(*) over ())::integer as total
       from extra_sessions e
       left join units u on u.kabupaten_code = $1 and u.code = e.unit_code
       left join services s on s.kabupaten_code = $1 and s.code = e.service_code
      where e.kabupaten_code = $1 and ($2::text is null or e.unit_code = $2::text)
        and ($3::date is null or e.day >= $3::date) and ($4::date is null or e.day <= $4::date)
      order by e.day desc, e.opens, e.id limit ${MOST}`,
    [transaction.kabupatenCode, asked.unit ?? null, asked.from ?? null, asked.to ?? null],
  );
  return {
    total: rows[0]?.total ?? 0,
    items: rows.map((row) => ({
      id: row.id,
      unit: { code: row.unit_code, name: row.unit_name ?? row.unit_code },
      service:
        row.service_code === ANY
          ? null
          : { code: row.service_code, name: row.service_name ?? row.service_code },
      day: row.day,
      opens: row.opens,
      closes: row.closes,
      note: row.note,
    })),
  };
}
