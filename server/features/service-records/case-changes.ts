import type { ServiceCase } from '#contract/service-cases';
import type { Structure } from '../../platform/database/structure.queries.ts';
import type { ChangeRecord } from './case-record.queries.ts';

/** What a file says of a case, as columns of the table and fields of the contract; what is derived from it is left out. */
const FIELDS: Readonly<Record<string, string>> = {
  service_code: 'service',
  channel: 'channel',
  service_point: 'servicePoint',
  received_at: 'receivedAt',
  recorded_at: 'recordedAt',
  completed_at: 'completedAt',
  due_at: 'dueAt',
  status: 'status',
  staff: 'staff',
  visits: 'visits',
  prepared_online: 'preparedOnline',
  fee: 'fee',
};

/**
 * The changes of a case, old → new by field, the newest first. Changes of which nothing may be told are left out.
 * @param withStaff false leaves out who worked on it
 */
export function caseChanges(
  changes: readonly ChangeRecord[],
  structure: Structure,
  withStaff: boolean,
): ServiceCase['changes'] {
  return changes.flatMap(({ changed_at, old_values: before, new_values: after }) => {
    const fields = Object.entries(FIELDS).flatMap(([column, field]) => {
      const [from, to] = [
        textOf(column, before[column], structure),
        textOf(column, after[column], structure),
      ];
      return from === to || (column === 'staff' && !withStaff) ? [] : [{ field, from, to }];
    });
    return fields.length === 0 ? [] : [{ at: changed_at.toISOString(), fields }];
  });
}

/** Names for codes, instants in ISO 8601, `true` and `false`; null for nothing. */
function textOf(column: string, value: unknown, { services, channels }: Structure): string | null {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return null;
  if (column === 'service_code') return services.get(value)?.name ?? value;
  if (column === 'channel') return channels.get(value)?.name ?? value;
  return column.endsWith('_at') ? new Date(value).toISOString() : value;
}
