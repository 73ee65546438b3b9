import type { Language } from '#contract/messages';
import type { SnapshotContent } from '#contract/reports/snapshot-content';
import type { Period } from '#domain/period/period';
import { compareFigures } from '#domain/snapshots/compare-figures';
import { readersOfUnit, rightsKey, type FigureReader } from '#domain/snapshots/figure-reader';
import { periodName } from '#domain/snapshots/snapshot-period';
import type { UnitRecord, UnitTree } from '#domain/unit-tree';
import type { AuditLog } from '../../../platform/audit/audit-log.repository.ts';
import { clockAt } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/pool.ts';
import { readInScope, type ReadTransaction } from '../../../platform/database/scoped.ts';
import { readStructure } from '../../../platform/database/structure.queries.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { contentOf } from './content-of-unit.ts';
import type { FigureSources } from './figure-sources.ts';
import { hashOf } from './read-figures.ts';
import { rememberReads } from './remembered-reads.ts';
import type { FreezeOrder } from './freeze-order.ts';
import { readRecordsBehind } from './records-behind.queries.ts';
import { newestSnapshot, storedContent, type SnapshotRecord } from './snapshots.queries.ts';
import { draftedUnits, keepDraft, type SnapshotDraft } from './snapshot-drafts.repository.ts';
import { keepFreeze } from './snapshots.repository.ts';

export interface FreezeDeps {
  readonly database: Database;
  readonly audit: AuditLog;
  /** Sources for figures of one data version: they may remember what was read. */
  readonly freezing: () => FigureSources;
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
 * transaction. After corrections only units are frozen again whose figures differ for at least one reader. What an
 * earlier process has computed is not computed again.
 *
 * @param signal aborted when the process stops
 * @throws ProblemException 409 when records keep changing, or when there is nothing to correct
 * @throws RunLost when another process has taken the run up
 */
export async function freezeFigures(
  deps: FreezeDeps,
  order: FreezeOrder,
  signal: AbortSignal,
): Promise<void> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const dataVersion = await draftUnits(deps, order, signal);
    if (dataVersion === null) continue;
    const frozen = await keepFreeze(deps.database, deps.audit, order, dataVersion);
    if (frozen === 0)
      throw new ProblemException(409, 'snapshot-same', {
        period: periodName(order.period, order.language),
      });
    if (frozen !== null) return;
  }
  throw new ProblemException(409, 'snapshot-data-moving');
}

/** Computes what is not computed yet. @returns the data version of all of it; null when records changed in between */
async function draftUnits(
  { database, freezing }: FreezeDeps,
  order: FreezeOrder,
  signal: AbortSignal,
): Promise<number | null> {
  const scope = { kabupatenCode: order.kabupaten.code };
  const { units, dataVersion } = await readInScope(database, scope, async (transaction) => {
    const { version, structure } = await readStructure(transaction);
    return { units: structure.units, dataVersion: version.version };
  });
  const done = await draftedUnits(database, order.claim, dataVersion);
  const sources = freezing();
  for (const [place, unit] of unitsToFreeze(units, order.kabupaten.code, order.period).entries()) {
    if (done.has(unit.code)) continue;
    signal.throwIfAborted();
    const draft = await readInScope(database, scope, async (transaction) => {
      const { version } = await readStructure(transaction);
      return version.version === dataVersion
        ? draftOfUnit(rememberReads(transaction), sources, order, units, unit)
        : null;
    });
    if (draft === null) return null;
    await keepDraft(database, order.claim, draft, { place, dataVersion });
  }
  return dataVersion;
}

/** A unit's figures; nothing of them where they were frozen before and nothing differs. */
async function draftOfUnit(
  transaction: ReadTransaction,
  sources: FigureSources,
  order: FreezeOrder,
  units: UnitTree,
  unit: UnitRecord,
): Promise<SnapshotDraft> {
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
  const contents: SnapshotDraft['contents'][number][] = [];
  let differs = earlier === null;
  for (const reader of readers) {
    for (const language of LANGUAGES) {
      const content = await look(reader, language);
      const body = JSON.stringify(content);
      contents.push({ rightsKey: rightsKey(reader), language, body, hash: hashOf(body) });
      // A correction that only readers of suspected abuse could see would tell everybody that there is such a complaint.
      if (!differs && earlier !== null && language === 'id' && !reader.withOversight)
        differs = await differsFrom(transaction, earlier, reader, content);
    }
  }
  if (!differs) return { unit, number: null, corrects: null, contents: [], records: null };
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
