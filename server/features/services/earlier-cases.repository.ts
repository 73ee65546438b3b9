import type { EarlierFacts } from '../../platform/database/rollups/renew-rollups.repository.ts';
import { rederiveCases } from './derive-cases.repository.ts';

/**
 * Late entries among the cases that were recorded before version 2 could tell them: those recorded after completion, or
 * on a later day. Every other case is derived when it changes; verdicts stay as they are.
 */
export const earlierCases: EarlierFacts = async (transaction, { kabupaten, zone }) => {
  await rederiveCases(
    transaction,
    { kabupatenCode: kabupaten, timeZone: zone, keep: false },
    transaction.raw(
      `select unit_code, number from service_cases
        where kabupaten_code = ? and not late_entry
          and (recorded_at >= completed_at or recorded_at > received_at + interval '1 day')`,
      [kabupaten],
    ),
  );
};
