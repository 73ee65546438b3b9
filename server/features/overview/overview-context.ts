import type { Language } from '#contract/messages';
import type { DetailRights } from '#domain/suppression/field-groups';
import type { UnitRecord } from '#domain/unit-tree';
import type { DataVersion } from '../../platform/database/data-version.queries.ts';
import type { Clock } from '../../platform/database/rollups/selection.ts';
import type { ReadTransaction } from '../../platform/database/scoped.ts';
import type { Structure } from '../../platform/database/structure.queries.ts';
import type { MeasureSources } from './measure-sources.ts';
import type { Selection } from './selection-context.ts';

/** Everything an answer about measures is computed from. */
export interface OverviewContext {
  readonly transaction: ReadTransaction;
  readonly sources: MeasureSources;
  readonly structure: Structure;
  readonly version: DataVersion;
  readonly selection: Selection;
  readonly clock: Clock;
  /** The top of the caller's scope. */
  readonly root: UnitRecord;
  /** Whose small cells the caller may see. */
  readonly rights: DetailRights;
  readonly language: Language;
  /** During the trial period: the last day whose figures leadership sees yet. */
  readonly shownUntil?: string | null;
  /** The caller's post, whose own notes can be taken away; null for programs. */
  readonly postId: string | null;
}
