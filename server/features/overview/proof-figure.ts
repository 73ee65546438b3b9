import type { EntryFigure } from '#contract/innovations/catalogue';
import { changeWord, monthsAfterStart } from '#domain/innovations/proof-verdict';
import { findField, isJudged, type JudgedMeasure, type MeasureField } from '#domain/measures';
import { addDays, monthStart, type IsoDate } from '#domain/period/civil-date';
import { bucketsOf, type Bucket, type Period } from '#domain/period/period';
import { changeVerdict } from '#domain/pilots/change-since';
import { judgeSeries } from '#domain/spc/series-judgement';
import { isFieldHidden } from '#domain/suppression/field-groups';
import { isSmall } from '#domain/suppression/small-cells';
import type { Clock } from '../../platform/database/rollups/selection.ts';
import type { ReadTransaction } from '../../platform/database/scoped.ts';
import { readSides, type Sides } from './before-and-after.ts';
import { contextForAll } from './context-for-all.ts';
import { hiddenInSelection } from './hidden-cells.ts';
import { timedMeasures } from './lean-sources.ts';
import type { MeasureSources } from './measure-sources.ts';
import type { OverviewContext } from './overview-context.ts';
import { judgeFields } from './signals/judged-field.ts';
import { historyOfSelection } from './signals/judged-history.ts';

/** A figure that is to prove something, as it was written down before it was seen. */
export interface ProofAsk {
  readonly unit: string;
  readonly service: string | null;
  readonly measure: string;
  readonly field: string;
  readonly startedOn: IsoDate;
  readonly before: Period;
  /** Units it is held against; fewer than five are told nothing of. */
  readonly comparedUnits: readonly string[];
  readonly lockedOn: IsoDate;
}

const ALL_DETAILS = { services: true, complaints: true, surveys: true };
const NO_DETAILS = { services: false, complaints: false, surveys: false };

/**
 * The figure before and after, with the change that the engine of signals sees in the unit's own months. It is the same
 * whoever reads it, and may leave the kabupaten: months of which people without the right to details are told nothing
 * are empty, and with one of them the whole side. Baselines that people set are left aside, because they would hide the
 * change. Null where unit, service or field are no longer there.
 */
export async function proofFigure(
  transaction: ReadTransaction,
  deps: { readonly sources: MeasureSources },
  clock: Clock,
  ask: ProofAsk,
): Promise<EntryFigure | null> {
  const measure = judgedOf(ask.measure);
  const field = measure === null ? null : findField(measure, ask.field);
  if (measure === null || field === null) return null;
  const period = { from: clock.today, to: clock.today };
  const { unit, service } = ask;
  const context = await contextForAll(transaction, deps, clock, { unit, service, period }, ALL_DETAILS);
  if (context === null) return null;
  const { structure } = context;
  const others = ask.comparedUnits.flatMap((code) => structure.units.find(code) ?? []);
  const only: ReadonlySet<JudgedMeasure> = new Set([measure]);
  const beside = { alike: 'service', units: others, service } as const;
  const read = (periods: readonly Period[]) => readSides(context, beside, periods, only);
  const after = monthsAfterStart(ask.startedOn, clock.today);
  const months = bucketsOf({ from: ask.before.from, to: addDays(monthStart(clock.today), -1) }, 'month');
  const monthly = await read(months);
  const hidden = await hiddenMonths(context, measure, field, months, monthly);
  const [sideBefore, sideAfter] = [await read([ask.before]), after === null ? null : await read([after])];
  const side = (sides: Sides | null, period: Period) => {
    const isHidden = months.some(
      ({ from }, index) => hidden[index] && from >= period.from && from <= period.to,
    );
    const own = isHidden ? undefined : sides?.own(measure, field, 0);
    const value = own?.value ?? null;
    return { from: period.from, to: period.to, value, n: value === null ? 0 : (own?.n ?? 0) };
  };
  const before = side(sideBefore, ask.before);
  const until = after ?? { from: ask.startedOn, to: clock.today };
  const since = side(sideAfter, until);
  const judgement = await judgeMonths(context, measure, field, after?.to ?? ask.before.to);
  const change = changeVerdict(judgement?.verdict ?? UNKNOWN, {
    startsOn: ask.startedOn,
    isComparable: (judgement?.limits ?? null) !== null && before.value !== null && since.value !== null,
  });
  return {
    measure,
    field: field.id,
    label: field.label,
    unit: field.unit,
    decimals: field.decimals,
    startedOn: ask.startedOn,
    before,
    after: since,
    verdict: changeWord(change),
    changedSince: change.changedFrom,
    points: months.map((month, index) => {
      const own = hidden[index] ? null : monthly.own(measure, field, index);
      const value = own?.value ?? null;
      return { from: month.from, value, n: value === null ? 0 : (own?.n ?? 0) };
    }),
    lockedOn: ask.lockedOn,
    band: judgement?.bandAt(ask.before.to) ?? null,
    others:
      others.length === 0
        ? null
        : {
            units: others.length,
            before: sideBefore.peers(measure, field, 0),
            after: sideAfter?.peers(measure, field, 0) ?? null,
          },
  };
}

const UNKNOWN = { variation: 'unknown', since: null, persistence: 0 } as const;

function judgedOf(id: string): JudgedMeasure | null {
  const known = id as JudgedMeasure;
  return isJudged(known) ? known : null;
}

/**
 * Months of which not everybody may be told. Of the unit those that the tables of the kabupaten hide; of one service of it
 * also those in which it, or all other services together, has too few records.
 */
async function hiddenMonths(
  context: OverviewContext,
  measure: JudgedMeasure,
  field: MeasureField,
  months: readonly Bucket[],
  monthly: Sides,
): Promise<boolean[]> {
  const { selection } = context;
  const whole = { ...context, selection: { ...selection, service: null } };
  const periods = months.map(({ from, to }) => ({ from, to }));
  const groups = await hiddenInSelection({ ...whole, rights: NO_DETAILS }, [measure], periods);
  const nobody = { alike: 'kind', units: [], service: null } as const;
  const all = selection.service === null ? null : await readSides(whole, nobody, periods, new Set([measure]));
  return months.map((_month, index) => {
    const own = monthly.own(measure, field, index).n ?? 0;
    if (isSmall(own)) return true;
    const rest = all === null ? 0 : (all.own(measure, field, index).n ?? 0) - own;
    return isSmall(rest) || isFieldHidden(measure, field.id, groups[index] ?? new Set());
  });
}

async function judgeMonths(
  context: OverviewContext,
  measure: JudgedMeasure,
  field: MeasureField,
  lastDay: IsoDate,
) {
  const years = await historyOfSelection(context, [measure], timedMeasures([[measure, field]]));
  const { unit, service } = context.selection;
  const subject = { tallyKey: '', unit, part: 'whole' as const, service, channel: null };
  const [judged] = judgeFields(measure, [field], subject, years);
  if (!judged) return null;
  const { chart, limits, verdict } = judgeSeries(judged.points, field, {
    rebasedOn: [],
    targetOn: () => null,
    lastDay,
  });
  return {
    limits,
    verdict,
    /** Limits at a month, by its last day. */
    bandAt: (day: IsoDate): NonNullable<EntryFigure['band']> | null => {
      const at = chart.limits[judged.points.findIndex(({ to }) => to === day)];
      return at ? { lower: at.lower, centre: at.centre, upper: at.upper } : null;
    },
  };
}
