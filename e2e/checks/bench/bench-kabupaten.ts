import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import type { Knex } from 'knex';
import { STARTER_SET } from '../../../db/seeds/reference/starter-set.ts';
import { DURATION_EDGES } from '#domain/statistics/duration-buckets';
import { ROLLUP_FAMILIES } from '../../../server/commands/loaders.ts';
import { createKabupaten } from '../../../server/platform/kabupaten/create-kabupaten.repository.ts';
import { rebuildUnitSpans } from '../../../server/platform/database/unit-spans.repository.ts';
import { rebuildFamily } from '../../../server/platform/database/rollups/rollup-writer.repository.ts';
import { CHANNELS, DAYS, SERVICES, UNITS, ZONE } from './bench-shape.ts';
import { FACTS, fillOtherFacts } from './fill-other-facts.ts';
import { raiseDataVersion, setKabupatenSql } from '../../../server/platform/database/scoped.ts';

/** A kabupaten with 24 units, 12 services and 4 channels, and no records. */
export async function makeKabupaten(application: Knex, code: string): Promise<void> {
  await createKabupaten(application, { code, name: `Uji ${code}`, timeZone: ZONE, demo: false }, STARTER_SET);
  await application.transaction(async (transaction) => {
    await transaction.raw(setKabupatenSql(code));
    const named = (count: number, prefix: string) =>
      Array.from({ length: count }, (_, index) => ({
        kabupaten_code: code,
        code: `${prefix}${index + 1}`,
        name: `${prefix.toUpperCase()} ${index + 1}`,
      }));
    await transaction('units').insert(
      named(UNITS, 'u').map((unit) => ({ ...unit, kind: 'skpd', parent_code: code })),
    );
    await transaction('services').insert(named(SERVICES, 's'));
    await transaction('channels').insert(named(CHANNELS, 'c'));
    await transaction('service_standards').insert(
      named(SERVICES, 's').map((service) => ({
        kabupaten_code: code,
        service_code: service.code,
        valid_from: '2015-01-01',
        promise_unit: 'working-days',
        promise_amount: 3,
      })),
    );
    await rebuildUnitSpans(transaction, code);
    await raiseDataVersion(transaction, code, true);
  });
}

/**
 * Fills the facts with `cases` cases spread over the three years, as an import would have left them (a formula of the
 * row number, so that every run has the same), and rolls them up. Written by SQL only because ten million rows are
 * not what is measured here; loading a file is measured on its own.
 */
export async function fillCases(
  owner: Knex,
  code: string,
  cases: number,
  log: (line: string) => void,
): Promise<void> {
  const started = performance.now();
  const step = 1_000_000;
  for (let first = 0; first < cases; first += step) {
    await owner.raw(
      `insert into service_cases (kabupaten_code, id, unit_code, number, service_code, channel, received_at, received_on, completed_at, completed_on,
                                  due_at, due_on, due_source, standard_from, calendar_version, status, visits, citizen_seconds, official_seconds)
       select :code, (lpad(to_hex(i), 12, '0') || '70008000000000000000')::uuid, 'u' || (1 + (h % ${UNITS})), i::text,
              's' || (1 + (h / 24 % ${SERVICES})), 'c' || (1 + (h / 1000 % ${CHANNELS})),
              received, (received at time zone :zone)::date, completed, (completed at time zone :zone)::date,
              due, (due at time zone :zone)::date, 'standard', date '2015-01-01', 1,
              case when completed is null then 'diproses' else 'selesai' end, 1 + (h % 3)::integer,
              case when completed is not null then seconds end, case when completed is not null then seconds / 3 end
         from (
           select i, h, received, seconds, case when h % 50 = 0 then null else received + make_interval(secs => seconds) end as completed,
                  received + interval '5 days' as due
             from (
               select i, h, timestamptz '2023-01-01 00:00+08' + make_interval(secs => (i::bigint * 86400 * ${DAYS} / :cases)) as received,
                      floor(exp(4 + (h % 1000) / 100.0))::bigint as seconds
                 from (select i, ((i::bigint * 2654435761) % 4294967296) / 7 as h from generate_series(:first::bigint, :last::bigint) as i) numbered
             ) timed
         ) judged`,
      { code, zone: ZONE, cases, first, last: Math.min(cases, first + step) - 1 },
    );
    log(
      `${code}: ${Math.min(cases, first + step)} cases written after ${Math.round((performance.now() - started) / 1000)} s`,
    );
  }
  await owner.raw('analyze service_cases');
  await fillOtherFacts(owner, code, cases);
  log(
    `${code}: complaints, surveys, stages and pauses after ${Math.round((performance.now() - started) / 1000)} s`,
  );
  await owner.transaction(async (transaction) => {
    await transaction.raw(`${setKabupatenSql(code)}; set local work_mem = '256MB'; set local jit = off`);
    for (const family of ROLLUP_FAMILIES)
      await rebuildFamily(transaction, family, { kabupaten: code, zone: ZONE, edges: DURATION_EDGES });
    await raiseDataVersion(transaction, code, false);
  });
  for (const { table } of ROLLUP_FAMILIES) await owner.raw(`vacuum analyze ${table}`);
  for (const table of FACTS) await owner.raw(`vacuum analyze ${table}`);
  log(`${code}: rolled up after ${Math.round((performance.now() - started) / 1000)} s`);
}

/** A file of service cases as an office would export it: a year of them. */
export async function writeCaseFile(path: string, rows: number): Promise<void> {
  const out = createWriteStream(path);
  out.write('nomor;unit;layanan;kanal;diterima;selesai;status;petugas;kunjungan;biaya\n');
  let chunk = '';
  for (let index = 0; index < rows; index += 1) {
    const hash = Math.imul(index, 2_654_435_761) >>> 0;
    const received = Date.UTC(2024, 0, 1) + Math.floor((index * 366 * 86_400_000) / rows);
    const seconds = Math.floor(Math.exp(4 + ((hash >>> 3) % 1000) / 100));
    const open = hash % 50 === 0;
    chunk += `B-${index};u${1 + (hash % UNITS)};s${1 + ((hash >>> 5) % SERVICES)};c${1 + ((hash >>> 10) % CHANNELS)};${local(received)};`;
    chunk += `${open ? '' : local(received + seconds * 1000)};${open ? 'diproses' : 'selesai'};P-${hash % 97};${1 + (hash % 3)};0\n`;
    if (chunk.length > 1 << 16) {
      if (!out.write(chunk)) await once(out, 'drain');
      chunk = '';
    }
  }
  out.end(chunk);
  await once(out, 'finish');
}

function local(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ');
}
