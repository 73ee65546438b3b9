import type { EntryFigure } from '#contract/innovations/catalogue';
import type { SharedContent } from '#contract/innovations/entry-content';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';

/** The shared copy of an entry, as others read it. */
export interface CopyRow extends Record<string, unknown> {
  readonly home_name: string;
  readonly unit_name: string;
  readonly audience: 'forcasi' | 'public';
  readonly content: SharedContent;
  readonly figures: EntryFigure[] | null;
  readonly proof: string;
  readonly confirmed_on: string | null;
  readonly stopped_on: string | null;
  readonly stopped_lesson: string | null;
  readonly published_at: Date;
}

/** What others get of an own entry now; null while nothing is shared. */
export async function findSharedCopy(transaction: ReadTransaction, id: string): Promise<CopyRow | null> {
  const rows = await transaction.rows<CopyRow>(
    'shared-copy',
    `select home_name, unit_name, audience, content, figures, proof, confirmed_on, stopped_on, stopped_lesson,
            published_at
       from catalogue_entries where id = $1::uuid and home_code = $2`,
    [id, transaction.kabupatenCode],
  );
  return rows[0] ?? null;
}

/** What others left at the shared copy. */
export async function countLeft(
  transaction: ReadTransaction,
  id: string,
): Promise<{ readonly posts: number; readonly endorsements: number; readonly adoptions: number }> {
  const rows = await transaction.rows<{ posts: number; endorsements: number; adoptions: number }>(
    'left-at-shared-copy',
    `select (select count(*)::int from catalogue_posts where entry_id = $1::uuid and hidden_at is null) as posts,
            (select count(*)::int from catalogue_endorsements where entry_id = $1::uuid) as endorsements,
            (select count(*)::int from catalogue_adoptions where entry_id = $1::uuid) as adoptions`,
    [id],
  );
  return rows[0] ?? { posts: 0, endorsements: 0, adoptions: 0 };
}

/** Figures of the proofs that have a result, in the order in which they were locked; names as they would leave. */
export async function readFigures(transaction: ReadTransaction, id: string): Promise<EntryFigure[]> {
  const rows = await transaction.rows<{ result: EntryFigure }>(
    'figures-to-share',
    `select result from innovation_proofs
      where kabupaten_code = $1 and innovation_id = $2::uuid and result is not null
      order by locked_at, id`,
    [transaction.kabupatenCode, id],
  );
  return rows.map(({ result }) => result);
}

/** The name of the own kabupaten. */
export async function readKabupatenName(transaction: ReadTransaction): Promise<string> {
  const rows = await transaction.rows<{ name: string }>(
    'own-kabupaten-name',
    'select name from kabupaten where code = $1',
    [transaction.kabupatenCode],
  );
  return rows[0]?.name ?? transaction.kabupatenCode;
}
