import type { AlertRule } from '#domain/alerts/alert-episode';
import type { NoticeKind } from '#domain/notices/notice-kinds';
import { can, type Role } from '#domain/permissions';
import { DETAIL_PERMISSIONS, type DetailRights } from '#domain/suppression/field-groups';
import type { UnitRecord, UnitTree } from '#domain/unit-tree';
import { scopeOf } from '../../platform/auth/person.ts';
import type { KabupatenRecord } from '../../platform/kabupaten/kabupaten.queries.ts';
import type { PostOfUnit } from '../../platform/kabupaten/posts-of-roles.queries.ts';
import { sendNotice, type NoticeReceiver } from '../../platform/notices/notices.repository.ts';
import { sentenceOf, type SpokenEpisode } from './alert-sentences.ts';
import type { AlertMailRoad, TellingTransaction } from './alert-sources.ts';
import type { AskerRecord, EventKind } from './alerts.queries.ts';
import { mailText } from './alert-mail.ts';

/** Posts that answer for a unit: they hear of it whatever they chose. */
export const UNIT_HEADS: readonly Role[] = ['camat', 'kepala-skpd'];

/** A word that is to be said: what happened to which episode of which unit. */
export interface AlertWord {
  readonly eventId: string;
  readonly episodeId: string;
  readonly kind: Exclude<EventKind, 'withdrawn'>;
  readonly unit: UnitRecord;
  readonly episode: SpokenEpisode;
}

/** Who may be told, and by which road. */
export interface Hearers {
  readonly kabupaten: KabupatenRecord;
  readonly units: UnitTree;
  /** Open posts that answer for units. */
  readonly heads: readonly PostOfUnit[];
  readonly askers: readonly AskerRecord[];
  readonly mail: AlertMailRoad;
  /** Origin of the links in mails; null when it is not set. */
  readonly publicUrl: string | null;
}

const NOTICES: Readonly<Record<AlertWord['kind'], NoticeKind>> = {
  opened: 'alert-opened',
  reminded: 'alert-reminded',
  recovered: 'alert-recovered',
};

/**
 * Tells who answers for the unit, and who asked to hear of it: each by notice, and those who want it by one mail for all
 * that happened, with the numbers each of them may see. Within the transaction that took the steps.
 */
export async function tellAlerts(
  transaction: TellingTransaction,
  words: readonly AlertWord[],
  hearers: Hearers,
  { today, now }: { readonly today: string; readonly now: string },
): Promise<void> {
  const { kabupaten, heads, askers, mail } = hearers;
  const send = (to: NoticeReceiver, role: Role, word: AlertWord) => {
    const sentence = sentenceOf(word.episode, word.kind, rightsOf(role), today);
    return sendNotice(transaction, kabupaten.code, {
      to,
      kind: NOTICES[word.kind],
      params: { unit: word.unit.name, 'text.id': sentence.id, 'text.en': sentence.en },
      about: { kind: 'alert', id: word.episodeId },
      link: `/laporan/peringatan?unit=${word.unit.code}`,
      needsAction: false,
      dueOn: null,
      at: now,
    });
  };
  for (const word of words)
    for (const { id, role } of heads.filter(({ unit_code }) => unit_code === word.unit.code))
      await send({ post: id }, role, word);
  for (const asker of askers) {
    const wanted = words.filter(
      ({ unit, episode }) => wayOf(asker, episode.rule) !== 'off' && isWithin(asker, unit.code, hearers),
    );
    for (const word of wanted)
      if (!answersFor(asker, word.unit.code)) await send({ user: asker.user_id }, asker.role, word);
    const mailed = wanted.filter(({ episode }) => wayOf(asker, episode.rule) === 'mail');
    const [first] = mailed;
    if (first === undefined) continue;
    const lines = mailed.map(({ kind, unit, episode }) => ({
      kind,
      text: `${unit.name}: ${sentenceOf(episode, kind, rightsOf(asker.role), today).id}`,
    }));
    await mail.queue(transaction, kabupaten, {
      to: asker.user_id,
      kind: 'alert',
      ...mailText(lines, kabupaten, hearers.publicUrl),
      key: `alert ${first.eventId} ${asker.user_id}`,
    });
  }
}

/** Whose small cells a role may see. */
export function rightsOf(role: Role): DetailRights {
  return {
    services: can(role, DETAIL_PERMISSIONS.services),
    complaints: can(role, DETAIL_PERMISSIONS.complaints),
    surveys: can(role, DETAIL_PERMISSIONS.surveys),
  };
}

/** Top of what a person in a post may see; null when the post no longer reads reports. */
export function rootOf(
  { role, unit_code }: Pick<AskerRecord, 'role' | 'unit_code'>,
  kabupaten: KabupatenRecord,
): string | null {
  if (!can(role, 'reports:read')) return null;
  const scope = scopeOf({ role, unitCode: unit_code, kabupaten });
  return scope.kind === 'kabupaten' || scope.kind === 'unit' ? scope.rootUnit : null;
}

function wayOf({ ways }: AskerRecord, rule: AlertRule): 'off' | 'notice' | 'mail' {
  return ways[rule] ?? 'off';
}

function isWithin(asker: AskerRecord, unit: string, { units, kabupaten }: Hearers): boolean {
  const root = rootOf(asker, kabupaten);
  return root !== null && units.isWithin(unit, root);
}

function answersFor({ role, unit_code }: AskerRecord, unit: string): boolean {
  return UNIT_HEADS.includes(role) && unit_code === unit;
}
