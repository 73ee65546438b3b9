import type { Knex } from 'knex';
import { addDays, addMonthsToStart, type IsoDate } from '#domain/period/civil-date';
import { newRecordId } from '../../../server/platform/database/record-id.ts';
import { setKabupatenSql } from '../../../server/platform/database/scoped.ts';
import type { DemoDesk } from './demo-desk.ts';
import type { DemoHand, DemoPost } from './demo-hand.ts';
import { demoPlace, type DemoKabupaten } from './demo-kabupaten.ts';
import { writeForum } from './forum-story.repository.ts';
import { hasRows, lastRequestOn, readPosts } from './demo-leadership.repository.ts';
import {
  CLAIMED,
  CLAIMS,
  ENTRIES,
  IDEAS,
  PECUT_ADOPTIONS,
  PECUT_PROOFS,
  type ToldAdoption,
  type ToldClaim,
  type ToldEntry,
  type ToldIdea,
} from './innovation-story.ts';
import { STORY_KABUPATEN } from './demo-story.ts';

/** Whose innovations are told, from which day. */
interface InnovationStory {
  readonly transaction: Knex.Transaction;
  readonly kabupaten: DemoKabupaten;
  readonly desk: DemoDesk;
  readonly today: IsoDate;
  readonly posts: readonly DemoPost[];
  readonly hand: (post: DemoPost, day: IsoDate) => DemoHand;
}

/** Tells the innovations of a kabupaten from the day after its last request; nothing where it has some already. */
export async function seedDemoInnovations(
  application: Knex,
  kabupaten: DemoKabupaten,
  desk: DemoDesk,
): Promise<void> {
  await application.transaction(async (transaction) => {
    await transaction.raw(setKabupatenSql(kabupaten.code));
    for (const table of ['innovations', 'innovation_ideas'])
      if (await hasRows(transaction, kabupaten.code, table)) return;
    const last = await lastRequestOn(transaction, kabupaten.code);
    if (last === null) return;
    await writeInnovations({
      transaction,
      kabupaten,
      desk,
      today: addDays(last, 1),
      posts: await readPosts(transaction, kabupaten.code),
      hand: (post, day) => ({
        transaction,
        kabupatenCode: kabupaten.code,
        post,
        at: `${day}T09:00:00${kabupaten.offset}`,
      }),
    });
  });
}

/**
 * Writes the innovations of a kabupaten: what it claimed of the shipped entries, entries of its own in every state, who
 * took what home, and ideas on their road. Nothing where the shipped entries are missing.
 */
async function writeInnovations(story: InnovationStory): Promise<void> {
  for (const claim of CLAIMS)
    if (claim.kabupaten === story.kabupaten.code && (await isShipped(story, claim.id)))
      await writeClaim(story, claim);
  await writeForum(story);
  if (story.kabupaten.code !== STORY_KABUPATEN) return;
  for (const entry of ENTRIES) await writeEntry(story, entry);
  if (await isShipped(story, CLAIMED.pecut))
    for (const adoption of PECUT_ADOPTIONS) await writeAdoption(story, adoption);
  for (const idea of IDEAS.toReversed()) await writeIdea(story, idea);
}

async function isShipped({ transaction }: InnovationStory, id: string): Promise<boolean> {
  return (await transaction('catalogue_entries').where({ id }).first('id')) !== undefined;
}

/** The post of a role at a unit; without one the story is not told. */
function postOf(
  { posts }: InnovationStory,
  role: DemoPost['role'],
  unit: string | null,
): DemoPost | undefined {
  return posts.find((post) => post.role === role && post.unitCode === unit);
}

function reviewer(story: InnovationStory): DemoPost | undefined {
  return postOf(story, 'organisasi', null);
}

async function writeClaim(story: InnovationStory, told: ToldClaim): Promise<void> {
  const { transaction, kabupaten, desk, posts, today } = story;
  const camat = postOf(story, 'camat', told.unit);
  if (camat === undefined) return;
  const { innovations } = desk;
  const at = (before: number) => story.hand(camat, addDays(today, -before));
  await innovations.claim(at(told.claimed), posts, told.id, told.unit);
  // From here on the entry is one of the demo, wherever it shows.
  await transaction('innovations')
    .where({ kabupaten_code: kabupaten.code, id: told.id })
    .update({ demo: true });
  await transaction('catalogue_entries')
    .where({ id: told.id, home_code: kabupaten.code })
    .update({ demo: true });
  const second = reviewer(story);
  if (second !== undefined) {
    await innovations.change(at(told.published + 3), posts, told.id, {
      ...told.values,
      ...daysOf(story, told),
    });
    await innovations.submit(at(told.published + 2), posts, told.id);
    await innovations.publish(
      story.hand(second, addDays(today, -told.published)),
      posts,
      told.id,
      'Dilengkapi oleh pemiliknya: langkah, biaya, dan pelajaran.',
    );
  }
  await writeProofs(story, told, camat);
  await innovations.share(at(told.published - 1), posts, told.id, 'public');
  await innovations.confirm(at(told.confirmed), posts, told.id);
}

