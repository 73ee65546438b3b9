import type { IRouter } from 'express';
import {
  listMadeReports,
  orderReport,
  readMadeFile,
  removeMadeReport,
  type MadeReport,
} from '#contract/reports/made-reports';
import { MESSAGES, say, type Language, type MessageKey } from '#contract/messages';
import { addDays } from '#domain/period/civil-date';
import { rightsKey } from '#domain/snapshots/figure-reader';
import { periodAround, periodName } from '#domain/snapshots/snapshot-period';
import type { UnitTree } from '#domain/unit-tree';
import { findReport } from '../../../../reports/definitions/report-catalogue.ts';
import type { AuditLog } from '../../../platform/audit/audit-log.repository.ts';
import { recordExport } from '../../../platform/audit/record-export.ts';
import type { Person } from '../../../platform/auth/person.ts';
import { clockAt } from '../../../platform/clock.ts';
import { readInScope, type ReadTransaction } from '../../../platform/database/scoped.ts';
import { readStructure } from '../../../platform/database/structure.queries.ts';
import { attachmentHeader } from '../../../platform/http/attachment.ts';
import { bindRoute, tenantScopeOf } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { addressOf } from '../../../platform/http/request-address.ts';
import type { JobQueue } from '../../../platform/jobs/job-queue.ts';
import { isMadeOf, requireReport } from '../documents/make-document.ts';
import { requirePeriod } from '../snapshots/read-figures.ts';
import { readerOf } from '../snapshots/reader-of-person.ts';
import { MAKE_REPORT, makeReport, type MakeReportData, type MakeReportDeps } from './make-report-job.ts';
import {
  findMade,
  listMade,
  readMadeContent,
  type MadeOwner,
  type MadeRecord,
} from './made-reports.queries.ts';
import {
  dropReport,
  inMadeReports,
  KEPT_DAYS,
  MOST_KEPT,
  MOST_UNFINISHED,
  putOrder,
  type ReportOrder,
} from './made-reports.repository.ts';

export interface MadeReportDeps extends MakeReportDeps {
  readonly audit: AuditLog;
  readonly jobs: Pick<JobQueue, 'work' | 'send' | 'wake'>;
}

/** Report files that are made in the background: ordered, listed with their progress, fetched, taken off the list. */
export function madeReportRoutes(router: IRouter, deps: MadeReportDeps): void {
  const { database, jobs } = deps;
  jobs.work<MakeReportData>(MAKE_REPORT, (call) => makeReport(deps, call));

  bindRoute(router, orderReport, async ({ body, person, language }) => {
    const scope = tenantScopeOf(person);
    const { kabupatenCode, timeZone } = scope;
    const { now, today } = deps.figures.clock(timeZone);
    const units = await readInScope(database, scope, async (transaction) => {
      const { structure } = await readStructure(transaction);
      requireMakable(structure.units, scope.rootUnit, body, { language, today });
      return structure.units;
    });
    const order: ReportOrder = {
      report: body.report,
      unit_code: body.unit,
      grain: body.grain,
      from_on: body.from,
      format: body.format,
      language,
    };
    const outcome = await inMadeReports(database, kabupatenCode, async (transaction) => {
      const put = await putOrder(
        transaction,
        kabupatenCode,
        { ...ownerOf(person), reader: rightsKey(readerOf(person)) },
        order,
        now,
      );
      if (put.kind === 'new') {
        const data: MakeReportData = { kabupatenCode, timeZone, id: put.id };
        await jobs.send(MAKE_REPORT.name, data, { key: put.id, transaction });
      }
      return put;
    });
    if (outcome.kind === 'too-many')
      throw new ProblemException(409, 'made-reports-full', { most: MOST_KEPT });
    if (outcome.kind === 'too-many-unfinished')
      throw new ProblemException(409, 'made-reports-waiting', { most: MOST_UNFINISHED });
    if (outcome.kind === 'new') jobs.wake(MAKE_REPORT.name);
    const { id } = outcome;
    const record = await readInScope(database, scope, (transaction) => findMade(transaction, id));
    if (record === null) throw new ProblemException(404, 'made-report-not-found');
    return answerOf(record, { units, language, timeZone });
  });

  bindRoute(router, listMadeReports, ({ person, language }) => {
    const scope = tenantScopeOf(person);
    return readInScope(database, scope, async (transaction) => {
      const { units } = (await readStructure(transaction)).structure;
      const made = await listMade(transaction, ownerOf(person));
      return {
        items: made
          .filter((record) => isStillTheirs(record, person, units))
          .map((record) => answerOf(record, { units, language, timeZone: scope.timeZone })),
        most: MOST_KEPT,
        keptDays: KEPT_DAYS,
      };
    });
  });

  bindRoute(router, readMadeFile, async ({ params, person, request, response }) => {
    const { record, content } = await readInScope(database, tenantScopeOf(person), async (transaction) => {
      const own = await requireOwn(transaction, person, params.id);
      return { record: own, content: await readMadeContent(transaction, params.id) };
    });
    if (content === null || record.file_name === null || record.media_type === null)
      throw new ProblemException(404, 'made-report-not-found');
    const { from, to } = periodAround(record.grain, record.from_on);
    await recordExport(
      database,
      deps.audit,
      { person, address: addressOf(request) },
      {
        action: 'export-report',
        subject: `reports/${record.report}/${record.unit_code}`,
        details: {
          report: record.report,
          unit: record.unit_code,
          from,
          to,
          format: record.format,
          code: record.snapshot_code,
        },
      },
    );
    response.set({
      'Content-Type': record.media_type,
      'Content-Length': String(content.length),
      'Content-Disposition': attachmentHeader(record.file_name),
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, no-store',
    });
    response.end(content);
    return undefined;
  });

  bindRoute(router, removeMadeReport, async ({ params, person }) => {
    const scope = tenantScopeOf(person);
    await readInScope(database, scope, (transaction) => requireOwn(transaction, person, params.id));
    await inMadeReports(database, scope.kabupatenCode, (transaction) =>
      dropReport(transaction, scope.kabupatenCode, params.id),
    );
    return undefined;
  });
}

