import type { IRouter } from 'express';
import { addCalendar, changeCalendarOf, listCalendars } from '#contract/structure/calendars';
import { readInScope } from '../../../platform/database/scoped.ts';
import { bindRoute, tenantScopeOf } from '../../../platform/http/bind-route.ts';
import { changeStructure, type StructureDeps } from '../structure-desk.repository.ts';
import { readHolidays, readKeptCalendars } from './calendars.queries.ts';
import { insertKeptCalendar, updateKeptCalendar } from './calendars.repository.ts';

/** Calendars: opening hours, local closures, and in which versions. */
export function calendarRoutes(router: IRouter, deps: StructureDeps): void {
  bindRoute(router, listCalendars, async ({ person }) =>
    readInScope(deps.database, tenantScopeOf(person), async (transaction) => ({
      items: await readKeptCalendars(transaction),
      holidays: await readHolidays(transaction),
    })),
  );

  bindRoute(router, addCalendar, async ({ body, person, request }) => {
    const { code, ...values } = body;
    return changeStructure(deps, { person, request }, (desk) => insertKeptCalendar(desk, code, values));
  });

  bindRoute(router, changeCalendarOf, async ({ params, body, query, person, request }) => {
    const { version, reason, ...values } = body;
    return changeStructure(deps, { person, request, dryRun: query.dryRun === 'true' }, (desk) =>
      updateKeptCalendar(desk, params.code, { version, reason }, values),
    );
  });
}
