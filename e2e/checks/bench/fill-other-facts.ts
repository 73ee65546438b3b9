import type { Knex } from 'knex';
import { CHANNELS, DAYS, SERVICES, UNITS, ZONE } from './bench-shape.ts';

/** The tables of the facts; the cases come first. */
export const FACTS = ['service_cases', 'complaints', 'survey_responses', 'case_steps', 'case_pauses'];

/** Cases for one complaint, one survey response, one case with stages and one with a pause. */
const CASES_PER = { complaint: 10, response: 5, staged: 5, paused: 20 };

/** Of whatever the number of a row: the same in every run, and spread evenly. */
const HASH = '((i::bigint * 2654435761) % 4294967296) / 7';

/** The instant of row `i` of `:rows`, spread over the three years. */
const INSTANT = `(timestamptz '2023-01-01 00:00+08' + make_interval(secs => (i::bigint * 86400 * ${DAYS} / :rows)))`;

/**
 * Complaints, surveys, stages and pauses beside `cases` cases, as imports would have left them. Complaints are about a
 * water pipe, a road, a card or a fee; one in thirty is open to this day.
 */
export async function fillOtherFacts(owner: Knex, code: string, cases: number): Promise<void> {
  const given = (rows: number) => ({ code, zone: ZONE, rows: Math.max(Math.floor(rows), 1) });
  await owner.raw(
    `insert into complaints (kabupaten_code, id, unit_code, number, service_code, channel, class, category, body,
                             received_at, received_on, first_response_at, resolved_at, due_at, due_source, status, followed_up,
                             reopened, settled_at, calendar_version, escalates_at, escalates_top_at, response_seconds, resolution_seconds)
     select :code, (lpad(to_hex(i), 12, '0') || '70008000000000000001')::uuid, 'u' || (1 + (h % ${UNITS})), 'A-' || i,
            's' || (1 + (h / 24 % ${SERVICES})), 'c' || (1 + (h / 1000 % ${CHANNELS})),
            (array['tidak-berkadar-pengawasan', 'permintaan-informasi', 'aspirasi', 'berkadar-pengawasan'])[1 + least(h / 50 % 20, 3)],
            category, 'Mohon ditindaklanjuti: ' || lower(category) || ' di RT ' || (h % 40) || ' belum diperbaiki sejak minggu lalu',
            received, (received at time zone :zone)::date, answered, resolved, due, 'class',
            case when resolved is not null then 'selesai' when answered is not null then 'ditindaklanjuti' else 'diterima' end,
            answered is not null, false, greatest(received, answered, coalesce(resolved, due), received + interval '5 days'),
            1, received + interval '5 days', received + interval '12 days', 20000, case when resolved is not null then seconds / 4 end
       from (
         select t.*, (array['Air bersih', 'Jalan rusak', 'KTP belum jadi', 'Retribusi'])[1 + (h / 7 % 4)] as category,
                received + interval '14 days' as due,
                case when h % 30 <> 0 then received + make_interval(secs => seconds) end as resolved,
                case when h % 60 <> 0 then received + make_interval(secs => least(seconds, 200000)) end as answered
           from (
             select i, h, ${INSTANT} as received, floor(exp(9 + (h % 1000) / 200.0))::bigint as seconds
               from (select i, ${HASH} as h from generate_series(1, :rows::bigint) as i) numbered
           ) t
       ) timed`,
    given(cases / CASES_PER.complaint),
  );
  await owner.raw(
    `insert into survey_responses (kabupaten_code, id, unit_code, service_code, instrument, responded_on, number, answers, suggestion)
     select :code, (lpad(to_hex(i), 12, '0') || '70008000000000000002')::uuid, 'u' || (1 + (h % ${UNITS})),
            's' || (1 + (h / 24 % ${SERVICES})), 'permenpanrb-14-2017', (${INSTANT} at time zone :zone)::date,
            'S-' || i, array(select (3 + ((h / (7 * u)) % 5 > 0)::integer - ((h / (3 * u)) % 11 = 0)::integer)::smallint
                               from generate_series(1, 9) as u), case when h % 9 = 0 then 'Antrean lama' end
       from (select i, ${HASH} as h from generate_series(1, :rows::bigint) as i) numbered`,
    given(cases / CASES_PER.response),
  );
  await owner.raw(
    `insert into case_steps (kabupaten_code, id, unit_code, number, step, step_unit, started_at, completed_at, completed_on, service_code, official_seconds)
     select :code, (lpad(to_hex(i * 2 + part), 12, '0') || '70008000000000000003')::uuid, c.unit_code, c.number,
            (array['Verifikasi', 'Tanda tangan'])[part], (array[c.unit_code, 'u1'])[part], started, started + length, ((started + length) at time zone :zone)::date,
            c.service_code, c.official_seconds / 2
       from (select i from generate_series(1, :rows::bigint) as i) numbered
       join service_cases c on c.kabupaten_code = :code and c.id = (lpad(to_hex(i * ${CASES_PER.staged}), 12, '0') || '70008000000000000000')::uuid
       cross join generate_series(1, 2) as part
       cross join lateral (select (c.completed_at - c.received_at) / 2 as length, c.received_at + (part - 1) * (c.completed_at - c.received_at) / 2 as started) as own
      where c.completed_at is not null`,
    given(cases / CASES_PER.staged),
  );
  await owner.raw(
    `insert into case_pauses (kabupaten_code, id, unit_code, number, started_at, started_on, ended_at, reason, service_code, working_seconds)
     select :code, (lpad(to_hex(i), 12, '0') || '70008000000000000004')::uuid, c.unit_code, c.number, c.received_at, c.received_on,
            c.completed_at, (array['berkas-kurang', 'menunggu-pembayaran', 'gangguan-sistem'])[1 + (i % 3)], c.service_code, c.official_seconds
       from (select i from generate_series(1, :rows::bigint) as i) numbered
       join service_cases c on c.kabupaten_code = :code and c.id = (lpad(to_hex(i * ${CASES_PER.paused}), 12, '0') || '70008000000000000000')::uuid`,
    given(cases / CASES_PER.paused),
  );
  for (const table of FACTS.slice(1)) await owner.raw(`analyze ${table}`);
}
