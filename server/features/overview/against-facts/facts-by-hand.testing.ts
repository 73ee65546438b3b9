import { type LocalTime, nextDay } from './local-time-by-hand.testing.ts';

/**
 * The definitions of the measures once more, as plain loops over records: slow, simple, and written without the code
 * under test, so that the two can be compared.
 */
export interface Case {
  unit: string;
  number: string;
  service: string;
  channel: string;
  status: string;
  receivedAt: string;
  completedAt: string | null;
  dueAt: string | null;
  visits: number | null;
  recordedAt: string | null;
  preparedOnline: boolean | null;
}

export interface Complaint {
  unit: string;
  number: string;
  service: string;
  channel: string;
  class: string;
  status: string;
  receivedAt: string;
  firstResponseAt: string | null;
  resolvedAt: string | null;
  dueAt: string | null;
  /** Every status the complaint ever had. */
  history: string[];
}

export interface Response {
  unit: string;
  number: string;
  service: string;
  instrument: string;
  date: string;
  answers: number[];
}

export interface Selection {
  readonly units: ReadonlySet<string>;
  readonly service?: string | undefined;
  readonly channel?: string | undefined;
  readonly class?: string | undefined;
  /** As the Inspektorat sees it: with complaints of suspected abuse. */
  readonly withOversight: boolean;
  /** Local days, both included. */
  readonly from: string;
  readonly to: string;
}

/** Promises of the services that the records name (working days, or working hours). */
const PROMISES: Readonly<Record<string, { days?: number; hours?: number }>> = {
  'akta-kelahiran': { days: 2 },
  kk: { hours: 2 },
  umum: {},
};
/** Working days of the classes that have a deadline. */
const CLASS_DAYS: Readonly<Record<string, number>> = {
  normatif: 5,
  'tidak-berkadar-pengawasan': 14,
  'berkadar-pengawasan': 60,
};

/** Own deadline, else that of the service; null without a promise. Epoch milliseconds. */
function caseDue(record: Case, local: LocalTime): number | null {
  if (record.dueAt !== null) return Date.parse(record.dueAt);
  const { days, hours } = PROMISES[record.service] ?? {};
  if (days !== undefined) return local.afterWorkingDays(record.receivedAt, days);
  return hours === undefined ? null : local.afterOfficeSeconds(record.receivedAt, hours * 3600);
}

/** Volume and turnaround of the cases of a selection. */
export function caseFigures(cases: readonly Case[], local: LocalTime, selection: Selection, now: number) {
  const { from, to } = selection;
  const within = (day: string) => day >= from && day <= to;
  const figures = {
    received: 0,
    completed: 0,
    rejected: 0,
    cancelled: 0,
    open: 0,
    due: 0,
    dueMet: 0,
    promised: 0,
    withinStandard: 0,
    visitsKnown: 0,
    singleVisit: 0,
    preparedKnown: 0,
    preparedOnline: 0,
    lateEntries: 0,
    overdue: 0,
  };
  const citizen: number[] = [];
  const official: number[] = [];
  const onSite: number[] = [];
  for (const record of cases) {
    if (!selected(record, selection)) continue;
    const { completedAt, receivedAt, status } = record;
    const cancelled = status === 'dibatalkan';
    const due = caseDue(record, local);
    const inTime = completedAt !== null && due !== null && Date.parse(completedAt) <= due;
    if (within(local.dayOf(receivedAt))) {
      figures.received += 1;
      if (cancelled) figures.cancelled += 1;
      if (isLateEntry(record, local)) figures.lateEntries += 1;
    }
    const doneBy = completedAt !== null && local.dayOf(completedAt) <= to;
    if (due !== null && !cancelled && !doneBy && due <= now && local.dayOf(due) <= to) figures.overdue += 1;
    if (local.dayOf(receivedAt) <= to && !cancelled && !doneBy) figures.open += 1;
    if (due !== null && !cancelled && within(local.dayOf(due)) && due <= now) {
      figures.due += 1;
      if (inTime) figures.dueMet += 1;
    }
    if (completedAt === null || !within(local.dayOf(completedAt))) continue;
    if (status === 'ditolak') figures.rejected += 1;
    if (status !== 'selesai') continue;
    figures.completed += 1;
    if (due !== null) figures.promised += 1;
    if (inTime) figures.withinStandard += 1;
    if (record.visits !== null) figures.visitsKnown += 1;
    const seconds = (Date.parse(completedAt) - Date.parse(receivedAt)) / 1000;
    if (record.visits === 1) {
      figures.singleVisit += 1;
      onSite.push(seconds);
    }
    if (record.preparedOnline !== null) figures.preparedKnown += 1;
    if (record.preparedOnline === true) figures.preparedOnline += 1;
    citizen.push(seconds);
    official.push(local.officeSeconds(receivedAt, completedAt));
  }
  return {
    ...figures,
    medianMinutes: minutes(citizen, 0.5),
    p90Minutes: minutes(citizen, 0.9),
    medianWorkingMinutes: minutes(official, 0.5),
    p90WorkingMinutes: minutes(official, 0.9),
    medianOnSiteMinutes: minutes(onSite, 0.5),
  };
}

/** Recorded more than a working day after receipt, or not before it was completed. */
function isLateEntry({ receivedAt, recordedAt, completedAt }: Case, local: LocalTime): boolean {
  if (recordedAt === null) return false;
  if (completedAt !== null && Date.parse(recordedAt) >= Date.parse(completedAt)) return true;
  return local.workingDaysBetween(receivedAt, recordedAt) > 1;
}

