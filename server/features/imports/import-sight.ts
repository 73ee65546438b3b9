import { say, type Language } from '#contract/messages';
import type { DatasetName, ImportResult } from '#contract/imports';
import { maskText } from '#domain/complaints/masking';
import type { Permission } from '#domain/permissions';
import { may, type Person } from '../../platform/auth/person.ts';
import { toImportResult, type ImportRow } from './import-records.queries.ts';

/** Rights that open the rows of an import which belongs to nobody. */
const NEEDED: Readonly<Record<DatasetName, readonly Permission[]>> = {
  'service-cases': ['details:services'],
  'case-steps': ['details:services'],
  pauses: ['details:services'],
  'extra-sessions': [],
  complaints: ['details:complaints', 'complaints:reveal'],
  'survey-responses': ['details:surveys'],
  units: [],
  services: [],
  'service-standards': [],
  calendar: [],
  targets: [],
  boundaries: [],
  'pilot-milestones': [],
  staff: ['staff:manage'],
};

/**
 * True when the person may read what stood in the file: whoever started the import and acts in the post it was started
 * in. One of the command line belongs to nobody; those who see single records of the whole kabupaten, and for complaints
 * may learn who reported them, read its rows.
 */
export function seesCells(
  person: Person,
  row: Pick<ImportRow, 'started_by' | 'post_id' | 'dataset'>,
): boolean {
  if (row.post_id !== null) return row.started_by === person.username && row.post_id === person.post?.id;
  return (
    person.scope.kind === 'kabupaten' && NEEDED[row.dataset].every((permission) => may(person, permission))
  );
}

/** The import as this person may see it: for others than its own people counts and codes, without anything of the file. */
export function importFor(person: Person, row: ImportRow, language: Language): ImportResult {
  const result = toImportResult(row);
  if (seesCells(person, row)) return result;
  return {
    ...result,
    fileName: maskText(result.fileName),
    rejectedRows: result.rejectedRows === 'available' ? 'withheld' : result.rejectedRows,
    errors: result.errors.map(({ row: number, code }) => ({
      ...(number === undefined ? {} : { row: number }),
      code,
      message: say('import-error-withheld', language),
    })),
    warnings: [],
    failure: result.failure === null ? null : say('import-failure-withheld', language),
  };
}
