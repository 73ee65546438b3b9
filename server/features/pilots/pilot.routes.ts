import type { IRouter } from 'express';
import { accelerationRoutes } from './acceleration/acceleration.routes.ts';
import { milestoneRoutes } from './milestones/milestone.routes.ts';
import type { PilotDeps } from './pilot-deps.ts';
import { programmeRoutes } from './programmes/programme.routes.ts';
import { surroundingRoutes } from './surroundings/surrounding.routes.ts';

/** Programmes of pilot SKPD: their milestones, what stands in their way, and what they changed. */
export function pilotRoutes(router: IRouter, deps: PilotDeps): void {
  programmeRoutes(router, deps);
  milestoneRoutes(router, deps);
  surroundingRoutes(router, deps);
  accelerationRoutes(router, deps);
}
