import type { Knex } from 'knex';
import type { Role } from '#domain/permissions';
import { addDays, addMonthsToStart, type IsoDate } from '#domain/period/civil-date';
import { setKabupatenSql } from '../../../server/platform/database/scoped.ts';
import type { DemoDesk } from './demo-desk.ts';
import type { DemoHand, DemoPost } from './demo-hand.ts';
import { demoPlace, type DemoKabupaten } from './demo-kabupaten.ts';
import {
  baselinesOf,
  INSTRUCTIONS,
  morningOf,
  notesOf,
  PLANS,
  REBASED_AFTER_MONTHS,
  type ToldInstruction,
  type ToldPlan,
} from './leadership-story.ts';
import { writeCommitments, writeFindings } from './finding-seed.ts';
import { writeMeeting } from './meeting-seed.ts';
import { writePilots } from './pilot-seed.ts';
import { writeComparedRecap, writeInspectedSample, writeRefusedFile } from './inspection-story.repository.ts';

/** What the demo's leadership did is told from this day, and written by these posts. */
interface Story {
  readonly transaction: Knex.Transaction;
  readonly desk: DemoDesk;
  readonly kabupaten: DemoKabupaten;
  readonly today: IsoDate;
  readonly coordinator: DemoPost;
  readonly bupati: DemoPost;
  readonly posts: readonly DemoPost[];
  readonly postOf: (role: Role, unit: string | null) => DemoPost | undefined;
}

/**
 * Writes notes, baselines, plans and disposisi of a kabupaten, of each kind all or none: a kind that is there is kept as
 * it is. The story is told from the day after the last request, so that it fits to records that were made earlier.
 */
export async function seedDemoLeadership(
  application: Knex,
  kabupaten: DemoKabupaten,
  desk: DemoDesk,
): Promise<void> {
  await application.transaction(async (transaction) => {
    await transaction.raw(setKabupatenSql(kabupaten.code));
    const posts = await readPosts(transaction, kabupaten.code);
    const postOf: Story['postOf'] = (role, unit) =>
      posts.find((post) => post.role === role && post.unitCode === unit);
    const coordinator = postOf('organisasi', null);
    const bupati = postOf('bupati', null);
    const last = await lastRequestOn(transaction, kabupaten.code);
    if (coordinator === undefined || bupati === undefined || last === null) return;
    const story = {
      transaction,
      desk,
      kabupaten,
      today: addDays(last, 1),
      coordinator,
      bupati,
      posts,
      postOf,
    };
    for (const [table, write] of Object.entries(WRITERS))
      if (!(await hasRows(transaction, kabupaten.code, table))) await write(story);
    // Commitments are kept with the disposisi, of which an earlier demo had none.
    if (!(await hasRows(transaction, kabupaten.code, 'dispositions', { kind: 'commitment' })))
      await writeCommitments(oversight(story), coordinator);
    if (!(await hasRows(transaction, kabupaten.code, 'meetings'))) {
      const names = await readUnitNames(transaction, kabupaten.code);
      await writeMeeting(oversight(story), coordinator, (code) => names.get(code) ?? code);
    }
  });
}

const WRITERS: Readonly<Record<string, (story: Story) => Promise<void>>> = {
  annotations: async (story) => {
    const { dates } = demoPlace(story.kabupaten, story.today);
    for (const note of notesOf(dates))
      await story.desk.annotate(hand(story, story.coordinator, addDays(note.day, 1)), note);
  },
  baselines: async (story) => {
    const { dates } = demoPlace(story.kabupaten, story.today);
    const setOn = addDays(addMonthsToStart(dates.pecutFrom, REBASED_AFTER_MONTHS), 4);
    for (const baseline of baselinesOf(dates))
      await story.desk.setBaseline(hand(story, story.coordinator, setOn), baseline);
  },
  follow_up_plans: async (story) => {
    for (const plan of PLANS) await writePlan(story, plan);
  },
  dispositions: async (story) => {
    for (const instruction of INSTRUCTIONS) await writeInstruction(story, instruction);
  },
  audit_findings: (story) => writeFindings(oversight(story)),
  pilot_programmes: (story) => writePilots(oversight(story), story.coordinator),
  case_samples: (story) => writeInspectedSample(inspection(story)),
  reconciliations: (story) => writeComparedRecap(inspection(story)),
  imports: (story) => writeRefusedFile(inspection(story)),
};

