/** Stages of the KK and KTP of a kecamatan: checked there, printed by Disdukcapil, handed out there. */
import type { DemoCaseStep } from './demo-rows.ts';
import { knownUntil } from './demo-story.ts';
import { afterWorkingSeconds, isKnown, writeInstant } from './demo-time.ts';
import type { DemoUnit } from './demo-units.ts';
import type { DemoPlace } from './demo-place.ts';
import { simulatedCases } from './service-case-rows.ts';

const PRINTED: readonly string[] = ['kk', 'rekam-ktp', 'cetak-ktp-hilang'];
const PRINTER = 'disdukcapil';

/** Checking takes a quarter of the time the standard leaves, handing out at most half an hour; the rest is printing. */
const CHECKING_SHARE = 0.25;
const HANDING_SHARE = 0.15;
const HANDING_AT_MOST = 1800;

/** The stages of a unit's requests that are known. */
export function* stepRows(unit: DemoUnit, place: DemoPlace): Generator<DemoCaseStep> {
  if (unit.kind !== 'kecamatan' || !place.units.includes(PRINTER)) return;
  const until = knownUntil(unit, place.dates);
  for (const each of simulatedCases(unit, place)) {
    const { row, received, calendar, inSession } = each;
    if (received.day < place.dates.partsFrom || inSession || !PRINTED.includes(row.service)) continue;
    if (row.status === 'dibatalkan' || row.status === 'ditolak') continue;
    const { workingSeconds, pause, availableSeconds } = each;
    const unpaused = workingSeconds - (pause?.workingSeconds ?? 0);
    const checked = CHECKING_SHARE * Math.min(unpaused, availableSeconds);
    const printed = workingSeconds - Math.min(HANDING_AT_MOST, HANDING_SHARE * unpaused);
    const times = [
      received,
      afterWorkingSeconds(calendar, received, checked),
      afterWorkingSeconds(calendar, received, printed),
      each.done,
    ];
    const stages = [
      ['Verifikasi berkas', unit.code],
      ['Pencetakan', PRINTER],
      ['Serah terima', unit.code],
    ] as const;
    for (const [index, [step, stepUnit]] of stages.entries()) {
      const [start, end] = [times[index], times[index + 1]];
      if (start === undefined || end === undefined || !isKnown(start, until)) break;
      yield {
        unit: row.unit,
        number: row.number,
        step,
        stepUnit,
        startedAt: writeInstant(start, place.offset),
        completedAt: isKnown(end, until) ? writeInstant(end, place.offset) : null,
      };
    }
  }
}
