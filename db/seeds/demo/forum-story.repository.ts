import type { Knex } from 'knex';
import { addDays, type IsoDate } from '#domain/period/civil-date';
import type { DemoDesk } from './demo-desk.ts';
import type { DemoHand, DemoPost } from './demo-hand.ts';
import type { DemoKabupaten } from './demo-kabupaten.ts';
import { ENDORSEMENTS, QUESTIONS } from './forum-story.ts';

interface ForumStory {
  readonly transaction: Knex.Transaction;
  readonly kabupaten: DemoKabupaten;
  readonly desk: DemoDesk;
  readonly today: IsoDate;
  readonly posts: readonly DemoPost[];
  readonly hand: (post: DemoPost, day: IsoDate) => DemoHand;
}

/** Says in the forum what the people of a kabupaten say there; nothing at entries that are not in the shared catalogue. */
export async function writeForum(story: ForumStory): Promise<void> {
  const { transaction, kabupaten, desk } = story;
  const handOf = (role: DemoPost['role'], unit: string, before: number): DemoHand | null => {
    const post = story.posts.find((each) => each.role === role && each.unitCode === unit);
    return post === undefined ? null : story.hand(post, addDays(story.today, -before));
  };
  const isThere = async (id: string): Promise<boolean> =>
    (await transaction('catalogue_entries').where({ id }).first('id')) !== undefined;
  for (const { entry, role, unit, before, body, answer, kabupaten: of } of QUESTIONS) {
    const hand = of === kabupaten.code && (await isThere(entry)) ? handOf(role, unit, before) : null;
    const question = hand === null ? null : await desk.forum.say(hand, entry, body, null);
    const second = answer === null ? null : handOf(answer.role, answer.unit, answer.before);
    if (question !== null && answer !== null && second !== null)
      await desk.forum.say(second, entry, answer.body, question);
  }
  for (const { entry, role, unit, before, reason, kabupaten: of } of ENDORSEMENTS) {
    const hand = of === kabupaten.code && (await isThere(entry)) ? handOf(role, unit, before) : null;
    if (hand !== null) await desk.forum.endorse(hand, entry, reason);
  }
}
