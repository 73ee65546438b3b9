/** What the demo's figures are held to since the beginning of the year, by an invented regulation. */
import type { DemoTarget } from './demo-rows.ts';
import type { DemoPlace } from './demo-place.ts';

type Limit = Pick<DemoTarget, 'level' | 'measure' | 'field' | 'atLeast'>;

const LIMITS: readonly Limit[] = [
  { level: 'kecamatan', measure: 'turnaround', field: 'dueMetShare', atLeast: '90%' },
  { level: null, measure: 'ikm', field: 'score', atLeast: 81.25 },
  { level: null, measure: 'complaints', field: 'resolvedShare', atLeast: '85%' },
];

export function targetRows({ dates: { today } }: DemoPlace): DemoTarget[] {
  const year = today.slice(0, 4);
  return LIMITS.map((limit) => ({
    ...limit,
    unit: null,
    service: null,
    validFrom: `${year}-01-01`,
    validTo: null,
    atMost: null,
    legalBasis: `Perbup 12/${year} (contoh)`,
  }));
}
