import { inject } from '@angular/core';
import { type Distribution, distributionSchema } from '#contract/measures';
import {
  type Ageing,
  type Pauses,
  type ServiceHours,
  type Stages,
  ageingSchema,
  pausesSchema,
  serviceHoursSchema,
  stagesSchema,
} from '#contract/service-figures';
import { type Live, liveResource } from '../../core/live-resource.ts';
import { Selection } from '../../core/selection.ts';

export type { Ageing, Distribution, Pauses, ServiceHours, Stages };
export type Clock = Distribution['clock'];

/** Whose desk the time of the selection was on. */
export function liveStages(): Live<Stages> {
  const selection = inject(Selection);
  return liveResource(() => ({ path: '/service-stages', query: selection.query() }), stagesSchema, 'below');
}

/** Why the official clock stood still. */
export function livePauses(): Live<Pauses> {
  const selection = inject(Selection);
  return liveResource(() => ({ path: '/service-pauses', query: selection.query() }), pausesSchema, 'below');
}

/** When the counters of the selection were open. */
export function liveServiceHours(): Live<ServiceHours> {
  const selection = inject(Selection);
  return liveResource(
    () => ({ path: '/service-hours', query: selection.query() }),
    serviceHoursSchema,
    'below',
  );
}

/** What is open, by age. */
export function liveAgeing(): Live<Ageing> {
  const selection = inject(Selection);
  return liveResource(() => ({ path: '/service-ageing', query: selection.query() }), ageingSchema, 'below');
}

/** How long completed cases took, by one of the two clocks. */
export function liveDistribution(clock: () => Clock): Live<Distribution> {
  const selection = inject(Selection);
  return liveResource(
    () => ({ path: '/measures/turnaround/distribution', query: { ...selection.query(), clock: clock() } }),
    distributionSchema,
    'below',
  );
}
