import { findInstrument } from '#domain/ikm/instruments';
import { scoreIkm } from '#domain/ikm/ikm-score';
import { CLOSE_THEN_REOPEN } from '#domain/oversight/indications/close-then-reopen';
import { COMPLETION_BEFORE_RECEIPT } from '#domain/oversight/indications/completion-before-receipt';
import { IDENTICAL_FORMS, LEAST_IDENTICAL } from '#domain/oversight/indications/identical-forms';
import {
  FEWEST_CASES_OF_RATE,
  IKM_AGAINST_COMPLAINTS,
} from '#domain/oversight/indications/ikm-against-complaints';
import { readReceived } from './case-facts.queries.ts';
import { judged, type FindIndications } from './found-indication.ts';
import { readAnswerCounts, readBackwards, readComplaints, readSameForms } from './other-facts.queries.ts';

/** Units whose complaints come back after they were closed. */
export const findReopened: FindIndications = async ({ transaction, units, period }) => {
  const rows = await readComplaints(transaction, units, period);
  const ended = rows.reduce((sum, row) => sum + row.ended, 0);
  const reopened = rows.reduce((sum, row) => sum + row.reopened, 0);
  return rows.flatMap((row) =>
    judged(
      CLOSE_THEN_REOPEN,
      {
        ended: row.ended,
        reopened: row.reopened,
        othersEnded: ended - row.ended,
        othersReopened: reopened - row.reopened,
      },
      { unit: row.unit_code, period },
    ),
  );
};

/** Units whose files had rows that end before they begin. */
export const findBackwards: FindIndications = async ({ transaction, period, zone }) => {
  const rows = await readBackwards(transaction, period, zone);
  return rows.flatMap((row) =>
    judged(COMPLETION_BEFORE_RECEIPT, { rows: row.rows, files: row.files }, { unit: row.unit_code, period }),
  );
};

/** Days on which a unit's forms are the same to the last answer. */
export const findIdenticalForms: FindIndications = async ({ transaction, units, period }) => {
  const groups = await readSameForms(transaction, units, period, LEAST_IDENTICAL);
  if (groups.length === 0) return [];
  const among = [...new Set(groups.map((group) => group.unit_code))];
  const counts = new Map(
    (await readAnswerCounts(transaction, among, period)).map((row) => [
      `${row.unit_code}|${row.instrument}|${row.question}|${row.answer}`,
      row.forms,
    ]),
  );
  return groups.flatMap((group) => {
    const { unit_code: unit, instrument, day } = group;
    const byItems = group.answers.reduce((chance, answer, index) => {
      const forms = counts.get(`${unit}|${instrument}|${index + 1}|${answer}`) ?? 0;
      return chance * (forms / group.in_period);
    }, 1);
    const answers = group.answers.join('');
    return judged(
      IDENTICAL_FORMS,
      {
        day,
        answers,
        same: group.same,
        onDay: group.on_day,
        elsewhere: group.in_period - group.on_day,
        sameElsewhere: group.same_in_period - group.same,
        byItems,
      },
      { unit, period: { from: day, to: day }, facet: `${instrument}:${answers}` },
    );
  });
};

/** Units with a top score and many complaints. */
export const findIkmAgainstComplaints: FindIndications = async ({
  transaction,
  structure,
  units,
  period,
}) => {
  const complaints = new Map(
    (await readComplaints(transaction, units, period)).map((row) => [row.unit_code, row.complaints]),
  );
  const cases = new Map(
    (await readReceived(transaction, units, period)).map((row) => [row.unit_code, row.cases]),
  );
  const rateOf = (unit: string): number | null => {
    const received = cases.get(unit) ?? 0;
    return received < FEWEST_CASES_OF_RATE ? null : ((complaints.get(unit) ?? 0) / received) * 1000;
  };
  const suspects = units.filter((unit) => rateOf(unit) !== null && (complaints.get(unit) ?? 0) > 0);
  const scores = scoresOf(await readAnswerCounts(transaction, suspects, period));
  return suspects.flatMap((unit) => {
    const kind = structure.units.find(unit)?.kind;
    const peers = structure.units.all().filter((each) => each.kind === kind);
    const survey = scores.get(unit);
    return judged(
      IKM_AGAINST_COMPLAINTS,
      {
        forms: survey?.forms ?? 0,
        score: survey?.score ?? null,
        grade: survey?.grade ?? null,
        complaints: complaints.get(unit) ?? 0,
        cases: cases.get(unit) ?? 0,
        rates: peers.map(({ code }) => rateOf(code)).filter((rate) => rate !== null),
      },
      { unit, period },
    );
  });
};

type AnswerCounts = Awaited<ReturnType<typeof readAnswerCounts>>;
interface UnitScore {
  readonly forms: number;
  readonly score: number;
  readonly grade: 'A' | 'B' | 'C' | 'D';
}

/** The score of each unit by the newest of its questionnaires. */
function scoresOf(rows: AnswerCounts): ReadonlyMap<string, UnitScore> {
  const byUnit = new Map<string, Map<string, { totals: number[]; forms: number }>>();
  for (const { unit_code: unit, instrument, question, answer, forms } of rows) {
    const instruments = byUnit.get(unit) ?? new Map<string, { totals: number[]; forms: number }>();
    byUnit.set(unit, instruments);
    const sums = instruments.get(instrument) ?? { totals: [], forms: 0 };
    instruments.set(instrument, sums);
    sums.totals[question - 1] = (sums.totals[question - 1] ?? 0) + answer * forms;
    // Every form answers the first question once.
    if (question === 1) sums.forms += forms;
  }
  const scores = new Map<string, UnitScore>();
  for (const [unit, instruments] of byUnit) {
    const [newest] = [...instruments]
      .map(([id, sums]) => ({ instrument: findInstrument(id), ...sums }))
      .filter((each) => each.instrument !== null)
      .sort((a, b) => ((a.instrument?.validFrom ?? '') < (b.instrument?.validFrom ?? '') ? 1 : -1));
    if (newest === undefined || newest.instrument === null) continue;
    const result = scoreIkm(newest.instrument, newest.totals, newest.forms);
    if (result !== null) scores.set(unit, { forms: newest.forms, score: result.score, grade: result.grade });
  }
  return scores;
}
