import { v7 as uuidv7 } from 'uuid';
import type { DemoRefusedFile } from '../../db/seeds/demo/demo-desk.ts';
import type { DemoHand } from '../../db/seeds/demo/demo-hand.ts';
import {
  insertImport,
  saveFileShape,
  saveOutcome,
  saveRejections,
  type ImportJob,
} from '../features/imports/import-records.repository.ts';
import type { AuditActor } from '../platform/audit/audit-entry.ts';
import type { AuditLog } from '../platform/audit/audit-log.repository.ts';

/** Keeps a file of the demo of which every row was refused, as an import that has ended. */
export async function keepRefusedFile(
  audit: AuditLog,
  { transaction, kabupatenCode }: DemoHand,
  actor: AuditActor,
  { unit, fileName, header, rows, reason }: DemoRefusedFile,
): Promise<void> {
  const job: ImportJob = {
    id: uuidv7(),
    kabupatenCode,
    dataset: 'service-cases',
    fileName,
    storedFile: '',
    mapping: null,
    defaultUnit: unit,
    dryRun: false,
    startedBy: actor.username ?? actor.program ?? '',
    actor,
  };
  // The header is the first row of the file.
  const refused = rows.map((values, index) => ({ row: index + 2, values, errors: [reason] }));
  await insertImport(transaction, job, 'csv');
  await saveFileShape(transaction, job, { format: 'csv', header, delimiter: ';' });
  await saveRejections(transaction, job, refused);
  const outcome = {
    rowsRead: rows.length,
    inserted: 0,
    updated: 0,
    unchanged: 0,
    rejected: rows.length,
    errors: refused.map(({ row }) => ({ row, ...reason })),
    warnings: [],
    created: [],
  };
  await saveOutcome(transaction, job, outcome);
  await audit.record(transaction, kabupatenCode, actor, {
    action: 'import',
    subject: `imports/${job.dataset}/${job.id}`,
    details: {
      dataset: job.dataset,
      fileName,
      rowsRead: rows.length,
      inserted: 0,
      updated: 0,
      unchanged: 0,
      rejected: rows.length,
    },
  });
}
