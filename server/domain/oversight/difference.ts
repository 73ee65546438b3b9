/**
 * Another's list held against ours, record by record. Nothing is lost on either side: theirs = same + only theirs +
 * differing + unreadable, ours = same + only ours + differing.
 */
import { localTimeOf } from '../calendar/pauses.ts';
import type { ZoneClock } from '../civil-time/zone-clock.ts';

export type TheirValue =
  | { readonly kind: 'code'; readonly value: string | null }
  | { readonly kind: 'number'; readonly value: number | null }
  | { readonly kind: 'instant'; readonly at: string | null; readonly dateOnly: boolean };

export interface TheirRecord {
  readonly row: number;
  readonly number: string;
  /** Why it cannot be read; null when it can. */
  readonly fault: string | null;
  readonly values: ReadonlyMap<string, TheirValue>;
}

export interface OurRecord {
  readonly id: string;
  readonly number: string;
  readonly unit: string;
  /** Local day of receipt. */
  readonly receivedOn: string;
  /** False when it was received on other days, and was only looked up by its number. */
  readonly inPeriod: boolean;
  /** By field: codes, numbers, and instants as ISO 8601. */
  readonly values: Readonly<Record<string, string | number | null>>;
}

export interface Difference {
  readonly field: string;
  readonly theirs: string | null;
  readonly ours: string | null;
}

export type DifferenceKind = 'only-theirs' | 'only-ours' | 'differs' | 'unreadable';

export interface DifferingRecord {
  readonly kind: DifferenceKind;
  readonly number: string;
  readonly unit: string | null;
  readonly row: number | null;
  readonly recordId: string | null;
  readonly differences: readonly Difference[];
}

export interface DifferenceCounts {
  readonly theirs: number;
  readonly ours: number;
  readonly same: number;
  readonly onlyTheirs: number;
  readonly onlyOurs: number;
  readonly differs: number;
  readonly unreadable: number;
}

export interface ComparisonFrame {
  readonly zone: ZoneClock;
  /** First and last local day of receipt, both included. */
  readonly from: string;
  readonly to: string;
  /** True for units that are compared; rows of all others are passed over. */
  readonly isCompared: (unit: string) => boolean;
}

/** Why a second row with the same number is not compared; `{row}` is the first. */
const TWICE = 'nomor ini sudah ada pada baris ';

/**
 * Numbers as people write them the same: letter case, blanks and a leading # do not matter, nor zeros in front of a
 * plain number, which spreadsheets drop.
 */
