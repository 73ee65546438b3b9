/** The shape of a service in the starter set, and short forms for the regulations it cites. */
import type { ServicePromise } from '#domain/calendar/deadline';
import type { PILOT_SKPD } from './pilot-skpd.ts';
import type { SETDA_BAGIAN } from './setda-bagian.ts';

/** Who offers a service: every kecamatan, or the one unit with this code. */
export type OfferedBy =
  'kecamatan' | (typeof PILOT_SKPD)[number]['code'] | (typeof SETDA_BAGIAN)[number]['code'];

export interface ServiceSeed {
  /** Unique within a kabupaten. */
  readonly code: string;
  readonly name: string;
  readonly offeredBy: readonly OfferedBy[];
  /** Jangka waktu penyelesaian. */
  readonly promise: ServicePromise;
  /** Fee in rupiah, 0 = free of charge; null = set by the local Perda on charges. */
  readonly feeRupiah: number | null;
  readonly legalBasis: string;
  /**
   * True when promise or legal basis was found second-hand or is a usual value: it is
   * an editable default, and is shown as one until the unit has confirmed it.
   */
  readonly check: boolean;
}

export const FREE = 0;
export const SET_BY_PERDA = null;

/** Law on population administration: documents are free of charge (Pasal 79A). */
export const ADMINDUK =
  'Undang-Undang Nomor 24 Tahun 2013 Pasal 79A; Peraturan Presiden Nomor 96 Tahun 2018; Permendagri Nomor 108 Tahun 2019';
/** Minimum service standards of hospitals. */
export const SPM_RS = 'Keputusan Menteri Kesehatan Nomor 129/Menkes/SK/II/2008';
/** Risk-based business licensing. */
export const PBBR = 'Peraturan Pemerintah Nomor 28 Tahun 2025';
/** Management of regional finance. */
export const KEUANGAN_DAERAH = 'Peraturan Pemerintah Nomor 12 Tahun 2019; Permendagri Nomor 77 Tahun 2020';
/** Where only the unit's own decree sets the standard. */
export const OWN_STANDARD = 'Standar pelayanan unit (Peraturan MenPANRB Nomor 15 Tahun 2014)';

export function minutes(amount: number): ServicePromise {
  return { unit: 'minutes', amount };
}

export function workingHours(amount: number): ServicePromise {
  return { unit: 'working-hours', amount };
}

export function workingDays(amount: number): ServicePromise {
  return { unit: 'working-days', amount };
}
