import type { DemoDesk, DemoInstruction } from '../../db/seeds/demo/demo-desk.ts';
import type { DemoHand, DemoPost } from '../../db/seeds/demo/demo-hand.ts';
import { findInstrument } from '#domain/ikm/instruments';
import { zoneClock } from '#domain/civil-time/zone-clock';
import { findField, MEASURES } from '#domain/measures';
import { compareLists } from '#domain/oversight/difference';
import { ANY } from '#domain/targets/target-in-force';
import {
  closeRunning,
  insertDisposition,
  reportOn,
} from '../features/attention/dispositions/dispositions.repository.ts';
import type { RunningDisposition } from '../features/attention/dispositions/given-disposition.ts';
import { evidenceFileOf } from '../features/evidence/evidence-file.ts';
import { insertEvidence } from '../features/evidence/evidence.repository.ts';
import { UNIT_HEADS } from '../features/oversight/findings/told-posts.ts';
import { insertFinding, takeStep } from '../features/oversight/findings/findings.repository.ts';
import { insertReconciliation } from '../features/oversight/reconciliation/reconciliations.repository.ts';
import { insertSample, saveCheck } from '../features/oversight/samples/samples.repository.ts';
import { insertAnnotation, insertBaseline } from '../features/overview/signals/chart-notes.repository.ts';
import { ALL_SERVICES } from '../features/satisfaction/plans/follow-up-plans.queries.ts';
import { finishPlan, insertPlan } from '../features/satisfaction/plans/follow-up-plans.repository.ts';
import { forumDemoDesk } from './forum-demo-desk.ts';
import { innovationDemoDesk } from './innovation-demo-desk.ts';
import { keepRefusedFile } from './demo-refused-file.ts';
import { meetingDemoDesk } from './meeting-demo-desk.ts';
import { pilotDemoDesk } from './pilot-demo-desk.ts';
import { staffDemoDesk } from './staff-demo-desk.ts';
import type { AuditActor } from '../platform/audit/audit-entry.ts';
import type { AuditLog } from '../platform/audit/audit-log.repository.ts';

/** The story is told of Kutai Kartanegara. */
const DEMO_ZONE = 'Asia/Makassar';

