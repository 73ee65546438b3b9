import type { DemoDesk, DemoHand, DemoInstruction, DemoPost } from '../../db/seeds/demo/demo-desk.ts';
import { findInstrument } from '#domain/ikm/instruments';
import { findField, MEASURES } from '#domain/measures';
import { ANY } from '#domain/targets/target-in-force';
import {
  closeRunning,
  insertDisposition,
  reportOn,
  type RunningDisposition,
} from '../features/attention/dispositions/dispositions.repository.ts';
import { insertAnnotation, insertBaseline } from '../features/overview/signals/chart-notes.repository.ts';
import { ALL_SERVICES } from '../features/satisfaction/plans/follow-up-plans.queries.ts';
import { finishPlan, insertPlan } from '../features/satisfaction/plans/follow-up-plans.repository.ts';
import type { AuditActor } from '../platform/audit/audit-entry.ts';
import type { AuditLog } from '../platform/audit/audit-log.repository.ts';

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
    annotate: async (hand, note) => {
      await insertAnnotation(deskOf(hand), {
        ...note,
        postId: hand.post.id,
        by: hand.post.title,
        at: hand.at,
      });
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
    instruct: (hand, { unit, about, link, to, instruction, dueOn }) =>
      insertDisposition(deskOf(hand), {
        kind: 'disposition',
        unitCode: unit,
        about: { key: null, sentence: about, link },
        from: { post: hand.post.id, title: hand.post.title },
        to: { post: to.id, title: to.title },
        instruction,
        dueOn,
      }),
    report: (hand, id, given, from, report) => reportOn(deskOf(hand), runningOf(id, given, from), report),
    close: (hand, id, given) => closeRunning(deskOf(hand), runningOf(id, given, hand.post), true),
  };
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

function runningOf(id: string, { unit, to }: DemoInstruction, from: DemoPost): RunningDisposition {
  return { id, kind: 'disposition', unitCode: unit, fromTitle: from.title, toTitle: to.title };
}
