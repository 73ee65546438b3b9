import type { Language } from '#contract/messages';
import type { SnapshotContent } from '#contract/reports/snapshot-content';
import type { Period } from '#domain/period/period';
import { compareFigures } from '#domain/snapshots/compare-figures';
import { readersOfUnit, rightsKey, type FigureReader } from '#domain/snapshots/figure-reader';
import { periodName, type SnapshotGrain } from '#domain/snapshots/snapshot-period';
import type { UnitRecord, UnitTree } from '#domain/unit-tree';
import type { AuditActor } from '../../../platform/audit/audit-entry.ts';
import type { AuditLog } from '../../../platform/audit/audit-log.repository.ts';
import { clockAt } from '../../../platform/clock.ts';
import type { Clock } from '../../../platform/database/rollups/selection.ts';
import type { Database } from '../../../platform/database/pool.ts';
import { readInScope, type ReadTransaction } from '../../../platform/database/scoped.ts';
import { readStructure } from '../../../platform/database/structure.queries.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { contentOf } from './content-of-unit.ts';
import type { FigureSources } from './figure-sources.ts';
import { hashOf } from './read-figures.ts';
import { rememberReads } from './remembered-reads.ts';
import { readRecordsBehind } from './records-behind.queries.ts';
import { newestSnapshot, storedContent, type SnapshotRecord } from './snapshots.queries.ts';
import { keepFreeze, type NewSnapshot } from './snapshots.repository.ts';

export interface FreezeDeps {
  readonly database: Database;
  readonly audit: AuditLog;
  readonly sources: FigureSources;
}

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
}

const LANGUAGES: readonly Language[] = ['id', 'en'];
/** Records may change while figures are computed; so often it is tried again. */
const ATTEMPTS = 3;

/** The kabupaten and every unit below it that existed in the period, from the top down. */
export function unitsToFreeze(units: UnitTree, kabupaten: string, { from, to }: Period): UnitRecord[] {
  return units
    .subtreeCodes(kabupaten)
    .flatMap((code) => units.find(code) ?? [])
    .filter(({ validFrom, validTo }) => validFrom <= to && (validTo === null || validTo > from));
}

/**
 * Freezes the figures of a period for every unit and every kind of reader, computed at one data version and kept in one
 * transaction. After corrections only units are frozen again whose figures differ for at least one reader.
 *
 * @param moved told how many units are computed
 * @returns number of units that were frozen
 * @throws ProblemException 409 when records keep changing, or when there is nothing to correct
 */
export async function freezeFigures(
  deps: FreezeDeps,
  order: FreezeOrder,
  moved: (units: number) => Promise<void>,
): Promise<number> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const computed = await compute(deps, order, moved);
    if (computed === null) continue;
    const { snapshots, dataVersion } = computed;
    if (snapshots.length === 0)
      throw new ProblemException(409, 'snapshot-same', {
        period: periodName(order.period, order.language),
      });
    const kept = await keepFreeze(deps.database, deps.audit, order.actor, {
      ...order,
      periodName: periodName(order.period, 'id'),
      dataVersion,
      at: order.clock.now,
      snapshots,
    });
    if (kept) return snapshots.length;
  }
  throw new ProblemException(409, 'snapshot-data-moving');
}

/** Everything that is to be kept; null when records changed in between. */
async function compute(
  deps: FreezeDeps,
  order: FreezeOrder,
  moved: (units: number) => Promise<void>,
): Promise<{ readonly snapshots: readonly NewSnapshot[]; readonly dataVersion: number } | null> {
  const scope = { kabupatenCode: order.kabupaten.code };
  const { units, dataVersion } = await readInScope(deps.database, scope, async (transaction) => {
    const { version, structure } = await readStructure(transaction);
    return { units: structure.units, dataVersion: version.version };
  });
  const snapshots: NewSnapshot[] = [];
  const all = unitsToFreeze(units, order.kabupaten.code, order.period);
  for (const [index, unit] of all.entries()) {
    const snapshot = await readInScope(deps.database, scope, async (transaction) => {
      const { version } = await readStructure(transaction);
      return version.version === dataVersion
        ? snapshotOfUnit(rememberReads(transaction), deps.sources, order, units, unit)
        : 'moved';
    });
    if (snapshot === 'moved') return null;
    if (snapshot !== null) snapshots.push(snapshot);
    await moved(index + 1);
  }
  return { snapshots, dataVersion };
}

/** A unit's snapshot; null when it was frozen before and nothing differs. */
async function snapshotOfUnit(
  transaction: ReadTransaction,
  sources: FigureSources,
  order: FreezeOrder,
  units: UnitTree,
  unit: UnitRecord,
): Promise<NewSnapshot | null> {
  const readers = readersOfUnit(units, unit.code, order.kabupaten.code);
  const earlier = await newestSnapshot(transaction, unit.code, order.grain, order.period.from);
  // Frozen for the first time it must not have been; a unit that was not there then is frozen with the correction.
  if (earlier !== null && order.reason === null)
    throw new ProblemException(409, 'snapshot-taken', takenValues(earlier, order));
  const look = (reader: FigureReader, language: Language) =>
    contentOf(transaction, sources, {
      reader,
      language,
      clock: order.clock,
      shownUntil: null,
      unit: unit.code,
      period: order.period,
    });
  const contents: NewSnapshot['contents'][number][] = [];
  let differs = earlier === null;
  for (const reader of readers) {
    for (const language of LANGUAGES) {
      const content = await look(reader, language);
      const body = JSON.stringify(content);
      contents.push({ rightsKey: rightsKey(reader), language, body, hash: hashOf(body) });
      if (!differs && earlier !== null && language === 'id')
        differs = await differsFrom(transaction, earlier, reader, content);
    }
  }
  if (!differs) return null;
  return {
    unit,
    number: earlier === null ? 0 : earlier.number + 1,
    corrects: earlier?.code ?? null,
    contents,
    records: await readRecordsBehind(
      transaction,
      units.subtreeCodes(unit.code),
      order.period,
      order.clock.zone,
    ),
  };
}

/**
 * True when the reader would see another figure of this unit than what was frozen. Quartiles of the peers are figures of
 * others: they alone make no correction.
 */
async function differsFrom(
  transaction: ReadTransaction,
  earlier: SnapshotRecord,
  reader: FigureReader,
  content: SnapshotContent,
): Promise<boolean> {
  const stored = await storedContent(transaction, earlier.code, rightsKey(reader), 'id');
  if (stored === null) return true;
  const before = JSON.parse(stored.body) as SnapshotContent;
  return compareFigures({ ...before, peers: [] }, { ...content, peers: [] }).length > 0;
}

/** What the sentence about figures that were frozen before is filled with. */
export function takenValues(
  snapshot: SnapshotRecord,
  { clock, language }: Pick<FreezeOrder, 'clock' | 'language'>,
): Readonly<Record<string, string>> {
  return {
    period: periodName({ from: snapshot.from_on, to: snapshot.to_on }, language),
    by: snapshot.post_title,
    day: clockAt(snapshot.frozen_at, clock.zone).today,
    code: snapshot.code,
  };
}
