import * as z from 'zod';

/** A value written in JSON for a cell; read by the same rules as a cell of the file. */
const cellSchema = z.union([z.string(), z.number(), z.boolean()], {
  error: 'harus berupa teks, angka, atau true/false.',
});
const textSchema = z.string({ error: 'harus berupa teks.' });
const filled = textSchema.trim().min(1, { error: 'tidak boleh kosong.' });

const MAPPING_FIELDS = 'columns, dateFormat, timeZone, constants, values, createMissing, headerRow, sheet';

/** What a mapping may create when the file names it and the kabupaten does not have it yet. */
export const CREATABLE = ['unit', 'service', 'channel'] as const;
export type Creatable = (typeof CREATABLE)[number];

/**
 * How a foreign file is to be read. Which fields there are depends on the dataset, so that names of
 * fields, columns, formats and zones are checked against the dataset and the file, not here.
 */
export const importMappingSchema = z.strictObject(
  {
    /** field → name of the column in the file; several fields may share one column */
    columns: z
      .record(textSchema, filled, { error: 'harus berupa pasangan isian dan nama kolom.' })
      .optional(),
    /** for instance `MM/dd/yyyy hh:mm:ss a` */
    dateFormat: filled.optional(),
    /** IANA zone of the times in the file; the kabupaten's when left out */
    timeZone: filled.optional(),
    /** field → the same value for every row */
    constants: z
      .record(textSchema, cellSchema, { error: 'harus berupa pasangan isian dan nilai.' })
      .optional(),
    /** field → value in the file → value meant; null or an empty text leaves the field empty */
    values: z
      .record(
        textSchema,
        z.record(textSchema, cellSchema.nullable(), { error: 'harus berupa pasangan nilai.' }),
        {
          error: 'harus berupa pasangan isian dan daftar nilai.',
        },
      )
      .optional(),
    createMissing: z
      .array(
        z.enum(CREATABLE, { error: `hanya boleh ${CREATABLE.map((name) => `“${name}”`).join(', ')}.` }),
        {
          error: 'harus berupa daftar.',
        },
      )
      .optional(),
    /** 1-based row of the column names */
    headerRow: z
      .number({ error: 'harus berupa nomor baris.' })
      .int({ error: 'harus bilangan bulat.' })
      .min(1, { error: 'paling kecil 1.' })
      .max(1_000, { error: 'paling besar 1000.' })
      .optional(),
    /** name of the sheet in an XLSX file */
    sheet: filled.optional(),
  },
  {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `isian ${(issue.keys ?? []).map((key) => `“${key}”`).join(', ')} tidak dikenal; yang ada: ${MAPPING_FIELDS}.`
        : 'pemetaan harus berupa objek JSON.',
  },
);
export type ImportMapping = z.infer<typeof importMappingSchema>;