async function writePlan(story: Story, told: ToldPlan): Promise<void> {
  const { desk, coordinator, today, postOf } = story;
  const owner = postOf(told.role, told.unit);
  if (owner === undefined) return;
  const plan = {
    unit: told.unit,
    instrument: 'permenpanrb-14-2017',
    unsur: told.unsur,
    plan: told.plan,
    owner,
    dueOn: addDays(today, -told.due),
  };
  const id = await desk.plan(hand(story, coordinator, addDays(today, -told.made)), plan);
  if (told.done !== null && told.result !== null)
    await desk.finishPlan(hand(story, owner, addDays(today, -told.done)), id, plan, told.result);
}

async function writeInstruction(story: Story, told: ToldInstruction): Promise<void> {
  const { desk, bupati, today, postOf } = story;
  const to = postOf(told.role, told.unit);
  if (to === undefined) return;
  const { unit, about, link, instruction } = told;
  const given = { unit, about, link, instruction, to, dueOn: addDays(today, -told.due) };
  const id = await desk.instruct(hand(story, bupati, addDays(today, -told.given)), given);
  if (told.done === null || told.report === null) return;
  await desk.report(hand(story, to, addDays(today, -told.done)), id, given, bupati, told.report);
  await desk.close(hand(story, bupati, addDays(today, 1 - told.done)), id, given);
}

function inspection(story: Story) {
  const { transaction, kabupaten } = story;
  return { ...oversight(story), transaction, kabupatenCode: kabupaten.code };
}

function oversight(story: Story) {
  const { desk, today, posts } = story;
  return { desk, today, posts, hand: (post: DemoPost, day: IsoDate) => hand(story, post, day) };
}

function hand({ transaction, kabupaten }: Story, post: DemoPost, day: IsoDate): DemoHand {
  return { transaction, kabupatenCode: kabupaten.code, post, at: morningOf(day) };
}

/** Open posts, those that somebody holds first. */
export async function readPosts(transaction: Knex.Transaction, kabupatenCode: string): Promise<DemoPost[]> {
  const found: {
    rows: {
      id: string;
      title: string;
      role: Role;
      unit_code: string | null;
      user_id: string | null;
      username: string | null;
      name: string | null;
    }[];
  } = await transaction.raw(
    `select p.id, p.title, p.role, p.unit_code, u.id as user_id, u.username, u.name
       from posts p
       left join post_holders h on h.post_id = p.id and h.valid_to is null and h.capacity = 'tetap'
       left join users u on u.id = h.user_id
      where p.kabupaten_code = ? and p.closed_on is null
      order by u.id nulls last, p.id`,
    [kabupatenCode],
  );
  return found.rows.map(({ id, title, role, unit_code, user_id, username, name }) => ({
    id,
    title,
    role,
    unitCode: unit_code,
    holder: user_id === null ? null : { userId: user_id, username: username ?? '', name: name ?? '' },
  }));
}

async function readUnitNames(
  transaction: Knex.Transaction,
  kabupatenCode: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await transaction('units')
    .where({ kabupaten_code: kabupatenCode })
    .select<{ code: string; name: string }[]>('code', 'name');
  return new Map(rows.map(({ code, name }) => [code, name]));
}

/** The last day that a request was received on; null without requests. */
export async function lastRequestOn(
  transaction: Knex.Transaction,
  kabupatenCode: string,
): Promise<IsoDate | null> {
  const found: { rows: { last: IsoDate | null }[] } = await transaction.raw(
    'select max(received_on) as last from service_cases where kabupaten_code = ?',
    [kabupatenCode],
  );
  return found.rows[0]?.last ?? null;
}

/** True where a table of the kabupaten has a row like this. */
export async function hasRows(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  table: string,
  like: Readonly<Record<string, string>> = {},
): Promise<boolean> {
  const found: unknown[] = await transaction(table)
    .select(transaction.raw('1'))
    .where({ kabupaten_code: kabupatenCode, ...like })
    .limit(1);
  return found.length > 0;
}
