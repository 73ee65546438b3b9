/**
 * What the Inspektorat of the demo would look into: records that stand out, each with an explanation that may be
 * innocent. Invented like all of the demo, and added to what the units do anyway.
 */
import type { LocalTime } from '#domain/calendar/calendar-definition';
import { addDays, addMonthsToStart, monthStart, type IsoDate } from '#domain/period/civil-date';
import { demoReporter } from './complaint-reporters.ts';
import { topicsOf } from './complaint-texts.ts';
import type { DemoPlace } from './demo-place.ts';
import type { DemoComplaint, DemoServiceCase } from './demo-rows.ts';
import { STORY_UNITS, workingDaysBefore } from './demo-story.ts';
import { writeInstant } from './demo-time.ts';
import type { DemoUnit } from './demo-units.ts';

/** Numbers of these records of a day begin here, far above those of the usual ones. */
const FIRST_NUMBER = 901;
const FIRST_COMPLAINT = 81;
const HOUR = 3600;

/** Requests of a unit that belong to the stories below. */
export function* storyCases({ code }: DemoUnit, place: DemoPlace): Generator<DemoServiceCase> {
  if (code === STORY_UNITS.closedTogether) yield* closedTogether(place);
  if (code === STORY_UNITS.refusesLate) yield* refusedLate(place);
  if (code === STORY_UNITS.chargesMore) yield* chargedMore(place);
}

/** Printed in one go: blank KTP came on the last working day of last month, for those who asked the day before. */
function* closedTogether(place: DemoPlace): Generator<DemoServiceCase> {
  const endOfMonth = workingDaysBefore(addDays(monthStart(place.dates.today), -1), 0, place.office);
  const dayBefore = workingDaysBefore(endOfMonth, 1, place.office);
  for (let index = 0; index < 18; index += 1)
    yield request(place, {
      unit: STORY_UNITS.closedTogether,
      service: 'cetak-ktp-hilang',
      received: { day: dayBefore, second: 9 * HOUR + index * 600 },
      ended: { day: endOfMonth, second: 13 * HOUR + index * 120 },
      status: 'selesai',
      sequence: FIRST_NUMBER + index,
    });
}

/** Licences to practise (five working days), refused on their last day: three or four in each of three months. */
function* refusedLate(place: DemoPlace): Generator<DemoServiceCase> {
  for (let index = 0; index < 10; index += 1) {
    const month = addMonthsToStart(place.dates.today, (index % 3) - 3);
    const day = place.office.addWorkingDays(month, 2 + 2 * Math.floor(index / 3));
    yield request(place, {
      unit: STORY_UNITS.refusesLate,
      service: 'sip-tenaga-kesehatan',
      received: { day, second: 9 * HOUR + index * 300 },
      ended: { day: place.office.addWorkingDays(day, 5), second: 15 * HOUR + index * 120 },
      status: 'ditolak',
      sequence: FIRST_NUMBER,
    });
  }
}

/** The service whose standard the demo's kabupaten has confirmed: free of charge. */
export const CONFIRMED_SERVICE = 'legalisasi-surat';
const CHARGED = 10_000;

/** Four people of last month paid for a stamp that is free of charge. */
function* chargedMore(place: DemoPlace): Generator<DemoServiceCase> {
  const month = addMonthsToStart(place.dates.today, -1);
  for (let index = 0; index < 4; index += 1) {
    const day = place.office.addWorkingDays(month, 3 + 2 * index);
    yield request(place, {
      unit: STORY_UNITS.chargesMore,
      service: CONFIRMED_SERVICE,
      received: { day, second: 10 * HOUR },
      ended: { day, second: 10 * HOUR + 420 },
      status: 'selesai',
      sequence: FIRST_NUMBER,
      fee: CHARGED,
    });
  }
}

interface StoryRequest {
  readonly unit: string;
  readonly service: string;
  readonly received: LocalTime;
  readonly ended: LocalTime;
  readonly status: 'selesai' | 'ditolak';
  readonly sequence: number;
  /** Rupiah; left out where nothing was paid. */
  readonly fee?: number;
}

function request(place: DemoPlace, told: StoryRequest): DemoServiceCase {
  const { received, ended } = told;
  return {
    unit: told.unit,
    number: `${received.day.replaceAll('-', '')}-${String(told.sequence)}`,
    service: told.service,
    channel: 'tatap-muka',
    servicePoint: null,
    receivedAt: writeInstant(received, place.offset),
    recordedAt: writeInstant({ ...received, second: received.second + 60 }, place.offset),
    completedAt: writeInstant(ended, place.offset),
    dueAt: null,
    status: told.status,
    // A story about a unit, not about one of its officers.
    staff: null,
    visits: null,
    preparedOnline: null,
    fee: told.fee ?? 0,
  };
}

/** Complaints of last month that were answered quickly, and that their reporters opened again. */
export function* reopenedComplaints(unit: DemoUnit, place: DemoPlace): Generator<DemoComplaint> {
  if (unit.code !== STORY_UNITS.reopens) return;
  const { office, offset } = place;
  const topics = topicsOf(unit.code, unit.kind).filter(({ category }) => REOPENED.includes(category));
  const month = addMonthsToStart(place.dates.today, -1);
  for (let index = 0; index < 5; index += 1) {
    const topic = topics[index % topics.length];
    if (topic === undefined) return;
    const day: IsoDate = office.addWorkingDays(month, 1 + index);
    const number = `ADU-${day.replaceAll('-', '')}-${String(FIRST_COMPLAINT)}`;
    const at = (workingDays: number, hour: number): string =>
      writeInstant({ day: office.addWorkingDays(day, workingDays), second: hour * HOUR }, offset);
    yield {
      ...demoReporter(place.seed, unit.code, number),
      unit: unit.code,
      number,
      area: unit.code,
      service: topic.service,
      channel: 'whatsapp',
      class: topic.class,
      category: topic.category,
      text: topic.texts[index % topic.texts.length] ?? '',
      receivedAt: writeInstant({ day, second: 10 * HOUR }, offset),
      verifiedAt: writeInstant({ day, second: 11 * HOUR }, offset),
      firstResponseAt: at(1, 9),
      resolvedAt: at(2, 14),
      closedAt: null,
      dueAt: null,
      status: 'dibuka-kembali',
      reporterSatisfied: false,
    };
  }
}

/** Matters that come back by themselves. */
const REOPENED: readonly string[] = ['Sampah', 'Jalan rusak', 'Lampu jalan'];