/** @throws ProblemException as the report itself would: 404 for report or unit, 400 for grain, format or period */
function requireMakable(
  units: UnitTree,
  root: string,
  {
    report,
    unit,
    grain,
    from,
    format,
  }: Pick<MadeReport, 'report' | 'grain' | 'from' | 'format'> & { unit: string },
  { language, today }: { readonly language: Language; readonly today: string },
): void {
  const definition = requireReport(report);
  const title = definition.title[language];
  if (!units.isWithin(unit, root) || units.find(unit) === null)
    throw new ProblemException(404, 'unit-not-found', { unit });
  if (!isMadeOf(definition, units.ancestorsOf(unit).length === 0))
    throw new ProblemException(400, 'report-not-of-unit', { report: title });
  if (!definition.grains.includes(grain))
    throw new ProblemException(400, 'report-grain-missing', { report: title });
  if (!definition.formats.includes(format))
    throw new ProblemException(400, 'report-format-missing', {
      report: title,
      formats: definition.formats.filter((each) => each !== 'screen').join(', '),
    });
  if (requirePeriod(grain, from).from > today) throw new ProblemException(400, 'snapshot-period-ahead');
}

function ownerOf({ userId, post }: Person): MadeOwner {
  if (userId === null || post === null) throw new ProblemException(403, 'forbidden');
  return { userId, postId: post.id };
}

/** @throws ProblemException 404 for what somebody else ordered, and for what the person may no longer see */
async function requireOwn(transaction: ReadTransaction, person: Person, id: string): Promise<MadeRecord> {
  const { userId, postId } = ownerOf(person);
  const record = await findMade(transaction, id);
  const { units } = (await readStructure(transaction)).structure;
  if (
    record === null ||
    record.user_id !== userId ||
    record.post_id !== postId ||
    !isStillTheirs(record, person, units)
  )
    throw new ProblemException(404, 'made-report-not-found');
  return record;
}

/** Whether the person may still see the unit, and still sees what stands in the file. */
function isStillTheirs(record: MadeRecord, person: Person, units: UnitTree): boolean {
  if (!units.isWithin(record.unit_code, tenantScopeOf(person).rootUnit)) return false;
  return record.reader === null || record.reader === rightsKey(readerOf(person));
}

interface AnswerFrame {
  readonly units: UnitTree;
  readonly language: Language;
  readonly timeZone: string;
}

function answerOf(record: MadeRecord, { units, language, timeZone }: AnswerFrame): MadeReport {
  const period = periodAround(record.grain, record.from_on);
  const keptUntil = addDays(clockAt(record.created_at, timeZone).today, KEPT_DAYS - 1);
  return {
    id: record.id,
    report: record.report,
    title: findReport(record.report)?.title[language] ?? record.report,
    unit: { code: record.unit_code, name: units.find(record.unit_code)?.name ?? record.unit_code },
    grain: record.grain,
    from: record.from_on,
    periodName: periodName(period, language),
    format: record.format,
    state: record.state,
    progress: record.progress,
    sentence: sentenceOf(record, language, keptUntil),
    bytes: record.bytes,
    fileName: record.file_name,
    snapshotCode: record.snapshot_code,
    at: record.created_at.toISOString(),
    finishedAt: record.finished_at?.toISOString() ?? null,
    keptUntil,
  };
}

function sentenceOf({ state, step, problem }: MadeRecord, language: Language, keptUntil: string): string {
  if (state === 'done') return say('made-report-ready', language, { until: keptUntil });
  if (state === 'failed') return say(isMessage(problem) ? problem : 'made-report-broken', language);
  return say(`made-report-${step}`, language);
}

function isMessage(key: string | null): key is MessageKey {
  return key !== null && key in MESSAGES;
}
