import type { Knex } from 'knex';
import { programmeCode } from '#domain/pilots/programme-code';
import { newRecordId } from '../../../platform/database/record-id.ts';
import type { LoadHand } from './load-hand.repository.ts';

export interface StagedMilestone {
  readonly row_number: number;
  readonly id: string;
  readonly programme: string;
  readonly programme_key: string;
  readonly unit_code: string | null;
  readonly number: string;
  readonly title: string;
  readonly weight: number;
  readonly planned_start_on: string;
  readonly planned_finish_on: string;
  readonly started_on: string | null;
  readonly finished_on: string | null;
  readonly done_share: number | null;
  readonly note: string | null;
}

export interface KnownProgramme {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly unit_code: string;
  readonly closed_on: string | null;
}

/** Opens the programme that rows of a file name: of the first unit they name, from the first day they plan. */
export async function createProgramme(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  rows: readonly StagedMilestone[],
  hand: LoadHand,
): Promise<KnownProgramme> {
  const name = rows[0]?.programme ?? '';
  const unitCode = rows.find(({ unit_code }) => unit_code !== null)?.unit_code ?? '';
  const startsOn = rows.map(({ planned_start_on }) => planned_start_on).toSorted()[0] ?? hand.today;
  const id = newRecordId();
  const code = await freeCode(transaction, kabupatenCode, programmeCode(name));
  await transaction.raw(
    `insert into pilot_programmes (kabupaten_code, id, code, name, unit_code, starts_on, created_at, demo)
     select k.code, :id, :code, :name, :unitCode, :startsOn, :now, k.demo from kabupaten k where k.code = :kabupatenCode`,
    { kabupatenCode, id, code, name, unitCode, startsOn, now: hand.now },
  );
  return { id, code, name, unit_code: unitCode, closed_on: null };
}

/** Two names can give the same code: the later one gets a number. */
async function freeCode(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  wanted: string,
): Promise<string> {
  const rows = (await transaction('pilot_programmes')
    .select('code')
    .where({ kabupaten_code: kabupatenCode })) as { code: string }[];
  const taken = new Set(rows.map(({ code }) => code));
  let code = wanted;
  for (let number = 2; taken.has(code); number += 1) code = `${wanted.slice(0, 60)}-${number}`;
  return code;
}
