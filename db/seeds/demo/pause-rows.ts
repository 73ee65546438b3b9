import type { DemoPlace } from './demo-place.ts';
import type { DemoCasePause } from './demo-rows.ts';
import { knownUntil } from './demo-story.ts';
import { isKnown, writeInstant } from './demo-time.ts';
import type { DemoUnit } from './demo-units.ts';
import { simulatedCases } from './service-case-rows.ts';

/** The pauses of a unit's requests that are known. */
export function* pauseRows(unit: DemoUnit, place: DemoPlace): Generator<DemoCasePause> {
  if (unit.kind !== 'kecamatan') return;
  const until = knownUntil(unit, place.dates);
  for (const { row, pause } of simulatedCases(unit, place)) {
    if (pause === null || !isKnown(pause.start, until)) continue;
    yield {
      unit: row.unit,
      number: row.number,
      startedAt: writeInstant(pause.start, place.offset),
      endedAt: isKnown(pause.end, until) ? writeInstant(pause.end, place.offset) : null,
      reason: pause.reason,
      told: true,
    };
  }
}
