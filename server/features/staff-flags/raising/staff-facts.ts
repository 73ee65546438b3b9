import { isPraise } from '#domain/staff-flags/praise-words';
import type {
  ColleagueFacts,
  FactRecord,
  PeriodFacts,
  StaffFacts,
  StaffPeriod,
} from '#domain/staff-flags/staff-rule';
import type { CaseTally, StaffAt, StaffRows } from './staff-facts.queries.ts';

/** Records shown behind a share. */
const MOST_RECORDS = 50;
/** The colleagues must have this much of a person's work for theirs to be the same work. */
const SAME_WORK = 0.8;

/** Facts of staff, put together from what was read once for all of them. */
export class StaffRecords {
  readonly #rows: StaffRows;
  /** By unit and quarter. */
  readonly #cases = new Map<string, CaseTally[]>();
  /** Praise by unit. */
  readonly #praise = new Map<string, (FactRecord & { on: string })[]>();

  constructor(rows: StaffRows) {
    this.#rows = rows;
    for (const tally of rows.cases) {
      const key = `${tally.unit_code} ${tally.quarter}`;
      const known = this.#cases.get(key);
      if (known) known.push(tally);
      else this.#cases.set(key, [tally]);
    }
    for (const { unit_code: unit, id, number, responded_on: on, suggestion } of rows.suggestions) {
      if (!isPraise(suggestion)) continue;
      const found = this.#praise.get(unit) ?? [];
      found.push({ dataset: 'survey-responses', id, number, on });
      this.#praise.set(unit, found);
    }
  }

  /** What the records say of a person. @param periods consecutive quarters, the judged one last */
  factsOf(person: StaffAt, periods: readonly StaffPeriod[]): StaffFacts {
    const recent = periods.slice(-2);
    const [from, to] = [recent[0]?.from ?? '', recent.at(-1)?.to ?? ''];
    const within = ({ on }: { on: string }): boolean => on >= from && on <= to;
    const findings = this.#rows.findings.filter(
      ({ staff_id: id, decided_on: on }) => id === person.id && on >= (periods[0]?.from ?? '') && on <= to,
    );
    const remote = this.#rows.remotePosts.find(
      (post) =>
        post.unit_code === person.unitCode &&
        (post.service_point === null || post.service_point === person.servicePoint) &&
        post.valid_from <= from &&
        (post.valid_to === null || post.valid_to >= to),
    );
    return {
      staffId: person.id,
      employment: person.employment,
      periods: periods.map((period) => this.#periodOf(person, period)),
      colleagues: periods.map((period) => this.#colleaguesOf(person, period)),
      remote: remote === undefined ? null : { legalBasis: remote.legal_basis },
      examined: findings.length,
      upheld: findings
        .filter(({ upheld }) => upheld)
        .map(({ id, number, decided_on: on, received_on: receivedOn }) => ({
          dataset: 'complaints',
          id,
          number,
          on,
          receivedOn,
        })),
      suggestions: this.#rows.suggestions.filter(
        ({ unit_code: unit, responded_on: on }) => unit === person.unitCode && within({ on }),
      ).length,
      praise: (this.#praise.get(person.unitCode) ?? []).filter(within),
    };
  }

  #talliesOf({ unitCode }: StaffAt, { from }: StaffPeriod): readonly CaseTally[] {
    return this.#cases.get(`${unitCode} ${from}`) ?? [];
  }

  #periodOf(person: StaffAt, period: StaffPeriod): PeriodFacts {
    const own = this.#talliesOf(person, period).filter((tally) => isOf(person, tally));
    const fees = this.#rows.fees.find(
      ({ unit_code: unit, staff, quarter }) =>
        unit === person.unitCode && staff === person.code && quarter === period.from,
    );
    return {
      ...period,
      due: sum(own, 'due'),
      dueMet: sum(own, 'due_met'),
      completed: sum(own, 'completed'),
      visitsKnown: sum(own, 'visits_known'),
      singleVisit: sum(own, 'single_visit'),
      received: sum(own, 'received'),
      lateEntries: sum(own, 'late_entries'),
      feesKnown: fees?.known ?? 0,
      feesAbove: (fees?.above ?? []).map((record) => ({ dataset: 'service-cases', ...record })),
      missed: records(own, 'missed'),
      late: records(own, 'late'),
      repeated: records(own, 'repeated'),
      leftOut: sum(own, 'left_out'),
      leftToOthers: sum(own, 'left_to_others'),
    };
  }

  #colleaguesOf(person: StaffAt, period: StaffPeriod): ColleagueFacts {
    const all = this.#talliesOf(person, period);
    const own = all.filter((tally) => isOf(person, tally));
    const services = new Set(own.map(({ service_code: service }) => service));
    // The code on other days is somebody else's, but nobody knows whose: that is no colleague either.
    const others = all.filter(
      ({ staff, service_code: service }) => staff !== person.code && services.has(service),
    );
    return {
      ...period,
      people: new Set(others.filter(({ received }) => received > 0).map(({ staff }) => staff)).size,
      due: sum(others, 'due'),
      received: sum(others, 'received'),
      visitsKnown: sum(others, 'visits_known'),
      dueMetShare: shareForMix(own, others, 'due', 'due_met'),
      singleVisitShare: shareForMix(own, others, 'visits_known', 'single_visit'),
      lateEntryShare: shareForMix(own, others, 'received', 'late_entries'),
    };
  }
}

type CountColumn =
  | 'due'
  | 'due_met'
  | 'completed'
  | 'visits_known'
  | 'single_visit'
  | 'received'
  | 'late_entries'
  | 'left_out'
  | 'left_to_others';

function isOf(person: StaffAt, { staff, listed }: CaseTally): boolean {
  return listed && staff === person.code;
}

function sum(tallies: readonly CaseTally[], column: CountColumn): number {
  return tallies.reduce((total, tally) => total + tally[column], 0);
}

/** `<id> <number>`: an id has 36 characters. */
function records(tallies: readonly CaseTally[], column: 'missed' | 'late' | 'repeated'): FactRecord[] {
  return tallies
    .flatMap((tally) => tally[column] ?? [])
    .slice(0, MOST_RECORDS)
    .map((text) => ({ dataset: 'service-cases', id: text.slice(0, 36), number: text.slice(37) }));
}

/**
 * The share that a person's own mix of services would have in the hands of the others (direct standardisation); null
 * where the others have less than four fifths of it.
 */
function shareForMix(
  own: readonly CaseTally[],
  others: readonly CaseTally[],
  whole: CountColumn,
  part: CountColumn,
): number | null {
  let [total, common, expected] = [0, 0, 0];
  for (const tally of own) {
    const weight = tally[whole];
    total += weight;
    const same = others.filter(({ service_code: service }) => service === tally.service_code);
    const size = sum(same, whole);
    if (size === 0) continue;
    common += weight;
    expected += (weight * sum(same, part)) / size;
  }
  return common === 0 || common < SAME_WORK * total ? null : expected / common;
}
