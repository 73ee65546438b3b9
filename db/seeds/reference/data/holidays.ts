/**
 * National holidays and cuti bersama, as decreed each year by three ministers (SKB
 * Menteri Agama, Menteri Ketenagakerjaan, Menteri PANRB). Later decrees add days: they
 * are entered in the calendar, and open cases get new deadlines.
 */
import type { ClosureKind } from '#domain/calendar/calendar-definition';
import type { IsoDate } from '#domain/period/civil-date';

export interface Holiday {
  readonly day: IsoDate;
  readonly kind: Extract<ClosureKind, 'national' | 'joint-leave'>;
  readonly name: string;
  readonly legalBasis: string;
  /** True when the day was found second-hand and awaits a look into the decree. */
  readonly check: boolean;
}

const SKB_2025 =
  'SKB Menteri Agama Nomor 1017 Tahun 2024, Menteri Ketenagakerjaan Nomor 2 Tahun 2024, dan Menteri PANRB Nomor 2 Tahun 2024';
const SKB_2025_AMENDED =
  'SKB Menteri Agama Nomor 933 Tahun 2025, Menteri Ketenagakerjaan Nomor 1 Tahun 2025, dan Menteri PANRB Nomor 3 Tahun 2025';
const SKB_2026 =
  'SKB Menteri Agama Nomor 1497 Tahun 2025, Menteri Ketenagakerjaan Nomor 2 Tahun 2025, dan Menteri PANRB Nomor 5 Tahun 2025';
const SKB_2027 = 'SKB tiga menteri tentang Hari Libur Nasional dan Cuti Bersama Tahun 2027';

type DayAndName = readonly [monthAndDay: string, name: string];

const NATIONAL_2025: readonly DayAndName[] = [
  ['01-01', 'Tahun Baru 2025 Masehi'],
  ['01-27', 'Isra Mikraj Nabi Muhammad saw.'],
  ['01-29', 'Tahun Baru Imlek 2576 Kongzili'],
  ['03-29', 'Hari Suci Nyepi (Tahun Baru Saka 1947)'],
  ['03-31', 'Hari Raya Idulfitri 1446 Hijriah'],
  ['04-01', 'Hari Raya Idulfitri 1446 Hijriah'],
  ['04-18', 'Wafat Yesus Kristus'],
  ['04-20', 'Kebangkitan Yesus Kristus (Paskah)'],
  ['05-01', 'Hari Buruh Internasional'],
  ['05-12', 'Hari Raya Waisak 2569 BE'],
  ['05-29', 'Kenaikan Yesus Kristus'],
  ['06-01', 'Hari Lahir Pancasila'],
  ['06-06', 'Hari Raya Iduladha 1446 Hijriah'],
  ['06-27', 'Tahun Baru Islam 1 Muharam 1447 Hijriah'],
  ['08-17', 'Proklamasi Kemerdekaan'],
  ['09-05', 'Maulid Nabi Muhammad saw.'],
  ['12-25', 'Kelahiran Yesus Kristus'],
];

const JOINT_LEAVE_2025: readonly DayAndName[] = [
  ['01-28', 'Cuti bersama Tahun Baru Imlek'],
  ['03-28', 'Cuti bersama Hari Suci Nyepi'],
  ['04-02', 'Cuti bersama Idulfitri'],
  ['04-03', 'Cuti bersama Idulfitri'],
  ['04-04', 'Cuti bersama Idulfitri'],
  ['04-07', 'Cuti bersama Idulfitri'],
  ['05-13', 'Cuti bersama Waisak'],
  ['05-30', 'Cuti bersama Kenaikan Yesus Kristus'],
  ['06-09', 'Cuti bersama Iduladha'],
  ['12-26', 'Cuti bersama Kelahiran Yesus Kristus'],
];

/** Decreed in August 2025, when deadlines that ran over it had already been set. */
const JOINT_LEAVE_2025_ADDED: readonly DayAndName[] = [['08-18', 'Cuti bersama Proklamasi Kemerdekaan']];

