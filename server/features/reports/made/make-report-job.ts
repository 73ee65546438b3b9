import { rightsKey } from '#domain/snapshots/figure-reader';
import { may, personInPost, type Person } from '../../../platform/auth/person.ts';
import { findUserById } from '../../../platform/auth/people.queries.ts';
import { readInScope } from '../../../platform/database/scoped.ts';
import type { Database } from '../../../platform/database/pool.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import type { JobCall, JobKind } from '../../../platform/jobs/job-queue.ts';
import { documentOf, type DocumentDeps } from '../documents/make-document.ts';
import { reportFile } from '../documents/report-file.ts';
import { readerOf } from '../snapshots/reader-of-person.ts';
import { findMade, type MadeRecord } from './made-reports.queries.ts';
import { failReport, finishReport, inMadeReports, noteStep } from './made-reports.repository.ts';

/** What the job is told: which report of which kabupaten. Everything else stands in its row. */
export interface MakeReportData {
  readonly kabupatenCode: string;
  readonly timeZone: string;
  readonly id: string;
}

/** Ten minutes are far more than the longest report takes. */
export const MAKE_REPORT: JobKind = {
  name: 'make-report',
  retries: 2,
  firstPauseSeconds: 10,
  longestPauseSeconds: 60,
  expireSeconds: 600,
};

export interface MakeReportDeps extends DocumentDeps {
  readonly database: Database;
}

/** How far a report is when a step begins; a step weighs what it usually takes. */
const PROGRESS = { gathering: 5, drawing: 60, storing: 95 } as const;

/**
 * Makes a report that somebody ordered, as that person may see its figures now. It may run twice: a report that is done,
 * failed or taken back is left as it is.
 *
 * @throws Error when it may help to try again
 */
export async function makeReport(
  deps: MakeReportDeps,
  { data, last }: JobCall<MakeReportData>,
): Promise<void> {
  const { database } = deps;
  const { kabupatenCode, timeZone, id } = data;
  const record = await readInScope(database, { kabupatenCode }, (transaction) => findMade(transaction, id));
  if (record === null || record.state === 'done' || record.state === 'failed') return;
  const step = (name: keyof typeof PROGRESS): Promise<boolean> =>
    inMadeReports(database, kabupatenCode, (transaction) =>
      noteStep(transaction, kabupatenCode, id, name, PROGRESS[name]),
    );
  const fail = (problem: string): Promise<void> =>
    inMadeReports(database, kabupatenCode, (transaction) =>
      failReport(transaction, kabupatenCode, id, problem, deps.figures.clock(timeZone).now),
    );
  try {
    if (!(await step('gathering'))) return;
    const person = await ownerOf(database, record, deps.figures.clock(timeZone).now);
    if (person === null) return await fail('made-report-no-post');
    const document = await readInScope(database, { kabupatenCode }, (transaction) =>
      documentOf(
        transaction,
        deps,
        { person, language: record.language },
        { report: record.report, unit: record.unit_code, grain: record.grain, from: record.from_on },
      ),
    );
    if (!(await step('drawing'))) return;
    const file = await reportFile(document, record.format);
    if (!(await step('storing'))) return;
    await inMadeReports(database, kabupatenCode, (transaction) =>
      finishReport(
        transaction,
        kabupatenCode,
        record,
        { ...file, snapshotCode: document.figures.code, reader: rightsKey(readerOf(person)) },
        {
          report: `${document.title} ${document.unitName}, ${document.period.name}`,
          now: deps.figures.clock(timeZone).now,
        },
      ),
    );
  } catch (error) {
    // What is said of a unit that went away or a period that is wrong stays true however often it is tried.
    if (error instanceof ProblemException && error.status < 500) return fail('made-report-gone');
    if (last) await fail('made-report-broken');
    else
      await inMadeReports(database, kabupatenCode, (transaction) =>
        noteStep(transaction, kabupatenCode, id, 'waiting', 0),
      );
    throw error;
  }
}

/** The person in the post the report was ordered in; null when the post is no longer theirs, or reads no reports. */
async function ownerOf(database: Database, record: MadeRecord, now: string): Promise<Person | null> {
  const user = await findUserById(database, record.user_id, now);
  const post = user?.posts.find(({ id }) => id === record.post_id);
  if (user === null || post === undefined) return null;
  const person = personInPost(user, post);
  return may(person, 'reports:read') ? person : null;
}
