import type { Period } from '#domain/period/period';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import { BACKWARDS, COUNTS } from './case-conditions.ts';

export interface ComplaintRow {
  readonly unit_code: string;
  readonly complaints: number;
  readonly ended: number;
  readonly reopened: number;
}

/** Complaints that the units received: all that count, those that ended once, those opened again. */
export async function readComplaints(
  transaction: ReadTransaction,
  units: readonly string[],
  { from, to }: Period,
): Promise<ComplaintRow[]> {
  return transaction.rows<ComplaintRow & Record<string, unknown>>(
    'indication-complaints',
    `select c.unit_code, count(*) as complaints,
            count(*) filter (where c.resolved_at is not null or c.closed_at is not null or c.reopened) as ended,
            count(*) filter (where c.reopened) as reopened
       from complaints c
      where c.kabupaten_code = $1 and c.unit_code = any($2::text[]) and c.received_on between $3::date and $4::date
        and ${COUNTS}
      group by c.unit_code`,
    [transaction.kabupatenCode, [...units], from, to],
  );
}

export interface BackwardsRow {
  readonly unit_code: string;
  readonly rows: number;
  readonly files: number;
}

/** Rejected rows that end before they begin, by the unit that loaded the file. Trial runs are left out. */
export async function readBackwards(
  transaction: ReadTransaction,
  { from, to }: Period,
  zone: string,
): Promise<BackwardsRow[]> {
  return transaction.rows<BackwardsRow & Record<string, unknown>>(
    'indication-backwards',
    `select coalesce(i.default_unit, i.kabupaten_code) as unit_code, count(*) as rows,
            count(distinct i.id) as files
       from imports i
       join import_rejections r on r.kabupaten_code = i.kabupaten_code and r.import_id = i.id
      where i.kabupaten_code = $1 and r.kabupaten_code = $1 and not i.dry_run
        and (i.started_at at time zone $4::text)::date between $2::date and $3::date and ${BACKWARDS}
      group by 1`,
    [transaction.kabupatenCode, from, to, zone],
  );
}

/** Forms of one unit, day and questionnaire with the same answers. */
export interface SameFormsRow {
  readonly unit_code: string;
  readonly instrument: string;
  readonly day: string;
  readonly answers: readonly number[];
  readonly same: number;
  /** Forms of the unit and questionnaire on that day, in the period, and with these answers in the period. */
  readonly on_day: number;
  readonly in_period: number;
  readonly same_in_period: number;
}

/** Groups of at least `least` identical forms, with what they are held against. */
export async function readSameForms(
  transaction: ReadTransaction,
  units: readonly string[],
  { from, to }: Period,
  least: number,
): Promise<SameFormsRow[]> {
  return transaction.rows<SameFormsRow & Record<string, unknown>>(
    'indication-same-forms',
    `with alike as (
       select s.unit_code, s.instrument, s.responded_on as day, s.answers, count(*) as same from survey_responses s
        where s.kabupaten_code = $1 and s.unit_code = any($2::text[]) and s.responded_on between $3::date and $4::date
        group by s.unit_code, s.instrument, s.responded_on, s.answers
     ), told as (
       select a.*, sum(a.same) over (partition by a.unit_code, a.instrument, a.day) as on_day,
              sum(a.same) over (partition by a.unit_code, a.instrument) as in_period,
              sum(a.same) over (partition by a.unit_code, a.instrument, a.answers) as same_in_period
         from alike a
     )
     select t.unit_code, t.instrument, t.day, t.answers, t.same, t.on_day::bigint as on_day,
            t.in_period::bigint as in_period, t.same_in_period::bigint as same_in_period
       from told t where t.same >= $5 order by t.unit_code, t.day, t.answers`,
    [transaction.kabupatenCode, [...units], from, to, least],
  );
}

/** How often each answer was given to each question (1-based) of a unit's questionnaire. */
export async function readAnswerCounts(
  transaction: ReadTransaction,
  units: readonly string[],
  { from, to }: Period,
): Promise<
  {
    readonly unit_code: string;
    readonly instrument: string;
    readonly question: number;
    readonly answer: number;
    readonly forms: number;
  }[]
> {
  return transaction.rows<{
    unit_code: string;
    instrument: string;
    question: number;
    answer: number;
    forms: number;
  }>(
    'indication-answer-counts',
    `select s.unit_code, s.instrument, a.question, a.answer, count(*) as forms
       from survey_responses s cross join lateral unnest(s.answers) with ordinality as a (answer, question)
      where s.kabupaten_code = $1 and s.unit_code = any($2::text[]) and s.responded_on between $3::date and $4::date
      group by s.unit_code, s.instrument, a.question, a.answer`,
    [transaction.kabupatenCode, [...units], from, to],
  );
}
