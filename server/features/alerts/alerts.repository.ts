import type { Knex } from 'knex';
import type {
  AlertMemory,
  AlertReason,
  AlertRule,
  AlertStep,
  SettledRules,
} from '#domain/alerts/alert-episode';
import type { AlertFacts } from '#domain/alerts/alert-words';
import { newRecordId } from '../../platform/database/record-id.ts';
import type { EventKind } from './alerts.queries.ts';

/** Names a figure of a unit. */
export interface MatterKey {
  readonly unit: string;
  /** `measure.field`; empty for silence. */
  readonly field: string;
}

export function keyOf({ unit, field }: MatterKey): string {
  return [unit, field].join('|');
}

/** The open episode of a figure as it is kept. */
export interface OpenEpisode {
  readonly id: string;
  readonly since: string;
  readonly toldOn: string;
  readonly reasons: readonly AlertReason[];
  /** What this episode settled so far: its rules that left. */
  readonly settled: SettledRules;
  readonly facts: AlertFacts;
}

/** What is remembered of a figure. */
export interface KeptMemory extends AlertMemory {
  readonly key: MatterKey;
  readonly open: OpenEpisode | null;
  /** Day of its first episode; null before it. */
  readonly firstOn: string | null;
}

/** What is remembered of every figure that ever had an episode, by {@link keyOf}. */
export async function readMemory(
  transaction: Knex.Transaction,
  kabupatenCode: string,
): Promise<ReadonlyMap<string, KeptMemory>> {
  const rows = (await transaction('alert_episodes')
    .select(
      'id',
      'unit_code',
      'field',
      'since',
      'opened_on',
      'told_on',
      'reasons',
      'settled',
      'facts',
      'ended_on',
    )
    .where({ kabupaten_code: kabupatenCode })
    .orderBy(['opened_at', 'id'])) as {
    id: string;
    unit_code: string;
    field: string;
    since: string;
    opened_on: string;
    told_on: string;
    reasons: readonly AlertReason[];
    settled: SettledRules;
    facts: AlertFacts;
    ended_on: string | null;
  }[];
  const memory = new Map<string, KeptMemory>();
  for (const row of rows) {
    const key = { unit: row.unit_code, field: row.field };
    const known = memory.get(keyOf(key));
    const { id, since, told_on: toldOn, reasons, settled, facts } = row;
    const open = row.ended_on === null ? { id, since, toldOn, reasons, settled, facts } : null;
    memory.set(keyOf(key), {
      key,
      open: open ?? known?.open ?? null,
      firstOn: known?.firstOn ?? row.opened_on,
      settled: later(known?.settled ?? {}, settled),
    });
  }
  return memory;
}

/** By rule the later of two days. */
function later(one: SettledRules, other: SettledRules): SettledRules {
  const both: Partial<Record<AlertRule, string>> = { ...one };
  for (const [rule, day] of Object.entries(other) as [AlertRule, string][])
    if (day > (both[rule] ?? '')) both[rule] = day;
  return both;
}

/** A step, or the end of a unit that is no longer watched. */
export type TakeableStep = Omit<AlertStep, 'kind'> & { readonly kind: AlertStep['kind'] | 'unwatch' };

/** When and with what a step is taken. */
export interface StepMoment {
  readonly facts: AlertFacts;
  /** Today in the kabupaten's zone, and the ISO instant. */
  readonly today: string;
  readonly now: string;
}

/** What a step left behind. */
export interface TakenStep {
  readonly episodeId: string;
  readonly eventId: string;
  readonly kind: EventKind;
  readonly since: string;
}

const EVENTS: Readonly<Record<TakeableStep['kind'], EventKind>> = {
  open: 'opened',
  escalate: 'escalated',
  ease: 'eased',
  remind: 'reminded',
  recover: 'recovered',
  withdraw: 'withdrawn',
  unwatch: 'withdrawn',
};
const ENDINGS: Readonly<Partial<Record<TakeableStep['kind'], string>>> = {
  recover: 'recovered',
  withdraw: 'withdrawn',
  unwatch: 'unwatched',
};

/** Takes a step: changes the episode and puts the word on record. */
export async function takeStep(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  { key, open }: Pick<KeptMemory, 'key' | 'open'>,
  { kind, reasons, settled }: TakeableStep,
  { facts, today, now }: StepMoment,
): Promise<TakenStep> {
  const episodeId = open?.id ?? newRecordId();
  const since = [
    ...reasons.map((reason) => reason.since),
    ...(open === null ? [] : [open.since]),
  ].toSorted()[0];
  if (since === undefined) throw new Error('an episode without a reason');
  const ending = ENDINGS[kind];
  const found = { reasons: JSON.stringify(reasons), facts: JSON.stringify(facts) };
  const state = {
    ...found,
    since,
    settled: JSON.stringify(later(open?.settled ?? {}, settled)),
    // What eased was told to nobody.
    ...(kind === 'ease' ? {} : { told_on: today }),
    ...(ending === undefined ? {} : { ending, ended_at: now, ended_on: today }),
  };
  if (open === null)
    await transaction('alert_episodes').insert({
      ...state,
      kabupaten_code: kabupatenCode,
      id: episodeId,
      unit_code: key.unit,
      field: key.field,
      opened_at: now,
      opened_on: today,
    });
  else
    await transaction('alert_episodes')
      .where({ kabupaten_code: kabupatenCode, id: episodeId })
      .update({
        ...state,
        ...(kind === 'remind' ? { reminders: transaction.raw('reminders + 1') } : {}),
      });
  const eventId = newRecordId();
  await transaction('alert_events').insert({
    kabupaten_code: kabupatenCode,
    id: eventId,
    episode_id: episodeId,
    kind: EVENTS[kind],
    at: now,
    on_day: today,
    ...found,
  });
  return { episodeId, eventId, kind: EVENTS[kind], since };
}

/** Keeps what was found today about an open episode of which there is nothing to say. */
export async function keepFound(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  open: OpenEpisode,
  found: Pick<OpenEpisode, 'reasons' | 'facts'>,
): Promise<void> {
  await transaction('alert_episodes')
    .where({ kabupaten_code: kabupatenCode, id: open.id })
    .update({ reasons: JSON.stringify(found.reasons), facts: JSON.stringify(found.facts) });
}

/** Remembers that a person's digest up to yesterday went out today. */
export async function noteDigest(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  asker: { readonly user_id: string; readonly post_id: string },
  today: string,
): Promise<boolean> {
  const noted = await transaction('alert_settings')
    .where({ kabupaten_code: kabupatenCode, user_id: asker.user_id, post_id: asker.post_id })
    .andWhere((due) => void due.whereNull('digest_on').orWhere('digest_on', '<', today))
    .update({ digest_on: today });
  return noted > 0;
}
