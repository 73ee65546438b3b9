import type { IsoDate } from '#domain/period/civil-date';
import type { TargetRecord } from '#domain/targets/target-in-force';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';

/** A baseline that a person set for one series. */
export interface BaselineRecord {
  readonly id: string;
  readonly unit: string;
  /** `*`: all together. */
  readonly service: string;
  readonly channel: string;
  readonly measure: string;
  readonly field: string;
  readonly startsOn: IsoDate;
  readonly reason: string;
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
}

/** What people set for the series of a kabupaten. */
export interface SignalSettings {
  readonly targets: readonly TargetRecord[];
  readonly baselines: readonly BaselineRecord[];
}

/** A note at a day. */
export interface AnnotationRecord {
  readonly id: string;
  readonly unit: string;
  readonly service: string;
  readonly measure: string | null;
  readonly day: IsoDate;
  readonly text: string;
  readonly postId: string;
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
}

/** All targets of the kabupaten, and the baselines of the units. */
export async function readSignalSettings(
  transaction: ReadTransaction,
  unitCodes: readonly string[],
): Promise<SignalSettings> {
  const targets = await transaction.rows<{
    unit_code: string;
    unit_kind: string;
    service_code: string;
    measure: string;
    field: string;
    valid_from: string;
    valid_to: string | null;
    at_least: number | null;
    at_most: number | null;
    legal_basis: string | null;
  }>(
    'signal-targets',
    `select unit_code, unit_kind, service_code, measure, field, valid_from, valid_to, at_least, at_most, legal_basis
       from targets where kabupaten_code = $1`,
    [transaction.kabupatenCode],
  );
  const baselines = await transaction.rows<{
    id: string;
    unit_code: string;
    service_code: string;
    channel: string;
    measure: string;
    field: string;
    starts_on: string;
    reason: string;
    post_title: string;
    created_at: Date;
  }>(
    'signal-baselines',
    `select id, unit_code, service_code, channel, measure, field, starts_on, reason, post_title, created_at
       from baselines where kabupaten_code = $1 and unit_code = any($2::text[]) order by starts_on`,
    [transaction.kabupatenCode, unitCodes],
  );
  return {
    targets: targets.map((row) => ({
      unit: row.unit_code,
      unitKind: row.unit_kind,
      service: row.service_code,
      measure: row.measure,
      field: row.field,
      validFrom: row.valid_from,
      validTo: row.valid_to,
      atLeast: row.at_least,
      atMost: row.at_most,
      legalBasis: row.legal_basis,
    })),
    baselines: baselines.map((row) => ({
      id: row.id,
      unit: row.unit_code,
      service: row.service_code,
      channel: row.channel,
      measure: row.measure,
      field: row.field,
      startsOn: row.starts_on,
      reason: row.reason,
      by: row.post_title,
      at: row.created_at.toISOString(),
    })),
  };
}

/**
 * Notes in a period: those of the units, of all services and of the one asked for. With several units the note of each
 * is drawn: those of the unit itself, and of the kabupaten above it.
 */
export async function readAnnotations(
  transaction: ReadTransaction,
  unitCodes: readonly string[],
  service: string | null,
  period: { readonly from: IsoDate; readonly to: IsoDate },
): Promise<AnnotationRecord[]> {
  const rows = await transaction.rows<{
    id: string;
    unit_code: string;
    service_code: string;
    measure: string | null;
    day: string;
    body: string;
    post_id: string;
    post_title: string;
    created_at: Date;
  }>(
    'annotations-of-chart',
    `select id, unit_code, service_code, measure, day, body, post_id, post_title, created_at
       from annotations
      where kabupaten_code = $1 and unit_code = any($2::text[]) and day >= $3::date and day <= $4::date
        and (service_code = '*' or service_code = $5::text)
      order by day, created_at, id`,
    [transaction.kabupatenCode, unitCodes, period.from, period.to, service],
  );
  return rows.map((row) => ({
    id: row.id,
    unit: row.unit_code,
    service: row.service_code,
    measure: row.measure,
    day: row.day,
    text: row.body,
    postId: row.post_id,
    by: row.post_title,
    at: row.created_at.toISOString(),
  }));
}
