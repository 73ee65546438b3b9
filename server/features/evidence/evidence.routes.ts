import { Writable } from 'node:stream';
import type { IRouter, Request } from 'express';
import {
  addEvidence,
  EVIDENCE_MEGABYTES,
  listEvidence,
  readEvidenceFile,
  removeEvidence,
  type Evidence,
  type EvidenceOf,
} from '#contract/evidence';
import type { RouteDescriptor } from '#contract/route';
import { savedFileName, shownFileName } from '#domain/evidence/shown-file-name';
import { actorOf } from '../../platform/audit/audit-entry.ts';
import type { AuditLog } from '../../platform/audit/audit-log.repository.ts';
import { may, type Person } from '../../platform/auth/person.ts';
import type { ClockSource } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/pool.ts';
import { readInScope, type ReadTransaction } from '../../platform/database/scoped.ts';
import type { EvidenceOwners, EvidenceSight } from '../../platform/evidence/evidence-owner.ts';
import { attachmentHeader } from '../../platform/http/attachment.ts';
import { bindRoute, tenantScopeOf, type RouteCall } from '../../platform/http/bind-route.ts';
import { ProblemException } from '../../platform/http/problem-error.ts';
import { receiveFile, type ReceivedForm } from '../../platform/http/receive-file.ts';
import { addressOf } from '../../platform/http/request-address.ts';
import { evidenceFileOf } from './evidence-file.ts';
import {
  findEvidenceContent,
  findEvidenceRecord,
  listEvidenceRecords,
  listOtherUses,
  type EvidenceRecord,
} from './evidence.queries.ts';
import { insertEvidence, removeEvidenceLink, type EvidenceDesk } from './evidence.repository.ts';

export interface EvidenceDeps {
  readonly database: Database;
  readonly clock: ClockSource;
  readonly audit: AuditLog;
  /** Who says of each kind of thing whether a person may know it. */
  readonly owners: EvidenceOwners;
}

const LONGEST_NOTE = 500;

/** Files as evidence: of what, is for the features to say; what is known of the file, is said here. */
export function evidenceRoutes(router: IRouter, deps: EvidenceDeps): void {
  bindRoute(router, listEvidence, ({ query, person }) =>
    readInScope(deps.database, tenantScopeOf(person), async (transaction) => {
      const sight = await requireSight(deps, transaction, person, query.about, query.id);
      const records = await listEvidenceRecords(transaction, query.about, query.id);
      return {
        items: await answersOf(deps, transaction, person, sight, records),
        mayAdd: mayAdd(person, sight),
      };
    }),
  );

  bindRoute(router, addEvidence, async (call) => {
    const { query, person, request } = call;
    // Before the file is received, and once more after: it may have been signed off meanwhile.
    await requireAdding(deps, person, query.about, query.id);
    const { form, content } = await receiveEvidence(request);
    const note = noteOf(form);
    const file = await evidenceFileOf(content);
    await requireAdding(deps, person, query.about, query.id);
    const id = await insertEvidence(deskOf(deps, call), {
      about: query.about,
      aboutId: query.id,
      file,
      fileName: shownFileName(form.fileName),
      note,
      post: { id: person.post?.id ?? null, title: person.post?.title ?? person.name },
    });
    return readInScope(deps.database, tenantScopeOf(person), async (transaction) => {
      const { record, sight } = await requireEvidence(deps, transaction, person, id);
      const [answer] = await answersOf(deps, transaction, person, sight, [record]);
      if (answer === undefined) throw new ProblemException(404, 'evidence-not-found');
      return answer;
    });
  });

  bindRoute(router, readEvidenceFile, async ({ params, person, response }) => {
    const { record, content } = await readInScope(
      deps.database,
      tenantScopeOf(person),
      async (transaction) => {
        const found = await requireEvidence(deps, transaction, person, params.id);
        return {
          record: found.record,
          content: await findEvidenceContent(transaction, found.record.hash),
        };
      },
    );
    if (content === null) throw new ProblemException(404, 'evidence-not-found');
    // Whatever it holds: it is saved and not opened, nothing in it runs, and nobody else gets it from a cache.
    response.set({
      'Content-Type': record.media_type,
      'Content-Length': String(content.length),
      'Content-Disposition': attachmentHeader(savedFileName(record.file_name, record.media_type)),
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, no-store',
    });
    response.end(content);
    return undefined;
  });

  bindRoute(router, removeEvidence, async (call) => {
    const { params, body, person } = call;
    const { record, sight } = await readInScope(deps.database, tenantScopeOf(person), (transaction) =>
      requireEvidence(deps, transaction, person, params.id),
    );
    if (!mayAdd(person, sight)) throw new ProblemException(403, 'evidence-closed');
    if (!isOwn(person, record))
      throw new ProblemException(403, 'evidence-of-another-post', { post: record.post_title });
    await removeEvidenceLink(deskOf(deps, call), record, body.reason);
    return { removed: true as const };
  });
}

