import type { Knex } from 'knex';
import { programmeKey } from '#domain/pilots/programme-code';
import type { LoadContext, LoadCounts, RowFault } from '../../../platform/database/dataset-loader.ts';
import { sendNotice } from '../../../platform/notices/notices.repository.ts';
import { programmeLink } from '../pilot-deps.ts';
import { MILESTONE } from '../pilot-notices.ts';
import { writeReport } from './milestone-reports.repository.ts';
import { insertMilestonePlan, lockMilestone, writePlan } from './milestones.repository.ts';
import { readLoadHand, type LoadHand } from './load-hand.repository.ts';
import { createProgramme, type KnownProgramme, type StagedMilestone } from './load-programme.repository.ts';

interface KnownMilestone {
  readonly id: string;
  readonly programme_id: string;
  readonly number: string;
  readonly title: string;
  readonly removed_at: Date | null;
}

interface Records {
  readonly staged: readonly StagedMilestone[];
  /** By code and by name. */
  readonly programmes: ReadonlyMap<string, KnownProgramme>;
  /** By programme and number. */
  readonly milestones: ReadonlyMap<string, KnownMilestone>;
}

async function readRecords(transaction: Knex.Transaction, kabupatenCode: string): Promise<Records> {
  const staged: { rows: StagedMilestone[] } = await transaction.raw(
    'select * from stage_rows order by row_number',
  );
  const programmes = (await transaction('pilot_programmes')
    .select('id', 'code', 'name', 'unit_code', 'closed_on')
    .where({ kabupaten_code: kabupatenCode })
    .orderBy('created_at', 'desc')) as KnownProgramme[];
  const milestones = (await transaction('pilot_milestones')
    .select('id', 'programme_id', 'number', 'title', 'removed_at')
    .where({ kabupaten_code: kabupatenCode })) as KnownMilestone[];
  return {
    staged: staged.rows,
    // A code says more than a name.
    programmes: new Map([
      ...programmes.map((each) => [programmeKey(each.name), each] as const),
      ...programmes.map((each) => [programmeKey(each.code), each] as const),
    ]),
    milestones: new Map(milestones.map((each) => [`${each.programme_id} ${each.number}`, each])),
  };
}

/** Takes out what cannot be loaded: of unknown or closed programmes, of another unit, of milestones that were removed. */
export async function refuseMilestones(
  transaction: Knex.Transaction,
  { kabupatenCode }: LoadContext,
): Promise<ReadonlyMap<number, RowFault>> {
  const { staged, programmes, milestones } = await readRecords(transaction, kabupatenCode);
  const units = unitsOfNew(staged);
  const faults = new Map<number, RowFault>();
  for (const row of staged) {
    const programme = programmes.get(row.programme_key);
    const unit = programme?.unit_code ?? units.get(row.programme_key);
    const fault = faultOf(row, programme, unit, programme && milestones.get(`${programme.id} ${row.number}`));
    if (fault !== null) faults.set(row.row_number, fault);
  }
  if (faults.size > 0)
    await transaction.raw('delete from stage_rows where row_number = any(?)', [[...faults.keys()]]);
  return faults;
}

function faultOf(
  row: StagedMilestone,
  programme: KnownProgramme | undefined,
  unit: string | undefined,
  milestone: KnownMilestone | undefined,
): RowFault | null {
  if (unit === undefined)
    return {
      column: 'program',
      code: 'programme-unknown',
      message: `program “${row.programme}” belum ada; isi kolom unit agar program ini dibuat, atau periksa namanya.`,
    };
  if (programme && programme.closed_on !== null)
    return {
      column: 'program',
      code: 'programme-closed',
      message: `program “${programme.name}” sudah ditutup.`,
    };
  if (row.unit_code !== null && row.unit_code !== unit)
    return {
      column: 'unit',
      code: 'unit-differs',
      message: `program “${programme?.name ?? row.programme}” milik unit lain; kosongkan unit atau periksa programnya.`,
    };
  if (milestone && milestone.removed_at !== null)
    return {
      column: 'nomor',
      code: 'milestone-removed',
      message: `tonggak ${row.number} sudah dicabut dari program; pakai nomor lain.`,
    };
  return null;
}

/** The unit of each programme that the file itself brings: of the first row that names one. */
function unitsOfNew(staged: readonly StagedMilestone[]): Map<string, string> {
  const units = new Map<string, string>();
  for (const { programme_key: key, unit_code: unit } of staged)
    if (unit !== null && !units.has(key)) units.set(key, unit);
  return units;
}

interface Told {
  added: number;
  replanned: number;
  reported: number;
  signOffsLost: number;
}

