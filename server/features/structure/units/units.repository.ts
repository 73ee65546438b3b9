import type { KeptUnit } from '#contract/structure/units';
import { addDays, type IsoDate } from '#domain/period/civil-date';
import type { UnitRecord } from '#domain/unit-tree';
import { rebuildUnitSpans, spansOfUnits } from '../../../platform/database/unit-spans.repository.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import {
  changesBetween,
  requireVersion,
  type StructureChange,
  type StructureDesk,
} from '../structure-desk.repository.ts';
import { checkUnit, type UnitValues } from './units-rules.ts';
import { FROM_EVER, readKeptUnits } from './units.queries.ts';

const FIELDS = [
  'name',
  'kind',
  'parentCode',
  'calendarCode',
  'validFrom',
  'validTo',
  'predecessorCode',
] as const;

/** Adds a unit. */
export async function insertUnit(desk: StructureDesk, wanted: UnitValues): Promise<StructureChange> {
  const units = await readKeptUnits(desk.read);
  await writeNew(desk, units, wanted);
  return {
    key: wanted.code,
    rebuild: await renewSpans(desk, units),
    event: { action: 'unit-added', subject: `units/${wanted.code}`, details: toldUnit(wanted) },
  };
}

/** Changes a unit; it keeps its code, and so its records. */
export async function updateUnit(
  desk: StructureDesk,
  version: string,
  wanted: UnitValues,
): Promise<StructureChange> {
  const units = await readKeptUnits(desk.read);
  const present = requireUnit(units, wanted.code);
  requireVersion(present, version);
  await requireCalendar(desk, wanted.calendarCode);
  checkUnit(units, wanted, desk.kabupatenCode);
  await desk
    .transaction('units')
    .where({ kabupaten_code: desk.kabupatenCode, code: wanted.code })
    .update(rowOf(wanted));
  const changes = changesBetween<UnitValues>(present, wanted, FIELDS);
  return {
    key: wanted.code,
    rebuild: await renewSpans(desk, units),
    ...(await moveToCalendar(desk, present, wanted)),
    ...(await whatIsLeftOut(desk, present, wanted)),
    event: {
      action: wanted.validTo !== null && wanted.validTo !== present.validTo ? 'unit-ended' : 'unit-changed',
      subject: `units/${wanted.code}`,
      details: { unit: wanted.code, name: present.name, to: wanted.validTo, changes },
    },
  };
}

/** Ends a unit and adds the one that follows it, in one step. */
export async function replaceUnit(
  desk: StructureDesk,
  code: string,
  version: string,
  wanted: Omit<UnitValues, 'validFrom' | 'validTo' | 'predecessorCode'> & { readonly validFrom: IsoDate },
): Promise<StructureChange> {
  const units = await readKeptUnits(desk.read);
  const present = requireUnit(units, code);
  requireVersion(present, version);
  const ended: UnitValues = { ...present, validTo: addDays(wanted.validFrom, -1) };
  if (present.validTo !== null && present.validTo < addDays(wanted.validFrom, -1))
    throw new ProblemException(409, 'unit-ended-before', { unit: present.name, to: present.validTo });
  checkUnit(units, ended, desk.kabupatenCode);
  if (wanted.parentCode === code)
    throw new ProblemException(409, 'unit-circle', { unit: wanted.name, parent: present.name });
  const successor: UnitValues = { ...wanted, validTo: null, predecessorCode: code };
  await desk.transaction('units').where({ kabupaten_code: desk.kabupatenCode, code }).update(rowOf(ended));
  await writeNew(desk, units, successor);
  return {
    key: successor.code,
    rebuild: await renewSpans(desk, units),
    ...(await whatIsLeftOut(desk, present, ended)),
    event: {
      action: 'unit-succeeded',
      subject: `units/${code}`,
      details: { unit: code, name: present.name, from: wanted.validFrom, ...successorOf(successor) },
    },
  };
}

function successorOf({ code, name, parentCode }: UnitValues): Record<string, unknown> {
  return { successor: `${name} (${code})`, parent: parentCode };
}

function requireUnit(units: readonly KeptUnit[], code: string): KeptUnit {
  const unit = units.find((each) => each.code === code);
  if (unit === undefined) throw new ProblemException(404, 'unit-not-found', { unit: code });
  return unit;
}

