import type { Knex } from 'knex';
import { setKabupatenSql } from '../../../server/platform/database/scoped.ts';
import type { LoadDemoRows } from './seed-demo.ts';

/**
 * Loads like an import in that all rows of a call are there afterwards; of each dataset one row is enough where the demo
 * itself is looked at.
 *
 * @param loaded gets a line for each call
 */
export function loadOneRow(application: Knex, loaded: string[]): LoadDemoRows {
  return async (kabupatenCode, dataset, rows) => {
    const [first] = rows;
    await application.transaction(async (transaction) => {
      await transaction.raw(setKabupatenSql(kabupatenCode));
      const key = {
        kabupaten_code: kabupatenCode,
        id: crypto.randomUUID(),
        unit_code: first?.unit ?? '',
        number: first && 'number' in first ? first.number : '',
      };
      const at = {
        received_at: '2026-11-02T09:00:00+08:00',
        received_on: '2026-11-02',
        channel: 'web',
        service_code: 'kk',
        status: 'diterima',
      };
      if (dataset === 'service-cases') await transaction('service_cases').insert({ ...key, ...at });
      else if (dataset === 'complaints') {
        await transaction('complaints').insert({
          ...key,
          ...at,
          class: 'normatif',
          followed_up: false,
          reopened: false,
          settled_at: at.received_at,
        });
      } else if (dataset === 'survey-responses') {
        await transaction('survey_responses').insert({
          ...key,
          service_code: 'kk',
          instrument: 'permenpanrb-14-2017',
          responded_on: '2026-11-02',
          answers: [3, 3, 3, 3, 3, 3, 3, 3, 3],
        });
      } else if (dataset === 'extra-sessions') {
        const session = { service_code: '*', day: '2026-11-01', opens: 9 * 3600, closes: 11 * 3600 };
        const { kabupaten_code, id, unit_code } = key;
        await transaction('extra_sessions').insert({ kabupaten_code, id, unit_code, ...session });
      } else if (dataset === 'targets') {
        await transaction('targets').insert({
          kabupaten_code: kabupatenCode,
          id: key.id,
          unit_code: '*',
          unit_kind: '*',
          service_code: '*',
          measure: 'ikm',
          field: 'score',
          valid_from: '2026-01-01',
          at_least: 81.25,
        });
      } else {
        const part = { ...key, service_code: 'kk', started_at: at.received_at };
        if (dataset === 'pauses')
          await transaction('case_pauses').insert({
            ...part,
            started_on: at.received_on,
            reason: 'berkas-kurang',
          });
        else
          await transaction('case_steps').insert({ ...part, step: 'Pencetakan', step_unit: 'disdukcapil' });
      }
    });
    loaded.push(`${kabupatenCode} ${dataset}`);
  };
}
