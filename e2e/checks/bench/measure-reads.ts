import type { Knex } from 'knex';
import { FROM, TO } from './bench-shape.ts';
import type { BenchClient } from './http-client.ts';
import { median } from './http-client.ts';

const ROUNDS = 300;
const WARM_UP = 60;
export const TRIVIAL = '/api/v1/bench/select-1';

/** Two kinds of request in turn, so that a drifting machine slows both: the ratio of their medians. */
export async function pairedRatio(
  client: BenchClient,
  other: BenchClient,
  path: string,
  otherPath: string,
  rounds = ROUNDS,
  warmUp = WARM_UP,
): Promise<{ ratio: number; ms: number; otherMs: number }> {
  const times: number[] = [];
  const otherTimes: number[] = [];
  for (let round = 0; round < rounds + warmUp; round += 1) {
    const time = await client.time(path);
    const otherTime = await other.time(otherPath);
    if (round < warmUp) continue;
    times.push(time);
    otherTimes.push(otherTime);
  }
  return {
    ratio: round2(median(times) / median(otherTimes)),
    ms: round2(median(times)),
    otherMs: round2(median(otherTimes)),
  };
}

/** A summary of the whole kabupaten over the three years. */
export function summaryPath(): string {
  return `/api/v1/measures/summary?from=${FROM}&to=${TO}`;
}

/** What a BI tool would send for the same figures: one pass over the facts. */
export async function plainGroupBy(owner: Knex, code: string): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const started = performance.now();
    await owner.raw(
      `select count(*) filter (where received_on >= :from and received_on <= :to) as received,
              count(*) filter (where completed_on >= :from and completed_on <= :to and status = 'selesai') as completed,
              count(*) filter (where due_on >= :from and due_on <= :to) as due,
              count(*) filter (where due_on >= :from and due_on <= :to and completed_at <= due_at) as due_met,
              percentile_disc(array[0.5, 0.9]) within group (order by citizen_seconds) filter (where completed_on >= :from and completed_on <= :to),
              percentile_disc(array[0.5, 0.9]) within group (order by official_seconds) filter (where completed_on >= :from and completed_on <= :to)
         from service_cases where kabupaten_code = :code`,
      { code, from: FROM, to: TO },
    );
    times.push(performance.now() - started);
  }
  return median(times);
}

/** Requests a second over 64 connections for `seconds`, taking the paths in turn. */
export async function throughput(
  client: BenchClient,
  paths: readonly string[],
  seconds: number,
): Promise<number> {
  const until = performance.now() + seconds * 1000;
  let done = 0;
  await Promise.all(
    Array.from({ length: 64 }, async (_, lane) => {
      for (let index = lane; performance.now() < until; index += 1) {
        await client.get(paths[index % paths.length] ?? '');
        done += 1;
      }
    }),
  );
  return done / seconds;
}

/** A mix of what screens ask for. */
export function mixedPaths(): string[] {
  const units = ['u1', 'u2', 'u3', 'u4', 'u5'];
  return [
    summaryPath(),
    ...units.map((unit) => `/api/v1/measures/summary?unit=${unit}&from=2025-01-01&to=2025-12-31`),
    `/api/v1/measures/turnaround/series?from=${FROM}&to=${TO}&grain=month`,
    '/api/v1/measures/volume/breakdown?by=unit&from=2025-12-01&to=2025-12-31',
    '/api/v1/measures/matrix?from=2025-12-01&to=2025-12-31',
    '/api/v1/measures/trends?from=2024-01-01&to=2025-12-31',
  ];
}

export function round2(value: number): number {
  return Math.round(value * 100) / 100;
}
