import type { Knex } from 'knex';
import { ideaFault, type IdeaFault, type IdeaStage } from '#domain/innovations/idea-road';
import { newRecordId } from '../../../platform/database/record-id.ts';
import { writeInScope } from '../../../platform/database/scoped.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { sendNotice, settleNotices } from '../../../platform/notices/notices.repository.ts';
import type { EntryDesk } from '../entry-desk.ts';
import { insertEntry } from '../writing/drafts.repository.ts';
import type { IdeaRecord } from './ideas.queries.ts';

export interface NewIdea {
  readonly unitCode: string;
  readonly title: string;
  readonly problem: string;
  readonly proposal: string;
  readonly demo?: boolean;
}

/** Puts an idea on the road, and tells who decides about it. @returns its id */
export async function insertIdea(desk: EntryDesk, idea: NewIdea): Promise<string> {
  const { kabupatenCode, now } = desk;
  return writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const id = newRecordId();
    await transaction('innovation_ideas').insert({
      kabupaten_code: kabupatenCode,
      id,
      title: idea.title,
      problem: idea.problem,
      proposal: idea.proposal,
      unit_code: idea.unitCode,
      stage: 'gagasan' satisfies IdeaStage,
      user_id: desk.userId,
      post_id: desk.post.id,
      post_title: desk.post.title,
      created_at: now,
      demo: idea.demo === true,
    });
    for (const post of desk.told.reviewersOf(desk.post.id))
      await sendNotice(transaction, kabupatenCode, {
        to: { post },
        kind: 'idea-to-decide',
        params: { by: desk.post.title, idea: idea.title },
        about: { kind: 'idea', id },
        link: `/inovasi/gagasan/${id}`,
        needsAction: true,
        dueOn: null,
        at: now,
      });
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: 'idea-suggested',
      subject: `ideas/${id}`,
      details: { idea: idea.title, unit: idea.unitCode },
      personal: { problem: idea.problem, proposal: idea.proposal },
    });
    return { result: id, changed: true };
  });
}

/** A decision about an idea, with what it needs. */
export type IdeaStep =
  | { readonly to: 'uji-coba'; readonly question: string; readonly until: string; readonly reason: string }
  | { readonly to: 'penerapan'; readonly outcome: string; readonly reason: string }
  | { readonly to: 'dihentikan'; readonly outcome: string; readonly reason: string }
  | { readonly to: 'gagasan'; readonly reason: string };

const FAULT_STATUS: Readonly<Record<IdeaFault, number>> = {
  'idea-step-order': 409,
  'idea-own': 403,
  'idea-trial-until': 400,
};

/**
 * Brings an idea to its next stage as it stands at that moment; an idea that is applied becomes a draft entry of its
 * unit. Who had it is told.
 * @throws ProblemException 404 without such an idea; 400, 403 or 409 when the step cannot be taken (`idea-road`)
 */
export async function takeIdeaStep(desk: EntryDesk, id: string, step: IdeaStep): Promise<void> {
  const { kabupatenCode, now, today } = desk;
  await writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const idea = await standingIdea(transaction, kabupatenCode, id);
    const fault = ideaFault(
      { stage: idea.stage, isOwn: idea.user_id !== null && idea.user_id === desk.userId },
      { stage: step.to, ...(step.to === 'uji-coba' ? { trialUntil: step.until } : {}) },
      today,
    );
    if (fault !== null) throw new ProblemException(FAULT_STATUS[fault], fault);
    await transaction('innovation_ideas')
      .where({ kabupaten_code: kabupatenCode, id })
      .update({ stage: step.to, ...(await changesOf({ ...desk, database: transaction }, idea, step)) });
    await transaction('idea_steps').insert({
      kabupaten_code: kabupatenCode,
      id: newRecordId(),
      idea_id: id,
      from_stage: idea.stage,
      to_stage: step.to,
      reason: step.reason,
      post_title: desk.post.title,
      created_at: now,
    });
    await settleNotices(transaction, kabupatenCode, { kind: 'idea', id }, now);
    if (idea.post_id !== null)
      await sendNotice(transaction, kabupatenCode, {
        to: { post: idea.post_id },
        kind: NOTICES[step.to],
        params: { by: desk.post.title, idea: idea.title },
        about: { kind: 'idea', id },
        link: `/inovasi/gagasan/${id}`,
        needsAction: false,
        dueOn: null,
        at: now,
      });
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: `idea-${ACTIONS[step.to]}`,
      subject: `ideas/${id}`,
      details: {
        idea: idea.title,
        unit: idea.unit_code,
        ...(step.to === 'uji-coba' ? { until: step.until } : {}),
      },
      personal: {
        reason: step.reason,
        ...('outcome' in step ? { outcome: step.outcome } : {}),
        ...(step.to === 'uji-coba' ? { question: step.question } : {}),
      },
    });
    return { result: undefined, changed: true };
  });
}

const ACTIONS: Readonly<Record<IdeaStage, string>> = {
  gagasan: 'reopened',
  'uji-coba': 'tried',
  penerapan: 'applied',
  dihentikan: 'stopped',
};

const NOTICES = {
  gagasan: 'idea-reopened',
  'uji-coba': 'idea-tried',
  penerapan: 'idea-applied',
  dihentikan: 'idea-stopped',
} as const;

/** What a step writes besides the stage. What a trial asked stays written when it has ended. */
async function changesOf(
  desk: EntryDesk,
  idea: IdeaRecord,
  step: IdeaStep,
): Promise<Record<string, string | null>> {
  switch (step.to) {
    case 'uji-coba':
      return { trial_question: step.question, trial_until: step.until, outcome: null };
    case 'penerapan':
      return {
        outcome: step.outcome,
        innovation_id: await insertEntry(desk, {
          name: idea.title,
          acronym: '',
          unitCode: idea.unit_code,
          content: {
            initiator: idea.post_title,
            stage: 'penerapan',
            problem: idea.problem,
            howItWorks: idea.proposal,
            lessons: step.outcome,
          },
        }),
      };
    case 'dihentikan':
      return { outcome: step.outcome };
    case 'gagasan':
      return {};
  }
}

async function standingIdea(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  id: string,
): Promise<IdeaRecord> {
  const idea = (await transaction('innovation_ideas')
    .where({ kabupaten_code: kabupatenCode, id })
    .first()) as IdeaRecord | undefined;
  if (idea === undefined) throw new ProblemException(404, 'idea-not-found');
  return idea;
}
