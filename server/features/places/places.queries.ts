import type { Outline } from '#domain/places/outline';
import type { ReadTransaction } from '../../platform/database/scoped.ts';

/** An area with its outline. */
export interface PlaceRow {
  readonly area_code: string;
  readonly geometry: Outline;
  readonly source: string | null;
}

/** The outlines of these areas, by code. */
export async function readBoundaries(
  transaction: ReadTransaction,
  areaCodes: readonly string[],
): Promise<readonly PlaceRow[]> {
  return transaction.rows<PlaceRow & Record<string, unknown>>(
    'boundaries-of-areas',
    `select area_code, geometry, source from boundaries
      where kabupaten_code = $1 and area_code = any($2::text[]) order by area_code`,
    [transaction.kabupatenCode, [...areaCodes]],
  );
}
