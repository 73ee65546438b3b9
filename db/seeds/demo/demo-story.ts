/**
 * What happens in the demo: everything that makes a unit differ from its usual self, and since when. The dates hang
 * on the month of `today`, so that the story is always a recent one; the stories are invented.
 */
import { addMonthsToStart, monthStart, type IsoDate } from '#domain/period/civil-date';
import type { WorkingCalendar } from '#domain/calendar/working-calendar';
import type { DemoQuestionnaire } from './demo-rows.ts';
import type { DemoUnit } from './demo-units.ts';

/** Kutai Kartanegara. */
export const STORY_KABUPATEN = '64.02';

/** Codes of the units that something happens to, all in this kabupaten. */
export const STORY_UNITS = {
  loaJanan: '64.02.03',
  anggana: '64.02.04',
  /** Nine survey forms of one day are the same to the last answer. */
  alikeForms: '64.02.05',
  /** Records many requests only when they are done. */
  lateEntries: '64.02.14',
  /** Closes many requests on the last working day of a month. */
  closedTogether: '64.02.02',
  /** Its reporters open complaints again. */
  reopens: '64.02.17',
  /** Refuses on the last day of the time there is. */
  refusesLate: 'dpmptsp',
  /** Some paid there for what is free of charge. */
  chargesMore: '64.02.20',
  tenggarong: '64.02.06',
  sebulu: '64.02.07',
  muaraKaman: '64.02.11',
  tabang: '64.02.12',
  tenggarongSeberang: '64.02.16',
  rsud: 'rsud',
  disdukcapil: 'disdukcapil',
  dpmptsp: 'dpmptsp',
  bpkad: 'bpkad',
} as const;

export interface StoryDates {
  /** The day the data reach up to; what happens on it or later is not known yet. */
  readonly today: IsoDate;
  /** First of the month from which the KK of Muara Kaman slow down: five months before the current one. */
  readonly kkWorsensFrom: IsoDate;
  /** Sebulu begins PECUT: twelve months before the current one. */
  readonly pecutFrom: IsoDate;
  readonly loaJananImprovesFrom: IsoDate;
  readonly rsudGrowsFrom: IsoDate;
  /** The pilot of Disdukcapil begins to show: KK are done in half the time. */
  readonly kkPilotShowsFrom: IsoDate;
  /** Tenggarong Seberang resolves nearly all complaints in time: ten full months and the current one. */
  readonly complaintsPraiseFrom: IsoDate;
  /** Stages and pauses are recorded of requests received since. */
  readonly partsFrom: IsoDate;
  /** Two kecamatan of Kutai Kartanegara begin to serve on the first Sunday of a month. */
  readonly sundaysFrom: IsoDate;
  /** Complaints about water in Anggana become more. */
  readonly waterRisesFrom: IsoDate;
  /** BPKAD asks by the nine unsur of 2017, and no longer by the fourteen of 2004. */
  readonly newQuestionnaireFrom: IsoDate;
  /** From this day on Tabang sends nothing. */
  readonly tabangSilentFrom: IsoDate;
  /** The working day on which SIAK was down and the counters of all kecamatan waited. */
  readonly outageOn: IsoDate;
  /** Since then one kecamatan records many requests afterwards. */
  readonly lateEntriesFrom: IsoDate;
  /** The working day of the forms that are alike. */
  readonly alikeFormsOn: IsoDate;
}

/** @param calendar the office calendar, for "10 working days ago" */
export function storyDates(today: IsoDate, calendar: WorkingCalendar): StoryDates {
  const monthsAgo = (count: number): IsoDate => addMonthsToStart(today, -count);
  return {
    today,
    kkWorsensFrom: monthsAgo(5),
    pecutFrom: monthsAgo(12),
    loaJananImprovesFrom: monthsAgo(8),
    rsudGrowsFrom: monthsAgo(4),
    kkPilotShowsFrom: monthsAgo(6),
    complaintsPraiseFrom: monthsAgo(10),
    partsFrom: monthsAgo(12),
    sundaysFrom: monthsAgo(6),
    waterRisesFrom: monthsAgo(2),
    newQuestionnaireFrom: monthsAgo(9),
    tabangSilentFrom: silentFrom(today, calendar),
    outageOn: calendar.addWorkingDays(monthsAgo(2), 10),
    lateEntriesFrom: monthsAgo(2),
    alikeFormsOn: calendar.addWorkingDays(monthsAgo(1), 8),
  };
}

/** The 6th of the month once two weeks have passed since; else ten working days ago. */
function silentFrom(today: IsoDate, calendar: WorkingCalendar): IsoDate {
  const sixth = `${monthStart(today).slice(0, 8)}06`;
  return Number(today.slice(8)) >= 20 ? sixth : workingDaysBefore(today, 10, calendar);
}

/** The working day from which `count` working days have passed up to and including `day`. */
export function workingDaysBefore(day: IsoDate, count: number, calendar: WorkingCalendar): IsoDate {
  const ordinal = calendar.workingDayNumber(day) - count;
  return calendar.addWorkingDays(calendar.from, ordinal - calendar.workingDayNumber(calendar.from));
}

/** How a unit handles the requests for a service that it receives on a day. */
export interface Handling {
  /** Share completed by the deadline, 0–1. */
  readonly onTime: number;
  /** Standard deviation of the logarithm of handling times: the larger, the shorter the median at the same share. */
  readonly spread: number;
  /** Median number of working days that late requests wait beyond their deadline; null = as the spread has it. */
  readonly backlogDays: number | null;
  /** True where the share shall show in every month, also in a small one: late requests are spread evenly. */
  readonly even: boolean;
  readonly singleVisit: number;
  /** True where the share of those who came once shall show in every service and month. */
  readonly evenVisits: boolean;
  readonly preparedOnline: number;
  /** Factor on the number of requests. */
  readonly volume: number;
  /** True where the desa prepares the request (PECUT). */
  readonly throughDesa: boolean;
}

