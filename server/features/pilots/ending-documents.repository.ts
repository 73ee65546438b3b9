import type { Knex } from 'knex';
import { documentStateOn } from '#domain/pilots/document-state';
import type { RoundCall, RoundTask } from '../../platform/startup/daily-round.ts';
import { setKabupatenSql } from '../../platform/database/scoped.ts';
import { sendNotice } from '../../platform/notices/notices.repository.ts';
import { programmeLink } from './pilot-deps.ts';
import { DOCUMENT } from './pilot-notices.ts';

interface EndingDocument {
  readonly id: string;
  readonly title: string;
  readonly valid_from: string;
  readonly valid_to: string;
  readonly programme_id: string;
  readonly programme: string;
}

/** Tells Bagian Organisasi once of every document of a running pilot that ends within 60 days and has no successor. */
export const endingDocuments: RoundTask = {
  name: 'pilot-documents-ending',
  run: (call) => tellEndingDocuments(call),
};

async function tellEndingDocuments({ database, kabupaten, today, now }: RoundCall): Promise<void> {
  await database.transaction(async (transaction) => {
    await transaction.raw(setKabupatenSql(kabupaten.code));
    const documents = await readUntold(transaction, kabupaten.code, today);
    const ending = documents.filter(
      (each) => documentStateOn({ validFrom: each.valid_from, validTo: each.valid_to }, today) === 'ending',
    );
    if (ending.length === 0) return;
    const posts: { id: string }[] = await transaction('posts')
      .select('id')
      .where({ kabupaten_code: kabupaten.code, role: 'organisasi' })
      .whereRaw('(closed_on is null or closed_on > ?::date)', [today]);
    for (const document of ending)
      for (const { id } of posts)
        await sendNotice(transaction, kabupaten.code, {
          to: { post: id },
          kind: 'document-ending',
          params: { programme: document.programme, document: document.title, on: document.valid_to },
          about: { kind: DOCUMENT, id: document.id },
          link: programmeLink(document.programme_id),
          needsAction: false,
          dueOn: document.valid_to,
          at: now,
        });
  });
}

/** Documents with an end ahead that nobody was told of; one that is followed by another of its kind needs no word. */
async function readUntold(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  today: string,
): Promise<EndingDocument[]> {
  const found: { rows: EndingDocument[] } = await transaction.raw(
    `select d.id, d.title, d.valid_from, d.valid_to, d.programme_id, p.name as programme
       from pilot_documents d
       join pilot_programmes p on p.kabupaten_code = :kabupatenCode and p.id = d.programme_id
      where d.kabupaten_code = :kabupatenCode and d.removed_at is null and d.valid_to >= :today::date
        and p.closed_on is null
        and not exists (select 1 from pilot_documents later
                         where later.kabupaten_code = :kabupatenCode and later.programme_id = d.programme_id
                           and later.kind = d.kind and later.removed_at is null and later.valid_from > d.valid_from
                           and (later.valid_to is null or later.valid_to > d.valid_to))
        and not exists (select 1 from notices n
                         where n.kabupaten_code = :kabupatenCode and n.about_kind = :about and n.about_id = d.id::text
                           and n.kind = 'document-ending')
      order by d.valid_to, d.id`,
    { kabupatenCode, today, about: DOCUMENT },
  );
  return found.rows;
}
