import { DEFINITIONS_VERSION, type JudgedMeasure } from '#domain/measures';
import { FAMILIES } from '#domain/suppression/field-groups';
import type { OverviewContext } from '../overview-context.ts';
import { toldIn } from './judged-field.ts';
import { judgeServices, judgeUnits, type JudgedService, type JudgedUnit } from './judge-units.ts';

/** Series kept in memory unless said otherwise; each is a few kilobytes. */
const MOST_SERIES = 6_000;

interface Kept<Judged> {
  readonly judged: Promise<readonly Judged[]>;
  /** Number of series; 0 until they are known. */
  series: number;
}

/** The judged series of the scopes looked at last; the least recently used leave first. */
export class SeriesStore<Judged extends { readonly fields: ReadonlyMap<string, unknown> }> {
  readonly #entries = new Map<string, Kept<Judged>>();
  readonly #most: number;

  constructor(most = MOST_SERIES) {
    this.#most = most;
  }

  /** What is kept under the key, else what `judge` makes; two who ask at once wait for the same. */
  async get(key: string, judge: () => Promise<readonly Judged[]>): Promise<readonly Judged[]> {
    const known = this.#entries.get(key);
    if (known) {
      this.#entries.delete(key);
      this.#entries.set(key, known);
      return known.judged;
    }
    const entry: Kept<Judged> = { judged: judge(), series: 0 };
    this.#entries.set(key, entry);
    try {
      const judged = await entry.judged;
      entry.series = judged.reduce((sum, { fields }) => sum + fields.size, 0);
      this.#dropOldest();
      return judged;
    } catch (error) {
      this.#entries.delete(key);
      throw error;
    }
  }

  #dropOldest(): void {
    let series = [...this.#entries.values()].reduce((sum, entry) => sum + entry.series, 0);
    for (const [key, entry] of this.#entries) {
      if (series <= this.#most) return;
      this.#entries.delete(key);
      series -= entry.series;
    }
  }
}

/**
 * Judged months, kept by scope and data version: the list of exceptions and the matrix are made of the same series, and a
 * whole month is judged the same all day. Made anew every hour, for the running month that is drawn beside them.
 *
 * One for each database that is served. `keeps` false judges anew each time.
 */
export class KeptJudgements {
  readonly #units: SeriesStore<JudgedUnit>;
  readonly #services: SeriesStore<JudgedService>;
  readonly #keeps: boolean;

  constructor(keeps: boolean, mostSeries?: number) {
    this.#keeps = keeps;
    this.#units = new SeriesStore(mostSeries);
    this.#services = new SeriesStore(mostSeries);
  }

  /** Every unit directly below the selected one, its own records, and the whole; see {@link judgeUnits}. */
  async units(context: OverviewContext): Promise<readonly JudgedUnit[]> {
    if (!this.#keeps) return judgeUnits(context);
    const judged = await this.#units.get(keyOf(context, []), () => judgeUnits(context));
    return toldIn(judged, context.language, context.clock.today);
  }

  /** Every service of the selected unit; see {@link judgeServices}. */
  async services(
    context: OverviewContext,
    measures: readonly JudgedMeasure[],
  ): Promise<readonly JudgedService[]> {
    if (!this.#keeps) return judgeServices(context, measures);
    const judged = await this.#services.get(keyOf(context, measures), () => judgeServices(context, measures));
    return toldIn(judged, context.language, context.clock.today);
  }
}

/** Everything that judged series depend on; the language is only that of their sentences. */
function keyOf(context: OverviewContext, measures: readonly JudgedMeasure[]): string {
  const { transaction, root, selection, rights, version, clock } = context;
  return JSON.stringify([
    transaction.kabupatenCode,
    root.code,
    selection.unit.code,
    selection.service,
    selection.channel,
    // Whatever day of the running month is the last: its last whole month is the one before.
    selection.period.to >= clock.today ? 'today' : selection.period.to,
    selection.withOversight,
    FAMILIES.filter((family) => rights[family]),
    version.version,
    version.structureVersion,
    DEFINITIONS_VERSION,
    clock.today,
    clock.now.slice(0, 13),
    measures,
  ]);
}
