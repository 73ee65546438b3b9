import type { Distribution } from '#contract/measures';
import { DEFINITIONS_VERSION } from '#domain/measures';
import { durationClasses, type DurationClock } from '#domain/turnaround/duration-classes';
import { NO_CASES } from '#domain/turnaround/service-figures';
import { readServiceTallies } from '../service-figures.queries.ts';
import { frameOf, requestOf, type SelectedServices } from './selected-services.ts';

/**
 * How long the completed cases of the period took. The classes are parts of a figure that is shown or hidden as a whole:
 * "2 of 60 took more than ten days" is about the unit.
 */
export async function distributionOf(
  selected: SelectedServices,
  clock: DurationClock,
): Promise<Distribution> {
  const { transaction, selection } = selected;
  const frame = { clock, ...frameOf(selected), definitionsVersion: DEFINITIONS_VERSION };
  const { groups } = await selected.veil();
  if (groups.has('services'))
    return { ...frame, completed: null, approximate: false, items: [], suppressed: true };
  const tallies = await readServiceTallies(transaction, requestOf(selected, selection.period));
  const tally = tallies.get('')?.[0] ?? NO_CASES;
  const { classes, approximate } = durationClasses(tally[clock], clock);
  return { ...frame, completed: tally.completed, approximate, items: [...classes] };
}
