import type { Language } from '#contract/messages';
import type { MailFormat } from '#contract/reports/subscriptions';
import type { ReportDocument } from '#contract/reports/report-document';
import type { AuditLog } from '../../platform/audit/audit-log.repository.ts';
import type { Person } from '../../platform/auth/person.ts';
import type { ClockSource } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/pool.ts';
import type { JobKind, JobQueue } from '../../platform/jobs/job-queue.ts';
import type { Mailer } from '../../platform/mail/mailer.ts';
import type { Logger } from 'pino';
import type { MailTransaction } from './subscriptions.repository.ts';
import type { NewsSettings } from './unsubscribed-news.ts';

/** Which report, of which unit and period. */
export interface AskedReport {
  readonly report: string;
  readonly unit: string;
  readonly grain: 'month' | 'quarter';
  /** First day of the period. */
  readonly from: string;
}

/** A report that can be sent: its name, and in what it can be had. */
export interface SendableReport {
  readonly title: string;
  readonly grains: readonly ('month' | 'quarter')[];
  readonly formats: readonly MailFormat[];
}

/** What mail needs of the reports. */
export interface ReportSource {
  /** Title of a report; its id when there is none of this name any more. */
  readonly titleOf: (report: string, language: Language) => string;
  /** A report of a unit as somebody may have it; null when there is none of this name, or not of this unit. */
  readonly find: (person: Person, report: string, unit: string) => Promise<SendableReport | null>;
  /**
   * The report with that person's rights, as it is now.
   * @throws ProblemException 404 when the person may not see the unit any more
   */
  readonly make: (person: Person, asked: AskedReport) => Promise<ReportDocument>;
  /** Its file. @throws Error when it cannot be made: never half a file */
  readonly file: (
    document: ReportDocument,
    format: 'pdf' | 'xlsx',
  ) => Promise<{ readonly name: string; readonly type: string; readonly content: Buffer }>;
}

export interface DeliveryDeps {
  readonly database: Database;
  readonly clock: ClockSource;
  readonly audit: AuditLog;
  readonly log: Logger;
  readonly jobs: JobQueue;
  /** Null while the operator has not set a mail server. */
  readonly mailer: Mailer | null;
  /** Origin of links; null only where there is no mailer. */
  readonly publicUrl: string | null;
  /** The installation's secret. */
  readonly secret: string;
  readonly reports: ReportSource;
  readonly news: NewsSettings;
}

/** What a job of {@link DELIVER} is about. */
export interface DeliveryJob {
  readonly kabupatenCode: string;
  readonly id: string;
}

/** Sending one mail: tried again after one to two minutes, then after twice as long each time, then every hour: 18 times in half a day. */
export const DELIVER: JobKind = {
  name: 'deliver-mail',
  retries: 17,
  firstPauseSeconds: 60,
  longestPauseSeconds: 3_600,
  expireSeconds: 600,
};

/** Puts the job of a delivery into the queue, with the transaction that made the delivery. */
export async function enqueueDelivery(
  jobs: JobQueue,
  transaction: MailTransaction,
  delivery: DeliveryJob,
  sendAfter: string,
): Promise<void> {
  await jobs.send(DELIVER.name, delivery, {
    key: delivery.id,
    startAfter: new Date(sendAfter),
    transaction,
  });
}
