import type { ImportMapping } from '#contract/import-mapping';
import type { ProblemError } from '#contract/problem';
import type { SourceFileOptions } from '../files/source-file.ts';
import type { ImportJob } from '../import-records.repository.ts';
import type { DatasetDefinition } from '../recognition/dataset-columns.ts';
import { compileMapping, readMapping, type ColumnPlan } from '../recognition/mapping.ts';
import {
  findColumn,
  findDatasetDefinition,
  headerScore,
  recogniseColumns,
} from '../recognition/recognise-columns.ts';
import { ImportRefused } from './import-refused.ts';

export interface ImportPlan {
  readonly fileOptions: SourceFileOptions;
  /** Grows when `columnsOf` fills something in. */
  readonly warnings: string[];
  /** The plan for the file's columns. @throws ImportRefused when columns or mapping do not fit */
  columnsOf(header: readonly string[]): ColumnPlan;
}

/**
 * How a job's file is to be read: by its mapping, and by defaults for what a file of one unit usually leaves out (its
 * unit; for surveys the service and the questionnaire). Every default is told in the warnings.
 */
export function planImport(job: ImportJob): ImportPlan {
  const definition = findDatasetDefinition(job.dataset);
  if (!definition) throw new ImportRefused(`Himpunan data “${job.dataset}” tidak dikenal.`);
  const mapping = job.mapping === null ? null : requireMapping(job.mapping);
  const warnings: string[] = [];
  const given = new Set(
    [...Object.keys(mapping?.columns ?? {}), ...Object.keys(mapping?.constants ?? {})].flatMap(
      (name) => findColumn(definition, name)?.field ?? [],
    ),
  );
  return {
    warnings,
    fileOptions: {
      ...(mapping?.headerRow === undefined ? {} : { headerRow: mapping.headerRow }),
      ...(mapping?.sheet === undefined ? {} : { sheet: mapping.sheet }),
      recognise: headerScore(definition, Object.values(mapping?.columns ?? {})),
    },
    columnsOf: (header) => {
      const missing = (field: string) =>
        definition.columns.some((column) => column.field === field) &&
        !given.has(field) &&
        !recogniseColumns(definition, header).columnsByField.has(field);
      const constants = defaults(job, definition, header, missing, warnings);
      const result = compileMapping(definition, header, {
        ...mapping,
        constants: { ...constants, ...mapping?.constants },
      });
      if (!result.ok)
        throw new ImportRefused(
          result.errors.map((error) => error.message).join(' '),
          result.errors.map(toProblem),
        );
      return result.value;
    },
  };
}

function requireMapping(json: unknown): ImportMapping {
  const result = readMapping(json);
  if (!result.ok)
    throw new ImportRefused(
      result.errors.map((error) => error.message).join(' '),
      result.errors.map(toProblem),
    );
  return result.value;
}

function defaults(
  job: ImportJob,
  definition: DatasetDefinition,
  header: readonly string[],
  missing: (field: string) => boolean,
  warnings: string[],
): Record<string, string> {
  const constants: Record<string, string> = {};
  const unit = definition.columns.find(({ field }) => field === 'unit');
  if (unit?.required === true && missing('unit')) {
    constants['unit'] = job.defaultUnit ?? job.kabupatenCode;
    warnings.push(`Berkas tidak punya kolom unit; semua baris dicatat pada unit ${constants['unit']}.`);
  }
  if (definition.name !== 'survey-responses') return constants;
  if (missing('service')) {
    constants['service'] = 'umum';
    warnings.push('Berkas tidak punya kolom layanan; jawaban dicatat sebagai survei tingkat unit.');
  }
  if (missing('instrument')) {
    const fourteen = recogniseColumns(definition, header).columnsByField.has('u14');
    constants['instrument'] = fourteen ? 'kep-25-2004' : 'permenpanrb-14-2017';
    warnings.push(
      `Berkas tidak menyebut instrumen; dipakai ${constants['instrument']} karena ada ${fourteen ? 14 : 9} unsur.`,
    );
  }
  return constants;
}

function toProblem(error: { path: string; code: string; message: string }): ProblemError {
  return { path: error.path, code: error.code, message: error.message };
}
