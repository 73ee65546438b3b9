import type { ColumnOfDataset, ImportPreview } from '#contract/imports';
import type { Mapping } from '../../core/mapped-file.ts';

/** What the columns of a file can be told to be. */
export interface MatchedDataset {
  readonly name: string;
  readonly columns: readonly ColumnOfDataset[];
}

/** For each column of the file, by its place: the field it fills, or null when it is not used. */
export type Matching = readonly (string | null)[];

/** What was recognised by itself. */
export function recognised(preview: ImportPreview): Matching {
  return preview.columns.map((column) => column.field);
}

/** Gives a field to one column; the column that had it before loses it, because a field is filled once. */
export function match(matching: Matching, place: number, field: string | null): Matching {
  return matching.map((now, index) => (index === place ? field : now === field ? null : now));
}

/** The required fields that no column fills. */
export function missingFields(matching: Matching, required: readonly string[]): readonly string[] {
  return required.filter((field) => !matching.includes(field));
}

/** Exchanges U8 and U9, for questionnaires that ask for facilities before complaints. */
export function swapU8U9(matching: Matching): Matching {
  return matching.map((field) => (field === 'u8' ? 'u9' : field === 'u9' ? 'u8' : field));
}

/** True when U8 and U9 are told by their numbers alone, so that only a person can say which is which. */
export function asksForU8U9(preview: ImportPreview): boolean {
  const numbered = (field: string): boolean =>
    preview.columns.some(
      (column) => column.field === field && /^\s*(u|unsur|p|q)?[\s._-]*[89]\s*$/i.test(column.header),
    );
  return numbered('u8') && numbered('u9');
}

/** Values that stand for a field in every row, where the file has no column for it; empty ones do not count. */
export type FixedValues = Readonly<Record<string, string>>;

/** The fields that have a fixed value. */
export function fixedFields(fixed: FixedValues): readonly string[] {
  return Object.keys(fixed).filter((field) => fixed[field]?.trim() !== '');
}

/**
 * The mapping to send: null when everything was recognised and nothing was added by hand; else the written one with
 * the chosen columns and the fixed values, which count more.
 */
export function mappingOf(
  preview: ImportPreview,
  matching: Matching,
  fixed: FixedValues,
  written: Mapping | null,
): Mapping | null {
  const changed = matching.some((field, index) => field !== (preview.columns[index]?.field ?? null));
  // A column chosen later counts more than a value typed before.
  const constants = fixedFields(fixed).filter((field) => !matching.includes(field));
  if (!changed && constants.length === 0) return written;
  const chosen = matching.flatMap((field, index) => {
    const header = preview.columns[index]?.header;
    return field === null || header === undefined ? [] : [[field, header] as const];
  });
  const before = written?.['constants'];
  const all = {
    ...(typeof before === 'object' ? before : {}),
    ...Object.fromEntries(constants.map((field) => [field, fixed[field]?.trim()])),
  };
  return {
    ...written,
    columns: { ...written?.columns, ...Object.fromEntries(chosen) },
    ...(Object.keys(all).length === 0 ? {} : { constants: all }),
  };
}

/** Reads a mapping written by hand: null for an empty text, `'invalid'` when it is not a JSON object. */
export function readMapping(text: string): Mapping | null | 'invalid' {
  if (text.trim() === '') return null;
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
      ? (parsed as Mapping)
      : 'invalid';
  } catch {
    return 'invalid';
  }
}