function deskOf(deps: EvidenceDeps, { person, request }: RouteCall<RouteDescriptor>): EvidenceDesk {
  const { kabupatenCode, timeZone } = tenantScopeOf(person);
  return {
    database: deps.database,
    audit: deps.audit,
    actor: actorOf(person, addressOf(request)),
    kabupatenCode,
    now: deps.clock(timeZone).now,
  };
}

/** What the person may do with the evidence of a thing. @throws ProblemException 404 when they may not know it */
async function requireSight(
  { owners }: EvidenceDeps,
  transaction: ReadTransaction,
  person: Person,
  about: EvidenceOf,
  id: string,
): Promise<EvidenceSight> {
  const sight = (await owners[about]?.(transaction, person, id)) ?? null;
  if (sight === null) throw new ProblemException(404, 'evidence-of-nothing');
  return sight;
}

async function requireAdding(
  deps: EvidenceDeps,
  person: Person,
  about: EvidenceOf,
  id: string,
): Promise<void> {
  const sight = await readInScope(deps.database, tenantScopeOf(person), (transaction) =>
    requireSight(deps, transaction, person, about, id),
  );
  if (!mayAdd(person, sight)) throw new ProblemException(403, 'evidence-closed');
}

/** A file whose thing the person may know; 404 for all others, as if they were not there. */
async function requireEvidence(
  deps: EvidenceDeps,
  transaction: ReadTransaction,
  person: Person,
  id: string,
): Promise<{ record: EvidenceRecord; sight: EvidenceSight }> {
  const record = await findEvidenceRecord(transaction, id);
  const sight =
    record === null
      ? null
      : ((await deps.owners[record.about_kind]?.(transaction, person, record.about_id)) ?? null);
  if (record === null || sight === null) throw new ProblemException(404, 'evidence-not-found');
  return { record, sight };
}

/** Someone who reads for the holder adds nothing, whatever the thing allows. */
function mayAdd(person: Person, sight: EvidenceSight): boolean {
  return sight.mayAdd && may(person, 'evidence:write');
}

/** A post answers for what it added, whoever holds it now. */
function isOwn(person: Person, record: EvidenceRecord): boolean {
  return record.post_id !== null && record.post_id === person.post?.id;
}

async function answersOf(
  deps: EvidenceDeps,
  transaction: ReadTransaction,
  person: Person,
  sight: EvidenceSight,
  records: readonly EvidenceRecord[],
): Promise<Evidence[]> {
  const [first] = records;
  if (first === undefined) return [];
  const hashes = records.map(({ hash }) => hash);
  const uses = await listOtherUses(transaction, hashes, first.about_kind, first.about_id);
  const answers: Evidence[] = [];
  for (const record of records) {
    const alsoUsed: { title: string; at: string }[] = [];
    let hidden = 0;
    for (const use of uses) {
      if (use.hash !== record.hash) continue;
      const other = (await deps.owners[use.about_kind]?.(transaction, person, use.about_id)) ?? null;
      if (other === null) hidden += 1;
      else alsoUsed.push({ title: other.title, at: use.created_at.toISOString() });
    }
    answers.push({
      id: record.id,
      fileName: record.file_name,
      mediaType: record.media_type,
      bytes: record.bytes,
      hash: record.hash,
      note: record.note,
      by: record.post_title,
      at: record.created_at.toISOString(),
      takenAt: record.taken_at,
      locationRemoved: record.location_removed,
      alsoUsed,
      alsoUsedHidden: hidden,
      mayRemove: mayAdd(person, sight) && isOwn(person, record),
    });
  }
  return answers;
}

/** The file of a request in memory: it is small, and its type must be known before any of it is kept. */
async function receiveEvidence(request: Request): Promise<{ form: ReceivedForm; content: Buffer }> {
  const chunks: Buffer[] = [];
  const form = await receiveFile(
    request,
    { megabytes: EVIDENCE_MEGABYTES, tooLarge: 'evidence-too-large' },
    () =>
      new Writable({
        write: (chunk: Buffer, _encoding, done) => {
          chunks.push(chunk);
          done();
        },
      }),
  );
  return { form, content: Buffer.concat(chunks) };
}

function noteOf({ fields }: ReceivedForm): string | null {
  const note = (fields.get('note') ?? '').trim();
  if (note.length > LONGEST_NOTE)
    throw new ProblemException(400, 'evidence-note-too-long', { most: LONGEST_NOTE });
  if (note.includes('\0')) throw new ProblemException(400, 'invalid-request');
  return note === '' ? null : note;
}
