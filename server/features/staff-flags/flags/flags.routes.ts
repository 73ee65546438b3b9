import type { IRouter } from 'express';
import {
  decideStaffFlag,
  explainStaffFlag,
  listStaffFlags,
  readStaffFlag,
  reviewStaffFlag,
  type StaffFlag,
} from '#contract/staff/flags';
import type { RouteDescriptor } from '#contract/route';
import { may } from '../../../platform/auth/person.ts';
import { readInScope, type ReadTransaction } from '../../../platform/database/scoped.ts';
import { bindRoute, tenantScopeOf, type RouteCall } from '../../../platform/http/bind-route.ts';
import { cursorAt, placeAt } from '../../../platform/http/list-cursor.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { readPostsOfRoles } from '../../../platform/kabupaten/posts-of-roles.queries.ts';
import { readTrialUntil } from '../../../platform/kabupaten/trial-period.queries.ts';
import type { NoticeReceiver } from '../../../platform/notices/notices.repository.ts';
import { evaluateToday } from '../raising/evaluate-today.ts';
import { deskOf, type StaffFlagsDeps } from '../staff-flags-deps.ts';
import { ruleName } from '../words/flag-words.ts';
import { flagActions, flagAnswer, lineOf, statesFor, type FlagTelling } from './flag-answers.ts';
import {
  countFlagRecords,
  findFlagRecord,
  listFlagRecords,
  type FlagRecord,
} from './flag-records.queries.ts';
import { sightOf, superiorsOf } from './flag-sight.ts';
import { decideFlag, explainFlag, reviewFlag } from './flag-steps.repository.ts';
import { readOpenRecords } from './open-records.queries.ts';

const PAGE = 50;

interface LoadedFlag extends FlagTelling {
  readonly flag: FlagRecord;
  /** Posts that decide. */
  readonly deciders: readonly { readonly id: string; readonly title: string }[];
  readonly answer: StaffFlag;
}

/** The list of proposals, one of them, and the three steps of its life: own words, review, decision. */
export function flagRoutes(router: IRouter, deps: StaffFlagsDeps): void {
  bindRoute(router, listStaffFlags, (call) => {
    const { query, person } = call;
    const scope = tenantScopeOf(person);
    const { today, zone } = deps.clock(scope.timeZone);
    const after = placeAt('newest', query.cursor);
    return readInScope(deps.database, scope, async (transaction) => {
      const telling = await tellingOf(transaction, call, today);
      const { units } = telling.sight;
      if (query.unit !== undefined && units.find(query.unit) === null)
        throw new ProblemException(404, 'unit-not-found', { unit: query.unit });
      const filter = {
        kind: query.kind,
        state: query.state,
        box: query.box,
        units: query.unit === undefined ? undefined : units.subtreeCodes(query.unit),
      };
      const limit = query.limit ?? PAGE;
      const found = await listFlagRecords(transaction, telling.sight, zone, filter, limit + 1, after);
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return {
        items: page.map((flag) => lineOf(flag, telling)),
        nextCursor: found.length > limit && last ? cursorAt('newest', { at: last.place, id: last.id }) : null,
        total: await countFlagRecords(transaction, telling.sight, zone, filter),
        trialUntil: await readTrialUntil(transaction, today),
      };
    });
  });

  bindRoute(router, readStaffFlag, async (call) => (await loadFlag(deps, call, call.params.id)).answer);

  bindRoute(router, explainStaffFlag, async (call) => {
    const loaded = await loadFlag(deps, call, call.params.id);
    requireAction(loaded, 'explain');
    const above = postsOf(superiorsOf(loaded.sight, loaded.flag.user_id, loaded.flag.unit_code));
    await explainFlag(deskOf(deps, call), loaded.flag, call.body.text, {
      receivers: above.length > 0 ? above : postsOf(loaded.deciders),
      rule: ruleName(loaded.flag.rule_id, 'id'),
    });
    return (await loadFlag(deps, call, call.params.id)).answer;
  });

  bindRoute(router, reviewStaffFlag, async (call) => {
    const loaded = await loadFlag(deps, call, call.params.id);
    requireAction(loaded, 'review');
    await reviewFlag(deskOf(deps, call), loaded.flag, statesFor('review', loaded.flag), call.body.text, {
      receivers: postsOf(loaded.deciders),
      rule: ruleName(loaded.flag.rule_id, 'id'),
    });
    return (await loadFlag(deps, call, call.params.id)).answer;
  });

  bindRoute(router, decideStaffFlag, async (call) => {
    const { body } = call;
    const loaded = await loadFlag(deps, call, call.params.id);
    requireAction(loaded, 'decide');
    if ((body.number === null) !== (body.on === null))
      throw new ProblemException(400, 'staff-flag-number-and-date');
    if (body.on !== null && body.on > loaded.sight.today)
      throw new ProblemException(400, 'staff-flag-date-future', { on: body.on });
    const { user_id: user } = loaded.flag;
    await decideFlag(deskOf(deps, call), loaded.flag, statesFor('decide', loaded.flag), body, {
      receivers: user === null ? [] : [{ user }],
      rule: ruleName(loaded.flag.rule_id, 'id'),
    });
    return (await loadFlag(deps, call, call.params.id)).answer;
  });
}

