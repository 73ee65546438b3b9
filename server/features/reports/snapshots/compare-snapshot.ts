import type { SnapshotComparison, SnapshotReproduction } from '#contract/reports/snapshots';
import type { SnapshotContent } from '#contract/reports/snapshot-content';
import { DEFINITIONS_VERSION } from '#domain/measures';
import { compareFigures, type FigureDifference } from '#domain/snapshots/compare-figures';
import { rightsKey } from '#domain/snapshots/figure-reader';
import { periodName } from '#domain/snapshots/snapshot-period';
import { figuresOf } from '#domain/snapshots/snapshot-figures';
import { detailRightsOf } from '../../../platform/auth/figure-rights.ts';
import { may, type Person } from '../../../platform/auth/person.ts';
import { clockAt } from '../../../platform/clock.ts';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import { readStructure } from '../../../platform/database/structure.queries.ts';
import { tenantScopeOf } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { contentOf } from './content-of-unit.ts';
import { hashOf, readFrozen, type FiguresDeps } from './read-figures.ts';
import { readerOf, type Asker } from './reader-of-person.ts';
import type { RecordKind, RecordsBehind } from './record-kinds.ts';
import {
  countRecordsBehind,
  readRecordsBehind,
  readRecordsSince,
  type RecordsSince,
} from './records-behind.queries.ts';
import { rememberReads } from './remembered-reads.ts';
import { storedContent, type SnapshotRecord } from './snapshots.queries.ts';

type Dataset = 'service-cases' | 'complaints' | 'survey-responses';
const DATASETS: readonly Dataset[] = ['service-cases', 'complaints', 'survey-responses'];

/** Records behind a snapshot by dataset; null where the person has no right to details of the kind. */
export async function recordCounts(
  transaction: ReadTransaction,
  person: Person,
  snapshot: SnapshotRecord,
): Promise<{ dataset: Dataset; count: number | null }[]> {
  const counts = await countRecordsBehind(transaction, snapshot.code);
  return DATASETS.map((dataset) => {
    const kinds = kindsOf(person, dataset);
    return {
      dataset,
      count: kinds.length === 0 ? null : kinds.reduce((sum, kind) => sum + counts[kind], 0),
    };
  });
}

/** What the records of today say of the period of a snapshot, beside what was frozen, for one person. */
export async function compareSnapshot(
  transaction: ReadTransaction,
  deps: FiguresDeps,
  asker: Asker,
  snapshot: SnapshotRecord,
): Promise<SnapshotComparison> {
  const frozen = await readFrozen(transaction, asker, snapshot);
  const { version, differences } = await computeAgain(transaction, deps, asker, snapshot, frozen.content);
  const since = await recordsSince(transaction, asker.person, snapshot);
  return {
    code: snapshot.code,
    grain: snapshot.grain,
    from: snapshot.from_on,
    to: snapshot.to_on,
    periodName: periodName({ from: snapshot.from_on, to: snapshot.to_on }, asker.language),
    unit: snapshot.unit_code,
    unitName: snapshot.unit_name,
    state: snapshot.state,
    frozenAt: snapshot.frozen_at.toISOString(),
    frozenBy: snapshot.post_title,
    compared: figuresOf(frozen.content).length,
    differences: [...differences],
    correction: await correctionOf(transaction, asker, snapshot, frozen.content),
    records: since.map(({ dataset, told }) => ({
      dataset,
      behind: told && told.behind,
      added: told && told.added,
      removed: told && told.removed,
      changed: told && told.changed,
      examples: told && mayOpen(asker.person, dataset) ? [...told.examples] : [],
    })),
    dataVersion: { then: snapshot.data_version, now: version },
    definitionsVersion: { then: snapshot.definitions_version, now: DEFINITIONS_VERSION },
  };
}

/** What a correction changed; null where it is none, or where what it corrects was not kept for this reader. */
async function correctionOf(
  transaction: ReadTransaction,
  { person, language }: Asker,
  { corrects: code }: SnapshotRecord,
  corrected: SnapshotContent,
): Promise<SnapshotComparison['correction']> {
  if (code === null) return null;
  const stored = await storedContent(transaction, code, rightsKey(readerOf(person)), language);
  if (stored === null) return null;
  const before = JSON.parse(stored.body) as SnapshotContent;
  return { code, compared: figuresOf(before).length, differences: compareFigures(before, corrected) };
}

