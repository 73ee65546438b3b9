import type { Knex } from 'knex';
import { cleanOutline, type OutlineFault } from '#domain/places/outline';
import type {
  DatasetLoader,
  LoadContext,
  LoadCounts,
  NameLookups,
  RowFault,
  RowReader,
} from '../../platform/database/dataset-loader.ts';
import { countStaged } from '../../platform/database/staged-count.repository.ts';

const FAULTS: Readonly<Record<OutlineFault, string>> = {
  'not-an-area': 'garis batas bukan Polygon atau MultiPolygon yang terbaca.',
  'not-degrees': 'koordinat bukan bujur dan lintang; simpan ulang petanya dalam WGS 84 (EPSG:4326).',
  'nothing-left': 'tidak ada satu garis batas pun dengan empat titik atau lebih.',
  'too-many-positions': 'garis batas terlalu rinci, lebih dari 200.000 titik; sederhanakan dahulu.',
};

/** Outlines of the kabupaten's areas, each of them a unit: found by its code, else by its name. */
export const boundaryLoader: DatasetLoader = {
  dataset: 'boundaries',
  columns: [
    { name: 'area_code', type: 'text' },
    { name: 'name', type: 'text' },
    { name: 'geometry', type: 'text' },
    { name: 'source', type: 'text' },
  ],
  key: ['area_code'],
  keyColumn: 'kode',
  stage: stageBoundary,
  load: loadBoundaries,
};

function stageBoundary(row: RowReader, names: NameLookups) {
  const name = row.text('name') ?? '';
  const code = areaOf(row.text('code'), name, names);
  const cleaned = cleanOutline(parsed(row.text('geometry') ?? ''));
  const faults: RowFault[] = [
    ...(typeof code === 'string' ? [] : [{ ...code, column: 'kode' }]),
    ...(cleaned.ok ? [] : [{ column: 'geometri', code: cleaned.fault, message: FAULTS[cleaned.fault] }]),
  ];
  if (faults.length > 0 || typeof code !== 'string' || !cleaned.ok) return faults;
  return [code, name, JSON.stringify(cleaned.outline), row.text('source')];
}

function areaOf(code: string | null, name: string, names: NameLookups): string | RowFault {
  const byCode = code === null ? null : names.anyUnit(code);
  if (typeof byCode === 'string') return byCode;
  const byName = names.anyUnit(name);
  return typeof byName === 'string' ? byName : names.anyUnit(name.replace(/^(kecamatan|kec\.?)\s+/i, ''));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function loadBoundaries(transaction: Knex.Transaction, context: LoadContext): Promise<LoadCounts> {
  const source = context.presentFields.has('source') ? 'excluded.source' : 'b.source';
  const written: { rows: { inserted: boolean }[] } = await transaction.raw(
    `insert into boundaries as b (kabupaten_code, area_code, name, geometry, source)
     select :kabupaten, s.area_code, s.name, s.geometry::jsonb, s.source from stage_rows s
     on conflict (kabupaten_code, area_code) do update
        set name = excluded.name, geometry = excluded.geometry, source = ${source}
      where (b.name, b.geometry, b.source) is distinct from (excluded.name, excluded.geometry, ${source})
     returning (xmax = 0) as inserted`,
    { kabupaten: context.kabupatenCode },
  );
  return { ...(await countStaged(transaction, written.rows)), structureChanged: false };
}
