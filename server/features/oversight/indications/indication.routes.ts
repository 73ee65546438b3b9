import type { IRouter } from 'express';
import {
  INDICATION_RULES,
  listIndicationRecords,
  listIndications,
  type Indication,
} from '#contract/oversight/indications';
import type { Language } from '#domain/language';
import { addMonthsToStart } from '#domain/period/civil-date';
import { lengthInDays, type Period } from '#domain/period/period';
import type { ClockSource } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/pool.ts';
import type { Clock } from '../../../platform/database/rollups/selection.ts';
import { readInScope } from '../../../platform/database/scoped.ts';
import { readStructure, type Structure } from '../../../platform/database/structure.queries.ts';
import { askedPeriod } from '../../../platform/http/asked-period.ts';
import { bindRoute, tenantScopeOf } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import type { FoundIndication } from './found-indication.ts';
import { readKey } from './indication-key.ts';
import { countBehind, listBehind } from './indication-records.queries.ts';
import { RULES } from './indication-rules.ts';
import { recordNote } from './record-notes.ts';

export interface IndicationDeps {
  readonly database: Database;
  readonly clock: ClockSource;
}

const PAGE = 50;
/** Without any days: the current month up to today and three months before it. */
const MONTHS_BEFORE = 3;
/** Records of more days are not looked through in one go. */
const LONGEST_DAYS = 400;
const PLACE = /^\d{1,9}$/;

/** Indikasi untuk diperiksa: what is worth a look, by published rules, with every record behind it. */
export function indicationRoutes(router: IRouter, deps: IndicationDeps): void {
  bindRoute(router, listIndications, ({ query, person, language }) => {
    const scope = tenantScopeOf(person);
    const clock = deps.clock(scope.timeZone);
    const period = periodOf(query, clock);
    return readInScope(deps.database, scope, async (transaction) => {
      const { structure } = await readStructure(transaction);
      const root = query.unit ?? scope.rootUnit;
      if (!structure.units.isWithin(root, scope.rootUnit))
        throw new ProblemException(404, 'unit-not-found', { unit: root });
      const look = {
        transaction,
        structure,
        units: structure.units.all().map(({ code }) => code),
        period,
        today: clock.today,
        zone: clock.zone,
      };
      const items: Indication[] = [];
      const found = new Map<string, number>();
      for (const rule of INDICATION_RULES) {
        if (query.rule !== undefined && query.rule !== rule) continue;
        const all = await RULES[rule].find(look);
        const own = all.filter(({ key }) => structure.units.isWithin(key.unit, root));
        found.set(rule, own.length);
        for (const each of own)
          items.push(
            answerOf(each, structure, language, await countBehind(transaction, each.key, clock.zone)),
          );
      }
      return {
        ...period,
        items: items.sort((a, b) => (a.to === b.to ? b.count - a.count : a.to < b.to ? 1 : -1)),
        rules: INDICATION_RULES.map((id) => ({
          id,
          name: RULES[id].name[language],
          definition: RULES[id].definition[language],
          found: found.get(id) ?? 0,
        })),
      };
    });
  });

  bindRoute(router, listIndicationRecords, ({ query, person, language }) => {
    const scope = tenantScopeOf(person);
    const { zone } = deps.clock(scope.timeZone);
    const { cursor = '' } = query;
    if (cursor !== '' && !PLACE.test(cursor)) throw new ProblemException(400, 'cursor-invalid');
    const offset = Number(cursor === '' ? 0 : cursor);
    const limit = query.limit ?? PAGE;
    return readInScope(deps.database, scope, async (transaction) => {
      const { structure } = await readStructure(transaction);
      const key = readKey(query.key);
      if (key === null || !structure.units.isWithin(key.unit, scope.rootUnit))
        throw new ProblemException(404, 'indication-not-found');
      const records = await listBehind(transaction, key, zone, { limit, offset });
      const total = await countBehind(transaction, key, zone);
      return {
        items: records.map((record) => ({
          dataset: record.dataset,
          id: record.id,
          number: rowNumber(record.dataset, record.number, language),
          unit: unitOf(record.unit_code, structure),
          day: record.day,
          note: recordNote(key.rule, record, language),
        })),
        nextCursor: offset + records.length < total && records.length > 0 ? String(offset + limit) : null,
        total,
      };
    });
  });
}

/** The days asked for; without any the last months. @throws ProblemException 400 for a period that cannot be, or is too long */
function periodOf(
  query: { readonly from?: string | undefined; readonly to?: string | undefined },
  clock: Clock,
): Period {
  const period =
    query.from === undefined && query.to === undefined
      ? { from: addMonthsToStart(clock.today, -MONTHS_BEFORE), to: clock.today }
      : askedPeriod(query, clock);
  if (lengthInDays(period) > LONGEST_DAYS)
    throw new ProblemException(400, 'indications-too-long', { days: LONGEST_DAYS });
  return period;
}

function answerOf(
  found: FoundIndication,
  structure: Structure,
  language: Language,
  count: number,
): Indication {
  const { rule, unit, from, to } = found.key;
  return {
    key: found.keyText,
    rule,
    unit: unitOf(unit, structure),
    sentence: found.sentence(language),
    from,
    to,
    count,
    against: found.against(language),
    innocent: RULES[rule].innocent[language],
  };
}

function unitOf(code: string, { units }: Structure): Indication['unit'] {
  const unit = units.find(code);
  return { code, name: unit?.name ?? code, kind: unit?.kind ?? 'other' };
}

/** A rejected row has no number of its own but its place in the file. */
function rowNumber(dataset: string, number: string, language: Language): string {
  if (dataset !== 'rejected-rows') return number;
  return language === 'en' ? `Row ${number}` : `Baris ${number}`;
}
