import type { IRouter } from 'express';
import { readDistribution } from '#contract/measures';
import type { RouteDescriptor } from '#contract/route';
import { readAgeing, readPauses, readServiceHours, readStages } from '#contract/service-figures';
import { bindRoute, type RouteCall } from '../../../platform/http/bind-route.ts';
import { ageingOf } from './ageing.ts';
import { distributionOf } from './distribution.ts';
import type { SelectedServices } from './selected-services.ts';
import { serviceHoursOf } from './service-hours.ts';
import { pausesOf, stagesOf } from './stages-and-pauses.ts';

/** What a call may select by. */
export interface ServiceSelection {
  readonly unit?: string | undefined;
  readonly service?: string | undefined;
  readonly channel?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface ServiceFigureDeps {
  /**
   * Answers a call as the measures are answered: the selection checked against the caller's scope, an ETag over all the
   * answer depends on (`extra` too), the answer from the cache or computed.
   */
  readonly answer: (
    call: RouteCall<RouteDescriptor>,
    query: ServiceSelection,
    extra: readonly string[],
    compute: (selected: SelectedServices) => Promise<unknown>,
  ) => Promise<undefined>;
}

/** Routes that tell where a figure of the services comes from: stages, pauses, hours, ages, spread. */
export function serviceFigureRoutes(router: IRouter, { answer }: ServiceFigureDeps): void {
  bindRoute(router, readStages, (call) => answer(call, call.query, [], stagesOf));
  bindRoute(router, readPauses, (call) =>
    answer(call, call.query, [], (selected) => pausesOf(selected, call.language)),
  );
  bindRoute(router, readServiceHours, (call) =>
    answer(call, call.query, [], (selected) => serviceHoursOf(selected, call.language)),
  );
  bindRoute(router, readAgeing, (call) => answer(call, call.query, [], ageingOf));
  bindRoute(router, readDistribution, (call) => {
    const { clock } = call.query;
    return answer(call, call.query, [clock], (selected) => distributionOf(selected, clock));
  });
}
