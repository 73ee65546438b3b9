import type { SeriesPoint } from '#contract/measures';
import type { Language } from '#contract/messages';
import type { Verdict } from '#contract/signals';
import { MEASURES, type MeasureField, type JudgedMeasure } from '#domain/measures';
import type { IsoDate } from '#domain/period/civil-date';
import type { Bucket } from '#domain/period/period';
import { judgeSeries, type SeriesJudgement } from '#domain/spc/series-judgement';
import { signalSentence } from '#domain/spc/signal-sentence';
import { ANY, findTarget } from '#domain/targets/target-in-force';
import type { UnitRecord } from '#domain/unit-tree';
import type { HiddenGroups } from '../hidden-cells.ts';
import { blockOf, type Tallies } from '../overview-figures.ts';
import { seriesPoints } from '../series-points.ts';
import { leanTallies } from './lean-tallies.ts';
import type { BaselineRecord, SignalSettings } from './signal-settings.queries.ts';

/** Whose series is judged. */
export interface JudgedSubject {
  /** Key of the tallies. */
  readonly tallyKey: string;
  readonly unit: UnitRecord;
  /** Own records of a unit with units below are no series that a person could have set a baseline for. */
  readonly part: 'whole' | 'own';
  readonly service: string | null;
  readonly channel: string | null;
}

/** One field of one subject, judged: what charts, cells, sentences and lists are made of. */
export interface JudgedField {
  readonly measure: JudgedMeasure;
  readonly field: MeasureField;
  /** Every month since the first recorded one, up to today's, as it may be told to the caller. */
  readonly points: readonly SeriesPoint[];
  readonly judgement: SeriesJudgement;
  readonly verdict: Verdict;
  /** Of the verdict's sentence. */
  readonly language: Language;
  /** Set by people for this very series. */
  readonly baselines: readonly BaselineRecord[];
}

/** What months are judged by. */
export interface JudgingYears {
  readonly months: readonly Bucket[];
  readonly tallies: Tallies;
  readonly settings: SignalSettings;
  readonly language: Language;
  readonly today: IsoDate;
  /** Last day of what is looked at: the verdict is about the last whole month up to it. */
  readonly lastDay: IsoDate;
  /** What is hidden from the caller of a tally key in a month. */
  readonly hiddenOf: (tallyKey: string, month: number) => HiddenGroups;
}

/** Judges fields of one measure of a subject. */
export function judgeFields(
  measure: JudgedMeasure,
  fields: readonly MeasureField[],
  subject: JudgedSubject,
  years: JudgingYears,
): JudgedField[] {
  const { months, tallies, settings, today, lastDay, language } = years;
  const { tallyKey, unit, service } = subject;
  // A filter that the measure does not know selects nothing: the series is that of all channels.
  const channel = MEASURES[measure].filters.includes('channel') ? subject.channel : null;
  const lean = leanTallies(tallies, fields);
  const blocks = months.map((_, index) => blockOf(measure, lean, tallyKey, index));
  const hidden = months.map((_, index) => years.hiddenOf(tallyKey, index));
  return fields.map((field) => {
    const points = seriesPoints(measure, field, months, tallies, today, hidden, { key: tallyKey, blocks });
    const baselines =
      subject.part === 'own' ? [] : baselinesOf(settings, { ...subject, channel }, measure, field);
    const judgement = judgeSeries(points, field, {
      rebasedOn: baselines.map(({ startsOn }) => startsOn),
      // Targets are set for services, not for channels: a single channel is held to none.
      targetOn: (day) =>
        channel !== null
          ? null
          : findTarget(
              settings.targets,
              { unit: unit.code, unitKind: unit.kind, service, measure, field: field.id },
              day,
            ),
      lastDay,
    });
    const sentence = signalSentence(judgement, points, { measure, field, language, today });
    const verdict = { ...judgement.verdict, sentence };
    return { measure, field, points, judgement, baselines, verdict, language };
  });
}

/** The same judgements with their sentences in this language: what is judged is the same in all. */
export function toldIn<Judged extends { readonly fields: ReadonlyMap<string, JudgedField> }>(
  judged: readonly Judged[],
  language: Language,
  today: IsoDate,
): readonly Judged[] {
  return judged.map((each) => ({
    ...each,
    fields: new Map(
      [...each.fields].map(([id, known]) => {
        if (known.language === language) return [id, known];
        const { judgement, points, measure, field } = known;
        const sentence = signalSentence(judgement, points, { measure, field, language, today });
        return [id, { ...known, language, verdict: { ...known.verdict, sentence } }];
      }),
    ),
  }));
}

function baselinesOf(
  { baselines }: SignalSettings,
  { unit, service, channel }: JudgedSubject,
  measure: JudgedMeasure,
  field: MeasureField,
): BaselineRecord[] {
  return baselines.filter(
    (each) =>
      each.unit === unit.code &&
      each.service === (service ?? ANY) &&
      each.channel === (channel ?? ANY) &&
      each.measure === measure &&
      each.field === field.id,
  );
}
