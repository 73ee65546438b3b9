import { findHeader, isBlankRow, usedWidth, type SourceRow } from './source-file.ts';
import type { MergedCells } from './xlsx-sheet.ts';

/** A header that was found in the first rows of a sheet. */
export interface XlsxHeader {
  readonly names: string[];
  /** row number of the header, the lower one of two */
  readonly row: number;
}

/**
 * Finds the header in the first rows of a sheet, on one row or on two rows tied by merged cells.
 *
 * Two rows are a header when a cell is merged downwards over both, or when cells of the upper row are
 * merged sideways and more columns are recognised with it than without. A text merged sideways counts
 * for every column below it; upper and lower text are joined by a newline.
 * @param rows the first rows, in order; blank ones may be among them
 * @param headerRow row number given by a person: the header, or one of its two rows
 * @returns null when there is no such row or all are blank
 */
export function findXlsxHeader(
  rows: readonly SourceRow[],
  merges: readonly MergedCells[],
  recognise: ((header: readonly string[]) => number) | undefined,
  headerRow?: number,
): XlsxHeader | null {
  const filled = rows.filter(({ values }) => !isBlankRow(values));
  const byNumber = new Map(filled.map((row) => [row.row, row]));
  const score = recognise ?? (() => 0);

  function alone(row: SourceRow): XlsxHeader {
    return { names: trimmed(row.values), row: row.row };
  }
  function pairAt(upperRow: number): XlsxHeader | null {
    const upper = byNumber.get(upperRow);
    const lower = byNumber.get(upperRow + 1);
    if (upper === undefined || lower === undefined) return null;
    const names = joined(upper, lower, merges);
    const tied = merges.some(({ top, bottom }) => top === upperRow && bottom === upperRow + 1);
    if (tied) return { names, row: lower.row };
    const grouped = merges.some(
      ({ top, bottom, left, right }) => top === upperRow && bottom === upperRow && right > left,
    );
    const better = score(names) > Math.max(score(trimmed(upper.values)), score(trimmed(lower.values)));
    return grouped && better ? { names, row: lower.row } : null;
  }

  if (headerRow !== undefined) {
    const row = byNumber.get(headerRow);
    if (row === undefined) return null;
    return pairAt(headerRow - 1) ?? pairAt(headerRow) ?? alone(row);
  }
  const index = findHeader(
    filled.map(({ values }) => values),
    recognise,
  );
  const single = filled[index];
  if (single === undefined) return null;
  let best = alone(single);
  let bestScore = score(best.names);
  for (const { row } of filled) {
    const pair = pairAt(row);
    if (pair === null) continue;
    const pairScore = score(pair.names);
    // Of a tied pair one row alone may be recognised as well; the pair has the whole names.
    const covers = pair.row === best.row || pair.row === best.row + 1;
    if (pairScore > bestScore || (pairScore === bestScore && covers)) {
      best = pair;
      bestScore = pairScore;
    }
  }
  return best;
}

function joined(upper: SourceRow, lower: SourceRow, merges: readonly MergedCells[]): string[] {
  const upperNames = trimmed(upper.values);
  const lowerNames = trimmed(lower.values);
  for (const { top, bottom, left, right } of merges) {
    if (top !== upper.row || bottom !== upper.row) continue;
    const text = upperNames[left] ?? '';
    for (let column = left + 1; column <= right && column < lowerNames.length; column++) {
      while (upperNames.length <= column) upperNames.push('');
      upperNames[column] ||= text;
    }
  }
  const names: string[] = [];
  for (let column = 0; column < Math.max(upperNames.length, lowerNames.length); column++) {
    const above = upperNames[column] ?? '';
    const below = lowerNames[column] ?? '';
    names.push(above === '' || below === '' || above === below ? above || below : `${above}\n${below}`);
  }
  return names;
}

function trimmed(values: readonly string[]): string[] {
  return values.slice(0, usedWidth(values)).map((value) => value.trim());
}