/** What the posts of the demo do, by the code that screens use. */
export function demoDesk(audit: AuditLog): DemoDesk {
  const deskOf = ({ transaction, kabupatenCode, post, at }: DemoHand) => ({
    database: transaction,
    audit,
    actor: actorIn(post),
    kabupatenCode,
    now: at,
  });
  return {
    pilots: pilotDemoDesk((hand) => ({
      ...deskOf(hand),
      post: { id: hand.post.id, title: hand.post.title },
      userId: hand.post.holder?.userId ?? null,
      today: hand.at.slice(0, 10),
    })),
    innovations: innovationDemoDesk((hand) => ({
      ...deskOf(hand),
      post: { id: hand.post.id, title: hand.post.title },
      userId: hand.post.holder?.userId ?? null,
      today: hand.at.slice(0, 10),
    })),
    forum: forumDemoDesk(deskOf),
    staff: staffDemoDesk(audit, actorIn),
    meetings: meetingDemoDesk((hand) => ({
      ...deskOf(hand),
      post: { id: hand.post.id, title: hand.post.title },
      today: hand.at.slice(0, 10),
    })),
    annotate: async (hand, note) => {
      await insertAnnotation(deskOf(hand), {
        ...note,
        postId: hand.post.id,
        by: hand.post.title,
        at: hand.at,
      });
    },
    giveEvidence: async (hand, { about, id, fileName, note, content }) => {
      const { post } = hand;
      const file = await evidenceFileOf(content);
      await insertEvidence(deskOf(hand), { about, aboutId: id, file, fileName, note, post });
    },
    setBaseline: async (hand, { unit, measure, field, startsOn, reason }) => {
      await insertBaseline(
        deskOf(hand),
        {
          unit,
          service: ANY,
          channel: ANY,
          measure,
          field,
          startsOn,
          reason,
          by: hand.post.title,
          at: hand.at,
        },
        hand.post.id,
        { measure: MEASURES[measure].label, field: findField(measure, field)?.label ?? field },
      );
    },
    plan: (hand, { unit, instrument, unsur, plan, owner, dueOn }) =>
      insertPlan(deskOf(hand), {
        unitCode: unit,
        serviceCode: ALL_SERVICES,
        instrument,
        unsur: { code: unsur, name: unsurName(instrument, unsur) },
        plan,
        owner: { post: owner.id, title: owner.title },
        dueOn,
      }),
    finishPlan: (hand, id, { unit, instrument, unsur }, result) =>
      finishPlan(deskOf(hand), { id, unitCode: unit, unsur: unsurName(instrument, unsur) }, result),
    instruct: (hand, { unit, about, link, to, instruction, dueOn, meetingOn = null }) =>
      insertDisposition(deskOf(hand), {
        kind: meetingOn === null ? 'disposition' : 'commitment',
        meetingOn,
        unitCode: unit,
        about: { key: null, sentence: about, link },
        from: { post: hand.post.id, title: hand.post.title },
        to: { post: to.id, title: to.title },
        instruction,
        dueOn,
      }),
    report: (hand, id, given, from, report) => reportOn(deskOf(hand), runningOf(id, given, from), report),
    close: (hand, id, given) => closeRunning(deskOf(hand), runningOf(id, given, hand.post), true),
    drawSample: (hand, { unit, ...sample }) =>
      insertSample(deskOf(hand), { ...sample, dataset: 'service-cases', unitCode: unit, dataVersion: 0 }),
    checkSampled: (hand, { unit, ...check }) => saveCheck(deskOf(hand), { ...check, unitCode: unit }),
    compareLists: async (hand, { unit, theirs, ours, ...recap }) => {
      const { counts, rows } = compareLists(theirs, ours, {
        zone: zoneClock(DEMO_ZONE),
        from: recap.from,
        to: recap.to,
        isCompared: (code) => code === unit,
      });
      await insertReconciliation(deskOf(hand), {
        ...recap,
        dataset: 'complaints',
        unitCode: unit,
        counts: { ...counts, withOversight: true },
        dataVersion: 0,
        rows,
      });
    },
    refuseFile: (hand, file) => keepRefusedFile(audit, hand, actorIn(hand.post), file),
    openFinding: async (hand, finding, posts) =>
      (await insertFinding(findingDesk(hand, posts), { ...finding, demo: true })).recommendations,
    stepRecommendation: (hand, recommendation, step, posts) =>
      takeStep(findingDesk(hand, posts), recommendation, step),
  };

  function findingDesk(hand: DemoHand, posts: readonly DemoPost[]) {
    const idsOf = (isTold: (post: DemoPost) => boolean) => posts.filter(isTold).map(({ id }) => id);
    return {
      ...deskOf(hand),
      postTitle: hand.post.title,
      postId: hand.post.id,
      today: hand.at.slice(0, 10),
      posts: {
        inspectorate: idsOf(({ role }) => role === 'inspektorat'),
        headsOf: (unit: string) =>
          idsOf(({ role, unitCode }) => UNIT_HEADS.includes(role) && unitCode === unit),
      },
    };
  }
}

/** The account of the post; where there is none, the demo in its name. */
function actorIn({ id, title, role, holder }: DemoPost): AuditActor {
  return {
    userId: holder?.userId ?? null,
    username: holder?.username ?? null,
    name: holder?.name ?? null,
    postId: id,
    postTitle: title,
    role,
    address: null,
    program: holder === null ? 'data contoh' : null,
  };
}

function unsurName(instrument: string, code: string): string {
  return findInstrument(instrument)?.unsur.find((unsur) => unsur.code === code)?.name ?? code;
}

function runningOf(id: string, given: DemoInstruction, from: DemoPost): RunningDisposition {
  const { unit, to, about, dueOn, meetingOn } = given;
  return {
    id,
    kind: meetingOn === undefined ? 'disposition' : 'commitment',
    unitCode: unit,
    fromPost: from.id,
    fromTitle: from.title,
    toPost: to.id,
    toTitle: to.title,
    about,
    dueOn,
  };
}