async function writeNew(desk: StructureDesk, units: readonly KeptUnit[], wanted: UnitValues): Promise<void> {
  if (units.some(({ code }) => code.toLowerCase() === wanted.code.toLowerCase()))
    throw new ProblemException(409, 'code-taken', { code: wanted.code });
  await requireCalendar(desk, wanted.calendarCode);
  checkUnit(units, wanted, desk.kabupatenCode);
  await desk
    .transaction('units')
    .insert({ kabupaten_code: desk.kabupatenCode, code: wanted.code, ...rowOf(wanted) });
}

async function requireCalendar({ transaction, kabupatenCode }: StructureDesk, code: string): Promise<void> {
  const found: unknown[] = await transaction('calendars')
    .where({ kabupaten_code: kabupatenCode, code })
    .select('code');
  if (found.length === 0) throw new ProblemException(400, 'calendar-not-found', { calendar: code });
}

function rowOf(unit: UnitValues): Record<string, string | null> {
  return {
    name: unit.name,
    kind: unit.kind,
    parent_code: unit.parentCode,
    calendar_code: unit.calendarCode,
    valid_from: unit.validFrom ?? FROM_EVER,
    valid_to: unit.validTo === null ? null : addDays(unit.validTo, 1),
    predecessor_code: unit.predecessorCode,
  };
}

function toldUnit({ code, name, parentCode, validFrom }: UnitValues): Record<string, unknown> {
  return { name: `${name} (${code})`, parent: parentCode, from: validFrom };
}

/**
 * Writes the spans anew. True when records are summed otherwise than before: spans that only a new unit has are of no
 * record yet.
 */
async function renewSpans(desk: StructureDesk, before: readonly KeptUnit[]): Promise<boolean> {
  await rebuildUnitSpans(desk.transaction, desk.kabupatenCode);
  const after = await readKeptUnits(desk.read);
  const known = new Set(before.map(({ code }) => code));
  const [old, now] = [spanKeys(before), spanKeys(after)];
  const lost = [...old].some((span) => !now.has(span));
  return lost || [...now].some((span) => !old.has(span) && known.has(baseCode(span)));
}

function spanKeys(units: readonly KeptUnit[]): Set<string> {
  const records = units.map((unit): UnitRecord => ({
    ...unit,
    validFrom: unit.validFrom ?? FROM_EVER,
    validTo: unit.validTo === null ? null : addDays(unit.validTo, 1),
  }));
  return new Set(
    spansOfUnits(records).map((span) =>
      [span.baseKey, span.spanKey, span.validFrom, span.validTo].join('\t'),
    ),
  );
}

/** `=code` and `code` are records of the same unit. */
function baseCode(span: string): string {
  const [base = ''] = span.split('\t');
  return base.startsWith('=') ? base.slice(1) : base;
}

async function moveToCalendar(
  desk: StructureDesk,
  before: UnitValues,
  after: UnitValues,
): Promise<Pick<StructureChange, 'movedCases' | 'movedComplaints'>> {
  if (before.calendarCode === after.calendarCode) return {};
  const calendars = [after.calendarCode];
  const { moved } = await desk.sources.moveCases(desk.transaction, desk.moves, calendars, null);
  const complaints = await desk.sources.moveComplaints(desk.transaction, desk.moves, calendars, [after.code]);
  return { movedCases: moved, movedComplaints: complaints };
}

/** Records of days on which the unit is not valid, and posts that somebody has to close, when its validity changed. */
async function whatIsLeftOut(
  { transaction, kabupatenCode }: StructureDesk,
  before: UnitValues,
  after: UnitValues,
): Promise<Pick<StructureChange, 'recordsOutside' | 'posts'>> {
  if (before.validFrom === after.validFrom && before.validTo === after.validTo) return {};
  const outside: { rows: { count: number }[] } = await transaction.raw(
    `select sum(records)::integer as count from (
       select count(*) as records from service_cases
        where kabupaten_code = :kabupaten and unit_code = :unit and (received_on < :from or received_on > :to)
       union all
       select count(*) from complaints
        where kabupaten_code = :kabupaten and unit_code = :unit and (received_on < :from or received_on > :to)
       union all
       select count(*) from survey_responses
        where kabupaten_code = :kabupaten and unit_code = :unit and (responded_on < :from or responded_on > :to)
     ) each`,
    {
      kabupaten: kabupatenCode,
      unit: after.code,
      from: after.validFrom ?? FROM_EVER,
      to: after.validTo ?? '9999-12-31',
    },
  );
  const posts: unknown[] =
    after.validTo === null
      ? []
      : await transaction('posts')
          .where({ kabupaten_code: kabupatenCode, unit_code: after.code, closed_on: null })
          .select('id');
  return { recordsOutside: outside.rows[0]?.count ?? 0, posts: posts.length };
}
