import type { Finding } from '#domain/attention/finding';
import { notReporting } from '#domain/attention/not-reporting-rule';
import { OLD_AFTER, overdueCases } from '#domain/attention/overdue-cases-rule';
import { smallSample } from '#domain/attention/small-sample-rule';
import { unansweredComplaints } from '#domain/attention/unanswered-complaints-rule';
import { maskText } from '#domain/complaints/masking';
import { ikmFigures } from '#domain/ikm/ikm-figures';
import { addDays, addMonthsToStart, monthStart, quarterStart } from '#domain/period/civil-date';
import { bucketsOf, type Period } from '#domain/period/period';
import type { AttentionSources } from '../attention-sources.ts';
import type { LastRecord, NilReport } from '../reporting/last-records.queries.ts';
import { requestOfParts, type UnitPart } from '../unit-parts.ts';
import type { AttentionContext, JudgedField } from './attention-context.ts';
import { readOverdue, readUnanswered, type UnansweredRow } from './neglect.queries.ts';

/** Whole quarters that are looked back on, and whole months. */
const QUARTERS = 4;
const MONTHS = 12;

/** Complaints left unanswered past the ladder. */
export async function unansweredFindings(
  context: AttentionContext,
  parts: readonly UnitPart[],
  rungs: 1 | 2,
): Promise<Finding[]> {
  const { transaction, clock, selection, rights } = context;
  const rows = await readUnanswered(transaction, parts, clock, selection.withOversight);
  return parts.flatMap((part) => {
    const own = rows.filter(({ key }) => key === part.key);
    const sum = (count: (row: UnansweredRow) => number) => own.reduce((total, row) => total + count(row), 0);
    if (sum(({ past_unit }) => past_unit) === 0) return [];
    const oldestOn = own.map(({ oldest_on }) => oldest_on).toSorted()[0] ?? clock.today;
    const largest = own.toSorted((a, b) => b.count - a.count).find(({ category }) => category !== null);
    const finding = unansweredComplaints(
      {
        unit: part.unit.code,
        count: sum(({ count }) => count),
        pastTop: sum(({ past_top }) => past_top),
        oldestOn,
        oldestWorkingDays: Math.max(...own.map(({ oldest_days }) => oldest_days ?? 0)),
        category: largest ? { name: maskText(largest.category ?? ''), count: largest.count } : null,
      },
      rungs,
      rights.complaints,
    );
    return finding === null ? [] : [ofPart(finding, part, parts, { from: oldestOn, to: clock.today })];
  });
}

/** Cases past their deadline, beside how many there usually are at the end of a month. */
export async function overdueFindings(
  context: AttentionContext,
  parts: readonly UnitPart[],
  sources: AttentionSources,
): Promise<Finding[]> {
  const { transaction, clock, rights, selection } = context;
  const rows = await readOverdue(transaction, parts, clock, OLD_AFTER);
  if (rows.length === 0) return [];
  const thisMonth = monthStart(clock.today);
  const months = bucketsOf(
    { from: addMonthsToStart(thisMonth, -MONTHS), to: addDays(thisMonth, -1) },
    'month',
  ).map(({ from, to }): Period => ({ from, to }));
  const tallies = await sources.services(
    transaction,
    requestOfParts(parts, months, clock, selection.withOversight),
  );
  return parts.flatMap((part) => {
    const row = rows.find(({ key }) => key === part.key);
    if (!row) return [];
    const finding = overdueCases(
      {
        unit: part.unit.code,
        count: row.count,
        old: row.old,
        oldestWorkingDays: row.oldest_days ?? 0,
        monthEnds: months.map(({ from }, index) => {
          const tally = tallies.get(part.key)?.[index];
          return { month: from, count: !tally || tally.due + tally.overdue === 0 ? null : tally.overdue };
        }),
        thisMonth,
      },
      rights.services,
    );
    return finding === null ? [] : [ofPart(finding, part, parts, {})];
  });
}

/** Surveys of the last whole quarter with far too few responses. */
export async function sampleFindings(
  context: AttentionContext,
  parts: readonly UnitPart[],
  sources: AttentionSources,
  seriesOf: (key: string, field: string) => JudgedField | null,
): Promise<Finding[]> {
  const { transaction, clock, selection, rights } = context;
  const quarters: Period[] = bucketsOf(
    {
      from: addMonthsToStart(quarterStart(clock.today), -3 * QUARTERS),
      to: addDays(quarterStart(clock.today), -1),
    },
    'quarter',
  ).map(({ from, to }) => ({ from, to }));
  const request = requestOfParts(parts, quarters, clock, selection.withOversight);
  const surveys = await sources.surveys(transaction, request);
  const services = await sources.services(transaction, request);
  return parts.flatMap((part) => {
    const finding = smallSample(
      part.unit.code,
      quarters.map((quarter, index) => {
        const figures = ikmFigures(
          surveys.get(part.key)?.[index] ?? [],
          services.get(part.key)?.[index]?.completed ?? 0,
        );
        // What is withheld in one month is not told by its quarter.
        const surveyTold = rights.surveys || isTold(seriesOf(part.key, 'ikm.score'), quarter);
        const servedTold = rights.services || isTold(seriesOf(part.key, 'volume.received'), quarter);
        return {
          quarter,
          score: surveyTold ? figures.score : null,
          grade: surveyTold ? figures.grade : null,
          respondents: surveyTold ? figures.respondents : null,
          required: surveyTold && servedTold ? figures.requiredRespondents : null,
        };
      }),
    );
    return finding === null ? [] : [ofPart(finding, part, parts, {})];
  });
}

/** Units that used to report and fell silent. */
export function silenceFindings(
  { clock }: AttentionContext,
  parts: readonly UnitPart[],
  last: readonly LastRecord[],
  nil: readonly NilReport[],
): Finding[] {
  return parts.flatMap((part) => {
    const record = last.find(({ key, dataset }) => key === part.key && dataset === null);
    if (!record) return [];
    const finding = notReporting(
      {
        unit: part.unit.code,
        lastOn: record.last_on,
        since: record.silent_since ?? record.last_on,
        workingDays: record.silent_days ?? 0,
        nil: nil.some(({ unit_code }) => unit_code === part.unit.code),
      },
      clock.today,
    );
    return finding === null ? [] : [finding];
  });
}

/** True when no month of the period is withheld from the caller. */
function isTold(series: JudgedField | null, { from, to }: Period): boolean {
  return series?.points.every((point) => !point.suppressed || point.to < from || point.from > to) === true;
}

/** The proof of a finding with its days, and with `self` where it is about a unit's own records only. */
function ofPart(
  finding: Finding,
  part: UnitPart,
  parts: readonly UnitPart[],
  days: Readonly<Record<string, string>>,
): Finding {
  const self: Readonly<Record<string, string>> =
    part.self && parts.length > 1 && finding.proof.count !== null ? { self: 'true' } : {};
  const { proof } = finding;
  return { ...finding, proof: { ...proof, query: { ...proof.query, ...days, ...self } } };
}