export function normaliseNumber(number: string): string {
  const plain = number.toUpperCase().replace(/\s+/g, '').replace(/^#/, '');
  return /^0+\d+$/.test(plain) ? plain.replace(/^0+(?=\d)/, '') : plain;
}

/**
 * Compares two lists. Records are paired by unit and number; where their file names no unit that is known, or another
 * one, by the number alone (in the latter case only when the day of receipt is the same). Their rows that are of other
 * days or units and pair with nothing are passed over.
 */
export function compareLists(
  theirs: readonly TheirRecord[],
  ours: readonly OurRecord[],
  frame: ComparisonFrame,
): { readonly counts: DifferenceCounts; readonly rows: DifferingRecord[] } {
  const unpaired = new Set(ours);
  const byNumber = Map.groupBy(ours, ({ number }) => normaliseNumber(number));
  const rows: DifferingRecord[] = [];
  const seen = new Map<string, number>();
  const waiting: TheirRecord[] = [];
  let [same, differs, unreadable, onlyTheirs] = [0, 0, 0, 0];

  const fail = (their: TheirRecord, reason: string): void => {
    unreadable += 1;
    rows.push({
      kind: 'unreadable',
      number: their.number,
      unit: unitOf(their),
      row: their.row,
      recordId: null,
      differences: [{ field: 'reason', theirs: reason, ours: null }],
    });
  };
  const pair = (their: TheirRecord, our: OurRecord): void => {
    unpaired.delete(our);
    const differences = differencesOf(their, our, frame.zone);
    if (differences.length === 0) same += 1;
    else {
      differs += 1;
      rows.push({
        kind: 'differs',
        number: our.number,
        unit: our.unit,
        row: their.row,
        recordId: our.id,
        differences,
      });
    }
  };

  for (const their of theirs) {
    const number = normaliseNumber(their.number);
    if (their.fault !== null) fail(their, their.fault);
    else {
      const key = `${unitOf(their) ?? ''}|${number}`;
      const first = seen.get(key);
      if (first !== undefined) {
        fail(their, `${TWICE}${first}.`);
        continue;
      }
      seen.set(key, their.row);
      const our = byNumber.get(number)?.find((each) => each.unit === unitOf(their) && unpaired.has(each));
      if (our === undefined) waiting.push(their);
      else pair(their, our);
    }
  }
  for (const their of waiting) {
    const candidates = (byNumber.get(normaliseNumber(their.number)) ?? []).filter((each) =>
      unpaired.has(each),
    );
    const received = receivedOn(their, frame.zone);
    const sameDay = candidates.find((each) => each.receivedOn === received);
    const our = sameDay ?? (unitOf(their) === null ? candidates[0] : undefined);
    if (our !== undefined) pair(their, our);
    else if (isOutside(their, received, frame)) continue;
    else {
      onlyTheirs += 1;
      rows.push({
        kind: 'only-theirs',
        number: their.number,
        unit: unitOf(their),
        row: their.row,
        recordId: null,
        differences: [],
      });
    }
  }
  let onlyOurs = 0;
  for (const our of unpaired) {
    if (!our.inPeriod) continue;
    onlyOurs += 1;
    const { number, unit, id: recordId } = our;
    rows.push({ kind: 'only-ours', number, unit, row: null, recordId, differences: [] });
  }
  return {
    rows,
    counts: {
      theirs: same + onlyTheirs + differs + unreadable,
      ours: same + onlyOurs + differs,
      same,
      onlyTheirs,
      onlyOurs,
      differs,
      unreadable,
    },
  };
}

function unitOf({ values }: TheirRecord): string | null {
  const unit = values.get('unit');
  return unit?.kind === 'code' ? unit.value : null;
}

/** Local day of receipt as their file has it; null when it does not say. */
function receivedOn({ values }: TheirRecord, zone: ZoneClock): string | null {
  const received = values.get('receivedAt');
  return received?.kind === 'instant' && received.at !== null
    ? localTimeOf(Date.parse(received.at), zone).day
    : null;
}

function isOutside(their: TheirRecord, received: string | null, frame: ComparisonFrame): boolean {
  const unit = unitOf(their);
  if (unit !== null && !frame.isCompared(unit)) return true;
  return received !== null && (received < frame.from || received > frame.to);
}

/** Fields where an empty cell says something: not completed, not answered, not closed. */
const EMPTY_SAYS: readonly string[] = ['completedAt', 'resolvedAt', 'firstResponseAt', 'closedAt'];

function differencesOf(their: TheirRecord, our: OurRecord, zone: ZoneClock): Difference[] {
  return [...their.values].flatMap(([field, value]): Difference[] => {
    const ours = our.values[field];
    if (ours === undefined) return [];
    const [left, right] = shown(value, ours, zone);
    if (left === right || (left === null && !EMPTY_SAYS.includes(field))) return [];
    return [{ field, theirs: left, ours: right }];
  });
}

/** Both values as texts, times at the precision their file has: the day, the minute, or the second. */
function shown(
  value: TheirValue,
  ours: string | number | null,
  zone: ZoneClock,
): [string | null, string | null] {
  if (value.kind !== 'instant')
    return [value.value === null ? null : String(value.value), ours === null ? null : String(ours)];
  const bySecond = !value.dateOnly && value.at !== null && Date.parse(value.at) % 60_000 !== 0;
  const text = (at: string | number | null): string | null =>
    at === null ? null : localText(Date.parse(String(at)), zone, value.dateOnly, bySecond);
  return [text(value.at), text(ours)];
}

/** `2026-03-17`, `2026-03-17 08:05`, or `2026-03-17 08:05:30`. */
function localText(millis: number, zone: ZoneClock, dateOnly: boolean, bySecond: boolean): string {
  const { day, second } = localTimeOf(millis, zone);
  if (dateOnly) return day;
  const two = (part: number): string => String(Math.floor(part)).padStart(2, '0');
  const minutes = `${day} ${two(second / 3600)}:${two((second / 60) % 60)}`;
  return bySecond ? `${minutes}:${two(second % 60)}` : minutes;
}
