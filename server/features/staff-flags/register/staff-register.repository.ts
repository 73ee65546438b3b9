import { newRecordId } from '../../../platform/database/record-id.ts';
import { writeInScope } from '../../../platform/database/scoped.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import type { StaffDesk } from '../staff-flags-deps.ts';

/** What is kept of a member of staff; a field that is left out stays as it is. */
export interface StaffValues {
  readonly name?: string | undefined;
  readonly nip?: string | null | undefined;
  readonly employment?: 'pns' | 'pppk' | 'non-asn' | undefined;
  readonly unit?: string | undefined;
  readonly servicePoint?: string | null | undefined;
  readonly account?: string | null | undefined;
  readonly validTo?: string | null | undefined;
}

/**
 * Adds a member of staff.
 * @returns the id
 * @throws ProblemException 409 when the code is somebody's already
 */
export async function insertStaff(
  desk: StaffDesk,
  code: string,
  validFrom: string,
  values: StaffValues,
): Promise<string> {
  const { kabupatenCode } = desk;
  return writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const known: unknown = await transaction('staff_members')
      .where({ kabupaten_code: kabupatenCode, code })
      .first('id');
    if (known !== undefined) throw new ProblemException(409, 'staff-code-taken', { code });
    const id = newRecordId();
    await transaction('staff_members').insert({
      kabupaten_code: kabupatenCode,
      id,
      code,
      valid_from: validFrom,
      ...columnsOf(values),
    });
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: 'staff-added',
      subject: `staff/${id}`,
      details: { unit: values.unit },
      personal: personalOf(values),
    });
    return { result: id, changed: true };
  });
}

/** Corrects what is kept of a member of staff. @throws ProblemException 404 when there is none */
export async function updateStaff(desk: StaffDesk, id: string, values: StaffValues): Promise<void> {
  const { kabupatenCode } = desk;
  const columns = columnsOf(values);
  await writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const known: unknown = await transaction('staff_members')
      .where({ kabupaten_code: kabupatenCode, id })
      .first('id');
    if (known === undefined) throw new ProblemException(404, 'staff-not-found');
    if (Object.keys(columns).length > 0)
      await transaction('staff_members').where({ kabupaten_code: kabupatenCode, id }).update(columns);
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: 'staff-changed',
      subject: `staff/${id}`,
      details: { fields: Object.keys(columns).length },
      personal: personalOf(values),
    });
    return { result: undefined, changed: true };
  });
}

function columnsOf(values: StaffValues): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries({
      name: values.name,
      nip: values.nip,
      employment: values.employment,
      unit_code: values.unit,
      service_point: values.servicePoint === '' ? null : values.servicePoint,
      user_id: values.account,
      valid_to: values.validTo,
    }).filter(([, value]) => value !== undefined),
  );
}

/** Names are sealed in the trail; the NIP is not put there at all. */
function personalOf({ name }: StaffValues): Record<string, string> {
  return name === undefined ? {} : { name };
}
