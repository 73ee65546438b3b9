import type { AdoptionOffer } from '#contract/innovations/adoptions';
import type { EntryContent } from '#contract/innovations/entry-content';
import type { Language } from '#contract/messages';
import type { UnitRecord, UnitTree } from '#domain/unit-tree';
import { isTenantScope } from '#domain/scope';
import { may, type Person } from '../../../platform/auth/person.ts';
import type { Clock } from '../../../platform/database/rollups/selection.ts';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { entryFigures } from '../catalogue/entry-card.ts';
import type { WholeEntryRecord } from '../catalogue/entry-records.queries.ts';
import type { SummariseForAll } from './adoption-source.ts';
import { findOpenAdoption, listHardest, type KeptBaseline } from './adoptions.queries.ts';
import { baselineOf, baselinePeriod, toldBaseline } from './baseline.ts';

/** What a plan for a unit would be made of. */
export interface PlanParts {
  readonly steps: readonly { readonly body: string; readonly days: number | null }[];
  readonly mentor: string;
  readonly baseline: readonly KeptBaseline[];
}

/** Steps and contact as far as the reader may know them, and the unit's own figures of now. */
export async function planParts(
  transaction: ReadTransaction,
  summarise: SummariseForAll,
  clock: Clock,
  record: WholeEntryRecord,
  unit: string,
): Promise<PlanParts> {
  const period = baselinePeriod(clock.today);
  const summary = await summarise(transaction, clock, { unit, period });
  return {
    steps: record.content.steps ?? [],
    mentor: contactLine(record.content.contact ?? null),
    baseline: baselineOf(summary, period, entryFigures(record.figures, 'id')),
  };
}

/** "Apakah jalan di tempat saya?": what the unit would begin with. */
export async function adoptionOffer(
  transaction: ReadTransaction,
  parts: PlanParts,
  record: WholeEntryRecord,
  units: readonly UnitRecord[],
  unit: UnitRecord,
  language: Language,
): Promise<AdoptionOffer> {
  return {
    source: {
      id: record.id,
      slug: record.slug,
      name: shortName(record),
      kabupaten: record.home_name,
      unit: record.unit_name,
      own: record.own,
      publicSource: record.owner_confirmed ? null : record.source,
      stoppedOn: record.stopped_on,
    },
    units: units.map(({ code, name }) => ({ code, name })),
    unit: { code: unit.code, name: unit.name },
    steps: [...parts.steps],
    mentor: parts.mentor,
    baseline: toldBaseline(parts.baseline, language),
    hardest: await listHardest(transaction, record.id),
    open: await findOpenAdoption(transaction, record.id, unit.code),
  };
}

/** Units that the person may plan for, the own one first: none whose innovation it is, and no service points. */
export function unitsToAdoptFor(
  person: Person,
  units: UnitTree,
  record: Pick<WholeEntryRecord, 'kept' | 'unit_code'>,
  today: string,
): UnitRecord[] {
  const { scope } = person;
  if (!may(person, 'innovations:adopt') || !isTenantScope(scope)) return [];
  const first = person.unitCode ?? scope.rootUnit;
  return units
    .subtreeCodes(scope.rootUnit)
    .flatMap((code) => units.find(code) ?? [])
    .filter(
      ({ code, kind, validFrom, validTo }) =>
        kind !== 'service-point' &&
        validFrom <= today &&
        (validTo === null || validTo > today) &&
        !(record.kept && record.unit_code === code),
    )
    .toSorted((one, other) => Number(other.code === first) - Number(one.code === first));
}

/** The unit asked for, or the first that can be planned for. @throws ProblemException 404 or 409 where there is none */
export function unitToAdoptFor(
  units: readonly UnitRecord[],
  record: Pick<WholeEntryRecord, 'kept' | 'unit_code'>,
  asked: string | undefined,
): UnitRecord {
  const unit = asked === undefined ? units[0] : units.find(({ code }) => code === asked);
  if (unit !== undefined) return unit;
  if (asked === undefined || (record.kept && record.unit_code === asked))
    throw new ProblemException(409, 'adoption-own-unit');
  throw new ProblemException(404, 'unit-not-found', { unit: asked });
}

/** What people call it: its acronym, else its name. */
export function shortName({ acronym, name }: Pick<WholeEntryRecord, 'acronym' | 'name'>): string {
  return acronym === null || acronym === '' ? (name ?? '') : acronym;
}

/** Whom to ask, in one line; empty where the source shares no contact. */
function contactLine(contact: EntryContent['contact']): string {
  if (contact === null) return '';
  return [contact.name, contact.post, contact.phone, contact.email].filter((part) => part !== '').join(', ');
}
