import type { AuditRow, AuditTrail } from './audit-entries.queries.ts';
import type { AuditNames } from './audit-values.ts';
import { isRecordId, RECORD_ID } from '../../../platform/database/record-id.ts';

const IDS = new RegExp(RECORD_ID, 'g');

/** Reads the names of everything these entries speak of by id or code, with one query a kind. */
export async function readAuditNames(trail: AuditTrail, rows: readonly AuditRow[]): Promise<AuditNames> {
  const { transaction, kabupatenCode } = trail;
  const texts = new Set(rows.flatMap((row) => [...row.subject.split('/'), ...leavesOf(row.details)]));
  // A field of a change may hold an id as well: `holders/<id>/to`.
  const ids = new Set([...texts].flatMap((text) => text.match(IDS) ?? []));
  for (const text of [...texts]) if (isRecordId(text) || text.length > 64) texts.delete(text);
  const people: { id: string; name: string }[] = await transaction('users')
    .whereIn('id', [...ids])
    .select('id', 'name');
  const posts: { id: string; title: string }[] = await transaction('posts')
    .whereIn('id', [...ids])
    .whereRaw('kabupaten_code is not distinct from ?', [kabupatenCode])
    .select('id', 'title');
  const codes = new Map<string, string>();
  const complaints = new Map<string, string>();
  if (kabupatenCode !== null) {
    for (const table of ['channels', 'services', 'units']) {
      const found: { code: string; name: string }[] = await transaction(table)
        .where({ kabupaten_code: kabupatenCode })
        .whereIn('code', [...texts])
        .select('code', 'name');
      for (const { code, name } of found) codes.set(code, name);
    }
    const numbers: { id: string; number: string }[] = await transaction('complaints')
      .where({ kabupaten_code: kabupatenCode })
      .whereIn('id', [...ids])
      .select('id', 'number');
    for (const { id, number } of numbers) complaints.set(id, number);
  }
  return {
    codes,
    complaints,
    people: new Map(people.map(({ id, name }) => [id, name])),
    posts: new Map(posts.map(({ id, title }) => [id, title])),
  };
}

function leavesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(leavesOf);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [];
}
