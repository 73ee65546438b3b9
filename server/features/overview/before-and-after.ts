import type { Acceleration } from '#contract/pilots/programme';
import type { Language } from '#domain/language';
import { findField, type JudgedMeasure, type MeasureField, type MeasureId } from '#domain/measures';
import { comparePeers, type PeerFigure } from '#domain/peers/peer-comparison';
import type { IsoDate } from '#domain/period/civil-date';
import { bucketsOf, type Period } from '#domain/period/period';
import { changeSentence, changeVerdict } from '#domain/pilots/change-since';
import { judgeSeries } from '#domain/spc/series-judgement';
import { isFieldHidden, veilBlock } from '#domain/suppression/field-groups';
import { hiddenInSelection, type HiddenGroups } from './hidden-cells.ts';
import type { OverviewContext } from './overview-context.ts';
import { blockOf, type Tallies } from './overview-figures.ts';
import { judgeFields } from './signals/judged-field.ts';
import { historyOfSelection } from './signals/judged-history.ts';
import { timedMeasures } from './lean-sources.ts';
import { readTalliesOf, unitsBeside, type UnitsBeside } from './units-beside.ts';

type ComparedField = Acceleration['fields'][number];

/** What is compared; the context holds the unit and its service. */
export interface BeforeAndAfter {
  readonly before: Period;
  /** Null while too few months are over. */
  readonly after: Period | null;
  readonly startsOn: IsoDate;
  /** Units that are no peers. */
  readonly apart: readonly string[];
}

const COMPARED = [
  ['turnaround', 'medianMinutes'],
  ['turnaround', 'dueMetShare'],
  ['ikm', 'score'],
] as const;

const FIELDS: readonly (readonly [JudgedMeasure, MeasureField])[] = COMPARED.flatMap(([measure, id]) => {
  const field = findField(measure, id);
  return field === null ? [] : [[measure, field] as const];
});
const MEASURED: ReadonlySet<JudgedMeasure> = new Set(COMPARED.map(([measure]) => measure));
const NOTHING_HIDDEN: HiddenGroups = new Set();

/**
 * The selected unit and service before a day and after it, beside the median of {@link unitsBeside}. Of the others nothing
 * but {@link comparePeers} is told: five at least, two significant digits. Whether something changed says the engine of
 * signals, by the unit's own months; baselines that people set are left aside, because they would hide the change.
 */
export async function compareBeforeAndAfter(
  context: OverviewContext,
  asked: BeforeAndAfter,
): Promise<Pick<Acceleration, 'peers' | 'fields'>> {
  const { selection, clock, language } = context;
  const { unit } = selection;
  const compared = asked.after === null ? [asked.before] : [asked.before, asked.after];
  const beside = await unitsBeside(context, compared, asked.apart);
  const figures = async (periods: readonly Period[]) => readSides(context, beside, periods);
  const before = await figures([asked.before]);
  const after = asked.after === null ? null : await figures([asked.after]);
  const months = bucketsOf({ from: asked.before.from, to: clock.today }, 'month');
  const monthly = await figures(months.map(({ from, to }) => ({ from, to })));
  const years = await historyOfSelection(context, [...MEASURED], timedMeasures(FIELDS));
  const subject = { tallyKey: '', unit, part: 'whole' as const, service: selection.service, channel: null };
  return {
    peers: { count: beside.units.length, alike: beside.alike, kind: unit.kind },
    fields: FIELDS.flatMap(([measure, field]): ComparedField[] => {
      const [judged] = judgeFields(measure, [field], subject, years);
      if (!judged) return [];
      const judgement = judgeSeries(judged.points, field, {
        rebasedOn: [],
        targetOn: () => null,
        lastDay: asked.after?.to ?? clock.today,
      });
      const own = {
        before: before.own(measure, field, 0),
        after: after?.own(measure, field, 0) ?? { value: null, n: null },
      };
      const withheld = [before, after].some((side) => side?.isWithheld(measure, field, 0) === true);
      const change = changeVerdict(judgement.verdict, {
        startsOn: asked.startsOn,
        isComparable: asked.after !== null && judgement.limits !== null && own.after.value !== null,
      });
      return [
        {
          measure: measure === 'ikm' ? 'ikm' : 'turnaround',
          field: field.id as ComparedField['field'],
          label: labelOf(field, language),
          ...own,
          withheld,
          peersBefore: before.peers(measure, field, 0),
          peersAfter: after?.peers(measure, field, 0) ?? null,
          ...change,
          sentence: changeSentence(change, {
            measure,
            field,
            language,
            today: clock.today,
            before: own.before.value,
            after: own.after.value,
            withheld,
            months: asked.after === null ? 0 : bucketsOf(asked.after, 'month').length,
          }),
          points: months.map((month, index) => ({
            from: month.from,
            value: monthly.own(measure, field, index).value,
            peer: monthly.peers(measure, field, index),
            partial: !(month.whole && month.end < clock.today),
          })),
        },
      ];
    }),
  };
}

/** Figures of the unit and of its peers, by the place of the period. */
export interface Sides {
  own(measure: MeasureId, field: MeasureField, period: number): { value: number | null; n: number | null };
  /** True when the unit's own figure is hidden from whoever asks. */
  isWithheld(measure: MeasureId, field: MeasureField, period: number): boolean;
  peers(measure: MeasureId, field: MeasureField, period: number): number | null;
}

/** Reads measures of the context's selection, and of the same service at peers, in consecutive periods. */
export async function readSides(
  context: OverviewContext,
  beside: UnitsBeside,
  periods: readonly Period[],
  measures: ReadonlySet<JudgedMeasure> = MEASURED,
): Promise<Sides> {
  const { unit, service } = context.selection;
  const own = await readTalliesOf(context, [unit], service, periods, measures);
  const others = await readTalliesOf(context, beside.units, beside.service, periods, measures);
  const hidden = await hiddenInSelection(context, [...measures], periods);
  return {
    own: (measure, field, period) => {
      const block = veilBlock(
        measure,
        blockOf(measure, own, unit.code, period),
        hidden[period] ?? NOTHING_HIDDEN,
      );
      return { value: numberIn(block, field.id), n: numberIn(block, field.n) };
    },
    isWithheld: (measure, field, period) =>
      isFieldHidden(measure, field.id, hidden[period] ?? NOTHING_HIDDEN),
    peers: (measure, field, period) =>
      // How long other services take says nothing about this one.
      beside.alike === 'authority' && field.unit === 'minutes'
        ? null
        : (comparePeers(beside.units.map(({ code }) => figureOf(others, measure, field, code, period)))
            .quartiles?.median ?? null),
  };
}

function figureOf(
  tallies: Tallies,
  measure: MeasureId,
  field: MeasureField,
  key: string,
  period: number,
): PeerFigure {
  const block = blockOf(measure, tallies, key, period);
  return { value: numberIn(block, field.id), n: numberIn(block, field.n) ?? 0 };
}

function numberIn(block: object, name: string): number | null {
  const value = (block as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'number' ? value : null;
}

function labelOf(field: MeasureField, language: Language): string {
  return language === 'en' ? field.labelEn : field.label;
}
