import { newRecordId } from '../../../platform/database/record-id.ts';
import { writeInScope } from '../../../platform/database/scoped.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import type { StaffDesk } from '../staff-flags-deps.ts';
import { ALL } from './fairness.queries.ts';

export interface NewRemotePost {
  readonly unit: string;
  readonly servicePoint: string | null;
  readonly legalBasis: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Puts a post on the list of remote posts. @returns its id */
export async function insertRemotePost(desk: StaffDesk, post: NewRemotePost): Promise<string> {
  const { kabupatenCode } = desk;
  return writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const id = newRecordId();
    await transaction('remote_posts').insert({
      kabupaten_code: kabupatenCode,
      id,
      unit_code: post.unit,
      service_point: post.servicePoint === '' ? null : post.servicePoint,
      legal_basis: post.legalBasis,
      valid_from: post.validFrom,
      valid_to: post.validTo,
    });
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: 'remote-post-added',
      subject: `remote-posts/${id}`,
      details: { unit: post.unit, legalBasis: post.legalBasis, from: post.validFrom },
    });
    // Proposals rest on it: they are looked at again.
    return { result: id, changed: true };
  });
}

/**
 * Ends a remote post; the day is the first on which it is none any more.
 * @throws ProblemException 404 when there is none, 400 for a day before it began
 */
export async function endRemotePostOn(desk: StaffDesk, id: string, validTo: string): Promise<void> {
  const { kabupatenCode } = desk;
  await writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const post: { unit_code: string; valid_from: string } | undefined = await transaction('remote_posts')
      .where({ kabupaten_code: kabupatenCode, id })
      .first('unit_code', 'valid_from');
    if (post === undefined) throw new ProblemException(404, 'remote-post-not-found');
    if (validTo < post.valid_from)
      throw new ProblemException(400, 'period-reversed', { from: post.valid_from, to: validTo });
    await transaction('remote_posts')
      .where({ kabupaten_code: kabupatenCode, id })
      .update({ valid_to: validTo });
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: 'remote-post-ended',
      subject: `remote-posts/${id}`,
      details: { unit: post.unit_code, to: validTo },
    });
    return { result: undefined, changed: true };
  });
}

export interface NewOutage {
  readonly system: string;
  readonly unit: string | null;
  readonly service: string | null;
  readonly from: string;
  readonly to: string;
  readonly note: string | null;
}

/** Records an outage: cases that waited for it count for nobody. @returns its id */
export async function insertOutage(desk: StaffDesk, outage: NewOutage): Promise<string> {
  const { kabupatenCode } = desk;
  return writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const id = newRecordId();
    await transaction('system_outages').insert({
      kabupaten_code: kabupatenCode,
      id,
      system: outage.system,
      unit_code: outage.unit ?? ALL,
      service_code: outage.service ?? ALL,
      started_at: outage.from,
      ended_at: outage.to,
      note: outage.note === '' ? null : outage.note,
      post_title: desk.postTitle,
    });
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: 'outage-recorded',
      subject: `system-outages/${id}`,
      details: { system: outage.system, from: outage.from, to: outage.to },
    });
    return { result: id, changed: true };
  });
}

/**
 * Moves the end of the trial period. @throws ProblemException 404 when the kabupaten never had one, 400 for a day before
 * it began
 */
export async function moveTrialEnd(desk: StaffDesk, endsOn: string, reason: string): Promise<void> {
  const { kabupatenCode } = desk;
  await writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const trial: { starts_on: string; ends_on: string } | undefined = await transaction('trial_periods')
      .where({ kabupaten_code: kabupatenCode })
      .first('starts_on', 'ends_on');
    if (trial === undefined) throw new ProblemException(404, 'trial-not-found');
    if (endsOn < trial.starts_on)
      throw new ProblemException(400, 'period-reversed', { from: trial.starts_on, to: endsOn });
    await transaction('trial_periods')
      .where({ kabupaten_code: kabupatenCode })
      .update({ ends_on: endsOn, reason, post_title: desk.postTitle });
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: 'trial-period-set',
      subject: `kabupaten/${kabupatenCode}`,
      details: {
        changes: [{ field: 'endsOn', before: trial.ends_on, after: endsOn }],
        reason,
        to: endsOn,
      },
    });
    return { result: undefined, changed: true };
  });
}
