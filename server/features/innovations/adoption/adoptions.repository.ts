import type { Knex } from 'knex';
import type { AdoptionOutcome, AdoptionState } from '#domain/innovations/adoption-life';
import { newRecordId } from '../../../platform/database/record-id.ts';
import { writeInScope } from '../../../platform/database/scoped.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import type { EntryDesk } from '../entry-desk.ts';
import type { AdoptionRow, KeptBaseline } from './adoptions.queries.ts';
import { hearAtHome } from './hear-at-home.repository.ts';
import { renewToldCopy } from './told-copy.repository.ts';

export interface NewAdoption {
  readonly entryId: string;
  readonly entryHome: string;
  readonly entryName: string;
  readonly entryVersion: number;
  /** Where it comes from, for the record. */
  readonly sourceName: string;
  readonly unitCode: string;
  readonly adapted: string;
  readonly mentor: string;
  readonly baseline: readonly KeptBaseline[];
  readonly steps: readonly { readonly body: string; readonly dueOn: string | null }[];
  readonly demo?: boolean;
}

/**
 * Makes a plan to take an innovation home. Nobody outside is told of it.
 * @returns its id
 * @throws ProblemException 409 when the unit has a plan for it that is not over
 */
export async function insertAdoption(desk: EntryDesk, plan: NewAdoption): Promise<string> {
  const { kabupatenCode, now } = desk;
  return writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    await requireNoneOpen(transaction, kabupatenCode, plan.entryId, plan.unitCode);
    const id = newRecordId();
    await transaction('innovation_adoptions').insert({
      kabupaten_code: kabupatenCode,
      id,
      entry_id: plan.entryId,
      entry_home: plan.entryHome,
      entry_name: plan.entryName,
      entry_version: plan.entryVersion,
      unit_code: plan.unitCode,
      state: 'planned',
      adapted: plan.adapted,
      baseline: JSON.stringify(plan.baseline),
      mentor: plan.mentor,
      post_id: desk.post.id,
      post_title: desk.post.title,
      created_at: now,
      updated_at: now,
      demo: plan.demo === true,
    });
    await insertSteps(
      transaction,
      kabupatenCode,
      id,
      plan.steps.map(({ body, dueOn }) => ({ id: null, body, owner: '', dueOn, doneOn: null, note: '' })),
    );
    await renewToldCopy(transaction, kabupatenCode, id);
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: 'innovation-adopted',
      subject: `innovation-adoptions/${id}`,
      details: {
        innovation: plan.entryName,
        source: plan.sourceName,
        unit: plan.unitCode,
        steps: plan.steps.length,
      },
    });
    return { result: id, changed: true };
  });
}

/** A step as it is to stand; without an id it is new. */
export interface PlannedStep {
  readonly id: string | null;
  readonly body: string;
  readonly owner: string;
  readonly dueOn: string | null;
  readonly doneOn: string | null;
  readonly note: string;
}

export interface AdoptionChange {
  readonly adapted?: string | undefined;
  readonly mentor?: string | undefined;
  readonly outcome?: AdoptionOutcome | undefined;
  readonly result?: string | undefined;
  readonly hardest?: string | undefined;
  readonly steps?: readonly PlannedStep[] | undefined;
}

/**
 * Changes a plan; what its source was told changes with it.
 * @param readAt the plan's last change as the person knows it
 * @throws ProblemException 404 without such a plan, 409 when it was changed since, 400 for a step of another plan or one
 *   done on a day that has not come
 */
export async function changeAdoption(
  desk: EntryDesk,
  id: string,
  readAt: string,
  { steps, ...texts }: AdoptionChange,
): Promise<void> {
  const { kabupatenCode, now, today } = desk;
  const ahead = steps?.find(({ doneOn }) => doneOn !== null && doneOn > today)?.doneOn;
  if (typeof ahead === 'string') throw new ProblemException(400, 'adoption-day', { day: ahead });
  await writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const row = await standingAdoption(transaction, kabupatenCode, id);
    if (row.updated_at.toISOString() !== readAt)
      throw new ProblemException(409, 'adoption-changed-meanwhile');
    await transaction('innovation_adoptions')
      .where({ kabupaten_code: kabupatenCode, id })
      .update({
        ...Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== undefined)),
        updated_at: now,
      });
    if (steps !== undefined) {
      const known: { id: string }[] = await transaction('adoption_steps')
        .where({ kabupaten_code: kabupatenCode, adoption_id: id })
        .select('id');
      if (steps.some((step) => step.id !== null && !known.some((each) => each.id === step.id)))
        throw new ProblemException(400, 'adoption-step-unknown');
      await transaction('adoption_steps').where({ kabupaten_code: kabupatenCode, adoption_id: id }).delete();
      await insertSteps(transaction, kabupatenCode, id, steps);
    }
    await renewToldCopy(transaction, kabupatenCode, id);
    await record(transaction, desk, 'adoption-changed', row, {
      steps: steps?.length ?? null,
      done: steps?.filter(({ doneOn }) => doneOn !== null).length ?? null,
    });
    return { result: undefined, changed: true };
  });
}

