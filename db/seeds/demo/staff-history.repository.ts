/** What became of proposals about staff of earlier quarters: made by the rules from the records, decided by invented posts. */
import type { Knex } from 'knex';
import { addDays, type IsoDate } from '#domain/period/civil-date';
import { judgedPeriods, SETTLING_DAYS } from '#domain/staff-flags/judged-periods';
import { setKabupatenSql } from '../../../server/platform/database/scoped.ts';
import type { DemoKabupaten } from './demo-kabupaten.ts';
import type { DemoPost } from './demo-hand.ts';
import { morningOf } from './leadership-story.ts';
import type { DemoStaffDesk, DemoStaffHand } from './staff-desk.ts';
import { endOfFlag } from './staff-story.ts';

/** Quarters before the last judged one whose proposals were decided; the ones between rest on the same records. */
const LOOKED_BACK = [3, 2];
const LOOKED_AFTER = SETTLING_DAYS + 6;
const EXPLAINED_AFTER = 3;
const REVIEWED_AFTER = 10;
const DECIDED_AFTER = 17;

export interface StaffHistory {
  /** Pool of the application's role. */
  readonly application: Knex;
  readonly kabupaten: DemoKabupaten;
  readonly desk: DemoStaffDesk;
  readonly today: IsoDate;
}

interface OpenFlag {
  readonly id: string;
  readonly rule_id: string;
  readonly kind: 'reward' | 'sanction';
  readonly unit_code: string;
  readonly user_id: string | null;
}

/** Looks at the staff as the round did in two earlier quarters, and has what was proposed then decided. */
export async function seedStaffHistory(history: StaffHistory): Promise<void> {
  const { application, kabupaten, desk, today } = history;
  const quarters = judgedPeriods(today, Math.max(...LOOKED_BACK) + 1).toReversed();
  for (const back of LOOKED_BACK) {
    const quarter = quarters[back];
    if (quarter === undefined) continue;
    const day = addDays(quarter.to, LOOKED_AFTER);
    await desk.look(application, kabupaten, day, morningOf(day));
    await decideOpenFlags(history, day);
  }
}

/** Everything that is open then goes its way to a decision. @param day on which it was proposed */
export async function decideOpenFlags(history: StaffHistory, day: IsoDate): Promise<void> {
  const { application, kabupaten, desk } = history;
  const { flags, heads, decider } = await readOpen(application, kabupaten.code);
  if (decider === undefined) return;
  for (const [index, flag] of flags.entries()) {
    const head = heads.find(({ unitCode }) => unitCode === flag.unit_code);
    if (head === undefined) continue;
    const end = endOfFlag(flag.rule_id, flag.kind);
    const hand = (post: DemoPost, after: number): DemoStaffHand => ({
      application,
      kabupatenCode: kabupaten.code,
      post,
      at: morningOf(addDays(day, after)),
    });
    if (flag.user_id !== null) await desk.explain(hand(head, EXPLAINED_AFTER), flag.id, end.explanation);
    await desk.review(hand(head, REVIEWED_AFTER), flag.id, end.review);
    const decidedOn = addDays(day, DECIDED_AFTER);
    await desk.decide(hand(decider, DECIDED_AFTER), flag.id, {
      verdict: end.verdict,
      reason: end.reason,
      ...(end.verdict === 'confirmed'
        ? { number: `800/${String(index + 101)}/CONTOH`, on: decidedOn }
        : { number: null, on: null }),
    });
  }
}

async function readOpen(application: Knex, code: string) {
  return application.transaction(async (transaction) => {
    await transaction.raw(setKabupatenSql(code));
    const flags: { rows: OpenFlag[] } = await transaction.raw(
      `select f.id, f.rule_id, f.kind, f.unit_code, s.user_id
         from staff_flags f
         join staff_members s on s.kabupaten_code = f.kabupaten_code and s.id = f.staff_id
        where f.kabupaten_code = ? and f.state = 'proposed' order by f.id`,
      [code],
    );
    const posts: {
      rows: { id: string; title: string; role: DemoPost['role']; unit_code: string | null }[];
    } = await transaction.raw(
      `select id, title, role, unit_code from posts
        where kabupaten_code = ? and role in ('camat', 'kepala-skpd', 'bkpsdm') and closed_on is null order by id`,
      [code],
    );
    // The trail says that the demo acted in the name of the post.
    const all = posts.rows.map(({ unit_code: unitCode, ...post }) => ({ ...post, unitCode, holder: null }));
    return {
      flags: flags.rows,
      heads: all.filter(({ role }) => role !== 'bkpsdm'),
      decider: all.find(({ role }) => role === 'bkpsdm'),
    };
  });
}
