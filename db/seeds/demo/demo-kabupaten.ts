/** The three kabupaten of the demo and their rows: a pure function of the seed and the day. */
import { addMonthsToStart, type IsoDate } from '#domain/period/civil-date';
import {
  makeCalendar,
  ROUND_THE_CLOCK,
  STARTER_CALENDARS,
} from '../../../server/platform/kabupaten/calendar-days.repository.ts';
import { HOLIDAYS } from '../reference/data/holidays.ts';
import { stepRows } from './case-steps.ts';
import { complaintRows } from './complaint-rows.ts';
import type { DemoDataset, DemoRows } from './demo-rows.ts';
import { storyDates } from './demo-story.ts';
import { BEKASI_UNITS, INDRAMAYU_UNITS, KUTAI_KARTANEGARA_UNITS, type DemoUnit } from './demo-units.ts';
import type { DemoPlace } from './demo-place.ts';
import { serviceCaseRows } from './service-case-rows.ts';
import { pauseRows } from './pause-rows.ts';
import { sessionRows } from './sessions.ts';
import { surveyRows } from './survey-rows.ts';
import { targetRows } from './target-rows.ts';

export interface DemoKabupaten {
  readonly code: string;
  readonly name: string;
  readonly timeZone: string;
  readonly offset: string;
  /** Full months of data before the current one. */
  readonly months: number;
  readonly units: readonly DemoUnit[];
}

export const DEMO_KABUPATEN: readonly DemoKabupaten[] = [
  {
    code: '64.02',
    name: 'Kutai Kartanegara',
    timeZone: 'Asia/Makassar',
    offset: '+08:00',
    // Limits are made of the first 24: those come before most of what the story tells.
    months: 30,
    units: KUTAI_KARTANEGARA_UNITS,
  },
  {
    code: '32.16',
    name: 'Bekasi',
    timeZone: 'Asia/Jakarta',
    offset: '+07:00',
    months: 6,
    units: BEKASI_UNITS,
  },
  {
    code: '32.12',
    name: 'Indramayu',
    timeZone: 'Asia/Jakarta',
    offset: '+07:00',
    months: 8,
    units: INDRAMAYU_UNITS,
  },
];

/** Changing it changes every figure of the demo. */
export const DEMO_SEED = 'pandu-1';

/**
 * The rows of one dataset of a kabupaten, unit by unit, up to the end of the day before `today`. The same seed and
 * day give the same rows; another day of the same month gives the same past, but for the two stories that are told
 * backwards from today (Anggana's unanswered complaints, Tabang's silence).
 */
export function* demoRows<Dataset extends DemoDataset>(
  kabupaten: DemoKabupaten,
  dataset: Dataset,
  { seed, today }: { readonly seed: string; readonly today: IsoDate },
): Generator<DemoRows[Dataset]> {
  const place = demoPlace(kabupaten, today, seed);
  const kecamatan = kabupaten.units.filter(({ kind }) => kind === 'kecamatan').map(({ code }) => code);
  const makers: { readonly [Name in DemoDataset]: (unit: DemoUnit) => Iterable<DemoRows[Name]> } = {
    'extra-sessions': (unit) => sessionRows(unit, place),
    'service-cases': (unit) => serviceCaseRows(unit, place),
    complaints: (unit) => complaintRows(unit, place, kecamatan),
    'survey-responses': (unit) => surveyRows(unit, place),
    pauses: (unit) => pauseRows(unit, place),
    'case-steps': (unit) => stepRows(unit, place),
    // Not of a unit: they hold for the kabupaten.
    targets: (unit) => (unit === kabupaten.units[0] ? targetRows(place) : []),
  };
  for (const unit of kabupaten.units) yield* makers[dataset](unit);
}

/** Calendars and dates of a kabupaten of the demo on a day. */
export function demoPlace(kabupaten: DemoKabupaten, today: IsoDate, seed: string = DEMO_SEED): DemoPlace {
  const [office, always] = ['default', ROUND_THE_CLOCK].map((code) => {
    const calendar = STARTER_CALENDARS.find((candidate) => candidate.code === code);
    if (calendar === undefined) throw new RangeError(`No calendar ${code}`);
    return makeCalendar(calendar.settings, HOLIDAYS);
  });
  if (office === undefined || always === undefined) throw new RangeError('Two calendars are needed');
  return {
    seed: `${seed}|${kabupaten.code}`,
    offset: kabupaten.offset,
    office,
    always,
    dates: storyDates(today, office),
    from: addMonthsToStart(today, -kabupaten.months),
    units: kabupaten.units.map(({ code }) => code),
  };
}
