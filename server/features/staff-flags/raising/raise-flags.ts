import { addDays } from '#domain/period/civil-date';
import { judgedPeriods, periodsWithin, quartersUpTo } from '#domain/staff-flags/judged-periods';
import { settingsOf, valueOf } from '#domain/staff-flags/rule-settings';
import type { Evaluation, StaffPeriod } from '#domain/staff-flags/staff-rule';
import { findStaffRule, MOST_PERIODS } from '#domain/staff-flags/staff-rules';
import { superiorPosts, type HeadPost } from '#domain/staff-flags/visibility';
import type { UnitTree } from '#domain/unit-tree';
import type { AuditLog } from '../../../platform/audit/audit-log.repository.ts';
import { readInScope, writeInScope, type ReadTransaction } from '../../../platform/database/scoped.ts';
import { readStructure } from '../../../platform/database/structure.queries.ts';
import { readPostsOfRoles } from '../../../platform/kabupaten/posts-of-roles.queries.ts';
import { readTrialUntil } from '../../../platform/kabupaten/trial-period.queries.ts';
import type { NoticeReceiver } from '../../../platform/notices/notices.repository.ts';
import type { RoundCall, RoundTask } from '../../../platform/startup/daily-round.ts';
import type { NoticeKind } from '#domain/notices/notice-kinds';
import { readHeadPosts } from '../flags/head-posts.queries.ts';
import {
  isAlreadyRaised,
  isOpen,
  isOver,
  monthsAfter,
  newFlag,
  nextNotice,
  withdrawalReason,
  type NewFlag,
} from './flag-changes.ts';
import { readRulesInForce } from './rules-in-force.ts';
import { StaffRecords } from './staff-facts.ts';
import { readStaffRows, type StaffAt } from './staff-facts.queries.ts';
import {
  expireFlag,
  insertFlag,
  tellNext,
  tellOfChangedFacts,
  withdrawFlag,
  type RoundDesk,
} from './staff-flags.repository.ts';
import { readRegisteredStaff, type RegisteredStaff } from './staff-members.queries.ts';
import { readExplainUntil, readStandingFlags, type StandingFlag } from './standing-flags.queries.ts';

/** What a look at the proposals of a kabupaten did. */
export interface RaiseReport {
  readonly raised: number;
  readonly withdrawn: number;
  readonly expired: number;
  /** Decided ones whose official was told that the records changed. */
  readonly told: number;
}

interface Plan {
  readonly raise: readonly (NewFlag & { readonly explainUntil: string })[];
  readonly withdraw: readonly {
    readonly flag: StandingFlag;
    readonly reason: string;
    readonly to: NoticeReceiver[];
  }[];
  readonly tellChanged: readonly StandingFlag[];
  readonly expire: readonly StandingFlag[];
  readonly next: readonly {
    readonly flag: StandingFlag;
    readonly kind: NoticeKind;
    readonly to: NoticeReceiver[];
  }[];
  readonly deciders: NoticeReceiver[];
  readonly dataVersion: number;
}

/** The look at staff of the daily round. */
export function staffFlagsTask(audit: AuditLog): RoundTask {
  return {
    name: 'staff-flags',
    run: async (call) => {
      await raiseFlags(call, audit);
    },
  };
}

/**
 * Looks at everyone of the register by the rules in force: makes the proposals of the last quarter that has settled,
 * takes back open ones that today's records no longer carry, lets old ones expire, and tells whose turn it is. The same
 * facts give the same proposals: doing it twice changes nothing. During the trial period nothing is proposed.
 */
