import type { MilestonePlan, MilestoneReport, TrackedMilestone } from '#domain/pilots/pilot-milestone';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';

/** Stands for all services of a unit together. */
export const ALL_SERVICES = '*';

/** A plan with why it was made, and by whom. */
export interface PlanRecord extends MilestonePlan {
  readonly reason: string | null;
  readonly by: string;
  readonly at: string;
}

export interface ReportRecord extends MilestoneReport {
  readonly note: string | null;
  readonly by: string;
}

export interface MilestoneRecord extends TrackedMilestone {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly plans: readonly [PlanRecord, ...PlanRecord[]];
  readonly reports: readonly ReportRecord[];
  readonly startedOn: string | null;
  readonly finishedOn: string | null;
  readonly signed: { readonly by: string; readonly at: string } | null;
}

/** A programme as it is stored, its milestones in order of their numbers; also those that were removed. */
export interface ProgrammeRecord {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly unitCode: string;
  readonly goal: string | null;
  readonly legalBasis: string | null;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly serviceCode: string;
  readonly closedOn: string | null;
  readonly milestones: readonly MilestoneRecord[];
}

export interface ProgrammeFilter {
  /** Units whose programmes are seen. */
  readonly unitCodes: readonly string[];
  /** A post that answers for an obstacle, or was asked for help, sees the programme too. */
  readonly concerned: string | null;
  readonly id: string | null;
}

/** Programmes that a person may see; few enough to be read whole. */
export async function readProgrammes(
  transaction: ReadTransaction,
  { unitCodes, concerned, id }: ProgrammeFilter,
): Promise<ProgrammeRecord[]> {
  const { kabupatenCode } = transaction;
  const programmes = await transaction.rows<Omit<ProgrammeRecord, 'milestones'> & Record<string, unknown>>(
    'pilot-programmes',
    `select p.id, p.code, p.name, p.unit_code as "unitCode", p.goal, p.legal_basis as "legalBasis",
            p.starts_on as "startsOn", p.ends_on as "endsOn", p.service_code as "serviceCode", p.closed_on as "closedOn"
       from pilot_programmes p
      where p.kabupaten_code = $1 and ($3::uuid is null or p.id = $3::uuid)
        and (p.unit_code = any($2::text[])
             or exists (select 1 from pilot_obstacles o
                         where o.kabupaten_code = $1 and o.programme_id = p.id
                           and (o.help_post = $4::uuid or o.owner_post = $4::uuid)))
      order by p.starts_on desc, p.name, p.id`,
    [kabupatenCode, [...unitCodes], id, concerned],
  );
  if (programmes.length === 0) return [];
  const milestones = await readMilestones(
    transaction,
    programmes.map((programme) => programme.id),
  );
  return programmes.map((programme) => ({ ...programme, milestones: milestones.get(programme.id) ?? [] }));
}

interface MilestoneRow extends Record<string, unknown> {
  readonly id: string;
  readonly programme_id: string;
  readonly number: string;
  readonly title: string;
  readonly started_on: string | null;
  readonly finished_on: string | null;
  readonly signed_title: string | null;
  readonly signed_at: Date | null;
  readonly signed_on: string | null;
  readonly removed_on: string | null;
}

const BY_NUMBER = new Intl.Collator('id', { numeric: true });

async function readMilestones(
  transaction: ReadTransaction,
  programmes: readonly string[],
): Promise<Map<string, MilestoneRecord[]>> {
  const { kabupatenCode } = transaction;
  const rows = await transaction.rows<MilestoneRow>(
    'pilot-milestones',
    `select m.id, m.programme_id, m.number, m.title, m.started_on, m.finished_on, m.signed_title, m.signed_at,
            (m.signed_at at time zone k.time_zone)::date as signed_on,
            (m.removed_at at time zone k.time_zone)::date as removed_on
       from pilot_milestones m join kabupaten k on k.code = $1
      where m.kabupaten_code = $1 and m.programme_id = any($2::uuid[])`,
    [kabupatenCode, programmes],
  );
  const ids = rows.map(({ id }) => id);
  const plans = await readPlans(transaction, ids);
  const reports = await readReports(transaction, ids);
  const found = new Map<string, MilestoneRecord[]>();
  for (const row of rows.toSorted((a, b) => BY_NUMBER.compare(a.number, b.number))) {
    const [first, ...later] = plans.get(row.id) ?? [];
    // Every milestone is written together with its first plan.
    if (first === undefined) continue;
    const list = found.get(row.programme_id) ?? [];
    list.push({
      id: row.id,
      number: row.number,
      title: row.title,
      plans: [first, ...later],
      reports: reports.get(row.id) ?? [],
      startedOn: row.started_on,
      finishedOn: row.finished_on,
      signedOn: row.signed_on,
      removedOn: row.removed_on,
      signed: row.signed_at === null ? null : { by: row.signed_title ?? '', at: row.signed_at.toISOString() },
    });
    found.set(row.programme_id, list);
  }
  return found;
}

async function readPlans(
  transaction: ReadTransaction,
  milestones: readonly string[],
): Promise<Map<string, PlanRecord[]>> {
  const rows = await transaction.rows<{
    milestone_id: string;
    version: number;
    planned_start_on: string;
    planned_finish_on: string;
    weight: number;
    reason: string | null;
    post_title: string;
    created_at: Date;
    made_on: string;
  }>(
    'pilot-milestone-plans',
    `select l.milestone_id, l.version, l.planned_start_on, l.planned_finish_on, l.weight, l.reason, l.post_title,
            l.created_at, (l.created_at at time zone k.time_zone)::date as made_on
       from milestone_plans l join kabupaten k on k.code = $1
      where l.kabupaten_code = $1 and l.milestone_id = any($2::uuid[])
      order by l.milestone_id, l.version`,
    [transaction.kabupatenCode, milestones],
  );
  return grouped(rows, (row) => ({
    version: row.version,
    startOn: row.planned_start_on,
    finishOn: row.planned_finish_on,
    weight: row.weight,
    madeOn: row.made_on,
    reason: row.reason,
    by: row.post_title,
    at: row.created_at.toISOString(),
  }));
}

async function readReports(
  transaction: ReadTransaction,
  milestones: readonly string[],
): Promise<Map<string, ReportRecord[]>> {
  const rows = await transaction.rows<{
    milestone_id: string;
    reported_on: string;
    done_share: number;
    note: string | null;
    post_title: string;
  }>(
    'pilot-milestone-reports',
    `select milestone_id, reported_on, done_share, note, post_title from milestone_reports
      where kabupaten_code = $1 and milestone_id = any($2::uuid[])
      order by milestone_id, reported_on, created_at, id`,
    [transaction.kabupatenCode, milestones],
  );
  return grouped(rows, (row) => ({
    on: row.reported_on,
    doneShare: row.done_share,
    note: row.note,
    by: row.post_title,
  }));
}

function grouped<Row extends { readonly milestone_id: string }, T>(
  rows: readonly Row[],
  value: (row: Row) => T,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.milestone_id) ?? [];
    group.push(value(row));
    groups.set(row.milestone_id, group);
  }
  return groups;
}
