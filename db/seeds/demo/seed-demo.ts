/** The demo: three kabupaten, their accounts and their records. Start reading here. */
import type { Knex } from 'knex';
import type { IsoDate } from '#domain/period/civil-date';
import { setKabupatenSql } from '../../../server/platform/database/scoped.ts';
import { seedDemoAccounts } from './demo-accounts.ts';
import { seedDemoPosts } from './demo-posts.ts';
import { DEMO_KABUPATEN, DEMO_SEED, demoRows } from './demo-kabupaten.ts';
import type { DemoDataset, DemoRows } from './demo-rows.ts';
import type { DemoDesk } from './demo-desk.ts';
import { seedDemoEvidence } from './demo-evidence.repository.ts';
import { seedDemoLeadership } from './demo-leadership.repository.ts';
import { seedDemoInnovations } from './innovation-story.repository.ts';
import { STORY_KABUPATEN } from './demo-story.ts';
import { seedDemoStaff } from './staff-story.repository.ts';
import { seedDemoStructure } from './demo-structure.ts';

/**
 * Loads rows by the code that imports use. Either all rows of a call are there afterwards or none: that is how a run
 * that was cut off is told from one that was finished.
 */
export type LoadDemoRows = <Dataset extends DemoDataset>(
  kabupatenCode: string,
  dataset: Dataset,
  rows: Iterable<DemoRows[Dataset]>,
) => Promise<void>;

export interface DemoSettings {
  /** Pool of the owner's role, with at least 2 connections: one is held for the whole run. */
  readonly owner: Knex;
  /** Pool of the application's role. */
  readonly application: Knex;
  /** The day the demo is about; its records end with the day before. */
  readonly today: IsoDate;
  /** Of all demo accounts. */
  readonly password: string;
  readonly load: LoadDemoRows;
  readonly desk: DemoDesk;
  /** Receives a line before something that takes seconds. */
  readonly log?: (line: string) => void;
}

const FACT_TABLES: Readonly<Record<DemoDataset, string>> = {
  'extra-sessions': 'extra_sessions',
  'service-cases': 'service_cases',
  complaints: 'complaints',
  'survey-responses': 'survey_responses',
  pauses: 'case_pauses',
  'case-steps': 'case_steps',
  targets: 'targets',
};
const DATASETS = Object.keys(FACT_TABLES) as DemoDataset[];

/** Any number, the same for ever: two starts at once seed one after the other. */
const ADVISORY_LOCK = 7_250_318;

/**
 * Puts the demo in place: creates what is missing, and nothing when it is all there. A run that was cut off is
 * completed by the next one; a kabupaten or a username that is real is left alone. Records that are there are kept as
 * they are, so that the demo of last week simply ends last week (`npm run demo -- refresh` makes a new one).
 */
export async function seedDemo(settings: DemoSettings): Promise<void> {
  const { owner, application, password } = settings;
  await owner.transaction(async (lock) => {
    await lock.raw('set local idle_in_transaction_session_timeout = 0');
    await lock.raw('select pg_advisory_xact_lock(?)', [ADVISORY_LOCK]);
    const codes: string[] = [];
    for (const kabupaten of DEMO_KABUPATEN) {
      if (await seedDemoStructure(application, kabupaten)) codes.push(kabupaten.code);
    }
    await seedDemoAccounts(owner, codes, password);
    await seedDemoPosts(owner, codes);
    for (const code of codes) await loadMissing(settings, code);
    for (const kabupaten of DEMO_KABUPATEN)
      if (codes.includes(kabupaten.code)) await seedDemoInnovations(application, kabupaten, settings.desk);
    // Of one kabupaten a story is told.
    const told = DEMO_KABUPATEN.find(({ code }) => code === STORY_KABUPATEN && codes.includes(code));
    if (told === undefined) return;
    await seedDemoLeadership(application, told, settings.desk);
    await seedDemoStaff(application, told, settings.desk.staff);
    await seedDemoEvidence(application, told, settings.desk);
  });
}

async function loadMissing(
  { application, today, load, log }: DemoSettings,
  kabupatenCode: string,
): Promise<void> {
  const kabupaten = DEMO_KABUPATEN.find(({ code }) => code === kabupatenCode);
  if (kabupaten === undefined) return;
  let told = false;
  for (const dataset of DATASETS) {
    if (await hasRecords(application, kabupatenCode, FACT_TABLES[dataset])) continue;
    const rows = notEmpty(demoRows(kabupaten, dataset, { seed: DEMO_SEED, today }));
    if (rows === null) continue;
    if (!told) log?.(`Menyiapkan data contoh ${kabupaten.name} …`);
    told = true;
    await load(kabupatenCode, dataset, rows);
  }
}

/** The same rows; null where there are none, which is nothing to load. */
function notEmpty<T>(rows: Iterator<T>): Iterable<T> | null {
  const first = rows.next();
  if (first.done === true) return null;
  return (function* () {
    for (let next: IteratorResult<T> = first; next.done !== true; next = rows.next()) yield next.value;
  })();
}

async function hasRecords(application: Knex, kabupatenCode: string, table: string): Promise<boolean> {
  return application.transaction(async (transaction) => {
    await transaction.raw(setKabupatenSql(kabupatenCode));
    const found: unknown[] = await transaction(table)
      .select(transaction.raw('1'))
      .where({ kabupaten_code: kabupatenCode })
      .limit(1);
    return found.length > 0;
  });
}