export async function raiseFlags(call: RoundCall, audit: AuditLog): Promise<RaiseReport> {
  const { database, kabupaten, now } = call;
  const plan = await readInScope(database, { kabupatenCode: kabupaten.code }, (transaction) =>
    planOf(transaction, call.today),
  );
  const report = { raised: 0, withdrawn: 0, expired: 0, told: 0 };
  if (plan === null || isEmpty(plan)) return report;
  const scope = { kabupatenCode: kabupaten.code };
  return writeInScope(database, scope, async (transaction) => {
    const desk: RoundDesk = { transaction, audit, kabupatenCode: kabupaten.code, now };
    for (const flag of plan.raise) {
      const expiresOn = monthsAfter(call.today, valueOf(flag.settings, 'validMonths'));
      const dates = { explainUntil: flag.explainUntil, expiresOn, dataVersion: plan.dataVersion };
      if (await insertFlag(desk, flag, dates)) report.raised += 1;
    }
    for (const { flag, reason, to } of plan.withdraw)
      if (await withdrawFlag(desk, flag, reason, to)) report.withdrawn += 1;
    for (const flag of plan.tellChanged) {
      await tellOfChangedFacts(desk, flag, plan.deciders);
      report.told += 1;
    }
    for (const flag of plan.expire) if (await expireFlag(desk, flag)) report.expired += 1;
    for (const { flag, kind, to } of plan.next) await tellNext(desk, flag, kind, to);
    // No figure changed, and who is not concerned is not told that anything did.
    return { result: report, changed: false };
  });
}

function isEmpty(plan: Plan): boolean {
  const { raise, withdraw, tellChanged, expire, next } = plan;
  return [raise, withdraw, tellChanged, expire, next].every(({ length }) => length === 0);
}

/** Null when there is nothing to look at. */
async function planOf(transaction: ReadTransaction, today: string): Promise<Plan | null> {
  if ((await readTrialUntil(transaction, today)) !== null) return null;
  const staff = await readRegisteredStaff(transaction);
  if (staff.length === 0) return null;
  const { structure, version } = await readStructure(transaction);
  const { units } = structure;
  const flags = await readStandingFlags(transaction);
  const heads = await readHeadPosts(transaction, today);
  const deciders = (await readPostsOfRoles(transaction, ['bkpsdm'], today)).map(({ id }) => ({ post: id }));
  const over = flags.filter((flag) => isOver(flag, today));
  const standing = flags.filter((flag) => !over.includes(flag));
  const looked = standing.filter((flag) => isOpen(flag) || flag.state === 'confirmed');
  const present = staff.filter(
    ({ validFrom, validTo }) => validFrom <= today && (validTo === null || validTo >= today),
  );
  const records = await readRecords(transaction, units, { staff, present, looked, today });
  const changed = changedFlags(records, staff, looked);
  const withdrawn = changed.filter(({ flag }) => isOpen(flag));
  return {
    raise: await flagsToRaise(transaction, records, present, flags, today),
    withdraw: withdrawn.map(({ flag, now }) => ({
      flag,
      reason: withdrawalReason(flag, now),
      to: concernedBy(flag, units, heads, deciders),
    })),
    tellChanged: changed
      .map(({ flag }) => flag)
      .filter((flag) => flag.state === 'confirmed' && !flag.told_of_change && deciders.length > 0),
    expire: over,
    next: standing
      .filter((flag) => !withdrawn.some((each) => each.flag === flag))
      .flatMap((flag) => {
        const kind = nextNotice(flag, today);
        if (kind === null) return [];
        const above = superiorsOf(flag, units, heads);
        // Where nobody stands above, there is no review to wait for.
        const to = kind === 'flag-to-review' && above.length > 0 ? above : deciders;
        const told = to === deciders ? ('flag-to-decide' as const) : kind;
        return to.length === 0 || flag.waiting.includes(told) ? [] : [{ flag, kind: told, to }];
      }),
    deciders,
    dataVersion: version.version,
  };
}

/**
 * The records of everyone who is looked at, read once: of who is there today, and of those with a proposal at the unit
 * it was made for, over all quarters that any of it rests on.
 */
async function readRecords(
  transaction: ReadTransaction,
  units: UnitTree,
  of: {
    readonly staff: readonly RegisteredStaff[];
    readonly present: readonly RegisteredStaff[];
    readonly looked: readonly StandingFlag[];
    readonly today: string;
  },
): Promise<StaffRecords> {
  const people = new Map<string, StaffAt>();
  for (const person of [...of.present, ...of.looked.flatMap((flag) => personAt(flag, of.staff) ?? [])])
    people.set(`${person.id} ${person.unitCode}`, person);
  const judged = judgedPeriods(of.today, 1)[0]?.to ?? of.today;
  const ends = [judged, ...of.looked.map((flag) => flag.period_to)].toSorted();
  const from = quartersUpTo(ends[0] ?? judged, MOST_PERIODS)[0]?.from ?? judged;
  const quarters = periodsWithin(from, ends.at(-1) ?? judged);
  return new StaffRecords(await readStaffRows(transaction, units, [...people.values()], quarters));
}