/** Whether what was stored is intact, and whether today's records give the same figures. */
export async function reproduceSnapshot(
  transaction: ReadTransaction,
  deps: FiguresDeps,
  asker: Asker,
  snapshot: SnapshotRecord,
): Promise<SnapshotReproduction> {
  const key = rightsKey(readerOf(asker.person));
  const stored = await storedContent(transaction, snapshot.code, key, asker.language);
  if (stored === null) throw new ProblemException(404, 'snapshot-not-for-reader', { code: snapshot.code });
  const intact = hashOf(stored.body) === stored.hash;
  const versions = (now: number) => ({
    dataVersion: { then: snapshot.data_version, now },
    definitionsVersion: { then: snapshot.definitions_version, now: DEFINITIONS_VERSION },
  });
  if (!intact) {
    const { version } = await readStructure(transaction);
    return {
      code: snapshot.code,
      hash: stored.hash,
      intact,
      same: null,
      compared: 0,
      differing: 0,
      differsSince: null,
      ...versions(version.version),
    };
  }
  const content = JSON.parse(stored.body) as SnapshotContent;
  const { version, differences } = await computeAgain(transaction, deps, asker, snapshot, content);
  const since = await recordsSince(transaction, asker.person, snapshot);
  const first = since
    .flatMap(({ dataset, told }) =>
      told?.firstChange ? [{ dataset, at: told.firstChange.toISOString() }] : [],
    )
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))[0];
  return {
    code: snapshot.code,
    hash: stored.hash,
    intact,
    same: differences.length === 0,
    compared: figuresOf(content).length,
    differing: differences.length,
    differsSince: differences.length === 0 ? null : (first ?? null),
    ...versions(version),
  };
}

/**
 * The same look at the same period, at the clock of then: what differs is due to records and definitions, and not to the
 * days that have passed.
 */
async function computeAgain(
  transaction: ReadTransaction,
  { sources }: FiguresDeps,
  { person, language }: Asker,
  snapshot: SnapshotRecord,
  frozen: SnapshotContent,
): Promise<{ readonly version: number; readonly differences: readonly FigureDifference[] }> {
  const { version } = await readStructure(transaction);
  const content = await contentOf(rememberReads(transaction), sources, {
    reader: readerOf(person),
    language,
    clock: clockAt(snapshot.frozen_at, tenantScopeOf(person).timeZone),
    shownUntil: null,
    unit: snapshot.unit_code,
    period: { from: snapshot.from_on, to: snapshot.to_on },
  });
  return { version: version.version, differences: compareFigures(frozen, content) };
}

/** The records behind the snapshot beside those of today; null where the person has no right to details of the kind. */
async function recordsSince(
  transaction: ReadTransaction,
  person: Person,
  snapshot: SnapshotRecord,
): Promise<{ readonly dataset: Dataset; readonly told: RecordsSince | null }[]> {
  const { structure } = await readStructure(transaction);
  const now = await readRecordsBehind(
    transaction,
    structure.units.subtreeCodes(snapshot.unit_code),
    { from: snapshot.from_on, to: snapshot.to_on },
    tenantScopeOf(person).timeZone,
  );
  const told: { dataset: Dataset; told: RecordsSince | null }[] = [];
  for (const dataset of DATASETS)
    told.push({ dataset, told: await sinceOf(transaction, snapshot, kindsOf(person, dataset), now) });
  return told;
}

async function sinceOf(
  transaction: ReadTransaction,
  snapshot: SnapshotRecord,
  kinds: readonly RecordKind[],
  now: RecordsBehind,
): Promise<RecordsSince | null> {
  let sum: RecordsSince | null = null;
  for (const kind of kinds) {
    const one = await readRecordsSince(transaction, snapshot.code, kind, now[kind]);
    sum = sum === null ? one : together(sum, one);
  }
  return sum;
}

function together(one: RecordsSince, other: RecordsSince): RecordsSince {
  const first = [one.firstChange, other.firstChange].flatMap((each) => each ?? []);
  return {
    behind: one.behind + other.behind,
    added: one.added + other.added,
    removed: one.removed + other.removed,
    changed: one.changed + other.changed,
    firstChange: first.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null,
    examples: [...one.examples, ...other.examples].slice(0, 50),
  };
}

/** Kinds of records of a dataset that the person may count; none without the right to details. */
function kindsOf(person: Person, dataset: Dataset): RecordKind[] {
  const rights = detailRightsOf(person);
  if (dataset === 'service-cases') return rights.services ? ['service-cases'] : [];
  if (dataset === 'survey-responses') return rights.surveys ? ['survey-responses'] : [];
  if (!rights.complaints) return [];
  return readerOf(person).withOversight ? ['complaints', 'oversight-complaints'] : ['complaints'];
}

function mayOpen(person: Person, dataset: Dataset): boolean {
  if (dataset === 'service-cases') return may(person, 'cases:read');
  return may(person, dataset === 'complaints' ? 'complaints:read' : 'surveys:read');
}
