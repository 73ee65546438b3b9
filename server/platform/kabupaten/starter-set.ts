import type { ServicePromise } from '#domain/calendar/deadline';
import type { IsoDate } from '#domain/period/civil-date';

/** A service a new kabupaten starts with, and its standard. */
export interface StarterService {
  readonly code: string;
  readonly name: string;
  /** Jangka waktu penyelesaian (PermenPANRB 15/2014); null = none was promised. */
  readonly promise: ServicePromise | null;
  /** Rupiah, 0 = free of charge; null = set by the local Perda. */
  readonly fee: number | null;
  readonly legalBasis: string;
  /** False: an editable default until the unit has confirmed it. */
  readonly confirmed: boolean;
  /** First day of the standard. */
  readonly validFrom: IsoDate;
}

/** What a new kabupaten starts with; handed in, because it is data and not part of the platform. */
export interface StarterSet {
  readonly channels: readonly { readonly code: string; readonly name: string }[];
  readonly services: readonly StarterService[];
  /** Working days to the resolution of a complaint, per class that has a deadline. */
  readonly complaintDeadlines: readonly {
    readonly class: string;
    readonly workingDays: number;
    readonly legalBasis: string;
  }[];
}
