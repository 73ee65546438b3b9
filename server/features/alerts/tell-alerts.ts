import type { AlertRule } from '#domain/alerts/alert-episode';
import { inAlertOrder } from '#domain/alerts/alert-order';
import {
  openingSentence,
  summarySentence,
  type SummedAlert,
  type ToldKind,
} from '#domain/alerts/alert-summary';
import type { DigestLine, DigestWords } from '#domain/alerts/digest';
import type { Told } from '#domain/attention/attention-words';
import type { NoticeKind } from '#domain/notices/notice-kinds';
import { can, type Role } from '#domain/permissions';
import { DETAIL_PERMISSIONS, type DetailRights } from '#domain/suppression/field-groups';
import type { UnitRecord, UnitTree } from '#domain/unit-tree';
import { scopeOf } from '../../platform/auth/person.ts';
import type { KabupatenRecord } from '../../platform/kabupaten/kabupaten.queries.ts';
import type { PostOfUnit } from '../../platform/kabupaten/posts-of-roles.queries.ts';
import { sendNotice, type NoticeReceiver } from '../../platform/notices/notices.repository.ts';
import { placeOf, sentenceOf, type SpokenEpisode } from './alert-sentences.ts';
import type { AlertMailRoad, TellingTransaction } from './alert-sources.ts';
import type { AskerRecord, EventKind } from './alerts.queries.ts';
import { mailText } from './alert-mail.ts';

/** Posts that answer for a unit: they hear of it whatever they chose. */
export const UNIT_HEADS: readonly Role[] = ['camat', 'kepala-skpd'];

/** Posts that lead the kabupaten: they hear of the first look, before anybody could have asked to. */
export const LEADERS: readonly Role[] = ['bupati', 'sekda'];

/** A word that is to be said: what happened to which episode of which unit. */
export interface AlertWord {
  readonly eventId: string;
  readonly episodeId: string;
  readonly kind: ToldKind;
  readonly unit: UnitRecord;
  readonly episode: SpokenEpisode;
  /** Who asked to hear of one of these is told. */
  readonly concerns: readonly AlertRule[];
}

/** True for a word that is said: what eases or is withdrawn is on record alone. */
export function isTold(kind: EventKind): kind is ToldKind {
  return kind !== 'eased' && kind !== 'withdrawn';
}

/** Who may be told, and by which road. */
export interface Hearers {
  readonly kabupaten: KabupatenRecord;
  readonly units: UnitTree;
  /** Open posts that answer for units. */
  readonly heads: readonly PostOfUnit[];
  readonly leaders: readonly PostOfUnit[];
  readonly askers: readonly AskerRecord[];
  readonly mail: AlertMailRoad;
  /** Origin of the links in mails; null when it is not set. */
  readonly publicUrl: string | null;
  /** The day of the first look, which finds all that has been so for long. */
  readonly isOpening: boolean;
  /** Units of which there was an alert before this round. */
  readonly knownUnits: ReadonlySet<string>;
}

const NOTICES: Readonly<Record<ToldKind, NoticeKind>> = {
  opened: 'alert-opened',
  escalated: 'alert-escalated',
  reminded: 'alert-reminded',
  recovered: 'alert-recovered',
};

/**
 * Tells who answers for the unit, and who asked to hear of it: each by one notice for all that happened in this round, and
 * those who want it by one mail, with the numbers each of them may see. On the day of the first look who leads the kabupaten
 * is told too, and nobody more than once: what later rounds of that day find stands on the page and in the next digest.
 * Within the transaction that took the steps.
 */