/** The state of a cohort of complaints at the end of `to`, or now. */
export function complaintFigures(
  complaints: readonly Complaint[],
  local: LocalTime,
  selection: Selection,
  now: number,
) {
  const at = Math.min(local.instantOf(nextDay(selection.to), 0) - 1, now);
  const figures = {
    received: 0,
    valid: 0,
    followedUp: 0,
    resolved: 0,
    judged: 0,
    inTime: 0,
    overdue: 0,
    reopened: 0,
    responded: 0,
    escalated: 0,
  };
  const durations: number[] = [];
  const official: number[] = [];
  const answers: number[] = [];
  for (const record of complaints) {
    const day = local.dayOf(record.receivedAt);
    if (!selected(record, selection) || day < selection.from || day > selection.to) continue;
    figures.received += 1;
    if (record.status === 'tidak-valid' || record.status === 'bukan-kewenangan') continue;
    figures.valid += 1;
    const [response, resolution] = [record.firstResponseAt, record.resolvedAt].map((text) =>
      text === null ? Infinity : Date.parse(text),
    );
    const ever =
      resolution !== Infinity ||
      record.history.some((status) => ['ditindaklanjuti', 'selesai', 'dibuka-kembali'].includes(status));
    const first = Math.min(response ?? Infinity, resolution ?? Infinity);
    // What has no time of its own is taken as it is known now.
    if (ever && (first === Infinity || first <= at)) figures.followedUp += 1;
    if (record.history.includes('dibuka-kembali')) figures.reopened += 1;
    if (record.firstResponseAt !== null && (response ?? 0) <= at) {
      figures.responded += 1;
      answers.push(local.officeSeconds(record.receivedAt, record.firstResponseAt));
    }
    // The unit has three working days to answer; suspected abuse goes up no ladder.
    const passedOn = local.afterWorkingDays(record.receivedAt, 3);
    if (record.class !== 'berkadar-pengawasan' && passedOn <= at && first > passedOn) figures.escalated += 1;
    const due = record.dueAt !== null ? Date.parse(record.dueAt) : classDue(record, local);
    const resolved = record.status !== 'dibuka-kembali' && (resolution ?? Infinity) <= at;
    const overdue = !resolved && due !== null && due <= at;
    if (resolved) {
      figures.resolved += 1;
      durations.push(((resolution ?? 0) - Date.parse(record.receivedAt)) / 1000);
      official.push(local.officeSeconds(record.receivedAt, record.resolvedAt ?? ''));
      if (due !== null && (resolution ?? 0) <= due) figures.inTime += 1;
    }
    if (overdue) figures.overdue += 1;
    if (overdue || (resolved && due !== null)) figures.judged += 1;
  }
  return {
    ...figures,
    open: figures.valid - figures.resolved,
    medianResolutionMinutes: minutes(durations, 0.5),
    p90ResolutionMinutes: minutes(durations, 0.9),
    medianResolutionWorkingMinutes: minutes(official, 0.5),
    p90ResolutionWorkingMinutes: minutes(official, 0.9),
    medianResponseWorkingMinutes: minutes(answers, 0.5),
    p90ResponseWorkingMinutes: minutes(answers, 0.9),
  };
}

/** The times among the figures of a cohort, which may be 1 % off. */
export const COMPLAINT_TIMES = [
  'medianResolutionMinutes',
  'p90ResolutionMinutes',
  'medianResolutionWorkingMinutes',
  'p90ResolutionWorkingMinutes',
  'medianResponseWorkingMinutes',
  'p90ResponseWorkingMinutes',
] as const;

/** Respondents and score in hundredths per instrument, rounded half up once. */
export function surveyFigures(
  responses: readonly Response[],
  selection: Selection,
): Map<string, { respondents: number; hundredths: number }> {
  const sums = new Map<string, { respondents: number; total: number }>();
  for (const response of responses) {
    if (
      !selection.units.has(response.unit) ||
      (selection.service !== undefined && response.service !== selection.service)
    )
      continue;
    if (response.date < selection.from || response.date > selection.to) continue;
    const sum = sums.get(response.instrument) ?? { respondents: 0, total: 0 };
    sum.respondents += 1;
    for (const answer of response.answers) sum.total += answer;
    sums.set(response.instrument, sum);
  }
  return new Map(
    [...sums].map(([instrument, { respondents, total }]) => {
      const [numerator, denominator] =
        instrument === 'kep-25-2004'
          ? [total * 71 * 2500, respondents * 1000]
          : [total * 2500, respondents * 9];
      return [
        instrument,
        { respondents, hundredths: Math.floor((2 * numerator + denominator) / (2 * denominator)) },
      ];
    }),
  );
}

function classDue(record: Complaint, local: LocalTime): number | null {
  const days = CLASS_DAYS[record.class];
  return days === undefined ? null : local.afterWorkingDays(record.receivedAt, days);
}

function selected(
  record: Case | Complaint,
  { units, service, channel, class: wanted, withOversight }: Selection,
): boolean {
  return (
    units.has(record.unit) &&
    (service === undefined || record.service === service) &&
    (channel === undefined || record.channel === channel) &&
    (wanted === undefined || !('class' in record) || record.class === wanted) &&
    (withOversight || !('class' in record) || record.class !== 'berkadar-pengawasan')
  );
}

/** Nearest rank over seconds, in minutes. */
function minutes(seconds: readonly number[], quantile: number): number | null {
  const sorted = seconds.toSorted((a, b) => a - b);
  const found = sorted[Math.ceil(Number((quantile * sorted.length).toFixed(6))) - 1];
  return found === undefined ? null : found / 60;
}
