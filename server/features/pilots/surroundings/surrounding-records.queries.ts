import type { z } from 'zod';
import type { DOCUMENT_KINDS, obstacleSchema, pilotPointSchema } from '#contract/pilots/programme';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';

export interface ObstacleRecord extends Record<string, unknown> {
  readonly id: string;
  readonly programme_id: string;
  readonly milestone_id: string | null;
  readonly milestone_title: string | null;
  readonly kind: z.infer<typeof obstacleSchema>['kind'];
  readonly body: string;
  readonly owner_post: string;
  readonly owner_title: string;
  readonly help_post: string | null;
  readonly help_title: string | null;
  readonly help_asked: string | null;
  readonly since_on: string;
  readonly resolved_on: string | null;
  readonly resolution: string | null;
}

/** Obstacles of programmes: the open ones first, the oldest of them on top. */
export function readObstacles(
  transaction: ReadTransaction,
  programmes: readonly string[],
): Promise<ObstacleRecord[]> {
  return transaction.rows<ObstacleRecord>(
    'pilot-obstacles',
    `select o.id, o.programme_id, o.milestone_id, m.title as milestone_title, o.kind, o.body, o.owner_post, o.owner_title,
            o.help_post, o.help_title, o.help_asked, o.since_on, o.resolved_on, o.resolution
       from pilot_obstacles o
       left join pilot_milestones m on m.kabupaten_code = $1 and m.id = o.milestone_id
      where o.kabupaten_code = $1 and o.programme_id = any($2::uuid[])
      order by o.resolved_on desc nulls first, o.since_on, o.id`,
    [transaction.kabupatenCode, [...programmes]],
  );
}

export interface DocumentRecord extends Record<string, unknown> {
  readonly id: string;
  readonly programme_id: string;
  readonly kind: (typeof DOCUMENT_KINDS)[number];
  readonly title: string;
  readonly number: string | null;
  readonly valid_from: string;
  readonly valid_to: string | null;
}

/** Documents of programmes, by kind, the newest first. */
export function readDocuments(
  transaction: ReadTransaction,
  programmes: readonly string[],
): Promise<DocumentRecord[]> {
  return transaction.rows<DocumentRecord>(
    'pilot-documents',
    `select id, programme_id, kind, title, number, valid_from, valid_to from pilot_documents
      where kabupaten_code = $1 and programme_id = any($2::uuid[]) and removed_at is null
      order by kind, valid_from desc, id`,
    [transaction.kabupatenCode, [...programmes]],
  );
}

export interface VisitRecord extends Record<string, unknown> {
  readonly id: string;
  readonly programme_id: string;
  readonly visited_on: string;
  readonly team: string;
  readonly advice: string;
  readonly next_on: string | null;
  readonly post_title: string;
}

/** Visits of the kabupaten's team, the latest first. */
export function readVisits(
  transaction: ReadTransaction,
  programmes: readonly string[],
): Promise<VisitRecord[]> {
  return transaction.rows<VisitRecord>(
    'pilot-visits',
    `select id, programme_id, visited_on, team, advice, next_on, post_title from pilot_visits
      where kabupaten_code = $1 and programme_id = any($2::uuid[])
      order by visited_on desc, created_at desc, id`,
    [transaction.kabupatenCode, [...programmes]],
  );
}

export interface PointRecord extends Record<string, unknown> {
  readonly id: string;
  readonly name: string;
  readonly network: z.infer<typeof pilotPointSchema>['network'];
  readonly network_note: string | null;
  readonly facilities: z.infer<typeof pilotPointSchema>['facilities'];
  readonly checked_on: string;
  readonly trainings: number;
  readonly trained: number;
}

/** Service points of a programme with the trainings held there. */
export function readPoints(transaction: ReadTransaction, programme: string): Promise<PointRecord[]> {
  return transaction.rows<PointRecord>(
    'pilot-points',
    `select p.id, p.name, p.network, p.network_note, p.facilities, p.checked_on,
            count(t.id)::int as trainings, coalesce(sum(t.participants), 0)::int as trained
       from pilot_points p
       left join pilot_trainings t on t.kabupaten_code = $1 and t.point_id = p.id
      where p.kabupaten_code = $1 and p.programme_id = $2::uuid and p.removed_at is null
      group by p.id, p.name, p.network, p.network_note, p.facilities, p.checked_on
      order by p.name`,
    [transaction.kabupatenCode, programme],
  );
}

export interface TrainingRecord extends Record<string, unknown> {
  readonly id: string;
  readonly trained_on: string;
  readonly topic: string;
  readonly point: string | null;
  readonly participants: number;
  readonly post_title: string;
}

/** Trainings of a programme, the latest first. */
export function readTrainings(transaction: ReadTransaction, programme: string): Promise<TrainingRecord[]> {
  return transaction.rows<TrainingRecord>(
    'pilot-trainings',
    `select t.id, t.trained_on, t.topic, p.name as point, t.participants, t.post_title
       from pilot_trainings t
       left join pilot_points p on p.kabupaten_code = $1 and p.id = t.point_id
      where t.kabupaten_code = $1 and t.programme_id = $2::uuid
      order by t.trained_on desc, t.created_at desc, t.id`,
    [transaction.kabupatenCode, programme],
  );
}
