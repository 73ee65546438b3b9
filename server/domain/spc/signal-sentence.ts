/** What the signal engine found, as one sentence: the same in charts, cells, lists, print and API. */
import type { Language } from '../language.ts';
import type { MeasureField, MeasureId } from '../measures.ts';
import { monthStart, type IsoDate } from '../period/civil-date.ts';
import type { TargetInForce } from '../targets/target-in-force.ts';
import type { ChartLimits } from './control-chart.ts';
import { baselineAt, isJudgeable, type MonthPoint, type SeriesJudgement } from './series-judgement.ts';
import { SignalWords } from './signal-words.ts';

/** Whose series it is, and how it is to be told. */
export interface SentenceSetting {
  readonly measure: MeasureId;
  readonly field: MeasureField;
  readonly language: Language;
  readonly today: IsoDate;
}

interface Telling extends SentenceSetting {
  readonly points: readonly MonthPoint[];
  readonly judgement: SeriesJudgement;
  readonly words: SignalWords;
  /** Chooses the language. */
  readonly say: (indonesian: string, english: string) => string;
}

/** Judged by other grains there are no limits, and the sentence says where they are. */
export function otherGrainSentence(language: Language): string {
  return language === 'id'
    ? 'Sinyal dinilai per bulan: pilih tampilan bulanan.'
    : 'Signals are judged by month: choose the monthly view.';
}

/** What is not a process has no signals. */
export function unjudgedSentence(language: Language): string {
  return language === 'id'
    ? 'Kemajuan yang terus bertambah tidak dinilai sebagai sinyal; bandingkan dengan rencananya.'
    : 'Progress that only adds up is not judged for signals; hold it against its plan.';
}

/**
 * The sentence of a judged series, without the unit's name and with its full stop.
 *
 * @param points the months that were judged
 */
export function signalSentence(
  judgement: SeriesJudgement,
  points: readonly MonthPoint[],
  setting: SentenceSetting,
): string {
  const { measure, field, language } = setting;
  const telling: Telling = {
    ...setting,
    points: points.filter(({ from }) => from <= judgement.lastDay),
    judgement,
    words: new SignalWords(measure, field, language),
    say: (indonesian, english) => (language === 'id' ? indonesian : english),
  };
  const { limits } = judgement;
  if (limits === null) return tooLittle(telling);
  const clause =
    judgement.verdict.rule !== null
      ? changeClause(telling, limits)
      : `${steadyClause(telling, limits)}${assuranceClause(telling, limits)}`;
  return [`${clause}.`, trialNote(telling, limits), staleNote(telling)]
    .filter((part) => part !== '')
    .join(' ');
}

/** Without limits: how much is there, and what is missing. */
function tooLittle({ points, judgement, field, words, say, today }: Telling): string {
  const { last } = judgement.chart;
  const start = last === null ? 0 : baselineAt(judgement.chart, last);
  const seen = points.slice(start);
  if (seen.some(({ suppressed }) => suppressed))
    return say(
      'Tidak dinilai: sebagian angka bulanan disamarkan.',
      'Not judged: some of the monthly figures are withheld.',
    );
  const judged = seen.filter((point) => isJudgeable(point, field)).length;
  const small = seen.some(({ state, n }) => state === 'defined' && n < field.minimumN);
  const running = seen.find(({ state, from }) => state === 'partial' && from >= monthStart(today));
  const unfinished = running
    ? say(
        `; ${words.month(running.from, today)} belum selesai`,
        `; ${words.month(running.from, today)} is not over`,
      )
    : '';
  if (judged === 0 && !small && !running) return say('Belum ada data.', 'No data yet.');
  const enough = small
    ? say(
        ` dengan sedikitnya ${words.records(field.minimumN)}`,
        ` with at least ${words.records(field.minimumN)}`,
      )
    : '';
  const since = points[start];
  const baseline =
    start > 0 && since
      ? say(
          ` sejak dasar baru ${words.month(since.from, today)}`,
          ` since the new baseline of ${words.month(since.from, today)}`,
        )
      : '';
  return judged === 0
    ? say(
        `Belum cukup data${baseline}: belum ada bulan penuh${enough}${unfinished}.`,
        `Not enough data${baseline}: no whole month yet${enough}${unfinished}.`,
      )
    : say(
        `Belum cukup data${baseline}: baru ${judged} bulan${enough}${unfinished}.`,
        `Not enough data${baseline}: only ${judged} ${judged === 1 ? 'month' : 'months'}${enough}${unfinished}.`,
      );
}

