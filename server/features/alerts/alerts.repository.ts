import type { Knex } from 'knex';
import type { AlertMemory, AlertRule, AlertStep } from '#domain/alerts/alert-episode';
import type { AlertFacts } from '#domain/alerts/alert-words';
import { newRecordId } from '../../platform/database/record-id.ts';
import type { EventKind } from './alerts.queries.ts';

/** Names a rule about a unit. */
export interface MatterKey {
  readonly unit: string;
  readonly rule: AlertRule;
  readonly field: string;
}

export function keyOf({ unit, rule, field }: MatterKey): string {
  return [unit, rule, field].join('|');
}

/** What is remembered of a matter, with the open episode's id. */
export interface KeptMemory extends AlertMemory {
  readonly key: MatterKey;
  readonly openId: string | null;
  readonly openSince: string | null;
}

/** What is remembered of every matter that ever had an episode, by {@link keyOf}. */
export async function readMemory(
  transaction: Knex.Transaction,
  kabupatenCode: string,
): Promise<ReadonlyMap<string, KeptMemory>> {
  const found: {
    rows: {
      unit_code: string;
      rule: AlertRule;
      field: string;
      open_id: string | null;
      open_since: string | null;
      told_on: string | null;
      settled_until: string | null;
    }[];
  } = await transaction.raw(
    `select e.unit_code, e.rule, e.field, max(e.settled_until) as settled_until,
            (array_agg(e.id) filter (where e.ended_at is null))[1] as open_id,
            max(e.since) filter (where e.ended_at is null) as open_since,
            max(e.told_on) filter (where e.ended_at is null) as told_on
       from alert_episodes e
      where e.kabupaten_code = ?
      group by e.unit_code, e.rule, e.field`,
    [kabupatenCode],
  );
  return new Map(
    found.rows.map((row) => {
      const key = { unit: row.unit_code, rule: row.rule, field: row.field };
      return [
        keyOf(key),
        {
          key,
          openId: row.open_id,
          openSince: row.open_since,
          open: row.told_on === null ? null : { toldOn: row.told_on },
          settledUntil: row.settled_until,
        },
      ];
    }),
  );
}

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

const EVENTS: Readonly<Record<AlertStep['kind'], EventKind>> = {
  open: 'opened',
  remind: 'reminded',
  recover: 'recovered',
  withdraw: 'withdrawn',
};

/**
 * Takes a step: changes the episode and puts the word on record.
 *
 * @param since since when it holds; for an episode that opens
 */
export async function takeStep(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  memory: Pick<KeptMemory, 'key' | 'openId' | 'openSince'>,
  step: AlertStep,
  { facts, today, now }: StepMoment,
  since: string,
): Promise<TakenStep> {
  const { key } = memory;
  const episodeId = memory.openId ?? newRecordId();
  const stored = JSON.stringify(facts);
  const episodes = transaction('alert_episodes').where({ kabupaten_code: kabupatenCode, id: episodeId });
  if (step.kind === 'open')
    await transaction('alert_episodes').insert({
      kabupaten_code: kabupatenCode,
      id: episodeId,
      unit_code: key.unit,
      rule: key.rule,
      field: key.field,
      since,
      opened_at: now,
      opened_on: today,
      told_on: today,
      facts: stored,
    });
  else if (step.kind === 'remind')
    await episodes.update({ told_on: today, facts: stored, reminders: transaction.raw('reminders + 1') });
  else
    await episodes.update({
      told_on: today,
      facts: stored,
      ended_at: now,
      ended_on: today,
      ending: step.kind === 'recover' ? 'recovered' : 'withdrawn',
      settled_until: step.settledUntil,
    });
  const eventId = newRecordId();
  const kind = EVENTS[step.kind];
  await transaction('alert_events').insert({
    kabupaten_code: kabupatenCode,
    id: eventId,
    episode_id: episodeId,
    kind,
    at: now,
    on_day: today,
    facts: stored,
  });
  return { episodeId, eventId, kind, since: memory.openSince ?? since };
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
