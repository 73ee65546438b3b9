import { ProblemException } from '../../../platform/http/problem-error.ts';
import { cursorAt, placeAt } from '../../../platform/http/list-cursor.ts';

export type CatalogueSort = 'relevance' | 'proof' | 'replications' | 'newest';

/** Where an entry stands in a list: by what the list is sorted by, then the newer first. */
export interface CataloguePlace {
  readonly rank: number;
  /** Instant of publication as PostgreSQL writes it. */
  readonly at: string;
  readonly id: string;
}

/** The cursor of the entry that a page ended with. */
export function catalogueCursor(sort: CatalogueSort, { rank, at, id }: CataloguePlace): string {
  return cursorAt(`${sort} ${rank}`, { at, id });
}

/**
 * The place a cursor stands for; null without one.
 * @throws ProblemException 400 when it is none of ours, or of another order
 */
export function cataloguePlace(sort: CatalogueSort, cursor: string | undefined): CataloguePlace | null {
  if (cursor === undefined || cursor === '') return null;
  const order = orderIn(cursor);
  const rank = Number(order.slice(sort.length + 1));
  const place = placeAt(order, cursor);
  if (!order.startsWith(`${sort} `) || !Number.isFinite(rank) || place === null || place.at === null)
    throw new ProblemException(400, 'cursor-invalid');
  return { rank, at: place.at, id: place.id };
}

function orderIn(cursor: string): string {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const order: unknown = Array.isArray(parts) ? parts[0] : null;
    return typeof order === 'string' ? order : '';
  } catch {
    return '';
  }
}
