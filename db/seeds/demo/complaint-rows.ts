/** The complaints of a unit: what people wrote, and what became of it. */
import type { LocalTime } from '#domain/calendar/calendar-definition';
import type { WorkingCalendar } from '#domain/calendar/working-calendar';
import { addDays, weekdayOf, type IsoDate } from '#domain/period/civil-date';
import { COMPLAINT_CLASSES } from '../reference/data/complaint-classes.ts';
import { ONLINE_HOURS } from './arrivals.ts';
import { demoReporter } from './complaint-reporters.ts';
import { topicsOf, WATER, type ComplaintTopic } from './complaint-texts.ts';
import type { DemoComplaint } from './demo-rows.ts';
import { answeringOf, knownUntil, STORY_UNITS, workingDaysBefore } from './demo-story.ts';
import { afterWorkingSeconds, isKnown, writeInstant } from './demo-time.ts';
import type { DemoUnit } from './demo-units.ts';
import { reopenedComplaints } from './indication-story.ts';
import { normalQuantile, randomStream, type RandomStream } from './random-stream.ts';
import type { DemoPlace } from './demo-place.ts';

const WORKING_DAY = 8 * 3600;
const SPREAD = 0.6;
/** Working days that a complaint which got stuck takes beyond its time: in the end it is resolved as well. */
const STUCK_DAYS = 45;

/** Working days that the water complaints of Anggana have waited up to today, none of them answered. */
const UNANSWERED_DAYS = [9, 8, 8, 7, 6, 5, 5, 4, 3, 3, 2, 1];

const CHANNELS = [
  ['whatsapp', 30],
  ['sp4n-lapor', 21],
  ['facebook', 12],
  ['call-center', 11],
  ['tatap-muka', 10],
  ['instagram', 7],
  ['aplikasi', 5],
  ['web', 3],
  ['x', 1],
] as const;

/** Where I-CETA collects: its call centre and social media. */
const CALL_CENTRE_CHANNELS = [
  ['call-center', 42],
  ['whatsapp', 24],
  ['facebook', 16],
  ['instagram', 8],
  ['sp4n-lapor', 10],
] as const;

/** All complaints a unit received before the day up to which it is known, in order of receipt day. */
export function* complaintRows(
  unit: DemoUnit,
  place: DemoPlace,
  kecamatan: readonly string[],
): Generator<DemoComplaint> {
  const until = knownUntil(unit, place.dates);
  const topics = topicsOf(unit.code, unit.kind).map((topic) => [topic, topic.weight] as const);
  for (let day = place.from; day < until; day = addDays(day, 1)) {
    const random = randomStream(place.seed, 'complaints', unit.code, day);
    const { extraWater } = answeringOf(unit, day, place.dates);
    const usual = random.poisson((unit.complaintsPerMonth / 30.4) * weekFactor(day));
    const water = random.poisson((extraWater / 30.4) * weekFactor(day));
    for (let index = 0; index < usual + water; index++) {
      const topic = index < usual ? random.pick(topics) : WATER;
      yield complaint(unit, topic, { day, second: secondOfDay(random) }, index + 1, random, place, kecamatan);
    }
  }
  if (unit.code === STORY_UNITS.anggana) yield* unansweredComplaints(unit, place);
  yield* reopenedComplaints(unit, place);
}

/** People write on any day, less at the weekend; the mean over a week is 1. */
function weekFactor(day: IsoDate): number {
  return weekdayOf(day) >= 6 ? 0.6 : 1.16;
}

function secondOfDay(random: RandomStream): number {
  return random.pick(ONLINE_HOURS) * 3600 + Math.floor(random.next() * 3600);
}

function numberOf(day: IsoDate, sequence: number): string {
  return `ADU-${day.replaceAll('-', '')}-${String(sequence).padStart(2, '0')}`;
}