/** Writes what was staged, programme by programme; rows that say what is on record already change nothing. */
export async function loadMilestones(
  transaction: Knex.Transaction,
  context: LoadContext,
): Promise<LoadCounts> {
  const { kabupatenCode } = context;
  const { staged, programmes, milestones } = await readRecords(transaction, kabupatenCode);
  const hand = await readLoadHand(transaction, context);
  const groups = Map.groupBy(staged, (row) => programmes.get(row.programme_key)?.id ?? row.programme_key);
  let [inserted, updated] = [0, 0];
  for (const rows of groups.values()) {
    const [first] = rows;
    if (!first) continue;
    const programme =
      programmes.get(first.programme_key) ?? (await createProgramme(transaction, kabupatenCode, rows, hand));
    const told: Told = { added: 0, replanned: 0, reported: 0, signOffsLost: 0 };
    for (const row of rows) {
      const known = milestones.get(`${programme.id} ${row.number}`);
      if (known === undefined) {
        await createMilestone(transaction, kabupatenCode, programme.id, row, hand);
        told.added += 1;
        inserted += 1;
        await report(transaction, kabupatenCode, programme, row.id, row, hand, told);
      } else if (await change(transaction, kabupatenCode, programme, known, row, hand, told)) updated += 1;
    }
    if (told.added + told.replanned + told.reported > 0)
      context.record({
        action: 'pilot-milestones-loaded',
        subject: `pilots/${programme.id}`,
        details: { programme: programme.name, ...told },
      });
  }
  return {
    inserted,
    updated,
    unchanged: staged.length - inserted - updated,
    structureChanged: false,
  };
}

async function createMilestone(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  programme: string,
  row: StagedMilestone,
  hand: LoadHand,
): Promise<void> {
  await transaction('pilot_milestones').insert({
    kabupaten_code: kabupatenCode,
    id: row.id,
    programme_id: programme,
    number: row.number,
    title: row.title,
    weight: row.weight,
    planned_start_on: row.planned_start_on,
    planned_finish_on: row.planned_finish_on,
    started_on: row.started_on,
  });
  await insertMilestonePlan(transaction, kabupatenCode, {
    ...planOf(row),
    milestone: row.id,
    version: 1,
    reason: null,
    by: hand.title,
    at: hand.now,
  });
}

/** @returns whether the row said anything new */
async function change(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  programme: KnownProgramme,
  known: KnownMilestone,
  row: StagedMilestone,
  hand: LoadHand,
  told: Told,
): Promise<boolean> {
  const before = await lockMilestone(transaction, kabupatenCode, known.id);
  let changed = false;
  const values = {
    ...(known.title === row.title ? {} : { title: row.title }),
    ...(row.started_on === null || row.started_on === before.started_on
      ? {}
      : { started_on: row.started_on }),
  };
  if (Object.keys(values).length > 0) {
    await transaction('pilot_milestones')
      .where({ kabupaten_code: kabupatenCode, id: known.id })
      .update(values);
    changed = true;
  }
  const plan = planOf(row);
  if (
    before.planned_start_on !== plan.startOn ||
    before.planned_finish_on !== plan.finishOn ||
    before.weight !== plan.weight
  ) {
    await writePlan(transaction, kabupatenCode, known.id, {
      ...plan,
      reason: hand.reason,
      by: hand.title,
      at: hand.now,
    });
    told.replanned += 1;
    changed = true;
  }
  return (await report(transaction, kabupatenCode, programme, known.id, row, hand, told)) || changed;
}

/** Reports the share of a row where it is another one than on record. */
async function report(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  programme: KnownProgramme,
  milestone: string,
  row: StagedMilestone,
  hand: LoadHand,
  told: Told,
): Promise<boolean> {
  if (row.done_share === null) return false;
  const before = await lockMilestone(transaction, kabupatenCode, milestone);
  const share = row.done_share;
  const on = row.finished_on ?? hand.today;
  if (share === before.done_share) return false;
  // A finish that lies before a later report is on record, and still not the newest word.
  const same: unknown = await transaction('milestone_reports')
    .where({ kabupaten_code: kabupatenCode, milestone_id: milestone, reported_on: on, done_share: share })
    .first('id');
  if (same !== undefined) return false;
  const outcome = await writeReport(transaction, kabupatenCode, before, {
    on,
    doneShare: share,
    note: row.note,
    post: hand.post,
    by: hand.title,
    userId: hand.userId,
    at: hand.now,
  });
  told.reported += 1;
  if (outcome.signOffLost !== null) told.signOffsLost += 1;
  if (outcome.done)
    for (const post of hand.signers)
      await sendNotice(transaction, kabupatenCode, {
        to: { post },
        kind: 'milestone-to-sign',
        params: { programme: programme.name, milestone: row.title },
        about: { kind: MILESTONE, id: milestone },
        link: programmeLink(programme.id),
        needsAction: true,
        dueOn: null,
        at: hand.now,
      });
  return true;
}

function planOf(row: StagedMilestone) {
  return {
    startOn: row.planned_start_on,
    finishOn: row.planned_finish_on,
    weight: row.weight,
  };
}
