import { addDays, type IsoDate } from '#domain/period/civil-date';
import type { DemoDesk } from './demo-desk.ts';
import type { DemoHand, DemoPost } from './demo-hand.ts';
import type { DemoNamed, DemoObstacle } from './pilot-desk.ts';
import { PILOTS_TOLD, type ToldMilestone, type ToldPilot } from './pilot-story.ts';

/** Whose pilots are told, from which day. */
export interface PilotStory {
  readonly desk: DemoDesk;
  readonly today: IsoDate;
  readonly posts: readonly DemoPost[];
  readonly hand: (post: DemoPost, day: IsoDate) => DemoHand;
}

/** Writes the pilots: planned and visited by Bagian Organisasi, reported by the head of the unit. */
export async function writePilots(story: PilotStory, coordinator: DemoPost): Promise<void> {
  for (const told of PILOTS_TOLD) {
    const head = story.posts.find(({ role, unitCode }) => role === 'kepala-skpd' && unitCode === told.unit);
    if (head !== undefined) await writePilot(story, told, { coordinator, head });
  }
}

interface Hands {
  readonly coordinator: DemoPost;
  readonly head: DemoPost;
}

async function writePilot(story: PilotStory, told: ToldPilot, hands: Hands): Promise<void> {
  const { coordinator, head } = hands;
  const { pilots } = story.desk;
  const day = (before: number) => addDays(story.today, -before);
  const id = await pilots.open(story.hand(coordinator, day(told.starts)), {
    code: told.code,
    name: told.name,
    unitCode: told.unit,
    serviceCode: told.service,
    goal: told.goal,
    legalBasis: told.legalBasis,
    startsOn: day(told.starts),
    endsOn: day(told.ends),
  });
  const programme = { id, name: told.name };
  const milestones: string[] = [];
  for (const [index, milestone] of told.milestones.entries())
    milestones.push(await writeMilestone(story, programme, told.starts, index, milestone, hands));
  for (const each of told.obstacles) {
    const helper = story.posts.find(({ role }) => role === each.help?.role);
    const obstacle: DemoObstacle = {
      milestone: milestones[each.milestone] ?? null,
      kind: each.kind,
      body: each.body,
      owner: { post: head.id, title: head.title },
      help:
        each.help === null || helper === undefined
          ? null
          : { post: helper.id, title: helper.title, asked: each.help.asked },
      sinceOn: day(each.since),
    };
    const obstacleId = await pilots.addObstacle(story.hand(head, day(each.since)), programme, obstacle);
    if (each.resolved === null) continue;
    const [resolved, resolution] = each.resolved;
    await pilots.resolveObstacle(
      story.hand(head, day(resolved)),
      programme,
      { ...obstacle, id: obstacleId },
      { on: day(resolved), resolution },
    );
  }
  for (const { kind, title, from, to } of told.documents)
    await pilots.addDocument(story.hand(coordinator, day(from)), programme, {
      kind,
      title,
      number: null,
      validFrom: day(from),
      validTo: to === null ? null : day(to),
    });
  for (const { day: before, advice, next } of told.visits)
    await pilots.addVisit(story.hand(coordinator, day(before)), programme, {
      on: day(before),
      team: 'Tim pendamping Bagian Organisasi',
      advice,
      nextOn: next === null ? null : day(next),
    });
  await writePoints(story, programme, told, head);
}

async function writePoints(
  story: PilotStory,
  programme: DemoNamed,
  told: ToldPilot,
  head: DemoPost,
): Promise<void> {
  const { pilots } = story.desk;
  const day = (before: number) => addDays(story.today, -before);
  for (const { name, network, note, facilities, trainings } of told.points) {
    const point = await pilots.savePoint(story.hand(head, day(15)), programme, {
      name,
      network,
      networkNote: note,
      facilities,
      checkedOn: day(15),
    });
    for (const [before, topic, participants] of trainings)
      await pilots.addTraining(story.hand(head, day(before)), programme, {
        point,
        on: day(before),
        topic,
        participants,
      });
  }
}

/** @returns the milestone's id */
async function writeMilestone(
  story: PilotStory,
  programme: DemoNamed,
  planned: number,
  index: number,
  told: ToldMilestone,
  { coordinator, head }: Hands,
): Promise<string> {
  const { pilots } = story.desk;
  const day = (before: number) => addDays(story.today, -before);
  const number = String(index + 1);
  const { title, weight, replanned } = told;
  const id = await pilots.addMilestone(story.hand(coordinator, day(planned)), programme, {
    number,
    title,
    weight,
    startOn: day(told.start),
    finishOn: day(told.finish),
  });
  const milestone = { id, number, title };
  for (const [before, percent, note] of told.reports)
    await pilots.report(
      story.hand(head, day(before)),
      programme,
      milestone,
      { on: day(before), doneShare: percent / 100, note: note ?? null },
      [coordinator.id],
    );
  if (replanned !== undefined)
    await pilots.replan(
      story.hand(coordinator, day(replanned.made)),
      programme,
      milestone,
      { startOn: day(replanned.start), finishOn: day(replanned.finish), weight },
      replanned.reason,
    );
  if (told.signed !== undefined)
    await pilots.sign(story.hand(coordinator, day(told.signed)), programme, milestone, head.id);
  return id;
}
