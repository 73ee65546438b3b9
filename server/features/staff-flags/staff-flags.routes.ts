import type { IRouter } from 'express';
import { conductRoutes } from './conduct/conduct.routes.ts';
import { flagCountRoutes } from './counts/flag-counts.routes.ts';
import { fairnessRoutes } from './fairness/fairness.routes.ts';
import { flagRoutes } from './flags/flags.routes.ts';
import { staffRegisterRoutes } from './register/staff-register.routes.ts';
import { staffRuleRoutes } from './rules/staff-rules.routes.ts';
import type { StaffFlagsDeps } from './staff-flags-deps.ts';

/** Everything about proposals to praise, or to ask for clarification: the life of each, and what it rests on. */
export function staffFlagRoutes(router: IRouter, deps: StaffFlagsDeps): void {
  // Before the proposals themselves, whose address takes any name.
  flagCountRoutes(router, deps);
  flagRoutes(router, deps);
  staffRuleRoutes(router, deps);
  staffRegisterRoutes(router, deps);
  fairnessRoutes(router, deps);
  conductRoutes(router, deps);
}
