import type { IdeaStage } from '#domain/innovations/idea-road';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';

/** An idea as it is stored. */
export interface IdeaRecord {
  readonly id: string;
  readonly title: string;
  readonly problem: string;
  readonly proposal: string;
  readonly unit_code: string;
  readonly stage: IdeaStage;
  readonly trial_question: string | null;
  readonly trial_until: string | null;
  readonly outcome: string | null;
  readonly innovation_id: string | null;
  readonly user_id: string | null;
  readonly post_id: string | null;
  readonly post_title: string;
  readonly created_at: Date;
}

export interface IdeaStepRecord {
  readonly from_stage: IdeaStage | null;
  readonly to_stage: IdeaStage;
  readonly reason: string;
  readonly post_title: string;
  readonly created_at: Date;
}

const COLUMNS = `i.id, i.title, i.problem, i.proposal, i.unit_code, i.stage, i.trial_question, i.trial_until, i.outcome,
         i.innovation_id, i.user_id, i.post_id, i.post_title, i.created_at`;

/** A page of ideas, the newest first: ids are in the order of time. `after` is the last one of the page before. */
export async function listIdeaRecords(
  transaction: ReadTransaction,
  stage: IdeaStage | null,
  limit: number,
  after: string | null,
): Promise<IdeaRecord[]> {
  return transaction.rows<IdeaRecord & Record<string, unknown>>(
    'innovation-ideas',
    `select ${COLUMNS} from innovation_ideas i
      where i.kabupaten_code = $1 and ($2::text is null or i.stage = $2) and ($3::uuid is null or i.id < $3::uuid)
      order by i.id desc limit $4`,
    [transaction.kabupatenCode, stage, after, limit],
  );
}

/** How many ideas each stage has, and how many trials ended before today without a decision. */
export async function countIdeaRecords(
  transaction: ReadTransaction,
  today: string,
): Promise<readonly { readonly stage: IdeaStage; readonly count: number; readonly over: number }[]> {
  return transaction.rows<{ stage: IdeaStage; count: number; over: number }>(
    'innovation-ideas-count',
    `select i.stage, count(*) as count,
            count(*) filter (where i.stage = 'uji-coba' and i.trial_until < $2::date) as over
       from innovation_ideas i where i.kabupaten_code = $1 group by i.stage`,
    [transaction.kabupatenCode, today],
  );
}

/** One idea; null where there is none. */
export async function findIdeaRecord(transaction: ReadTransaction, id: string): Promise<IdeaRecord | null> {
  const rows = await transaction.rows<IdeaRecord & Record<string, unknown>>(
    'innovation-idea',
    `select ${COLUMNS} from innovation_ideas i where i.kabupaten_code = $1 and i.id = $2::uuid`,
    [transaction.kabupatenCode, id],
  );
  return rows[0] ?? null;
}

/** The decisions about an idea, the oldest first. */
export async function listIdeaSteps(transaction: ReadTransaction, id: string): Promise<IdeaStepRecord[]> {
  return transaction.rows<IdeaStepRecord & Record<string, unknown>>(
    'innovation-idea-steps',
    `select s.from_stage, s.to_stage, s.reason, s.post_title, s.created_at
       from idea_steps s where s.kabupaten_code = $1 and s.idea_id = $2::uuid order by s.created_at, s.id`,
    [transaction.kabupatenCode, id],
  );
}