/** What is to prove PECUT: one visit, the time by both clocks, and the IKM, against the year before and the other kecamatan. */
async function writeProofs(
  { transaction, kabupaten, desk, posts, today, hand }: InnovationStory,
  told: ToldClaim,
  camat: DemoPost,
): Promise<void> {
  if (told.id !== CLAIMED.pecut) return;
  const { pecutFrom } = demoPlace(kabupaten, today).dates;
  const others: { code: string }[] = await transaction('units')
    .where({ kabupaten_code: kabupaten.code, kind: 'kecamatan' })
    .whereNot({ code: told.unit })
    .orderBy('code')
    .select('code');
  for (const [index, [measure, field]] of PECUT_PROOFS.entries())
    await desk.innovations.prove(hand(camat, addDays(today, index + 1 - told.claimed)), posts, told.id, {
      measure,
      field,
      startedOn: pecutFrom,
      before: { from: addMonthsToStart(pecutFrom, -12), to: addDays(pecutFrom, -1) },
      comparedUnits: others.map(({ code }) => code),
    });
}

/** PECUT begins on the day from which the demo's records tell of it. */
function daysOf({ kabupaten, today }: InnovationStory, { id }: ToldClaim) {
  if (id !== CLAIMED.pecut) return {};
  const { pecutFrom } = demoPlace(kabupaten, today).dates;
  return { initiatedOn: addDays(pecutFrom, -110), trialOn: addDays(pecutFrom, -40), appliedOn: pecutFrom };
}

async function writeEntry(story: InnovationStory, told: ToldEntry): Promise<void> {
  const { desk, posts, today } = story;
  const author = postOf(story, told.role, told.unit);
  const second = reviewer(story);
  if (author === undefined || second === undefined) return;
  const at = (post: DemoPost, before: number) => story.hand(post, addDays(today, -before));
  const { innovations } = desk;
  const { name, acronym, unit, content } = told;
  const id = await innovations.begin(at(author, told.begun), posts, { name, acronym, unit, content });
  if (told.submitted === null) return;
  await innovations.submit(at(author, told.submitted), posts, id);
  if (told.published === null) return;
  await innovations.publish(at(second, told.published), posts, id, '');
  if (told.stopped !== null)
    await innovations.stop(at(author, told.stopped.on), posts, id, {
      on: addDays(today, -told.stopped.on),
      lesson: told.stopped.lesson,
    });
}

/** A plan of another kecamatan, told to the source: it stands in the lineage here and elsewhere. */
async function writeAdoption(story: InnovationStory, told: ToldAdoption): Promise<void> {
  const { transaction, kabupaten, today } = story;
  const camat = postOf(story, 'camat', told.unit);
  if (camat === undefined) return;
  const id = newRecordId();
  const day = (before: number) => addDays(today, -before);
  const row = {
    id,
    entry_id: CLAIMED.pecut,
    state: told.state,
    adapted: told.adapted,
    outcome: told.outcome,
    result: told.result,
    hardest: told.hardest,
    started_on: day(told.started),
    ended_on: told.ended === null ? null : day(told.ended),
    updated_at: story.hand(camat, day(told.ended ?? 20)).at,
    demo: true,
  };
  await transaction('innovation_adoptions').insert({
    ...row,
    kabupaten_code: kabupaten.code,
    entry_home: kabupaten.code,
    entry_name: 'PECUT',
    entry_version: 2,
    unit_code: told.unit,
    told: true,
    post_id: camat.id,
    post_title: camat.title,
    created_at: story.hand(camat, day(told.started)).at,
  });
  await transaction('adoption_steps').insert(
    told.steps.map((step, position) => ({
      kabupaten_code: kabupaten.code,
      id: newRecordId(),
      adoption_id: id,
      position,
      body: step.body,
      owner: camat.title,
      due_on: day(step.due),
      done_on: step.done === null ? null : day(step.done),
    })),
  );
  await transaction('catalogue_adoptions').insert({
    ...row,
    adopter_code: kabupaten.code,
    adopter_name: kabupaten.name,
    unit_name: told.unitName,
    source_told_at: row.updated_at,
  });
  await transaction('innovations')
    .where({ kabupaten_code: kabupaten.code, id: CLAIMED.pecut })
    .increment('replications', 1);
  await transaction('catalogue_entries').where({ id: CLAIMED.pecut }).increment('replications', 1);
}

async function writeIdea(story: InnovationStory, told: ToldIdea): Promise<void> {
  const { desk, posts, today } = story;
  const author = postOf(story, told.role, told.unit);
  const second = reviewer(story);
  if (author === undefined || second === undefined) return;
  const { unit, title, problem, proposal } = told;
  const at = (post: DemoPost, before: number) => story.hand(post, addDays(today, -before));
  const id = await desk.innovations.suggest(at(author, told.had), posts, { unit, title, problem, proposal });
  if (told.trial !== null)
    await desk.innovations.decide(at(second, told.trial.begun), posts, id, {
      to: 'uji-coba',
      question: told.trial.question,
      until: addDays(today, -told.trial.until),
      reason: 'Masalahnya nyata dan percobaannya murah; hasilnya harus dapat dihitung.',
    });
  if (told.stopped !== null)
    await desk.innovations.decide(at(second, told.stopped.on), posts, id, {
      to: 'dihentikan',
      outcome: told.stopped.outcome,
      reason: 'Uji coba tidak menunjukkan apa yang ditulis sebelumnya.',
    });
}
