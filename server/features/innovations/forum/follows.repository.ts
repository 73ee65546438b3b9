import type { FollowKind } from '#contract/innovations/forum';
import type { Database } from '../../../platform/database/pool.ts';

export interface Follow {
  readonly userId: string;
  readonly kind: FollowKind;
  readonly key: string;
  /** Of an entry what the person knows from now on. */
  readonly version?: number;
  readonly stopped?: boolean;
}

/** Begins to follow; again changes nothing. A choice of the person's own, which no trail records. */
export async function follow(
  database: Database,
  { userId, kind, key, version = 0, stopped = false }: Follow,
  now: string,
): Promise<void> {
  await database('catalogue_follows')
    .insert({ user_id: userId, kind, key, version, stopped, created_at: now })
    .onConflict(['user_id', 'kind', 'key'])
    .ignore();
}

export async function unfollow(database: Database, { userId, kind, key }: Follow): Promise<void> {
  await database('catalogue_follows').where({ user_id: userId, kind, key }).delete();
}
