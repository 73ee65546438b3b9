import type { IsoDate } from '#domain/period/civil-date';

/** Someone who administers a kabupaten from … to; the day `to` is the first without. */
export interface AdministratorTenure {
  readonly kabupatenCode: string;
  readonly userId: string;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

/** Administrators every kabupaten must have, so that the departure of one locks nobody out. */
export const FEWEST_ADMINISTRATORS = 2;

/** How many different persons administer the kabupaten on a day. */
export function administratorsOn(
  tenures: readonly AdministratorTenure[],
  kabupatenCode: string,
  day: IsoDate,
): number {
  return new Set(
    tenures
      .filter(
        (tenure) =>
          tenure.kabupatenCode === kabupatenCode &&
          tenure.from <= day &&
          (tenure.to === null || tenure.to > day),
      )
      .map(({ userId }) => userId),
  ).size;
}

/**
 * The first day, from today on, on which a change leaves a kabupaten with fewer than two administrators and with fewer
 * than it would have had without the change; null when there is none. A kabupaten that has too few already may get more.
 */
export function firstShortage(
  before: readonly AdministratorTenure[],
  after: readonly AdministratorTenure[],
  today: IsoDate,
): IsoDate | null {
  const codes = new Set(before.map(({ kabupatenCode }) => kabupatenCode));
  // The number can only fall on a day on which someone's time ends.
  const days = [today, ...after.flatMap(({ to }) => (to !== null && to > today ? [to] : []))].toSorted();
  for (const day of days) {
    for (const code of codes) {
      const left = administratorsOn(after, code, day);
      if (left < FEWEST_ADMINISTRATORS && left < administratorsOn(before, code, day)) return day;
    }
  }
  return null;
}
