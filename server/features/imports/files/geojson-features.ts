import { readFile, stat } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { cleanOutline, type OutlineNote } from '#domain/places/outline';
import { ImportFileError } from './import-file-error.ts';
import type { SourceFile, SourceRow } from './source-file.ts';

/** Largest GeoJSON file: it is read in one piece. */
const MAXIMUM_MEGABYTES = 32;
/** The column that holds the outline; the others are the properties of the features. */
const GEOMETRY_COLUMN = 'geometri';

const NOTES: Readonly<Record<OutlineNote, string>> = {
  'ring-closed': 'garis batas yang belum tertutup ditutup.',
  'ring-too-short': 'garis batas dengan kurang dari empat titik dilewatkan.',
  'ring-crosses-itself': 'garis batas memotong dirinya sendiri; tetap digambar, tetapi periksa sumbernya.',
};

/**
 * A GeoJSON FeatureCollection as a table: one row a feature, one column a property, the outline in the last one. The
 * row number is the place of the feature in the file. What was repaired stands in the notes.
 * @throws ImportFileError when the file is too large, no JSON, or no collection of features
 */
export async function openGeoJson(path: string): Promise<SourceFile> {
  if ((await stat(path)).size > MAXIMUM_MEGABYTES * 1024 * 1024)
    throw new ImportFileError(
      'file-too-large',
      `Berkas GeoJSON lebih dari ${MAXIMUM_MEGABYTES} MB; sederhanakan garis batasnya dahulu.`,
    );
  const features = featuresOf(await readFile(path, 'utf8'));
  const names = [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))];
  const notes: string[] = [];
  return {
    format: 'csv',
    header: [...names, GEOMETRY_COLUMN],
    headerRow: 1,
    delimiter: ';',
    sheet: null,
    sheets: [],
    notes,
    rows: rowsOf(features, names, notes),
    close: () => Promise.resolve(),
  };
}

interface Feature {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: unknown;
}

function featuresOf(text: string): Feature[] {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new ImportFileError(
      'file-not-readable',
      'Berkas bukan GeoJSON yang utuh; ekspor ulang dari aplikasi peta sebagai GeoJSON.',
      error,
    );
  }
  const { type, features } = (typeof json === 'object' && json !== null ? json : {}) as {
    type?: unknown;
    features?: unknown;
  };
  if (type !== 'FeatureCollection' || !Array.isArray(features))
    throw new ImportFileError(
      'file-kind-unsupported',
      'Berkas GeoJSON harus berupa FeatureCollection dengan satu fitur per wilayah.',
    );
  if (features.length === 0)
    throw new ImportFileError('file-empty', 'Berkas GeoJSON tidak berisi satu wilayah pun.');
  return features.map((feature: unknown) => {
    const { properties, geometry } = (typeof feature === 'object' && feature !== null ? feature : {}) as {
      properties?: unknown;
      geometry?: unknown;
    };
    const known = typeof properties === 'object' && properties !== null ? properties : {};
    return { properties: known as Record<string, unknown>, geometry };
  });
}

async function* rowsOf(
  features: readonly Feature[],
  names: readonly string[],
  notes: string[],
): AsyncGenerator<SourceRow> {
  for (const [index, { properties, geometry }] of features.entries()) {
    // Outlines may be large: progress is told in between.
    await setImmediate();
    const values = names.map((name) => cellText(properties[name]));
    const cleaned = cleanOutline(geometry);
    if (cleaned.ok) for (const note of cleaned.notes) notes.push(`Baris ${index + 1}: ${NOTES[note]}`);
    const shown = cleaned.ok ? { type: 'MultiPolygon', coordinates: cleaned.outline } : (geometry ?? {});
    yield { row: index + 1, values: [...values, JSON.stringify(shown)] };
  }
}

function cellText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
