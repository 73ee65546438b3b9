import { v7 as uuidv7 } from 'uuid';
import type { Role } from '#domain/permissions';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { codeOf, type Desk } from '../people/people-desk.repository.ts';
import { readHolders, type HolderRecord, type PostRecord } from './posts.queries.ts';
import { planAppointment, type AppointmentWish } from './posts-tenure.ts';

export interface NewPost {
  readonly title: string;
  readonly role: Role;
  readonly unitCode: string | null;
}

/** Adds a post of the desk's office and puts it on record. Answers its id. */
export async function addPostAt(desk: Desk, post: NewPost): Promise<string> {
  const id = uuidv7();
  await desk.transaction('posts').insert({
    id,
    kabupaten_code: codeOf(desk),
    role: post.role,
    unit_code: post.unitCode,
    title: post.title,
    demo: desk.kabupaten?.demo === true,
  });
  await desk.record({
    action: 'post-added',
    subject: `posts/${id}`,
    details: { title: post.title, role: post.role, unit: post.unitCode },
  });
  return id;
}

/**
 * Gives the post to a person and puts it on record; the former holder ends as {@link planAppointment} says, and a post
 * that will be closed is held until then at most.
 *
 * Someone who was invited and never signed in pushes nobody out: an administrator could be behind that name. The holder's
 * time is ended first, by itself and on record.
 *
 * @throws ProblemException 400 and 409 as `planAppointment`; 409 when the post is closed by then, or held and given to a
 *   newcomer
 */
export async function appoint(
  desk: Desk,
  post: PostRecord,
  wish: AppointmentWish & { readonly letter?: string | null; readonly newcomer: boolean },
): Promise<void> {
  const { closedOn, title } = post;
  if (closedOn !== null && wish.from >= closedOn)
    throw new ProblemException(409, 'post-closed', { title, date: closedOn });
  const to = closedOn !== null && (wish.to === null || wish.to > closedOn) ? closedOn : wish.to;
  const held = await readHolders(desk.transaction, [post.id]);
  const ended = new Set(planAppointment(held, { ...wish, to }, desk.today).map(({ id }) => id));
  const ending = held.filter(({ id }) => ended.has(id));
  const [sitting] = ending;
  if (sitting && wish.newcomer)
    throw new ProblemException(409, 'post-held-newcomer', { title, holder: sitting.username });
  for (const { id } of ending)
    await desk.transaction('post_holders').where({ id }).update({ valid_to: wish.from });
  const id = uuidv7();
  await desk.transaction('post_holders').insert({
    id,
    post_id: post.id,
    user_id: wish.userId,
    capacity: wish.capacity,
    valid_from: wish.from,
    valid_to: to,
    letter: wish.letter ?? null,
  });
  await desk.record({
    action: 'holder-appointed',
    subject: `posts/${post.id}`,
    details: {
      title,
      user: wish.userId,
      capacity: wish.capacity,
      from: wish.from,
      to,
      letter: wish.letter ?? null,
      backdated: wish.from < desk.today,
      changes: ending.map((each) => ({
        field: `holders/${each.userId}/to`,
        before: each.to,
        after: wish.from,
      })),
    },
  });
}

/** Ends a holder's time on the day `to`, the first without the post. */
export async function endTenure(
  desk: Desk,
  post: PostRecord,
  holder: HolderRecord,
  to: string,
): Promise<void> {
  await desk.transaction('post_holders').where({ id: holder.id }).update({ valid_to: to });
  await desk.record({
    action: 'holder-ended',
    subject: `posts/${post.id}`,
    details: {
      title: post.title,
      user: holder.userId,
      capacity: holder.capacity,
      backdated: to < desk.today,
      changes: [{ field: `holders/${holder.userId}/to`, before: holder.to, after: to }],
    },
  });
}

/**
 * Renames a post, closes it from a day on, or opens it again. Closing ends whoever would still hold it then: opening it
 * again gives it to nobody.
 */
export async function changePostAt(
  desk: Desk,
  post: PostRecord,
  wish: { readonly title: string; readonly closedOn: string | null },
): Promise<void> {
  const changes: { field: string; before: string | null; after: string | null }[] = [];
  if (wish.title !== post.title) changes.push({ field: 'title', before: post.title, after: wish.title });
  if (wish.closedOn !== post.closedOn)
    changes.push({ field: 'closedOn', before: post.closedOn, after: wish.closedOn });
  if (changes.length === 0) return;
  await desk
    .transaction('posts')
    .where({ id: post.id })
    .update({ title: wish.title, closed_on: wish.closedOn });
  const closing = wish.closedOn !== post.closedOn && wish.closedOn !== null ? wish.closedOn : null;
  if (closing !== null) {
    for (const holder of await readHolders(desk.transaction, [post.id])) {
      if (holder.to !== null && holder.to <= closing) continue;
      const to = holder.from > closing ? holder.from : closing;
      await desk.transaction('post_holders').where({ id: holder.id }).update({ valid_to: to });
      changes.push({ field: `holders/${holder.userId}/to`, before: holder.to, after: to });
    }
  }
  await desk.record({
    action:
      wish.closedOn === post.closedOn ? 'post-changed' : closing === null ? 'post-reopened' : 'post-closed',
    subject: `posts/${post.id}`,
    details: { title: wish.title, changes },
  });
}