/** One clause for the rule that the judged month completes, with what it means where that is known. */
function changeClause(telling: Telling, limits: ChartLimits): string {
  const { judgement, points, words, say, today } = telling;
  const { verdict, pattern, chart } = judgement;
  const { rule, direction, since, last, lastFrom } = verdict;
  if (since === null || last === null || lastFrom === null || pattern === null || chart.last === null)
    return '';
  const up = direction === 'up';
  const moved = say(up ? 'Naik' : 'Turun', up ? 'Up' : 'Down');
  const meaning = meaningOf(telling);
  const sinceMonth = words.month(since, today);
  const lastMonth = words.month(lastFrom, today);
  const value = words.value(last);
  const mean = words.value(limits.centre);
  const side = say(up ? 'di atas' : 'di bawah', up ? 'above' : 'below');
  const months = words.months(chart.last - pattern.own + 1);
  const begun = say(`${moved} sejak ${sinceMonth}${meaning}`, `${moved} since ${sinceMonth}${meaning}`);
  const now = say(`${lastMonth} ${value}`, `${value} in ${lastMonth}`);
  // A signal that follows others of another kind is told by where it stands, not by its own pattern alone.
  if (rule === 'outside' && pattern.whole === chart.last)
    return say(
      `${moved} di luar batas pada ${lastMonth}${meaning}: ${value}, ${usual(telling, limits)}`,
      `${moved} beyond the limits in ${lastMonth}${meaning}: ${value}, ${usual(telling, limits)}`,
    );
  if (rule === 'outside') return `${begun}: ${now}, ${usual(telling, limits)}`;
  if (pattern.own !== pattern.whole)
    return say(`${begun}: ${now} dibanding rata-rata ${mean}`, `${begun}: ${now} against a mean of ${mean}`);
  if (rule === 'run')
    return say(
      `${begun}: ${months} berturut-turut ${side} rata-rata ${mean}; ${now}`,
      `${begun}: ${months} in a row ${side} the mean of ${mean}; ${now}`,
    );
  if (rule === 'trend') {
    const first = words.value(points[pattern.own]?.value ?? last);
    return say(
      `${moved} terus sejak ${sinceMonth}${meaning}: ${months} berturut-turut, dari ${first} menjadi ${value}`,
      `${moved} every month since ${sinceMonth}${meaning}: ${months} in a row, from ${first} to ${value}`,
    );
  }
  return say(
    `${begun}: dua dari tiga bulan terakhir jauh ${side} rata-rata ${mean}; ${now}`,
    `${begun}: two of the last three months far ${side} the mean of ${mean}; ${now}`,
  );
}

/** A word of judgement only where the kamus indikator says which way is good. */
function meaningOf({ judgement, say }: Telling): string {
  if (judgement.verdict.variation === 'improving') return say(' (membaik)', ' (improving)');
  return judgement.verdict.variation === 'worsening' ? say(' (memburuk)', ' (worsening)') : '';
}

function usual({ words, field, say }: Telling, { lower, upper, sigma, centre }: ChartLimits): string {
  if (sigma === 0)
    return say(
      `biasanya selalu ${words.range(centre, centre)}`,
      `always ${words.range(centre, centre)} before`,
    );
  // Counts are whole: what lies between 2.6 and 9.4 is 3 to 9.
  const whole = field.unit === 'count' && Math.ceil(lower) <= Math.floor(upper);
  const range = whole ? words.range(Math.ceil(lower), Math.floor(upper)) : words.range(lower, upper);
  return say(`biasanya ${range}`, `usually ${range}`);
}

function steadyClause({ words, say, judgement }: Telling, { sigma, centre }: ChartLimits): string {
  const mean = words.value(centre);
  const months = words.months(judgement.length);
  return sigma === 0
    ? say(`Tetap ${mean} selama ${months}`, `${mean} in each of ${months}`)
    : say(`Stabil di sekitar ${mean}`, `Stable around ${mean}`);
}

/** Whether the target will be met if nothing changes; a constant series meets it or does not. */
function assuranceClause(telling: Telling, { sigma }: ChartLimits): string {
  const { judgement, say } = telling;
  const { assurance, target } = judgement.verdict;
  if (target === null || assurance === 'unknown') return '';
  const told = targetText(telling, target);
  const constant = sigma === 0;
  switch (assurance) {
    case 'meets':
      return constant
        ? say(`; ${told} tercapai`, `; ${told} is met`)
        : say(`; ${told} terus tercapai`, `; ${told} is met consistently`);
    case 'hit-or-miss':
      return say(`; belum menjamin ${told}`, `; does not assure the ${told}`);
    case 'misses':
      return constant
        ? say(`; ${told} tidak tercapai`, `; ${told} is not met`)
        : say(`; ${told} tidak akan tercapai tanpa perubahan`, `; ${told} will not be met without a change`);
  }
}

function targetText({ words, field, say }: Telling, { atLeast, atMost }: TargetInForce): string {
  if (atLeast !== null && atMost !== null) return `target ${words.range(atLeast, atMost)}`;
  if (atLeast !== null) return `target ${words.value(atLeast)}`;
  const most = words.value(atMost ?? 0);
  return field.unit === 'minutes'
    ? say(`target paling lama ${most}`, `target of at most ${most}`)
    : say(`target paling tinggi ${most}`, `target of at most ${most}`);
}

function trialNote({ say }: Telling, { trial, points }: ChartLimits): string {
  return trial
    ? say(`Batas masih percobaan: baru ${points} bulan.`, `The limits are on trial: only ${points} months.`)
    : '';
}

/** When the months since the judged one are not: what is told is of then. */
function staleNote({ judgement, points, words, say, today }: Telling): string {
  const { lastFrom } = judgement.verdict;
  const latest = points.findLast(({ to }) => to <= judgement.lastDay && to < monthStart(today));
  if (lastFrom === null || latest === undefined || latest.from <= lastFrom) return '';
  const month = words.month(lastFrom, today);
  return say(`Terakhir dinilai: ${month}.`, `Last judged: ${month}.`);
}
