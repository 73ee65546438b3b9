import type { IRouter } from 'express';
import { attentionListRoutes, type AttentionListDeps } from './attention/attention.routes.ts';
import { dispositionRoutes } from './dispositions/dispositions.routes.ts';
import { reportingRoutes } from './reporting/reporting.routes.ts';
import { todayRoutes } from './today/today.routes.ts';

/** What leadership looks at first, and what it does about it. */
export function attentionRoutes(router: IRouter, deps: AttentionListDeps): void {
  attentionListRoutes(router, deps);
  dispositionRoutes(router, deps);
  reportingRoutes(router, deps);
  todayRoutes(router, deps);
}
