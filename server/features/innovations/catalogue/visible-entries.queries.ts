import { ASLEEP_AFTER_MONTHS, CONFIRM_AFTER_MONTHS } from '#domain/innovations/heartbeat';
import type { SqlValues } from '../../../platform/database/sql-values.ts';
import type { CatalogueReader } from './catalogue-reader.ts';

/** Columns that both kinds of entries have, of the same type and by the same name. */
const ALIKE =
  `id slug name acronym form digital stage topics services region_types cost_band people_band connectivity proof
  replications search version published_at confirmed_on stopped_on stopped_lesson source owner_confirmed`.split(
    /\s+/,
  );

/** Whether an innovation runs, as `domain/innovations/heartbeat` says it. */
function aliveSql(today: string): string {
  return `case
    when stopped_on <= ${today} then 'berhenti'
    when not owner_confirmed or confirmed_on is null then 'belum-dikonfirmasi'
    when ${today} >= (confirmed_on + interval '${ASLEEP_AFTER_MONTHS} months')::date then 'vakum'
    when ${today} >= (confirmed_on + interval '${CONFIRM_AFTER_MONTHS} months')::date then 'perlu-konfirmasi'
    else 'berjalan' end`;
}

/**
 * Everything the reader may know of, as a subquery in brackets: the published entries of the own kabupaten, and of the
 * shared catalogue the other kabupaten's. An entry from a public source whose home is here stands until its owner has
 * published it. Every list, search, count, feed and export reads from here and nowhere else, so that what is not shared
 * cannot be found by any of them. Beside the columns that are alike: `own` (at home here), `kept` (a row of the own
 * kabupaten, not of the shared catalogue), `archived`, `home_code`, `unit_code`, `content`, `audience`, `invented` and
 * `alive`.
 */
export function visibleSql(reader: CatalogueReader, values: SqlValues): string {
  const alike = (table: string): string => ALIKE.map((column) => `${table}.${column}`).join(', ');
  const alive = aliveSql(values.add(reader.today, 'date'));
  if (reader.own === null)
    return `(select ${alike('c')}, false as own, false as kept, c.archived, c.home_code, c.unit_code, c.content, c.audience,
              c.demo or c.generated as invented, ${alive} as alive
         from catalogue_entries c${reader.publicOnly ? " where c.audience = 'public'" : ''})`;
  const code = values.add(reader.own, 'text');
  return `(select ${alike('i')}, true as own, true as kept, i.state = 'archived' as archived, i.kabupaten_code as home_code,
            i.unit_code, i.published as content, i.audience, i.demo as invented, ${alive} as alive
       from innovations i
      where i.kabupaten_code = ${code} and i.published is not null
      union all
     select ${alike('c')}, c.home_code = ${code}, false, c.archived, c.home_code, c.unit_code, c.content, c.audience,
            c.demo or c.generated, ${alive}
       from catalogue_entries c
      where c.home_code <> ${code}
         or c.id not in (select i.id from innovations i
                          where i.kabupaten_code = ${code} and i.published is not null))`;
}

/** A letter for the kind of reader: the text of a statement differs by it, and so must its name. */
export function readerShape({ own, publicOnly }: CatalogueReader): string {
  if (own !== null) return 'o';
  return publicOnly ? 'p' : 's';
}
