import { rm } from 'node:fs/promises';
import type { IRouter } from 'express';
import { v7 as uuidv7 } from 'uuid';
import {
  createImport,
  DATASETS,
  listImports,
  previewImport,
  readDatasets,
  readImport,
  readRejectedRows,
  readTemplate,
  type DatasetName,
} from '#contract/imports';
import { actorOf } from '../../platform/audit/audit-entry.ts';
import type { AuditLog } from '../../platform/audit/audit-log.repository.ts';
import { recordExport } from '../../platform/audit/record-export.ts';
import { can } from '#domain/permissions';
import { may, type Person } from '../../platform/auth/person.ts';
import type { Database } from '../../platform/database/pool.ts';
import { readInScope } from '../../platform/database/scoped.ts';
import { bindRoute, tenantScopeOf } from '../../platform/http/bind-route.ts';
import { ProblemException } from '../../platform/http/problem-error.ts';
import { addressOf } from '../../platform/http/request-address.ts';
import { ImportFileError } from './files/import-file-error.ts';
import { writeDatasetTemplate } from './files/dataset-template.ts';
import { writeRejectedRows, type RejectedRow } from './files/rejected-rows.ts';
import type { ImportQueue } from './import-queue.ts';
import { findImport, listImportRows, readRejectedPage } from './import-records.queries.ts';
import { importFor, seesCells } from './import-sight.ts';
import { previewFile } from './loading/preview-file.ts';
import { MAXIMUM_ROWS } from './loading/run-import.repository.ts';
import { columnLabel } from './recognition/dataset-columns.ts';
import { readMapping } from './recognition/mapping.ts';
import { DATASET_DEFINITIONS, findDatasetDefinition } from './recognition/recognise-columns.ts';
import { announcedBytes, MAXIMUM_MEGABYTES, receiveUpload, type Upload } from './upload.ts';

export interface ImportRouteDeps {
  readonly database: Database;
  readonly queue: ImportQueue;
  readonly audit: AuditLog;
}

const REJECTED_PAGE = 1_000;
const RETRY_SECONDS = '30';
/** Refusals that pass by themselves. */
const RETRIED: readonly string[] = ['too-many-imports', 'imports-full'];
const MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Loading files, watching them run, getting rejected rows back. Always into the person's own kabupaten. */
export function importRoutes(router: IRouter, { database, queue, audit }: ImportRouteDeps): void {
  bindRoute(router, readDatasets, ({ person }) =>
    Promise.resolve({
      maximumMegabytes: MAXIMUM_MEGABYTES,
      maximumRows: MAXIMUM_ROWS,
      items: DATASET_DEFINITIONS.map(({ name, label, description, key, columns }) => ({
        name,
        label,
        description,
        key,
        loadable: mayLoad(person, name),
        columns: columns.map((column) => ({
          name: columnLabel(column),
          english: column.field,
          required: column.required,
          explanation: column.explanation,
        })),
      })),
    }),
  );

  bindRoute(router, readTemplate, async ({ params, response }) => {
    const dataset = requireDataset(params.dataset);
    response.set({
      'Content-Type': MEDIA_TYPES.xlsx,
      'Content-Disposition': `attachment; filename="contoh-${dataset.name}.xlsx"`,
      'Cache-Control': 'no-store',
    });
    await writeDatasetTemplate(response, dataset);
    return undefined;
  });

  bindRoute(router, previewImport, async ({ params, person, request }) => {
    tenantScopeOf(person);
    const dataset = requireDataset(params.dataset);
    const upload = await receiveUpload(request, queue.uploadDir, `lihat-${uuidv7()}`);
    try {
      return await previewFile(dataset, upload, mappingOf(upload));
    } catch (error) {
      throw asProblem(error);
    } finally {
      await rm(upload.path, { force: true });
    }
  });

  bindRoute(router, createImport, async ({ params, query, person, request, response }) => {
    const scope = tenantScopeOf(person);
    const dataset = requireDataset(params.dataset);
    if (!mayLoad(person, dataset.name)) throw new ProblemException(403, 'forbidden');
    const id = uuidv7();
    const place = queue.take({ id, startedBy: person.username, bytes: announcedBytes(request) }, async () => {
      const upload = await receiveUpload(request, queue.uploadDir, id);
      const mapping = await orRemove(upload, () => mappingOf(upload));
      return {
        job: {
          id,
          kabupatenCode: scope.kabupatenCode,
          dataset: dataset.name,
          fileName: upload.fileName,
          storedFile: upload.path,
          mapping,
          defaultUnit: scope.rootUnit,
          dryRun: query.dryRun === 'true' || query.dryRun === '1',
          startedBy: person.username,
          actor: actorOf(person, addressOf(request)),
        },
        format: upload.fileName.toLowerCase().endsWith('.xlsx') ? 'xlsx' : 'csv',
      };
    });
    await place.catch((error: unknown) => {
      if (error instanceof ProblemException && RETRIED.includes(error.key))
        response.set('Retry-After', RETRY_SECONDS);
      throw error;
    });
    return { id };
  });

  bindRoute(router, listImports, async ({ query, person, language }) => {
    const scope = tenantScopeOf(person);
    return readInScope(database, scope, async (transaction) => {
      const { rows, total } = await listImportRows(
        transaction,
        ownerFilter(person),
        query.cursor ?? null,
        query.limit,
      );
      const last = rows.at(-1);
      return {
        items: rows.map((row) => importFor(person, row, language)),
        nextCursor: rows.length === query.limit && last ? last.id : null,
        total,
      };
    });
  });

  bindRoute(router, readImport, async ({ params, person, language }) =>
    importFor(person, await requireImport(database, person, params.id), language),
  );

  bindRoute(router, readRejectedRows, async ({ params, person, request, response }) => {
    const found = await requireImport(database, person, params.id);
    if (!seesCells(person, found)) throw new ProblemException(403, 'rejected-rows-withheld');
    if (found.rejections_deleted_at !== null) throw new ProblemException(404, 'rejected-rows-deleted');
    if (found.rows_rejected === 0 || found.header === null)
      throw new ProblemException(404, 'no-rejected-rows');
    const format = found.file_format;
    await recordExport(
      database,
      audit,
      { person, address: addressOf(request) },
      {
        action: 'export-rejected-rows',
        subject: `imports/${found.dataset}/${found.id}`,
        details: { dataset: found.dataset, fileName: found.file_name, rows: found.rows_rejected },
      },
    );
    response.set({
      'Content-Type': MEDIA_TYPES[format],
      'Content-Disposition': `attachment; filename="ditolak.${format}"; filename*=UTF-8''${encodeURIComponent(rejectedName(found.file_name, format))}`,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    });
    await writeRejectedRows(response, {
      format,
      header: found.header,
      delimiter: found.delimiter,
      rows: rejectedRows(database, person, found.id),
    });
    return undefined;
  });
}

