/** When people come: weekdays, hours, seasons. */
import { weekdayOf, type IsoDate } from '#domain/period/civil-date';
import type { RandomStream } from './random-stream.ts';

/** Working days of an average month. */
export const DAYS_PER_MONTH = 20.5;

/** Monday to Friday: the queue of the weekend comes on Monday, Friday is short. */
const WEEKDAY_FACTOR = [1.18, 1.06, 1, 0.96, 0.8];

/** Factor on a counter's usual day; weekends have none. */
export function weekdayFactor(day: IsoDate): number {
  return WEEKDAY_FACTOR[weekdayOf(day) - 1] ?? 0;
}

/** Arrivals at a counter that is open from 08.00 to 16.00: a morning peak, a quiet noon. */
const COUNTER_HOURS: readonly (readonly [hour: number, weight: number])[] = [
  [8, 17],
  [9, 22],
  [10, 20],
  [11, 13],
  [12, 4],
  [13, 11],
  [14, 9],
  [15, 4],
];

/** Arrivals through an application, on any day of the week. */
export const ONLINE_HOURS: readonly (readonly [hour: number, weight: number])[] = [
  [6, 3],
  [7, 6],
  [8, 9],
  [9, 10],
  [10, 10],
  [11, 8],
  [12, 7],
  [13, 7],
  [14, 6],
  [15, 6],
  [16, 6],
  [17, 5],
  [18, 5],
  [19, 6],
  [20, 6],
  [21, 4],
];

/** Outpatients come early; an emergency has no hour, but most are in the evening. */
const OUTPATIENT_HOURS: readonly (readonly [number, number])[] = [
  [7, 18],
  [8, 26],
  [9, 22],
  [10, 15],
  [11, 9],
  [12, 4],
  [13, 6],
];
const EMERGENCY_HOURS: readonly (readonly [number, number])[] = Array.from(
  { length: 24 },
  (_, hour) => [hour, hour >= 17 && hour <= 22 ? 8 : hour < 6 ? 2 : 4] as const,
);

/** Hospital services that are there on every day and at every hour. */
const EMERGENCY_SERVICES: readonly string[] = ['igd', 'rawat-inap', 'visum'];

export function isEmergency(service: string): boolean {
  return EMERGENCY_SERVICES.includes(service);
}

/** Second of the day at which someone arrives at a counter, 08.00 to 15.50; at the hospital by its own hours. */
export function arrivalSecond(random: RandomStream, service: string, hospital: boolean): number {
  const hours = !hospital ? COUNTER_HOURS : isEmergency(service) ? EMERGENCY_HOURS : OUTPATIENT_HOURS;
  const second = random.pick(hours) * 3600 + Math.floor(random.next() * 3600);
  return hospital ? second : Math.min(second, 15 * 3600 + 50 * 60);
}

/** Factor by month (January first) of services with a season; all others have 1. */
const SEASONS: Readonly<Record<string, readonly number[]>> = {
  // Graduation, and entrance to the next school.
  'legalisir-ijazah': [0.7, 0.7, 0.8, 0.9, 1.5, 2.6, 2.3, 1.2, 0.8, 0.6, 0.6, 0.6],
  'mutasi-siswa': [1.5, 0.6, 0.5, 0.5, 0.8, 2, 2.4, 1, 0.6, 0.5, 0.5, 1.1],
  'rekomendasi-pip': [0.6, 1, 1.6, 1.4, 1, 0.6, 0.7, 1.4, 1.5, 1, 0.7, 0.5],
  // People move after Idulfitri and in the school holidays.
  'surat-datang': [1, 0.9, 0.9, 1.4, 1.1, 1.1, 1.3, 1, 0.9, 0.9, 0.9, 0.8],
  'surat-pindah': [1, 0.9, 0.9, 1.2, 1.1, 1.2, 1.3, 1, 0.9, 0.9, 0.9, 0.8],
  // Job seekers after graduation.
  'ak-1': [1, 0.9, 0.9, 1, 1.1, 1.3, 1.3, 1.2, 1, 1, 0.8, 0.6],
  // The end of the budget year.
  sp2d: [0.4, 0.7, 0.9, 0.9, 1, 1, 1, 1, 1, 1.1, 1.3, 1.7],
  'pengajuan-spp-setda': [0.4, 0.7, 0.9, 0.9, 1, 1, 1, 1, 1, 1.1, 1.3, 1.7],
};

export function seasonFactor(service: string, day: IsoDate): number {
  return SEASONS[service]?.[Number(day.slice(5, 7)) - 1] ?? 1;
}
