import { IKM_INSTRUMENTS } from '#domain/ikm/instruments';
import type { ProfileTally } from '#domain/ikm/respondent-profile';
import type { Period } from '#domain/period/period';
import { SqlValues } from '../../platform/database/sql-values.ts';
import { unitDaysSql, type UnitDays } from '../../platform/database/unit-days.ts';
import type { ReadTransaction } from '../../platform/database/scoped.ts';
import type { ListPlace } from '../../platform/http/list-cursor.ts';

/** A survey form as it is stored, without who filled it in: that is not asked. */
export interface SurveyRecord {
  readonly id: string;
  readonly number: string;
  readonly unit_code: string;
  readonly service_code: string;
  readonly instrument: string;
  readonly responded_on: string;
  readonly answers: readonly number[];
  readonly suggestion: string | null;
}

/** Which forms are asked for; `unitDays` never reaches beyond the scope. */
export interface SurveyFilter {
  readonly unitDays: UnitDays;
  readonly service: string | null;
  /** Null: whenever filled in. */
  readonly period: Period | null;
  /** Only the forms of the newest instrument among them: those a score is made of. */
  readonly newestOnly: boolean;
}

/** A page of forms, the newest first; `after` is the last line of the page before. */
export async function listSurveyRecords(
  transaction: ReadTransaction,
  filter: SurveyFilter,
  limit: number,
  after: ListPlace | null,
): Promise<SurveyRecord[]> {
  const { name, where, values } = await conditionOf(transaction, filter);
  const further =
    after === null
      ? 'true'
      : `(s.responded_on, s.id) < (${values.add(after.at, 'date')}, ${values.add(after.id, 'uuid')})`;
  return transaction.rows<SurveyRecord & Record<string, unknown>>(
    `survey-list ${name} ${after === null ? 'first' : 'after'}`,
    `select s.id, s.number, s.unit_code, s.service_code, s.instrument, s.responded_on, s.answers, s.suggestion
       from survey_responses s
      where s.kabupaten_code = $1 and ${where} and ${further}
      order by s.responded_on desc, s.id desc limit ${values.add(limit, 'integer')}`,
    values.list,
  );
}

/** How many forms there are. */
export async function countSurveyRecords(
  transaction: ReadTransaction,
  filter: SurveyFilter,
): Promise<number> {
  const { name, where, values } = await conditionOf(transaction, filter);
  const rows = await transaction.rows<{ count: number }>(
    `survey-count ${name}`,
    `select count(*) as count from survey_responses s where s.kabupaten_code = $1 and ${where}`,
    values.list,
  );
  return rows[0]?.count ?? 0;
}

/** The ids of the forms in alphabetical order, at most so many. */
export async function selectSurveyIds(
  transaction: ReadTransaction,
  filter: SurveyFilter,
  most: number,
): Promise<string[]> {
  const { name, where, values } = await conditionOf(transaction, filter);
  const rows = await transaction.rows<{ id: string }>(
    `survey-ids ${name}`,
    `select s.id from survey_responses s where s.kabupaten_code = $1 and ${where}
      order by s.id limit ${values.add(most, 'integer')}`,
    values.list,
  );
  return rows.map(({ id }) => id);
}

/** How many forms there are with the same words about who filled them in. */
export async function tallyRespondents(
  transaction: ReadTransaction,
  filter: SurveyFilter,
): Promise<ProfileTally[]> {
  const { name, where, values } = await conditionOf(transaction, filter);
  return transaction.rows<ProfileTally & Record<string, unknown>>(
    `survey-respondents ${name}`,
    `select s.sex, s.education, count(*)::int as count from survey_responses s
      where s.kabupaten_code = $1 and ${where} group by s.sex, s.education`,
    values.list,
  );
}

interface Condition {
  /** The same for the same text. */
  readonly name: string;
  readonly where: string;
  readonly values: SqlValues;
}

async function conditionOf(transaction: ReadTransaction, filter: SurveyFilter): Promise<Condition> {
  const plain = plainCondition(transaction, filter);
  if (!filter.newestOnly) return plain;
  const rows = await transaction.rows<{ instrument: string }>(
    `survey-instruments ${plain.name}`,
    `select distinct s.instrument from survey_responses s where s.kabupaten_code = $1 and ${plain.where}`,
    plain.values.list,
  );
  const newest = IKM_INSTRUMENTS.filter(({ id }) => rows.some(({ instrument }) => instrument === id)).reduce<
    (typeof IKM_INSTRUMENTS)[number] | null
  >((latest, each) => (latest === null || each.validFrom > latest.validFrom ? each : latest), null);
  return {
    name: `${plain.name} newest`,
    where: `${plain.where} and s.instrument = ${plain.values.add(newest?.id ?? '', 'text')}`,
    values: plain.values,
  };
}

function plainCondition(
  transaction: ReadTransaction,
  { unitDays, service, period }: SurveyFilter,
): Condition {
  const values = new SqlValues();
  values.add(transaction.kabupatenCode, 'text');
  const name = [unitDays.limited.length > 0 ? 'spans' : 'all'];
  const parts = [unitDaysSql('s', 'responded_on', unitDays, values)];
  if (period !== null) {
    name.push('period');
    parts.push(
      `s.responded_on >= ${values.add(period.from, 'date')} and s.responded_on <= ${values.add(period.to, 'date')}`,
    );
  }
  if (service !== null) {
    name.push('service');
    parts.push(`s.service_code = ${values.add(service, 'text')}`);
  }
  return { name: name.join(' '), where: parts.join('\n and '), values };
}
