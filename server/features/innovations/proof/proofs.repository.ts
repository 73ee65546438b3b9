import { isDeepStrictEqual } from 'node:util';
import type { Knex } from 'knex';
import type { EntryFigure } from '#contract/innovations/catalogue';
import { lockedFields, lockFault, proofBadge, type ProofLock } from '#domain/innovations/proof-verdict';
import { newRecordId } from '../../../platform/database/record-id.ts';
import { writeInScope } from '../../../platform/database/scoped.ts';
import type { Database } from '../../../platform/database/pool.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import type { EntryDesk } from '../entry-desk.ts';
import { wholeContent, type EntryRow } from '../entry-record.ts';
import { figuresOf, renewSharedCopy } from '../sharing/shared-copy.repository.ts';
import { reportedProof } from '../sharing/shared-copy.ts';
import { standingEntry } from '../writing/standing-entry.repository.ts';

/** Who tries many figures finds one that pleases by chance alone. */
const MOST_PROOFS = 8;

export interface NewProof extends ProofLock {
  readonly measure: string;
  readonly field: string;
  readonly service: string | null;
  readonly comparedUnits: readonly string[];
}

interface KnownProof {
  readonly measure: string;
  readonly field: string;
  readonly service_code: string | null;
}

/**
 * Writes down what is to prove an entry, for good: neither the measure nor the months can be changed or taken back once
 * the result may be seen. A time is locked by both clocks.
 *
 * @returns ids of the new proofs, in the order of the clocks
 * @throws ProblemException 400 for a field that proves nothing and for months that cannot be compared; 404 without such an
 *   entry; 409 in the archive, when it is locked already, and when the entry has as many proofs as it may have
 */
export async function lockProof(desk: EntryDesk, id: string, proof: NewProof): Promise<string[]> {
  const { kabupatenCode, now, today } = desk;
  const fields = lockedFields(proof.measure, proof.field);
  if (fields.length === 0) throw new ProblemException(400, 'proof-field-unknown', { field: proof.field });
  const fault = lockFault(proof, today);
  if (fault !== null) throw new ProblemException(400, fault);
  return writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const row = await standingEntry(transaction, kabupatenCode, id);
    if (row.state === 'archived') throw new ProblemException(409, 'innovation-archived');
    const known: KnownProof[] = await transaction('innovation_proofs')
      .where({ kabupaten_code: kabupatenCode, innovation_id: id })
      .select('measure', 'field', 'service_code');
    const fresh = fields.filter(
      ({ measure, field }) =>
        !known.some(
          (each) =>
            each.measure === measure && each.field === field.id && each.service_code === proof.service,
        ),
    );
    if (fresh.length === 0) throw new ProblemException(409, 'proof-locked-already');
    if (known.length + fresh.length > MOST_PROOFS)
      throw new ProblemException(409, 'proof-too-many', { count: MOST_PROOFS });
    const ids: string[] = [];
    for (const { measure, field } of fresh) {
      const proofId = newRecordId();
      ids.push(proofId);
      await transaction('innovation_proofs').insert({
        kabupaten_code: kabupatenCode,
        id: proofId,
        innovation_id: id,
        measure,
        field: field.id,
        unit_code: row.unit_code,
        service_code: proof.service,
        started_on: proof.startedOn,
        before_from: proof.before.from,
        before_to: proof.before.to,
        compared_units: [...proof.comparedUnits],
        locked_at: now,
        locked_by: desk.post.title,
      });
      await desk.audit.record(transaction, kabupatenCode, desk.actor, {
        action: 'innovation-proof-locked',
        subject: `innovations/${id}`,
        details: {
          innovation: nameOf(row),
          unit: row.unit_code,
          figure: field.label,
          service: proof.service,
          on: proof.startedOn,
          from: proof.before.from,
          to: proof.before.to,
          count: proof.comparedUnits.length,
        },
      });
    }
    // A result is not there yet: no list and no figure has changed.
    return { result: ids, changed: false };
  });
}

/** What a proof came to. */
export interface MeasuredProof {
  readonly id: string;
  readonly innovationId: string;
  readonly figure: EntryFigure | null;
}

/**
 * Keeps what proofs came to, and with it the badge of their entries and the shared copy. Doing it twice changes nothing.
 * @param dataVersion of the data that they were measured with
 */
export async function keepResults(
  database: Database,
  kabupatenCode: string,
  measured: readonly MeasuredProof[],
  { dataVersion, now }: { readonly dataVersion: number; readonly now: string },
): Promise<void> {
  if (measured.length === 0) return;
  await writeInScope(database, { kabupatenCode }, async (transaction) => {
    const touched = new Set<string>();
    for (const { id, innovationId, figure } of measured) {
      const row: { result: EntryFigure | null } | undefined = await transaction('innovation_proofs')
        .where({ kabupaten_code: kabupatenCode, id })
        .first('result');
      if (row === undefined) continue;
      if (!isDeepStrictEqual(row.result, figure)) touched.add(innovationId);
      await transaction('innovation_proofs')
        .where({ kabupaten_code: kabupatenCode, id })
        .update({
          result: figure === null ? null : JSON.stringify(figure),
          result_data_version: dataVersion,
          computed_at: now,
        });
    }
    for (const id of touched) await renewBadge(transaction, kabupatenCode, id, now);
    return { result: undefined, changed: touched.size > 0 };
  });
}

/** The badge of an entry by its proofs as they are kept, and by its own words; and the copy that others read. */
async function renewBadge(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  id: string,
  now: string,
): Promise<void> {
  const row = await standingEntry(transaction, kabupatenCode, id);
  const reported =
    row.published !== null && reportedProof(wholeContent(row.published)) === 'dilaporkan-sendiri';
  await transaction('innovations')
    .where({ kabupaten_code: kabupatenCode, id })
    .update({
      proof: proofBadge(
        await figuresOf(transaction, kabupatenCode, id),
        reported ? 'dilaporkan-sendiri' : 'belum-ada-data',
      ),
    });
  await renewSharedCopy(transaction, kabupatenCode, id, now);
}

function nameOf(row: EntryRow): string {
  return wholeContent(row.published ?? row.draft).name;
}
