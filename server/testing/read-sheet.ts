import { openXlsx } from '../features/imports/files/xlsx-rows.ts';

/** A sheet of a workbook as text: its first row, and the rows below. */
export async function readSheet(
  path: string,
  sheet: string,
): Promise<{ readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] }> {
  const file = await openXlsx(path, { sheet, headerRow: 1 });
  const rows: string[][] = [];
  for await (const { values } of file.rows) rows.push(values);
  return { header: file.header, rows };
}