async function* rejectedRows(
  database: Database,
  person: Person,
  importId: string,
): AsyncGenerator<RejectedRow> {
  const scope = tenantScopeOf(person);
  let after = 0;
  for (;;) {
    const page = await readInScope(database, scope, (transaction) =>
      readRejectedPage(transaction, importId, after, REJECTED_PAGE),
    );
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < REJECTED_PAGE) return;
    after = last.row;
  }
}

async function requireImport(database: Database, person: Person, id: string) {
  const found = await readInScope(database, tenantScopeOf(person), (transaction) =>
    findImport(transaction, id, ownerFilter(person)),
  );
  if (!found) throw new ProblemException(404, 'import-not-found');
  return found;
}

/** Whoever sees the whole kabupaten sees that there were imports, all of them; others see their own. */
function ownerFilter(person: Person): string | null {
  return person.scope.kind === 'kabupaten' ? null : person.username;
}

function requireDataset(name: string) {
  const dataset = findDatasetDefinition(name);
  if (!dataset || !DATASETS.includes(dataset.name))
    throw new ProblemException(404, 'dataset-not-found', { dataset: name });
  return dataset;
}

/** Loaded by whoever writes for the whole kabupaten: a single unit may not change them. */
const OF_KABUPATEN: readonly DatasetName[] = ['units', 'services'];
/** What all figures are judged by: loaded by whoever keeps the structure, as on its screens. */
const OF_STRUCTURE: readonly DatasetName[] = ['service-standards', 'calendar', 'targets', 'boundaries'];

/** Loaded by whoever plans the pilots of the whole kabupaten. */
const OF_PILOTS: readonly DatasetName[] = ['pilot-milestones'];
/** Loaded by whoever keeps the register of staff. */
const OF_STAFF: DatasetName = 'staff';

function mayLoad(person: Person, dataset: DatasetName): boolean {
  if (dataset === OF_STAFF) return person.scope.kind === 'kabupaten' && may(person, 'staff:manage');
  // Whoever keeps the register of staff and sees no figures brings none either.
  if (!can(person.role, 'measures:read')) return false;
  if (OF_PILOTS.includes(dataset)) return person.scope.kind === 'kabupaten' && may(person, 'pilots:manage');
  if (OF_STRUCTURE.includes(dataset))
    return person.scope.kind === 'kabupaten' && may(person, 'structure:manage');
  return !OF_KABUPATEN.includes(dataset) || person.scope.kind === 'kabupaten';
}

function mappingOf(upload: Upload): unknown {
  const text = upload.fields.get('mapping');
  if (text === undefined || text.trim() === '') return null;
  const mapping = readMapping(text);
  if (!mapping.ok) {
    throw new ProblemException(
      400,
      'mapping-invalid',
      { reason: mapping.errors.map((error) => error.message).join(' ') },
      mapping.errors.map((error) => ({ ...error })),
    );
  }
  return mapping.value;
}

async function orRemove<T>(upload: Upload, work: () => T): Promise<T> {
  try {
    return work();
  } catch (error) {
    await rm(upload.path, { force: true });
    throw error;
  }
}

function asProblem(error: unknown): unknown {
  if (!(error instanceof ImportFileError)) return error;
  return new ProblemException(400, 'file-unreadable', { reason: error.message }, [
    { path: 'file', code: error.code, message: error.message },
  ]);
}

function rejectedName(fileName: string, format: string): string {
  return `${fileName.replace(/\.[^.]*$/, '')}-ditolak.${format}`;
}
