import type { IRouter } from 'express';
import type { Database } from '../../../platform/database/pool.ts';
import {
  readCalendar,
  readChannels,
  readMeasures,
  readServices,
  readUnits,
  UNIT_KINDS,
  type UnitKind,
  type UnitNode,
} from '#contract/reference';
import { DEFINITIONS_VERSION, MEASURE_IDS, MEASURES } from '#domain/measures';
import { lengthInDays } from '#domain/period/period';
import type { UnitTree } from '#domain/unit-tree';
import { readInScope } from '../../../platform/database/scoped.ts';
import { readStructure, type Structure } from '../../../platform/database/structure.queries.ts';
import { bindRoute, tenantScopeOf } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import type { Person } from '../../../platform/auth/person.ts';
import { readCalendarDays } from './calendar.queries.ts';

/** Units, services, channels, the kamus indikator and the calendar, of the caller's own scope. */
export function referenceRoutes(router: IRouter, deps: { readonly database: Database }): void {
  const structureOf = (person: Person): Promise<Structure> =>
    readInScope(
      deps.database,
      tenantScopeOf(person),
      async (transaction) => (await readStructure(transaction)).structure,
    );

  bindRoute(router, readUnits, async ({ person }) => {
    const scope = tenantScopeOf(person);
    const { units } = await structureOf(person);
    const root = toNode(units, scope.rootUnit);
    return { items: root ? [root] : [] };
  });

  bindRoute(router, readServices, async ({ person }) => ({
    items: [...(await structureOf(person)).services.values()].map((service) => ({ ...service })),
  }));

  bindRoute(router, readChannels, async ({ person }) => ({
    items: [...(await structureOf(person)).channels.values()].map((channel) => ({ ...channel })),
  }));

  bindRoute(router, readMeasures, async ({ language }) => ({
    definitionsVersion: DEFINITIONS_VERSION,
    items: MEASURE_IDS.map((id) => {
      const measure = MEASURES[id];
      return {
        id,
        label: language === 'en' ? measure.labelEn : measure.label,
        definition: measure.definition,
        legalBasis: measure.legalBasis,
        headline: measure.headline,
        filters: [...measure.filters],
        breakdowns: [...measure.breakdowns],
        fields: measure.fields.map((field) => ({
          id: field.id,
          label: language === 'en' ? field.labelEn : field.label,
          definition: field.definition,
          unit: field.unit,
          polarity: field.polarity,
          decimals: field.decimals,
          change: field.change,
          n: field.n,
          minimumN: field.minimumN,
        })),
      };
    }),
  }));

  bindRoute(router, readCalendar, async ({ person, query }) => {
    const scope = tenantScopeOf(person);
    if (query.from > query.to)
      throw new ProblemException(400, 'period-reversed', { from: query.from, to: query.to });
    if (lengthInDays(query) > 3 * 366) throw new ProblemException(400, 'period-too-long');
    return readInScope(deps.database, scope, async (transaction) => {
      const { structure } = await readStructure(transaction);
      const unit = query.unit ?? scope.rootUnit;
      if (!structure.units.isWithin(unit, scope.rootUnit))
        throw new ProblemException(404, 'unit-not-found', { unit });
      return { items: await readCalendarDays(transaction, unit, query.from, query.to) };
    });
  });
}

function toNode(units: UnitTree, code: string): UnitNode | null {
  const unit = units.find(code);
  if (!unit) return null;
  return {
    code: unit.code,
    name: unit.name,
    kind: kindOf(unit.kind),
    parentCode: unit.parentCode,
    children: units.childrenOf(code).flatMap((child) => toNode(units, child.code) ?? []),
  };
}

function kindOf(kind: string): UnitKind {
  return UNIT_KINDS.find((known) => known === kind) ?? 'other';
}
