import { OBSTACLE_WORDS } from '#domain/pilots/obstacle-words';
import { newRecordId } from '../../../platform/database/record-id.ts';
import { writeInScope } from '../../../platform/database/scoped.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { sendNotice, settleNotices } from '../../../platform/notices/notices.repository.ts';
import type { NamedProgramme } from '../milestones/milestones.repository.ts';
import { programmeLink, type PilotDesk } from '../pilot-deps.ts';
import { OBSTACLE } from '../pilot-notices.ts';

export interface NamedPost {
  readonly post: string;
  readonly title: string;
}

export interface NewObstacle {
  readonly milestone: string | null;
  readonly kind: keyof typeof OBSTACLE_WORDS;
  readonly body: string;
  readonly owner: NamedPost;
  readonly help: (NamedPost & { readonly asked: string }) | null;
  readonly sinceOn: string;
}

/** Puts an obstacle on record; a post that is asked for help is told. What it says may name people. */
export async function insertObstacle(
  desk: PilotDesk,
  programme: NamedProgramme,
  obstacle: NewObstacle,
): Promise<string> {
  const { kabupatenCode, now } = desk;
  const { help, owner } = obstacle;
  return writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const id = newRecordId();
    await transaction('pilot_obstacles').insert({
      kabupaten_code: kabupatenCode,
      id,
      programme_id: programme.id,
      milestone_id: obstacle.milestone,
      kind: obstacle.kind,
      body: obstacle.body,
      owner_post: owner.post,
      owner_title: owner.title,
      help_post: help?.post ?? null,
      help_title: help?.title ?? null,
      help_asked: help?.asked ?? null,
      since_on: obstacle.sinceOn,
      created_at: now,
    });
    if (help !== null)
      await sendNotice(transaction, kabupatenCode, {
        to: { post: help.post },
        kind: 'obstacle-help-asked',
        params: { programme: programme.name, kind: OBSTACLE_WORDS[obstacle.kind], asked: help.asked },
        about: { kind: OBSTACLE, id },
        link: programmeLink(programme.id),
        needsAction: true,
        dueOn: null,
        at: now,
      });
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: 'pilot-obstacle-added',
      subject: `pilots/${programme.id}`,
      details: {
        programme: programme.name,
        obstacle: OBSTACLE_WORDS[obstacle.kind],
        owner: owner.title,
        recipient: help?.title ?? null,
      },
      personal: { body: obstacle.body, ...(help === null ? {} : { asked: help.asked }) },
    });
    return { result: id, changed: true };
  });
}

export interface OpenObstacle {
  readonly id: string;
  readonly kind: keyof typeof OBSTACLE_WORDS;
  readonly ownerPost: string;
  readonly helpPost: string | null;
}

/**
 * Says that an obstacle is gone; the others concerned are told.
 * @throws ProblemException 409 when it was said before: of two at once, the second is refused
 */
export async function endObstacle(
  desk: PilotDesk,
  programme: NamedProgramme,
  obstacle: OpenObstacle,
  { on, resolution }: { readonly on: string; readonly resolution: string },
): Promise<void> {
  const { kabupatenCode, now } = desk;
  await writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const changed = await transaction('pilot_obstacles')
      .where({ kabupaten_code: kabupatenCode, id: obstacle.id })
      .whereNull('resolved_on')
      .update({ resolved_on: on, resolution });
    if (changed === 0) throw new ProblemException(409, 'obstacle-already-resolved');
    const about = { kind: OBSTACLE, id: obstacle.id };
    await settleNotices(transaction, kabupatenCode, about, now, ['obstacle-help-asked']);
    const concerned = new Set([
      obstacle.ownerPost,
      ...(obstacle.helpPost === null ? [] : [obstacle.helpPost]),
    ]);
    concerned.delete(desk.post.id);
    for (const post of concerned)
      await sendNotice(transaction, kabupatenCode, {
        to: { post },
        kind: 'obstacle-resolved',
        params: { programme: programme.name, kind: OBSTACLE_WORDS[obstacle.kind] },
        about,
        link: programmeLink(programme.id),
        needsAction: false,
        dueOn: null,
        at: now,
      });
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: 'pilot-obstacle-resolved',
      subject: `pilots/${programme.id}`,
      details: { programme: programme.name, obstacle: OBSTACLE_WORDS[obstacle.kind], on },
      personal: { resolution },
    });
    return { result: undefined, changed: true };
  });
}
