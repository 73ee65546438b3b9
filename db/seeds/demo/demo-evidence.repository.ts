import type { Knex } from 'knex';
import type { EvidenceOf } from '#contract/evidence';
import type { Role } from '#domain/permissions';
import { setKabupatenSql } from '../../../server/platform/database/scoped.ts';
import type { DemoDesk } from './demo-desk.ts';
import type { DemoKabupaten } from './demo-kabupaten.ts';
import { demoPaper } from './demo-paper.ts';

/** So many papers are enough to show what they are for. */
const MOST_PAPERS = 6;

interface Proved {
  readonly about: EvidenceOf;
  readonly id: string;
  readonly title: string;
  readonly post_id: string;
  readonly post_title: string;
  readonly role: Role;
  readonly unit_code: string | null;
  readonly at: Date;
}

/**
 * Gives the demo's finished milestones and followed-up recommendations their papers, from the posts that reported them;
 * nothing when there are some already.
 */
export async function seedDemoEvidence(
  application: Knex,
  kabupaten: DemoKabupaten,
  desk: DemoDesk,
): Promise<void> {
  await application.transaction(async (transaction) => {
    await transaction.raw(setKabupatenSql(kabupaten.code));
    const present: unknown[] = await transaction('evidence_links')
      .select(transaction.raw('1'))
      .where({ kabupaten_code: kabupaten.code })
      .limit(1);
    if (present.length > 0) return;
    for (const [index, thing] of (await readProved(transaction, kabupaten.code)).entries()) {
      const { about, id, title, at } = thing;
      const post = {
        id: thing.post_id,
        title: thing.post_title,
        role: thing.role,
        unitCode: thing.unit_code,
        holder: null,
      };
      await desk.giveEvidence(
        { transaction, kabupatenCode: kabupaten.code, post, at: at.toISOString() },
        {
          about,
          id,
          fileName: `Berita acara ${String(index + 1)}.pdf`,
          note: 'DATA CONTOH – berkas ini dibuat untuk peragaan.',
          content: demoPaper([title, `Dilaporkan oleh ${thing.post_title}`]),
        },
      );
    }
  });
}

/** What was reported as done, of either kind. */
async function readProved(transaction: Knex.Transaction, kabupatenCode: string): Promise<Proved[]> {
  const found: { rows: Proved[] } = await transaction.raw(
    `(select 'milestone' as about, m.id, m.title, r.post_id, p.title as post_title, p.role, p.unit_code,
             r.created_at as at
        from pilot_milestones m
        join milestone_reports r on r.kabupaten_code = m.kabupaten_code and r.milestone_id = m.id
        join posts p on p.kabupaten_code = r.kabupaten_code and p.id = r.post_id
       where m.kabupaten_code = :code and r.kabupaten_code = :code and p.kabupaten_code = :code
         and r.done_share = 1 and m.removed_at is null
       order by r.created_at desc, m.id limit :most)
     union all
     (select 'recommendation', a.id, a.body, s.post_id, p.title, p.role, p.unit_code, s.created_at
        from audit_recommendations a
        join recommendation_steps s on s.kabupaten_code = a.kabupaten_code and s.recommendation_id = a.id
        join posts p on p.kabupaten_code = s.kabupaten_code and p.id = s.post_id
       where a.kabupaten_code = :code and s.kabupaten_code = :code and p.kabupaten_code = :code
         and s.kind = 'action'
       order by s.created_at desc, a.id limit :most)`,
    { code: kabupatenCode, most: MOST_PAPERS },
  );
  return found.rows;
}
