import type { AlertWay, DigestRhythm } from '#contract/reports/alerts';
import type { AlertReason, AlertRule } from '#domain/alerts/alert-episode';
import type { AlertFacts } from '#domain/alerts/alert-words';
import type { Role } from '#domain/permissions';
import type { ReadTransaction } from '../../platform/database/scoped.ts';

/** An episode as it is kept. */
export interface EpisodeRecord {
  readonly id: string;
  readonly unit_code: string;
  readonly field: string;
  readonly reasons: readonly AlertReason[];
  readonly since: string;
  readonly opened_on: string;
  readonly told_on: string;
  readonly reminders: number;
  readonly facts: AlertFacts;
  readonly ended_on: string | null;
  readonly ending: 'recovered' | 'withdrawn' | 'unwatched' | null;
}

export type EventKind = 'opened' | 'escalated' | 'eased' | 'reminded' | 'recovered' | 'withdrawn';

/** A word about an episode. */
export interface EventRecord {
  readonly episode_id: string;
  readonly kind: EventKind;
  readonly on_day: string;
  readonly facts: AlertFacts;
  /** Of which it told. */
  readonly reasons: readonly AlertReason[];
}

const EPISODE = `e.id, e.unit_code, e.field, e.reasons, e.since, e.opened_on, e.told_on, e.reminders, e.facts, e.ended_on, e.ending`;

/** The open episodes of some units and those that ended on or after a day, the newest first. */
export async function readEpisodes(
  transaction: ReadTransaction,
  unitCodes: readonly string[],
  endedFrom: string,
): Promise<EpisodeRecord[]> {
  return transaction.rows<EpisodeRecord & Record<string, unknown>>(
    'alert-episodes',
    `select ${EPISODE} from alert_episodes e
      where e.kabupaten_code = $1 and e.unit_code = any($2::text[])
        and (e.ended_on is null or e.ended_on >= $3::date)
      order by e.opened_at desc, e.id`,
    [transaction.kabupatenCode, [...unitCodes], endedFrom],
  );
}

/** The words about some episodes, in order. */
export async function readEvents(
  transaction: ReadTransaction,
  episodeIds: readonly string[],
): Promise<EventRecord[]> {
  if (episodeIds.length === 0) return [];
  return transaction.rows<EventRecord & Record<string, unknown>>(
    'alert-events',
    `select v.episode_id, v.kind, v.on_day, v.facts, v.reasons from alert_events v
      where v.kabupaten_code = $1 and v.episode_id = any($2::uuid[])
      order by v.at, v.id`,
    [transaction.kabupatenCode, [...episodeIds]],
  );
}

/** A word about an episode, with what it is about. */
export interface ToldEvent extends EventRecord {
  readonly unit_code: string;
  readonly field: string;
  readonly since: string;
}

/** What was said about the episodes of some units in a run of days, both included. */
export async function readToldEvents(
  transaction: ReadTransaction,
  unitCodes: readonly string[],
  { from, to }: { readonly from: string; readonly to: string },
): Promise<ToldEvent[]> {
  return transaction.rows<ToldEvent & Record<string, unknown>>(
    'alert-events-told',
    `select v.episode_id, v.kind, v.on_day, v.facts, v.reasons, e.unit_code, e.field, e.since
       from alert_events v
       join alert_episodes e on e.kabupaten_code = $1 and e.id = v.episode_id
      where v.kabupaten_code = $1 and e.unit_code = any($2::text[])
        and v.on_day >= $3::date and v.on_day <= $4::date
      order by v.at, v.id`,
    [transaction.kabupatenCode, [...unitCodes], from, to],
  );
}

/** The day of the first alerts of the kabupaten; null before it. */
export async function readFirstDay(transaction: ReadTransaction): Promise<string | null> {
  const rows = await transaction.rows<{ first_on: string | null }>(
    'alert-first-day',
    `select min(e.opened_on) as first_on from alert_episodes e where e.kabupaten_code = $1`,
    [transaction.kabupatenCode],
  );
  return rows[0]?.first_on ?? null;
}

/** What a person in a post wants to hear. */
export interface SettingsRecord {
  readonly ways: Readonly<Partial<Record<AlertRule, AlertWay>>>;
  readonly digest: DigestRhythm;
}

/** The settings of a person in a post; null when none were saved. */
export async function readSettings(
  transaction: ReadTransaction,
  userId: string,
  postId: string,
): Promise<SettingsRecord | null> {
  const rows = await transaction.rows<SettingsRecord & Record<string, unknown>>(
    'alert-settings',
    `select s.ways, s.digest from alert_settings s
      where s.kabupaten_code = $1 and s.user_id = $2::uuid and s.post_id = $3::uuid`,
    [transaction.kabupatenCode, userId, postId],
  );
  return rows[0] ?? null;
}

/** A person who wants to hear of alerts, in a post held today. */
export interface AskerRecord extends SettingsRecord {
  readonly user_id: string;
  readonly post_id: string;
  readonly role: Role;
  readonly unit_code: string | null;
  readonly digest_on: string | null;
}

/** Everybody with settings who holds the post today; who only reads for its holder is not among them. */
export async function readAskers(transaction: ReadTransaction, today: string): Promise<AskerRecord[]> {
  return transaction.rows<AskerRecord & Record<string, unknown>>(
    'alert-askers',
    `select s.user_id, s.post_id, s.ways, s.digest, s.digest_on, p.role, p.unit_code
       from alert_settings s
       join posts p on p.kabupaten_code = $1 and p.id = s.post_id
       join users u on u.id = s.user_id and u.active
      where s.kabupaten_code = $1 and (p.closed_on is null or p.closed_on > $2::date)
        and exists (select 1 from post_holders h
                     where h.post_id = p.id and h.user_id = s.user_id and h.capacity <> 'ajudan'
                       and h.valid_from <= $2::date and (h.valid_to is null or h.valid_to > $2::date))
      order by s.user_id, s.post_id`,
    [transaction.kabupatenCode, today],
  );
}
