import type { Knex } from 'knex';
import {
  changesOversightComplaints,
  OVERSIGHT_CLASS,
  readsConfidentialReporters,
} from '#domain/complaints/visibility';
import type { LoadContext, RowFault } from '../../platform/database/dataset-loader.ts';

/** Changes that are recorded one by one, of one load; the rest are counted. */
export const RECORDED_AT_MOST = 200;

/** What changed on complaints that were there: the first {@link RECORDED_AT_MOST} by number, and how many in all. */
export interface ProtectionChanges {
  readonly first: readonly {
    readonly complaint_id: string;
    readonly unit_code: string;
    readonly before: string | boolean | null;
    readonly after: string | boolean | null;
  }[];
  readonly total: number;
}

export const NO_CHANGES: ProtectionChanges = { first: [], total: 0 };

/**
 * The same words whether the complaint is one the role may not know of, or its reporter one it may not write about: what
 * is refused must not tell which.
 */
const IN_USE: RowFault = {
  column: 'nomor',
  code: 'number-in-use',
  message:
    'nomor ini sudah dipakai dan tidak dapat diubah dari sini; kosongkan kolom pelapor bila terisi, atau hubungi Diskominfo.',
};

/**
 * Takes rows out of the stage that would change a complaint of suspected abuse, or tell of a reporter who is kept secret
 * from the role. An equal row is refused as well: otherwise it would confirm what it says.
 */
export async function refuseProtected(
  transaction: Knex.Transaction,
  { role, kabupatenCode }: LoadContext,
): Promise<ReadonlyMap<number, RowFault>> {
  const conditions =
    role === null
      ? []
      : [
          ...(changesOversightComplaints(role) ? [] : ['f.class = :oversight']),
          ...(readsConfidentialReporters(role)
            ? []
            : [
                '(r.confidential and (s.confidential = false or coalesce(s.reporter_name, s.reporter_contact, s.reporter_nik) is not null))',
              ]),
        ];
  if (conditions.length === 0) return new Map();
  const refused: { rows: { row_number: number }[] } = await transaction.raw(
    `delete from stage_rows s
      using complaints f
       left join complaint_reporters r on r.kabupaten_code = :kabupaten and r.complaint_id = f.id
      where f.kabupaten_code = :kabupaten and f.unit_code = s.unit_code and f.number = s.number
        and (${conditions.join(' or ')})
     returning s.row_number`,
    { kabupaten: kabupatenCode, oversight: OVERSIGHT_CLASS },
  );
  return new Map(refused.rows.map((row) => [row.row_number, IN_USE]));
}

/** Complaints whose class the decided rows change. */
export async function listClassChanges(
  transaction: Knex.Transaction,
  context: LoadContext,
): Promise<ProtectionChanges> {
  if (!context.keep || !context.presentFields.has('class')) return NO_CHANGES;
  const { rows }: { rows: (ProtectionChanges['first'][number] & { total: number })[] } =
    await transaction.raw(
      `select existing_id as complaint_id, unit_code, old_class as before, class as after, count(*) over () as total
       from decided_rows where decision = 'c' and class is distinct from old_class
      order by unit_code, number limit ${RECORDED_AT_MOST}`,
    );
  return { first: rows, total: rows[0]?.total ?? 0 };
}

/** Puts changes of class and of the reporters' secrecy on record, old → new. */
export function recordChanges(
  context: LoadContext,
  classes: ProtectionChanges,
  secrecy: ProtectionChanges,
): void {
  const details = ({ unit_code, before, after }: ProtectionChanges['first'][number]) => ({
    unit: unit_code,
    before,
    after,
    import: context.importId,
  });
  const events = [
    ...secrecy.first.map((change) => ({
      action: 'reporter-secrecy-changed',
      subject: `complaints/${change.complaint_id}`,
      details: details(change),
    })),
    ...classes.first.map((change) => ({
      action: 'complaint-class-changed',
      subject: `complaints/${change.complaint_id}`,
      details: details(change),
    })),
  ].slice(0, RECORDED_AT_MOST);
  for (const event of events) context.record(event);
  const rest = classes.total + secrecy.total - events.length;
  if (rest > 0)
    context.record({
      action: 'complaints-reclassified',
      subject: context.importId === null ? 'datasets/complaints' : `imports/complaints/${context.importId}`,
      details: { count: rest },
    });
}
