import type { Served } from './bench-servers.ts';
import { FROM, TO } from './bench-shape.ts';
import { median, type BenchClient } from './http-client.ts';
import { pairedRatio, round2, summaryPath, TRIVIAL } from './measure-reads.ts';

const ROUNDS = 15;
const WARM_UP = 3;

const MONTH = 'from=2025-12-01&to=2025-12-31';
const YEARS = `from=${FROM}&to=${TO}`;

/** What screens ask for beside the figures: each is answered from the database, nothing from memory. */
const PATHS: Readonly<Record<string, string>> = {
  attention: '/api/v1/attention',
  today: '/api/v1/today',
  matrix: `/api/v1/measures/matrix?${MONTH}`,
  multiples: `/api/v1/measures/turnaround/multiples?${YEARS}&grain=month`,
  ageing: `/api/v1/service-ageing?${MONTH}`,
  complaintBacklog: `/api/v1/complaint-backlog?${MONTH}`,
  casesOfAMonth: `/api/v1/service-cases?${MONTH}&count=turnaround.due&sort=due`,
  casesOfAllYears: `/api/v1/service-cases?${YEARS}&count=volume.completed`,
  complaintsOpen: `/api/v1/complaints?${YEARS}&count=complaints.open&sort=due`,
  complaintSearch: '/api/v1/complaints?search=jalan+rusak',
  caseSearch: '/api/v1/service-cases?search=99999',
};

/**
 * The heavier screens against the trivial route, and the matrix against a summary. The list of exceptions is measured
 * three times: with nothing in memory, a minute later (judged months are kept, the answer is not), and asked for again.
 */
export async function measureScreens(
  cached: Served,
  clients: { readonly large: BenchClient; readonly trivial: BenchClient; readonly warm: BenchClient },
): Promise<Record<string, unknown>> {
  const { large, trivial, warm } = clients;
  const uncached: Record<string, unknown> = {};
  for (const [name, path] of Object.entries(PATHS))
    uncached[name] = await pairedRatio(large, trivial, path, TRIVIAL, ROUNDS, WARM_UP);
  const attention = PATHS['attention'] ?? '';
  await warm.get(attention);
  const minuteLater: number[] = [];
  const again: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    cached.tick();
    minuteLater.push(await warm.time(attention));
    again.push(await warm.time(attention));
  }
  return {
    screensToTrivial: uncached,
    attentionInMemory: {
      minuteLaterMs: round2(median(minuteLater)),
      againMs: round2(median(again)),
    },
    matrixToSummary: await pairedRatio(large, large, PATHS['matrix'] ?? '', summaryPath(), ROUNDS, WARM_UP),
  };
}