/** What a plan becomes. */
export type AdoptionMove =
  | { readonly to: 'running'; readonly on: string }
  | {
      readonly to: 'done' | 'stopped';
      readonly on: string;
      readonly outcome: AdoptionOutcome;
      readonly result: string;
      readonly hardest: string;
    };

/**
 * Takes a plan on: it runs (again), is done, or stopped with what was learnt.
 * @returns the kabupaten whose people are to hear of it, or null
 * @throws ProblemException 409 when it is not at that stage, or another plan is under way; 400 for a day that cannot be
 */
export async function moveAdoption(desk: EntryDesk, id: string, move: AdoptionMove): Promise<string | null> {
  const { kabupatenCode, now, today } = desk;
  if (move.on > today) throw new ProblemException(400, 'adoption-day', { day: move.on });
  return writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const row = await standingAdoption(transaction, kabupatenCode, id);
    const isOver = row.state === 'done' || row.state === 'stopped';
    if (move.to === 'running' ? row.state === 'running' : isOver)
      throw new ProblemException(409, 'adoption-state');
    if (move.to === 'running' && isOver)
      await requireNoneOpen(transaction, kabupatenCode, row.entry_id, row.unit_code);
    if (move.to !== 'running' && row.started_on !== null && move.on < row.started_on)
      throw new ProblemException(400, 'adoption-day', { day: move.on });
    await transaction('innovation_adoptions')
      .where({ kabupaten_code: kabupatenCode, id })
      .update({
        state: move.to,
        updated_at: now,
        ...(move.to === 'running'
          ? // What began once and goes on keeps its first day.
            { started_on: isOver ? (row.started_on ?? move.on) : move.on, ended_on: null }
          : { ended_on: move.on, outcome: move.outcome, result: move.result, hardest: move.hardest }),
      });
    const home = await renewToldCopy(transaction, kabupatenCode, id);
    // That it runs is no news to who knows of the plan.
    if (move.to !== 'running') await hearAtHome(transaction, desk, id);
    const action = (
      { running: 'adoption-started', done: 'adoption-done', stopped: 'adoption-stopped' } as const
    )[move.to];
    await record(
      transaction,
      desk,
      action,
      row,
      { on: move.on },
      move.to === 'running' ? {} : { result: move.result },
    );
    return { result: home, changed: true };
  });
}

/**
 * Tells the source of a plan, or takes the word back: it then stands in no lineage outside the kabupaten.
 * @returns the kabupaten that this changes something for, or null
 */
export async function tellAdoption(desk: EntryDesk, id: string, told: boolean): Promise<string | null> {
  const { kabupatenCode, now } = desk;
  return writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const row = await standingAdoption(transaction, kabupatenCode, id);
    if (row.told === told) return { result: null, changed: false };
    await transaction('innovation_adoptions')
      .where({ kabupaten_code: kabupatenCode, id })
      .update({ told, updated_at: now });
    const home = await renewToldCopy(transaction, kabupatenCode, id);
    await hearAtHome(transaction, desk, id);
    await record(transaction, desk, told ? 'adoption-told' : 'adoption-kept', row, {});
    // Where word is taken back nobody hears of it, but the source's number of replications goes down.
    return { result: told ? home : row.entry_home, changed: true };
  });
}

/** The plan as it stands within a writing transaction. @throws ProblemException 404 when there is none */
async function standingAdoption(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  id: string,
): Promise<AdoptionRow> {
  const row = (await transaction('innovation_adoptions')
    .where({ kabupaten_code: kabupatenCode, id })
    .first()) as AdoptionRow | undefined;
  if (row === undefined) throw new ProblemException(404, 'adoption-not-found');
  return row;
}

async function requireNoneOpen(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  entryId: string,
  unitCode: string,
): Promise<void> {
  const open: unknown = await transaction('innovation_adoptions')
    .where({ kabupaten_code: kabupatenCode, entry_id: entryId, unit_code: unitCode })
    .whereIn('state', ['planned', 'running'] satisfies AdoptionState[])
    .first('id');
  if (open !== undefined) throw new ProblemException(409, 'adoption-open');
}

async function insertSteps(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  adoptionId: string,
  steps: readonly PlannedStep[],
): Promise<void> {
  if (steps.length === 0) return;
  await transaction('adoption_steps').insert(
    steps.map((step, position) => ({
      kabupaten_code: kabupatenCode,
      id: step.id ?? newRecordId(),
      adoption_id: adoptionId,
      position,
      body: step.body,
      owner: step.owner,
      due_on: step.dueOn,
      done_on: step.doneOn,
      note: step.note,
    })),
  );
}

function record(
  transaction: Knex.Transaction,
  desk: EntryDesk,
  action: string,
  row: AdoptionRow,
  details: Readonly<Record<string, unknown>>,
  personal: Readonly<Record<string, string>> = {},
): Promise<void> {
  return desk.audit.record(transaction, desk.kabupatenCode, desk.actor, {
    action,
    subject: `innovation-adoptions/${row.id}`,
    details: { innovation: row.entry_name, unit: row.unit_code, ...details },
    ...(Object.keys(personal).length === 0 ? {} : { personal }),
  });
}