const NATIONAL_2026: readonly DayAndName[] = [
  ['01-01', 'Tahun Baru 2026 Masehi'],
  ['01-16', 'Isra Mikraj Nabi Muhammad saw.'],
  ['02-17', 'Tahun Baru Imlek 2577 Kongzili'],
  ['03-19', 'Hari Suci Nyepi (Tahun Baru Saka 1948)'],
  ['03-21', 'Hari Raya Idulfitri 1447 Hijriah'],
  ['03-22', 'Hari Raya Idulfitri 1447 Hijriah'],
  ['04-03', 'Wafat Yesus Kristus'],
  ['04-05', 'Kebangkitan Yesus Kristus (Paskah)'],
  ['05-01', 'Hari Buruh Internasional'],
  ['05-14', 'Kenaikan Yesus Kristus'],
  ['05-27', 'Hari Raya Iduladha 1447 Hijriah'],
  ['05-31', 'Hari Raya Waisak 2570 BE'],
  ['06-01', 'Hari Lahir Pancasila'],
  ['06-16', 'Tahun Baru Islam 1 Muharam 1448 Hijriah'],
  ['08-17', 'Proklamasi Kemerdekaan'],
  ['08-25', 'Maulid Nabi Muhammad saw.'],
  ['12-25', 'Kelahiran Yesus Kristus'],
];

const JOINT_LEAVE_2026: readonly DayAndName[] = [
  ['02-16', 'Cuti bersama Tahun Baru Imlek'],
  ['03-18', 'Cuti bersama Hari Suci Nyepi'],
  ['03-20', 'Cuti bersama Idulfitri'],
  ['03-23', 'Cuti bersama Idulfitri'],
  ['03-24', 'Cuti bersama Idulfitri'],
  ['05-15', 'Cuti bersama Kenaikan Yesus Kristus'],
  ['05-28', 'Cuti bersama Iduladha'],
  ['12-24', 'Cuti bersama Kelahiran Yesus Kristus'],
];

const NATIONAL_2027: readonly DayAndName[] = [
  ['01-01', 'Tahun Baru 2027 Masehi'],
  ['01-05', 'Isra Mikraj Nabi Muhammad saw. (27 Rajab 1448 Hijriah)'],
  ['02-06', 'Tahun Baru Imlek 2578 Kongzili'],
  ['03-08', 'Hari Suci Nyepi (Tahun Baru Saka 1949)'],
  ['03-10', 'Hari Raya Idulfitri 1448 Hijriah'],
  ['03-11', 'Hari Raya Idulfitri 1448 Hijriah'],
  ['03-26', 'Wafat Yesus Kristus'],
  ['03-28', 'Kebangkitan Yesus Kristus (Paskah)'],
  ['05-01', 'Hari Buruh Internasional'],
  ['05-06', 'Kenaikan Yesus Kristus'],
  ['05-17', 'Hari Raya Iduladha 1448 Hijriah'],
  ['05-20', 'Hari Raya Waisak 2571 BE'],
  ['06-01', 'Hari Lahir Pancasila'],
  ['06-06', 'Tahun Baru Islam 1 Muharam 1449 Hijriah'],
  ['08-15', 'Maulid Nabi Muhammad saw.'],
  ['08-17', 'Proklamasi Kemerdekaan'],
  ['12-25', 'Kelahiran Yesus Kristus'],
  ['12-26', 'Isra Mikraj Nabi Muhammad saw. (27 Rajab 1449 Hijriah)'],
];

const JOINT_LEAVE_2027: readonly DayAndName[] = [
  ['02-05', 'Cuti bersama Tahun Baru Imlek'],
  ['03-09', 'Cuti bersama Idulfitri'],
  ['03-12', 'Cuti bersama Idulfitri'],
  ['03-15', 'Cuti bersama Idulfitri'],
  ['03-25', 'Cuti bersama Wafat Yesus Kristus'],
  ['05-18', 'Cuti bersama Iduladha'],
  ['05-19', 'Cuti bersama Waisak'],
  ['12-24', 'Cuti bersama Kelahiran Yesus Kristus'],
];

/** Every holiday and cuti bersama that ships with the product, in order of date. */
export const HOLIDAYS: readonly Holiday[] = [
  ...listed(2025, 'national', NATIONAL_2025, SKB_2025, true),
  ...listed(2025, 'joint-leave', JOINT_LEAVE_2025, SKB_2025, true),
  ...listed(2025, 'joint-leave', JOINT_LEAVE_2025_ADDED, SKB_2025_AMENDED, true),
  ...listed(2026, 'national', NATIONAL_2026, SKB_2026, false),
  ...listed(2026, 'joint-leave', JOINT_LEAVE_2026, SKB_2026, false),
  ...listed(2027, 'national', NATIONAL_2027, SKB_2027, true),
  ...listed(2027, 'joint-leave', JOINT_LEAVE_2027, SKB_2027, true),
].sort((a, b) => (a.day < b.day ? -1 : 1));

function listed(
  year: number,
  kind: Holiday['kind'],
  days: readonly DayAndName[],
  legalBasis: string,
  check: boolean,
): Holiday[] {
  return days.map(([day, name]) => ({ day: `${year}-${day}`, kind, name, legalBasis, check }));
}
