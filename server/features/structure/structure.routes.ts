import type { IRouter } from 'express';
import { calendarRoutes } from './calendars/calendars.routes.ts';
import { serviceRoutes } from './services/services.routes.ts';
import { sessionRoutes } from './sessions/sessions.routes.ts';
import type { StructureDeps } from './structure-desk.repository.ts';
import { targetRoutes } from './targets/targets.routes.ts';
import { unitRoutes } from './units/units.routes.ts';

/** What the figures rest on, kept by Bagian Organisasi and administrators: every change has its entry in the trail. */
export function structureRoutes(router: IRouter, deps: StructureDeps): void {
  unitRoutes(router, deps);
  serviceRoutes(router, deps);
  calendarRoutes(router, deps);
  sessionRoutes(router, deps);
  targetRoutes(router, deps);
}
