import { addDays, weekStart, type IsoDate } from '#domain/period/civil-date';
import type { DemoDesk, DemoStep } from './demo-desk.ts';
import type { DemoHand, DemoPost } from './demo-hand.ts';
import { COMMITMENTS, type ToldCommitment } from './commitment-story.ts';
import { FINDINGS, type ToldFinding, type ToldStep } from './finding-story.ts';

/** Who writes what the Inspektorat and the evaluation meetings did, and how. */
export interface OversightStory {
  readonly desk: DemoDesk;
  readonly today: IsoDate;
  readonly posts: readonly DemoPost[];
  /** The hand of a post on a day. */
  readonly hand: (post: DemoPost, day: IsoDate) => DemoHand;
}

/** Writes the findings with everything that happened since, each step by the side it is for. */
export async function writeFindings(story: OversightStory): Promise<void> {
  const inspektorat = story.posts.find(({ role }) => role === 'inspektorat');
  if (inspektorat === undefined) return;
  for (const told of FINDINGS) await writeFinding(story, inspektorat, told);
}

async function writeFinding(story: OversightStory, inspektorat: DemoPost, told: ToldFinding): Promise<void> {
  const { desk, today, posts } = story;
  const { reported, received, recommendations, ...finding } = told;
  const receivedOn = addDays(today, -received);
  const ids = await desk.openFinding(
    story.hand(inspektorat, receivedOn),
    {
      ...finding,
      reportOn: addDays(today, -reported),
      receivedOn,
      recommendations: recommendations.map(({ number, body, unit }) => ({ number, body, unit })),
    },
    posts,
  );
  for (const [index, { unit, role, steps }] of recommendations.entries()) {
    const head = posts.find((post) => post.role === role && post.unitCode === unit);
    const id = ids[index];
    if (head === undefined || id === undefined) continue;
    for (const step of steps) {
      const writer = step.kind === 'verification' || step.kind === 'decision' ? inspektorat : head;
      await desk.stepRecommendation(
        story.hand(writer, addDays(today, -step.ago)),
        { id, unitName: head.title },
        stepOf(step, today),
        posts,
      );
    }
  }
}

function stepOf(told: ToldStep, today: IsoDate): DemoStep {
  const on = addDays(today, -told.ago);
  switch (told.kind) {
    case 'proposal':
      return {
        kind: told.kind,
        status: told.status,
        reason: told.reason,
        letter: { number: told.letter, on },
      };
    case 'decision':
      return {
        kind: told.kind,
        status: told.status,
        reason: told.reason,
        letter: { number: told.letter, on },
        newDueOn: told.newDueIn === null ? null : addDays(today, told.newDueIn),
      };
    case 'action':
      return { kind: told.kind, body: told.body };
    case 'verification':
      return { kind: told.kind, status: told.status, body: told.body };
    case 'blocked':
      return { kind: told.kind, unit: told.unit, reason: told.reason };
  }
}

/** Weeks between the two evaluation meetings of the demo. */
const WEEKS_BETWEEN = 4;

/** Writes what was agreed in the last two evaluation meetings, which are held on Mondays and written down by an organiser. */
export async function writeCommitments(story: OversightStory, organiser: DemoPost): Promise<void> {
  const last = weekStart(addDays(story.today, -10));
  for (const told of COMMITMENTS)
    await writeCommitment(story, organiser, told, addDays(last, -7 * WEEKS_BETWEEN * told.meeting));
}

async function writeCommitment(
  { desk, posts, hand }: OversightStory,
  organiser: DemoPost,
  told: ToldCommitment,
  meetingOn: IsoDate,
): Promise<void> {
  const to = posts.find((post) => post.role === told.role && post.unitCode === told.unit);
  if (to === undefined) return;
  const { unit, about, link, instruction } = told;
  const given = { unit, about, link, instruction, to, dueOn: addDays(meetingOn, told.due), meetingOn };
  const id = await desk.instruct(hand(organiser, meetingOn), given);
  if (told.done === null || told.report === null) return;
  await desk.report(hand(to, addDays(meetingOn, told.done)), id, given, organiser, told.report);
  await desk.close(hand(organiser, addDays(meetingOn, told.done + 1)), id, given);
}
