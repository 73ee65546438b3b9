import type { ImportMapping } from '#contract/import-mapping';
import type { ImportPreview } from '#contract/imports';
import { openSourceFile } from '../files/open-source-file.ts';
import { columnLabel, type DatasetDefinition } from '../recognition/dataset-columns.ts';
import { readMapping } from '../recognition/mapping.ts';
import { headerScore, recogniseColumns } from '../recognition/recognise-columns.ts';
import type { Upload } from '../upload.ts';

const EXAMPLE_ROWS = 5;

/** The columns of a file and what they were recognised as; nothing is kept. */
export async function previewFile(
  definition: DatasetDefinition,
  upload: Pick<Upload, 'path' | 'fileName'>,
  mappingJson: unknown,
): Promise<ImportPreview> {
  const read = mappingJson === null ? null : readMapping(mappingJson);
  const mapping: ImportMapping | null = read?.ok === true ? read.value : null;
  const file = await openSourceFile(upload.path, {
    ...(mapping?.headerRow === undefined ? {} : { headerRow: mapping.headerRow }),
    ...(mapping?.sheet === undefined ? {} : { sheet: mapping.sheet }),
    recognise: headerScore(definition, Object.values(mapping?.columns ?? {})),
  });
  try {
    const examples: string[][] = [];
    for await (const { values } of file.rows) {
      examples.push(values);
      if (examples.length >= EXAMPLE_ROWS) break;
    }
    const recognised = recogniseColumns(definition, file.header);
    const fieldOf = (column: number) =>
      [...recognised.columnsByField].find(([, columns]) => columns.includes(column))?.[0] ?? null;
    return {
      fileName: upload.fileName,
      sheets: [...file.sheets],
      headerRow: file.headerRow,
      columns: file.header.map((header, index) => ({
        header: header.replace(/\n/g, ' · '),
        field: fieldOf(index),
        examples: examples
          .map((row) => row[index] ?? '')
          .filter((text) => text !== '')
          .slice(0, 3),
      })),
      missing: definition.columns
        .filter((column) => column.required && !recognised.columnsByField.has(column.field))
        .map(columnLabel),
      warnings: [...recognised.warnings],
    };
  } finally {
    await file.close();
  }
}