function complaint(
  unit: DemoUnit,
  topic: ComplaintTopic,
  received: LocalTime,
  sequence: number,
  random: RandomStream,
  place: DemoPlace,
  kecamatan: readonly string[],
): DemoComplaint {
  const until = knownUntil(unit, place.dates);
  const known = (time: LocalTime): string | null =>
    isKnown(time, until) ? writeInstant(time, place.offset) : null;
  const steps = stepsOf(unit, topic, received, random, place);
  const verifiedAt = known(steps.verified);
  const refusal = random.next();
  const anyKecamatan = random.oneOf(kecamatan);
  const opinion = random.next();
  const channel = random.pick(place.offset === '+08:00' ? CHANNELS : CALL_CENTRE_CHANNELS);
  const number = numberOf(received.day, sequence);
  const common = {
    ...demoReporter(place.seed, unit.code, number),
    unit: unit.code,
    number,
    area: unit.kind === 'kecamatan' ? unit.code : anyKecamatan,
    service: topic.service,
    channel,
    class: topic.class,
    category: topic.category,
    text: random.oneOf(topic.texts),
    receivedAt: writeInstant(received, place.offset),
    verifiedAt,
    dueAt: null,
  } as const;
  const unsettled = {
    firstResponseAt: null,
    resolvedAt: null,
    closedAt: null,
    reporterSatisfied: null,
  } as const;
  if (verifiedAt === null) return { ...common, ...unsettled, status: 'diterima' };
  if (refusal < 0.09) {
    return {
      ...common,
      ...unsettled,
      closedAt: verifiedAt,
      status: refusal < 0.04 ? 'tidak-valid' : 'bukan-kewenangan',
    };
  }
  const firstResponseAt = known(steps.answered);
  const resolvedAt = known(steps.resolved);
  const closedAt = known(afterWorkingSeconds(place.office, steps.resolved, 10 * WORKING_DAY));
  if (firstResponseAt === null)
    return { ...common, ...unsettled, status: refusal < 0.5 ? 'diverifikasi' : 'didisposisi' };
  if (resolvedAt === null) return { ...common, ...unsettled, firstResponseAt, status: 'ditindaklanjuti' };
  // Opened again, and being worked on; after a while that, too, is settled.
  const settledAgain = known(
    afterWorkingSeconds(place.office, steps.resolved, (10 + STUCK_DAYS) * WORKING_DAY),
  );
  const reopened = closedAt !== null && settledAgain === null && opinion > 0.985;
  return {
    ...common,
    firstResponseAt,
    resolvedAt,
    closedAt: reopened ? null : closedAt,
    status: reopened ? 'dibuka-kembali' : closedAt === null ? 'selesai' : 'ditutup',
    reporterSatisfied:
      closedAt === null ? null : reopened ? false : opinion < 0.3 ? true : opinion < 0.38 ? false : null,
  };
}

interface Steps {
  readonly verified: LocalTime;
  readonly answered: LocalTime;
  readonly resolved: LocalTime;
}

/** Working time to each step: log-normal, the last one scaled so that the wanted share meets the deadline of the class. */
function stepsOf(
  unit: DemoUnit,
  topic: ComplaintTopic,
  received: LocalTime,
  random: RandomStream,
  place: DemoPlace,
): Steps {
  const { inTime, stuckShare } = answeringOf(unit, received.day, place.dates);
  const available = availableSeconds(topic, received, place.office);
  const resolution = available * Math.exp(SPREAD * (random.normal() - normalQuantile(inTime)));
  const verification = Math.min(3 * 3600 * Math.exp(0.8 * random.normal()), 0.3 * resolution);
  const answer = Math.max(
    Math.min(1.2 * WORKING_DAY * Math.exp(0.7 * random.normal()), 0.7 * resolution),
    verification + 60,
  );
  const stuck = random.next() < stuckShare;
  const after = (seconds: number): LocalTime => afterWorkingSeconds(place.office, received, seconds);
  return {
    verified: after(verification),
    answered: after(answer),
    resolved: after(Math.max(stuck ? resolution + STUCK_DAYS * WORKING_DAY : resolution, answer + 60)),
  };
}

function availableSeconds(topic: ComplaintTopic, received: LocalTime, office: WorkingCalendar): number {
  const days = COMPLAINT_CLASSES.find(({ code }) => code === topic.class)?.deadlineWorkingDays ?? 15;
  const last = office.addWorkingDays(received.day, days);
  return office.workingSecondsBetween(received, { day: last, second: 86_400 });
}

/** The story of Anggana: a dozen complaints about water that nobody has answered, neither unit nor Diskominfo. */
function* unansweredComplaints(unit: DemoUnit, place: DemoPlace): Generator<DemoComplaint> {
  const random = randomStream(place.seed, 'unanswered', place.dates.today);
  for (const [index, days] of UNANSWERED_DAYS.entries()) {
    const received = {
      day: workingDaysBefore(place.dates.today, days, place.office),
      second: 9 * 3600 + Math.floor(random.next() * 6 * 3600),
    };
    const number = numberOf(received.day, 90 + index);
    yield {
      ...demoReporter(place.seed, unit.code, number),
      unit: unit.code,
      number,
      area: unit.code,
      service: null,
      channel: random.pick(CHANNELS),
      class: WATER.class,
      category: WATER.category,
      text: WATER.texts[index % WATER.texts.length] ?? '',
      receivedAt: writeInstant(received, place.offset),
      verifiedAt:
        days > 3 ? writeInstant(afterWorkingSeconds(place.office, received, 3 * 3600), place.offset) : null,
      firstResponseAt: null,
      resolvedAt: null,
      closedAt: null,
      dueAt: null,
      status: days > 3 ? 'didisposisi' : 'diterima',
      reporterSatisfied: null,
    };
  }
}