export async function tellAlerts(
  transaction: TellingTransaction,
  words: readonly AlertWord[],
  hearers: Hearers,
  { today, now }: { readonly today: string; readonly now: string },
): Promise<void> {
  if (words.length === 0) return;
  const { kabupaten, heads, leaders, askers, mail, isOpening, knownUnits } = hearers;
  const ordered = inAlertOrder(words, ({ episode }) => placeOf(episode));
  const send = (to: NoticeReceiver, role: Role, heard: readonly AlertWord[]) => {
    const notice = noticeOf(heard, role, isOpening, today);
    if (notice === null) return Promise.resolve();
    const about = { kind: 'alert', id: notice.about };
    const told = { kind: notice.kind, params: notice.params, about, link: notice.link };
    return sendNotice(transaction, kabupaten.code, { to, ...told, needsAction: false, dueOn: null, at: now });
  };
  for (const { id, role, unit_code } of heads)
    if (!isOpening || unit_code === null || !knownUnits.has(unit_code))
      await send(
        { post: id },
        role,
        ordered.filter(({ unit }) => unit.code === unit_code),
      );
  if (isOpening && knownUnits.size === 0)
    for (const { id, role } of leaders) await send({ post: id }, role, ordered);
  for (const asker of askers) {
    if (isOpening && [...knownUnits].some((unit) => isWithin(asker, unit, hearers))) continue;
    const wanted = ordered.filter(
      ({ unit, concerns }) => wayOf(asker, concerns) !== 'off' && isWithin(asker, unit.code, hearers),
    );
    const isLedTo = isOpening && LEADERS.includes(asker.role);
    if (!isLedTo)
      await send(
        { user: asker.user_id },
        asker.role,
        wanted.filter(({ unit }) => !answersFor(asker, unit.code)),
      );
    const mailed = wanted.filter(({ concerns }) => wayOf(asker, concerns) === 'mail');
    const [first] = mailed;
    if (first === undefined) continue;
    await mail.queue(transaction, kabupaten, {
      to: asker.user_id,
      post: asker.post_id,
      kind: 'alert',
      ...mailText(
        mailed.map(summed),
        wordsOf(mailed, asker.role, isOpening, today),
        kabupaten,
        hearers.publicUrl,
      ),
      // Each post of a person is written to for itself: what its scope and rights show.
      key: `alert ${first.eventId} ${asker.user_id} ${asker.post_id}`,
    });
  }
}

/** The one notice about some words; null for none. */
function noticeOf(heard: readonly AlertWord[], role: Role, isOpening: boolean, today: string) {
  const [first] = heard;
  if (first === undefined) return null;
  const isOneUnit = heard.every(({ unit }) => unit.code === first.unit.code);
  const link = `/laporan/peringatan${isOneUnit ? `?unit=${first.unit.code}` : ''}`;
  const said = (text: Told) => ({ 'text.id': text.id, 'text.en': text.en });
  if (heard.length === 1) {
    const sentence = sentenceOf(first.episode, first.kind, rightsOf(role), today);
    const params = { unit: first.unit.name, ...said(sentence) };
    return { kind: NOTICES[first.kind], params, about: first.episodeId, link };
  }
  const kind: NoticeKind = isOpening ? 'alert-opening' : 'alert-several';
  const sum = heard.map(summed);
  const params = said(isOpening ? openingSentence(sum) : summarySentence(sum));
  return { kind, params, about: first.episodeId, link };
}

function summed({ kind, unit, episode: { field } }: AlertWord): SummedAlert {
  return { kind, unit: unit.code, unitName: unit.name, field: field === '' ? null : field };
}

/** The words of one round as a mail to somebody tells them. */
function wordsOf(heard: readonly AlertWord[], role: Role, isOpening: boolean, today: string): DigestWords {
  const linesOf = (kind: ToldKind): readonly DigestLine[] =>
    heard
      .filter((word) => word.kind === kind)
      .map(({ unit, episode }) => ({
        unitName: unit.name,
        sentence: sentenceOf(episode, kind, rightsOf(role), today).id,
      }));
  const opened = linesOf('opened');
  return {
    opening: isOpening ? opened : [],
    opened: isOpening ? [] : opened,
    escalated: linesOf('escalated'),
    reminded: linesOf('reminded'),
    recovered: linesOf('recovered'),
    praise: [],
  };
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

/** The loudest way in which somebody wants to hear of one of some rules. */
function wayOf({ ways }: AskerRecord, rules: readonly AlertRule[]): 'off' | 'notice' | 'mail' {
  const wanted = rules.map((rule) => ways[rule] ?? 'off');
  return (['mail', 'notice'] as const).find((way) => wanted.includes(way)) ?? 'off';
}

function isWithin(asker: AskerRecord, unit: string, { units, kabupaten }: Hearers): boolean {
  const root = rootOf(asker, kabupaten);
  return root !== null && units.isWithin(unit, root);
}

function answersFor({ role, unit_code }: AskerRecord, unit: string): boolean {
  return UNIT_HEADS.includes(role) && unit_code === unit;
}
