import type { Writable } from 'node:stream';
import { columnLabel, type DatasetDefinition } from '../recognition/dataset-columns.ts';
import { writeXlsx } from '../../../platform/files/table-writer.ts';

/**
 * Writes an XLSX file ready to be filled in: the header and one example row, and a second sheet that says
 * of every column what to write. Unchanged names make the file importable without a mapping.
 */
export async function writeDatasetTemplate(out: Writable, definition: DatasetDefinition): Promise<void> {
  const { columns, label } = definition;
  const header = columns.map(columnLabel);
  await writeXlsx(out, [
    {
      name: label,
      header,
      rows: [columns.map(({ example }) => example)],
      widths: header.map((name) => Math.max(14, name.length + 2)),
    },
    {
      name: 'Petunjuk',
      header: ['Kolom', 'Nama Inggris', 'Wajib', 'Isi', 'Contoh'],
      rows: columns.map((column) => [
        columnLabel(column),
        column.field,
        column.required ? 'ya' : 'tidak',
        column.explanation,
        column.example,
      ]),
      widths: [18, 20, 8, 90, 24],
    },
  ]);
}
