import type { ReadTransaction } from '../../platform/database/scoped.ts';

export type PilotEvidenceKind = 'milestone' | 'pilot-obstacle' | 'pilot-document' | 'pilot-visit';

/** What evidence is about, as far as its title and the rights over it need. */
export interface EvidencePlace extends Record<string, unknown> {
  readonly programme_id: string;
  readonly number: string | null;
  readonly title: string;
  readonly owner_post: string | null;
  readonly help_post: string | null;
}

const NOBODY = 'null::uuid as owner_post, null::uuid as help_post';
const QUERIES: Readonly<Record<PilotEvidenceKind, string>> = {
  milestone: `select programme_id, number, title, ${NOBODY} from pilot_milestones
    where kabupaten_code = $1 and id = $2::uuid and removed_at is null`,
  'pilot-obstacle': `select programme_id, null as number, kind as title, owner_post, help_post from pilot_obstacles
    where kabupaten_code = $1 and id = $2::uuid`,
  'pilot-document': `select programme_id, number, title, ${NOBODY} from pilot_documents
    where kabupaten_code = $1 and id = $2::uuid and removed_at is null`,
  'pilot-visit': `select programme_id, null as number, to_char(visited_on, 'DD-MM-YYYY') as title, ${NOBODY}
     from pilot_visits where kabupaten_code = $1 and id = $2::uuid`,
};

/** Null when there is no such thing, or it was removed. */
export async function findPlaceOfEvidence(
  transaction: ReadTransaction,
  kind: PilotEvidenceKind,
  id: string,
): Promise<EvidencePlace | null> {
  const rows = await transaction.rows<EvidencePlace>(`evidence-of-${kind}`, QUERIES[kind], [
    transaction.kabupatenCode,
    id,
  ]);
  return rows[0] ?? null;
}
