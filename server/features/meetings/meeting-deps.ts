import type { AttentionItem } from '#contract/attention';
import type { Language } from '#contract/messages';
import type { Letterhead, ReportDocument } from '#contract/reports/report-document';
import type { RouteDescriptor } from '#contract/route';
import type { TenantScope } from '#domain/scope';
import type { UnitTree } from '#domain/unit-tree';
import { actorOf, type AuditActor } from '../../platform/audit/audit-entry.ts';
import type { AuditLog } from '../../platform/audit/audit-log.repository.ts';
import type { HeldPost, Person } from '../../platform/auth/person.ts';
import type { ClockSource } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/pool.ts';
import type { ReadTransaction } from '../../platform/database/scoped.ts';
import { tenantScopeOf, type RouteCall } from '../../platform/http/bind-route.ts';
import { ProblemException } from '../../platform/http/problem-error.ts';
import { addressOf } from '../../platform/http/request-address.ts';

/** An exception in one language, as far as an agenda tells it. */
export type ToldException = Pick<
  AttentionItem,
  'key' | 'kind' | 'mark' | 'unit' | 'sentence' | 'owner' | 'since' | 'facts' | 'proof' | 'spark'
>;

/** What the figures say needs a decision, in both languages and in the same order. */
export interface AgendaExceptions {
  readonly items: readonly { readonly id: ToldException; readonly en: ToldException }[];
  readonly dataVersion: number;
  readonly definitionsVersion: string;
}

/** A post that can hold a decision. */
export interface DecisionOwner {
  readonly post: string;
  readonly title: string;
  /** Whether it answers for this very unit. */
  readonly responsible: boolean;
}

/** A decision of a meeting as it is handed on to be followed up. */
export interface NewCommitment {
  readonly meeting: { readonly id: string; readonly on: string; readonly unit: string | null };
  readonly unitCode: string;
  readonly about: { readonly key: string | null; readonly sentence: string; readonly link: string | null };
  readonly from: { readonly post: string; readonly title: string };
  readonly to: { readonly post: string; readonly title: string };
  readonly instruction: string;
  readonly dueOn: string;
}

/** What meetings need of the figures, of disposisi and of what draws documents; handed in by the composition root. */
export interface MeetingSources {
  /**
   * The ranked exceptions of a unit as everybody who may read its minutes may read them: without the right to details,
   * and without complaints of suspected abuse.
   */
  readonly exceptions: (
    transaction: ReadTransaction,
    person: Person,
    unit: string,
  ) => Promise<AgendaExceptions>;
  /** The posts that a decision about a unit can be given to, those that answer for it first. */
  readonly owners: (
    transaction: ReadTransaction,
    asked: {
      readonly unit: string;
      readonly scope: TenantScope;
      readonly units: UnitTree;
      readonly today: string;
    },
  ) => Promise<readonly DecisionOwner[]>;
  /** Makes a commitment of a decision, within the transaction of `desk.database`; returns its id. */
  readonly commit: (desk: MeetingDesk, given: NewCommitment) => Promise<string>;
  /** The letterhead of a unit, for paper. */
  readonly letterhead: (transaction: ReadTransaction, unit: string) => Promise<Letterhead>;
  /** A document as PDF. */
  readonly writePdf: (document: ReportDocument) => Promise<Buffer>;
}

export interface MeetingDeps {
  readonly database: Database;
  readonly clock: ClockSource;
  readonly audit: AuditLog;
  /** Origin of the links on paper; null when it is not set. */
  readonly publicUrl: string | null;
  readonly sources: MeetingSources;
}

/** Who writes at a meeting, where and when. */
export interface MeetingDesk {
  readonly database: Database;
  readonly audit: AuditLog;
  readonly actor: AuditActor;
  readonly kabupatenCode: string;
  readonly post: { readonly id: string; readonly title: string };
  /** ISO instant. */
  readonly now: string;
  /** Local day. */
  readonly today: string;
}

/** The desk of a call. @throws ProblemException 403 for who acts in no post */
export function deskOf(deps: MeetingDeps, { person, request }: RouteCall<RouteDescriptor>): MeetingDesk {
  const { kabupatenCode, timeZone } = tenantScopeOf(person);
  const { now, today } = deps.clock(timeZone);
  const { id, title } = postOf(person);
  return {
    database: deps.database,
    audit: deps.audit,
    actor: actorOf(person, addressOf(request)),
    kabupatenCode,
    post: { id, title },
    now,
    today,
  };
}

/** The active post. @throws ProblemException 403 without one */
export function postOf(person: Person): HeldPost {
  if (person.post === null) throw new ProblemException(403, 'forbidden');
  return person.post;
}

/** Who asks, as far as it decides what a meeting looks like. */
export interface MeetingReader {
  readonly scope: TenantScope;
  /** The post whose steps with a promise are told; null for who only reads for another. */
  readonly post: string | null;
  readonly mayRun: boolean;
  readonly language: Language;
  readonly today: string;
}