/**
 * A step that the person may not take in this relation is forbidden; one whose turn has passed, or not come, is a
 * conflict.
 * @throws ProblemException 403, 409
 */
function requireAction(loaded: LoadedFlag, action: StaffFlag['actions'][number]): void {
  if (flagActions(loaded.flag, loaded).includes(action)) return;
  const ofRelation = {
    subject: 'explain',
    superior: 'review',
    decider: 'decide',
    inspektorat: null,
  } as const;
  if (ofRelation[loaded.flag.relation] !== action) throw new ProblemException(403, 'forbidden');
  throw new ProblemException(409, 'staff-flag-moved-on');
}

function postsOf(posts: readonly { readonly id: string }[]): NoticeReceiver[] {
  return posts.map(({ id }) => ({ post: id }));
}

async function tellingOf(
  transaction: ReadTransaction,
  { person, language }: Pick<RouteCall<RouteDescriptor>, 'person' | 'language'>,
  today: string,
): Promise<FlagTelling & Pick<LoadedFlag, 'deciders'>> {
  const deciders = await readPostsOfRoles(transaction, ['bkpsdm'], today);
  return {
    sight: await sightOf(transaction, person, today),
    person,
    language,
    deciders,
    deciderTitle: deciders[0]?.title ?? null,
  };
}

/**
 * A proposal that is for the person to see.
 * @throws ProblemException 404 for all others, as if there were none
 */
async function loadFlag(
  deps: StaffFlagsDeps,
  call: Pick<RouteCall<RouteDescriptor>, 'person' | 'language'>,
  id: string,
): Promise<LoadedFlag> {
  const scope = tenantScopeOf(call.person);
  const { today, zone } = deps.clock(scope.timeZone);
  return readInScope(deps.database, scope, async (transaction) => {
    const telling = await tellingOf(transaction, call, today);
    const flag = await findFlagRecord(transaction, telling.sight, zone, id);
    if (flag === null) throw new ProblemException(404, 'staff-flag-not-found');
    // Records open by the rights that the person has anyhow: a proposal opens none.
    const units = may(call.person, 'reference:read') ? telling.sight.units.subtreeCodes(scope.rootUnit) : [];
    const records = flag.evidence.observations.flatMap((observation) => observation.records);
    const openRecords = await readOpenRecords(transaction, call.person, units, records);
    const verdict = await evaluateToday(transaction, flag);
    return { ...telling, flag, answer: flagAnswer(flag, telling, { openRecords, today: verdict }) };
  });
}
