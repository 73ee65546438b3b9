import type { Knex } from 'knex';
import type {
  DatasetLoader,
  LoadContext,
  LoadCounts,
  RowReader,
} from '../../../platform/database/dataset-loader.ts';
import { countStaged } from '../../../platform/database/staged-count.repository.ts';
import { rebuildUnitSpans } from '../../../platform/database/unit-spans.repository.ts';
import { ImportRefused } from '../loading/import-refused.ts';

/**
 * Units of the kabupaten: added and changed, never removed (history needs them; end them by a date). In a file
 * `berlaku sampai` is the last day; in the table it is the first day after.
 */
export const unitLoader: DatasetLoader = {
  dataset: 'units',
  columns: [
    { name: 'code', type: 'text' },
    { name: 'name', type: 'text' },
    { name: 'kind', type: 'text' },
    { name: 'parent_code', type: 'text' },
    { name: 'valid_from', type: 'date' },
    { name: 'valid_to', type: 'date' },
    { name: 'predecessor_code', type: 'text' },
  ],
  key: ['code'],
  stage: (row: RowReader) => [
    row.text('code'),
    row.text('name'),
    row.text('kind'),
    row.text('parentCode'),
    row.text('validFrom'),
    row.text('validTo'),
    row.text('predecessorCode'),
  ],
  load: loadUnits,
};

/** Services of the kabupaten: added and renamed. */
export const serviceLoader: DatasetLoader = {
  dataset: 'services',
  columns: [
    { name: 'code', type: 'text' },
    { name: 'name', type: 'text' },
  ],
  key: ['code'],
  stage: (row: RowReader) => [row.text('code'), row.text('name')],
  load: loadServices,
};

async function loadUnits(transaction: Knex.Transaction, context: LoadContext): Promise<LoadCounts> {
  const bindings = { kabupaten: context.kabupatenCode };
  await refuseBrokenTree(transaction, context);
  const written: { rows: { inserted: boolean }[] } = await transaction.raw(
    `insert into units as u (kabupaten_code, code, name, kind, parent_code, valid_from, valid_to, predecessor_code)
     select :kabupaten, code, name, kind, case when code = :kabupaten then null else coalesce(parent_code, :kabupaten) end,
            coalesce(valid_from, date '1900-01-01'), valid_to + 1, predecessor_code
       from stage_rows
     on conflict (kabupaten_code, code) do update
        set name = excluded.name, kind = excluded.kind, parent_code = excluded.parent_code, valid_from = excluded.valid_from,
            valid_to = excluded.valid_to, predecessor_code = excluded.predecessor_code
      where (u.name, u.kind, u.parent_code, u.valid_from, u.valid_to, u.predecessor_code) is distinct from
            (excluded.name, excluded.kind, excluded.parent_code, excluded.valid_from, excluded.valid_to, excluded.predecessor_code)
     returning (xmax = 0) as inserted`,
    bindings,
  );
  const counts = await countStaged(transaction, written.rows);
  if (counts.structureChanged) {
    await rebuildUnitSpans(transaction, context.kabupatenCode);
    if (context.keep) await context.rebuildRollups();
  }
  return counts;
}

async function loadServices(transaction: Knex.Transaction, context: LoadContext): Promise<LoadCounts> {
  const written: { rows: { inserted: boolean }[] } = await transaction.raw(
    `insert into services as s (kabupaten_code, code, name)
     select :kabupaten, code, name from stage_rows
     on conflict (kabupaten_code, code) do update set name = excluded.name where s.name is distinct from excluded.name
     returning (xmax = 0) as inserted`,
    { kabupaten: context.kabupatenCode },
  );
  return countStaged(transaction, written.rows);
}

/** A parent that is not there, or a circle, would cut units off from every sum: the whole file is refused. */
async function refuseBrokenTree(transaction: Knex.Transaction, context: LoadContext): Promise<void> {
  const missing: { rows: { code: string; parent_code: string }[] } = await transaction.raw(
    `select s.code, coalesce(s.parent_code, s.predecessor_code) as parent_code from stage_rows s
      where exists (
        select from unnest(array[s.parent_code, s.predecessor_code]) as named (code)
         where named.code is not null
           and not exists (select from units u where u.kabupaten_code = :kabupaten and u.code = named.code)
           and not exists (select from stage_rows other where other.code = named.code)
      ) limit 5`,
    { kabupaten: context.kabupatenCode },
  );
  if (missing.rows.length > 0) {
    const list = missing.rows.map((row) => `${row.code} (induk ${row.parent_code})`).join(', ');
    throw new ImportRefused(
      `Induk atau pendahulu unit berikut tidak ada: ${list}. Tambahkan induknya dalam berkas yang sama.`,
    );
  }
  const circles: { rows: { code: string }[] } = await transaction.raw(
    `with recursive tree as (
       select code, parent_code from stage_rows where code <> :kabupaten
       union all
       select code, parent_code from units u where kabupaten_code = :kabupaten and not exists (select from stage_rows s where s.code = u.code)
     ),
     climb as (
       select code as start, coalesce(parent_code, :kabupaten) as at, 1 as steps from tree where code <> :kabupaten
       union all
       select c.start, coalesce(t.parent_code, :kabupaten), c.steps + 1 from climb c join tree t on t.code = c.at where c.at <> :kabupaten and c.steps < 50
     )
     select distinct start as code from climb where steps >= 50 limit 5`,
    { kabupaten: context.kabupatenCode },
  );
  if (circles.rows.length > 0) {
    throw new ImportRefused(
      `Susunan unit melingkar: ${circles.rows.map((row) => row.code).join(', ')} menjadi induk dirinya sendiri. Perbaiki kolom induk.`,
    );
  }
}
