import type { Language } from '#contract/messages';
import type { Period } from '#domain/period/period';
import type { SnapshotGrain } from '#domain/snapshots/snapshot-period';
import type { AuditActor } from '../../../platform/audit/audit-entry.ts';
import type { Clock } from '../../../platform/database/rollups/selection.ts';
import type { RunClaim } from './snapshot-runs.repository.ts';

/** What is to be frozen, and who freezes it. */
export interface FreezeOrder {
  readonly kabupaten: { readonly code: string; readonly name: string };
  readonly grain: SnapshotGrain;
  readonly period: Period;
  /** Why figures are frozen again; null for the first time. */
  readonly reason: string | null;
  /** The moment the figures are computed at. */
  readonly clock: Clock;
  readonly actor: AuditActor;
  readonly post: { readonly id: string | null; readonly title: string };
  readonly demo: boolean;
  /** Of who freezes them, for what is said when it fails. */
  readonly language: Language;
  /** The run, in the hands of this process. */
  readonly claim: RunClaim;
}
