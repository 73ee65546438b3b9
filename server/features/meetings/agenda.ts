import type { Disposition } from '#contract/dispositions';
import { promisesInOrder } from '#domain/meetings/agenda-order';
import type { UnitTree } from '#domain/unit-tree';
import type { Person } from '../../platform/auth/person.ts';
import type { ReadTransaction } from '../../platform/database/scoped.ts';
import type { MeetingSources, ToldException } from './meeting-deps.ts';
import { listUndecidedPoints, type MeetingItemRow, type ToldItem } from './meetings.queries.ts';
import { readOpenPromises } from './promises.queries.ts';

/** An item of an agenda that is about to be written. */
export type NewItem = Pick<MeetingItemRow, 'kind' | 'unit_code' | 'title' | 'told' | 'disposition_id'>;

export interface Agenda {
  readonly items: readonly NewItem[];
  readonly dataVersion: number;
  readonly definitionsVersion: string;
}

/** More promises than these no meeting can ask about; the others stand in the list of commitments. */
const MOST_PROMISES = 30;

/**
 * What a meeting of a unit speaks of: unkept promises first (what is late longest before all else), then what the
 * figures say needs a decision, then the points that the last meeting left undecided.
 */
export async function agendaOf(
  transaction: ReadTransaction,
  sources: MeetingSources,
  asked: {
    readonly unit: string;
    /** The post that called the meeting. */
    readonly post: string;
    readonly person: Person;
    readonly units: UnitTree;
    readonly today: string;
  },
): Promise<Agenda> {
  const { unit, units, today, post, person } = asked;
  const meetingUnit = meetingUnitOf(unit, transaction.kabupatenCode);
  const open = await readOpenPromises(transaction, { meetingUnit, post }, { today, post: null, units });
  const promises = promisesInOrder(open).slice(0, MOST_PROMISES);
  const exceptions = await sources.exceptions(transaction, person, unit);
  const promised = new Set(promises.map(({ about }) => about.key));
  const points = await listUndecidedPoints(transaction, unit);
  const unitName = units.find(unit)?.name ?? unit;
  return {
    items: [
      ...promises.map(promiseItem),
      // What was promised something about is asked about by its promise.
      ...exceptions.items.filter(({ id }) => !promised.has(id.key)).map(exceptionItem),
      ...points.map(({ title }): NewItem => ({
        kind: 'point',
        unit_code: unit,
        title,
        told: { unitName },
        disposition_id: null,
      })),
    ],
    dataVersion: exceptions.dataVersion,
    definitionsVersion: exceptions.definitionsVersion,
  };
}

/** Meetings of the whole kabupaten have no unit of their own among commitments. */
export function meetingUnitOf(unit: string, kabupatenCode: string): string | null {
  return unit === kabupatenCode ? null : unit;
}

function promiseItem(promise: Disposition): NewItem {
  const { about, unit } = promise;
  return {
    kind: 'promise',
    unit_code: unit.code,
    title: '',
    told: {
      unitName: unit.name,
      sentence: { id: about.sentence, en: about.sentence },
      owner: promise.to.title,
      since: promise.meetingOn,
      link: about.link,
      ...(about.key === null ? {} : { key: about.key }),
    },
    disposition_id: promise.id,
  };
}

function exceptionItem({ id, en }: { readonly id: ToldException; readonly en: ToldException }): NewItem {
  const told: ToldItem = {
    unitName: id.unit.name,
    sentence: { id: id.sentence, en: en.sentence },
    mark: id.mark,
    exception: id.kind,
    key: id.key,
    // The post, never who holds it.
    owner: id.owner?.post ?? null,
    since: id.since,
    facts: id.facts.map((fact, index) => ({ id: fact, en: en.facts[index] ?? fact })),
    spark: id.spark,
    link: addressOfProof(id.proof),
  };
  return { kind: 'exception', unit_code: id.unit.code, title: '', told, disposition_id: null };
}

/** The screen of the figures behind a sentence, with its query. */
function addressOfProof({ screen, query }: ToldException['proof']): string {
  const { unit, ...others } = query;
  const ofUnit = screen === '/unit' && unit !== undefined;
  const path = ofUnit ? `${screen}/${encodeURIComponent(unit)}` : screen;
  const search = new URLSearchParams(ofUnit ? others : query).toString();
  return search === '' ? path : `${path}?${search}`;
}