const USUAL_SPREAD = 0.55;

/** On-time share of the KK of Muara Kaman, from the first month of the slow-down. */
const KK_DECLINE = [0.82, 0.8, 0.785, 0.77, 0.755, 0.735];

export function handlingOf(unit: DemoUnit, service: string, day: IsoDate, dates: StoryDates): Handling {
  const usual: Handling = {
    onTime: unit.onTime,
    spread: USUAL_SPREAD,
    backlogDays: null,
    even: false,
    singleVisit: unit.singleVisit,
    evenVisits: unit.code === STORY_UNITS.sebulu,
    preparedOnline: 0.12,
    volume: 1,
    throughDesa: false,
  };
  switch (unit.code) {
    case STORY_UNITS.muaraKaman:
      if (service !== 'kk') return usual;
      if (day < dates.kkWorsensFrom) return { ...usual, even: true };
      return {
        ...usual,
        even: true,
        backlogDays: 28,
        onTime: KK_DECLINE[monthsBetween(dates.kkWorsensFrom, day)] ?? 0.73,
      };
    case STORY_UNITS.sebulu: {
      if (day < dates.pecutFrom) return usual;
      const settled = monthsBetween(dates.pecutFrom, day) > 0;
      return {
        ...usual,
        onTime: settled ? 0.95 : 0.92,
        spread: 1.15,
        singleVisit: settled ? 0.945 : 0.9,
        preparedOnline: settled ? 0.64 : 0.4,
        throughDesa: true,
      };
    }
    case STORY_UNITS.loaJanan:
      return day < dates.loaJananImprovesFrom ? usual : { ...usual, spread: 1.05 };
    case STORY_UNITS.disdukcapil:
      return service === 'kk' && day >= dates.kkPilotShowsFrom
        ? { ...usual, onTime: 0.96, spread: 1 }
        : usual;
    case STORY_UNITS.rsud:
      return day >= dates.rsudGrowsFrom && ['rawat-jalan', 'resep-obat-jadi'].includes(service)
        ? { ...usual, volume: 1.45 }
        : usual;
    default:
      return usual;
  }
}

/** Share of the requests of a day that are recorded only when they are done. */
export function lateEntriesOf({ code }: DemoUnit, day: IsoDate, dates: StoryDates): number {
  return code === STORY_UNITS.lateEntries && day >= dates.lateEntriesFrom ? 0.45 : 0.04;
}

/** Forms of a day that are the same to the last answer, beyond the usual ones. */
export function alikeFormsOf({ code }: DemoUnit, day: IsoDate, dates: StoryDates): number {
  return code === STORY_UNITS.alikeForms && day === dates.alikeFormsOn ? 9 : 0;
}

/** IKM of a unit on a day, 25–100. */
export function ikmOf(unit: DemoUnit, day: IsoDate, dates: StoryDates): number {
  return unit.code === STORY_UNITS.sebulu && day >= dates.pecutFrom ? 90.2 : unit.ikm;
}

/** How a unit answers the complaints it receives on a day. */
export interface Answering {
  readonly inTime: number;
  /** Share that gets stuck, and is resolved long after its deadline. */
  readonly stuckShare: number;
  /** Complaints about water a month beyond the usual ones. */
  readonly extraWater: number;
}

export function answeringOf(unit: DemoUnit, day: IsoDate, dates: StoryDates): Answering {
  if (unit.code === STORY_UNITS.tenggarongSeberang && day >= dates.complaintsPraiseFrom) {
    return { inTime: 0.985, stuckShare: 0, extraWater: 0 };
  }
  if (unit.code === STORY_UNITS.anggana && day >= dates.waterRisesFrom) {
    return { inTime: 0.7, stuckShare: 0.1, extraWater: 4 + 3 * monthsBetween(dates.waterRisesFrom, day) };
  }
  return { inTime: unit.complaintsInTime, stuckShare: 0.03, extraWater: 0 };
}

/** The questionnaire of a unit's survey on a day. */
export function questionnaireOf(unit: DemoUnit, day: IsoDate, dates: StoryDates): DemoQuestionnaire {
  return unit.code === STORY_UNITS.bpkad && day < dates.newQuestionnaireFrom
    ? 'kep-25-2004'
    : 'permenpanrb-14-2017';
}

/** The unsur of the 2017 questionnaire that a unit is weakest in; null where it is the usual one. */
export function weakUnsurOf({ code }: DemoUnit): number | null {
  return WEAK_UNSUR[code] ?? null;
}

/** U9 sarana dan prasarana, U2 prosedur. */
const WEAK_UNSUR: Readonly<Record<string, number>> = {
  [STORY_UNITS.tenggarong]: 9,
  [STORY_UNITS.sebulu]: 9,
  [STORY_UNITS.dpmptsp]: 2,
};

/** The day from which nothing is known of a unit. */
export function knownUntil(unit: DemoUnit, dates: StoryDates): IsoDate {
  return unit.code === STORY_UNITS.tabang ? dates.tabangSilentFrom : dates.today;
}

/** Months from the first of one month to the month of a day. */
function monthsBetween(first: IsoDate, day: IsoDate): number {
  return (
    (Number(day.slice(0, 4)) - Number(first.slice(0, 4))) * 12 +
    Number(day.slice(5, 7)) -
    Number(first.slice(5, 7))
  );
}