/** What the rules in force propose of the last settled quarter, as far as it was not proposed before. */
async function flagsToRaise(
  transaction: ReadTransaction,
  records: StaffRecords,
  present: readonly RegisteredStaff[],
  flags: readonly StandingFlag[],
  today: string,
): Promise<Plan['raise']> {
  const rules = await readRulesInForce(transaction);
  const periods = judgedPeriods(today, MOST_PERIODS);
  const raised: NewFlag[] = [];
  for (const person of present) {
    for (const inForce of rules) {
      const facts = records.factsOf(person, periods.slice(-inForce.rule.periods));
      const { verdict, evidence } = inForce.rule.evaluate(facts, inForce.settings);
      if (verdict !== 'raised') continue;
      const flag = newFlag(person, inForce, periods, evidence);
      if (!isAlreadyRaised(flag, flags)) raised.push(flag);
    }
  }
  const days = [...new Set(raised.map(({ settings }) => valueOf(settings, 'explainDays')))];
  const untils = new Map<number, ReadonlyMap<string, string>>();
  const unitCodes = [...new Set(raised.map(({ person }) => person.unitCode))];
  for (const count of days) untils.set(count, await readExplainUntil(transaction, unitCodes, today, count));
  return raised.map((flag) => {
    const count = valueOf(flag.settings, 'explainDays');
    // A calendar that does not reach so far has every other day closed, in the person's favour.
    const explainUntil = untils.get(count)?.get(flag.person.unitCode) ?? addDays(today, 2 * count);
    return { ...flag, explainUntil };
  });
}

/** Open and confirmed proposals that their rule, with the thresholds of then, would not make from today's records. */
function changedFlags(
  records: StaffRecords,
  staff: readonly RegisteredStaff[],
  looked: readonly StandingFlag[],
): { flag: StandingFlag; now: Evaluation }[] {
  return looked.flatMap((flag) => {
    const person = personAt(flag, staff);
    const periods = quartersUpTo(flag.period_to, MOST_PERIODS);
    const now = person === null ? null : evaluateFlag(flag, person, records, periods);
    return now === null || now.verdict === 'raised' ? [] : [{ flag, now }];
  });
}

/** A person at the unit of the proposal, wherever they work now. */
export function personAt(
  { staff_id: id, unit_code: unitCode }: Pick<StandingFlag, 'staff_id' | 'unit_code'>,
  staff: readonly RegisteredStaff[],
): StaffAt | null {
  const person = staff.find((each) => each.id === id);
  return person === undefined ? null : { ...person, unitCode };
}

/** What the rule of a proposal says of these records, with the thresholds of then; null for a rule of an earlier version. */
export function evaluateFlag(
  flag: Pick<StandingFlag, 'rule_id' | 'settings'>,
  person: StaffAt,
  records: StaffRecords,
  periods: readonly StaffPeriod[],
): Evaluation | null {
  const rule = findStaffRule(flag.rule_id);
  if (rule === null) return null;
  const facts = records.factsOf(person, periods.slice(-rule.periods));
  return rule.evaluate(facts, settingsOf(rule, flag.settings));
}

function superiorsOf(flag: StandingFlag, units: UnitTree, heads: readonly HeadPost[]): NoticeReceiver[] {
  const path = [flag.unit_code, ...units.ancestorsOf(flag.unit_code).map(({ code }) => code)];
  return superiorPosts(flag.user_id, path, heads).map(({ id }) => ({ post: id }));
}

/** The person, and those who were told to act: whoever never heard of it need not hear that it is gone. */
function concernedBy(
  flag: StandingFlag,
  units: UnitTree,
  heads: readonly HeadPost[],
  deciders: readonly NoticeReceiver[],
): NoticeReceiver[] {
  return [
    ...(flag.user_id === null ? [] : [{ user: flag.user_id }]),
    ...(flag.waiting.includes('flag-to-review') ? superiorsOf(flag, units, heads) : []),
    ...(flag.waiting.includes('flag-to-decide') ? deciders : []),
  ];
}
