import { createHash } from 'node:crypto';
import type { FigureState, SnapshotContent } from '#contract/reports/snapshot-content';
import { DEFINITIONS_VERSION } from '#domain/measures';
import type { Period } from '#domain/period/period';
import { rightsKey } from '#domain/snapshots/figure-reader';
import { periodName, snapshotPeriod, soFar, type SnapshotGrain } from '#domain/snapshots/snapshot-period';
import { stateSentence } from '#domain/snapshots/snapshot-state';
import { clockAt, type ClockSource } from '../../../platform/clock.ts';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import { readStructure } from '../../../platform/database/structure.queries.ts';
import { tenantScopeOf } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { contentOf } from './content-of-unit.ts';
import type { FigureSources } from './figure-sources.ts';
import { readerOf, viewOf, type Asker } from './reader-of-person.ts';
import { rememberReads } from './remembered-reads.ts';
import { newestSnapshot, storedContent, type SnapshotRecord } from './snapshots.queries.ts';

/** What figures are read with. */
export interface FiguresDeps {
  readonly sources: FigureSources;
  readonly clock: ClockSource;
}

/** Which figures are asked for. */
export interface AskedFigures {
  /** The top of the person's scope when left out. */
  readonly unit?: string | undefined;
  readonly grain: SnapshotGrain;
  /** First day of the month or quarter. */
  readonly from: string;
}

/** The figures of one unit and period as one person may see them, and how far they have come. */
export interface Figures {
  readonly content: SnapshotContent;
  readonly unit: string;
  readonly unitName: string;
  readonly grain: SnapshotGrain;
  /** The days that are told: of a running month those up to today. */
  readonly period: Period;
  /** Name of the whole period: `Oktober 2026`. */
  readonly periodName: string;
  readonly state: FigureState;
  /** Code of the snapshot; null while the figures are *angka sementara*. */
  readonly code: string | null;
  /** ISO instant. */
  readonly frozenAt: string | null;
  /** Title of the post. */
  readonly frozenBy: string | null;
  /** Why they were frozen again. */
  readonly reason: string | null;
  /** The state in words, for the foot of every page. */
  readonly sentence: string;
  readonly dataVersion: number;
  readonly definitionsVersion: string;
}

/**
 * The figures of a unit and a period for one person: the frozen ones if they were frozen, the corrected ones if there are
 * any, else computed now as *angka sementara*. Whatever is printed, sent or shown in a meeting is made of these.
 *
 * @throws ProblemException 404 for a unit outside the person's scope, 400 for a period that is no month or quarter or has
 * not begun
 */
export async function readFigures(
  transaction: ReadTransaction,
  deps: FiguresDeps,
  asker: Asker,
  asked: AskedFigures,
): Promise<Figures> {
  const scope = tenantScopeOf(asker.person);
  const { version, structure } = await readStructure(transaction);
  const code = asked.unit ?? scope.rootUnit;
  const unit = structure.units.isWithin(code, scope.rootUnit) ? structure.units.find(code) : null;
  if (unit === null) throw new ProblemException(404, 'unit-not-found', { unit: code });
  const period = requirePeriod(asked.grain, asked.from);
  const known = await newestSnapshot(transaction, unit.code, asked.grain, asked.from);
  if (known !== null) return readFrozen(transaction, asker, known);
  const view = await viewOf(transaction, deps.clock, asker);
  if (period.from > view.clock.today) throw new ProblemException(400, 'snapshot-period-ahead');
  const name = periodName(period, asker.language);
  const content = await contentOf(rememberReads(transaction), deps.sources, {
    ...view,
    unit: unit.code,
    period: soFar(period, view.clock.today),
  });
  const { from, to } = content.summary;
  return {
    content,
    unit: unit.code,
    unitName: unit.name,
    grain: asked.grain,
    period: { from, to },
    periodName: name,
    state: 'sementara',
    code: null,
    frozenAt: null,
    frozenBy: null,
    reason: null,
    sentence: stateSentence(
      {
        state: 'sementara',
        at: deps.clock(scope.timeZone).now,
        timeZone: scope.timeZone,
      },
      asker.language,
    ),
    dataVersion: version.version,
    definitionsVersion: DEFINITIONS_VERSION,
  };
}

/**
 * What was frozen, for one person; the stored text must still have its hash.
 *
 * @throws ProblemException 404 when nothing was frozen for this kind of reader, 500 when the text was changed
 */
export async function readFrozen(
  transaction: ReadTransaction,
  { person, language }: Asker,
  snapshot: SnapshotRecord,
): Promise<Figures> {
  const key = rightsKey(readerOf(person));
  const stored = await storedContent(transaction, snapshot.code, key, language);
  if (stored === null) throw new ProblemException(404, 'snapshot-not-for-reader', { code: snapshot.code });
  if (hashOf(stored.body) !== stored.hash)
    throw new ProblemException(500, 'snapshot-tampered', { code: snapshot.code });
  const frozenAt = snapshot.frozen_at.toISOString();
  const { timeZone } = tenantScopeOf(person);
  return {
    content: JSON.parse(stored.body) as SnapshotContent,
    unit: snapshot.unit_code,
    unitName: snapshot.unit_name,
    grain: snapshot.grain,
    period: { from: snapshot.from_on, to: snapshot.to_on },
    periodName: periodName({ from: snapshot.from_on, to: snapshot.to_on }, language),
    state: snapshot.state,
    code: snapshot.code,
    frozenAt,
    frozenBy: snapshot.post_title,
    reason: snapshot.reason,
    sentence: stateSentence(
      {
        state: snapshot.state,
        by: snapshot.post_title,
        on: clockAt(snapshot.frozen_at, timeZone).today,
        code: snapshot.code,
        corrects: snapshot.corrects,
      },
      language,
    ),
    dataVersion: snapshot.data_version,
    definitionsVersion: snapshot.definitions_version,
  };
}

/** @throws ProblemException 400 for a day on which no month or quarter begins */
export function requirePeriod(grain: SnapshotGrain, from: string): Period {
  const period = snapshotPeriod(grain, from);
  if (period === null) throw new ProblemException(400, 'snapshot-period-invalid', { day: from });
  return period;
}

/** SHA-256 of a stored text, in hexadecimal. */
export function hashOf(body: string): string {
  return createHash('sha256').update(body).digest('hex');
}
