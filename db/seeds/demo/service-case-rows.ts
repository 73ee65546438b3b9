/** The requests of a unit: who came when, for what, and when it was done. */
import type { LocalTime } from '#domain/calendar/calendar-definition';
import type { ServicePromise } from '#domain/calendar/deadline';
import { deadlineOf } from '#domain/calendar/deadline';
import type { WorkingCalendar } from '#domain/calendar/working-calendar';
import { addDays, type IsoDate } from '#domain/period/civil-date';
import { STARTER_SERVICES } from '../reference/data/starter-services.ts';
import { arrivalSecond, DAYS_PER_MONTH, isEmergency, seasonFactor, weekdayFactor } from './arrivals.ts';
import type { DemoServiceCase } from './demo-rows.ts';
import type { DemoPlace } from './demo-place.ts';
import { pauseOf, type DemoPause } from './case-pauses.ts';
import { type Handling, handlingOf, knownUntil, lateEntriesOf } from './demo-story.ts';
import { afterWorkingSeconds, isKnown, writeInstant } from './demo-time.ts';
import type { DemoUnit } from './demo-units.ts';
import { storyCases } from './indication-story.ts';
import { officerOf } from './staff-story.ts';
import { isSessionDay, SESSION_FROM, SESSION_PLACE, SESSION_TO } from './sessions.ts';
import { normalQuantile, randomStream, type RandomStream } from './random-stream.ts';

const PROMISES = new Map<string, ServicePromise>(
  STARTER_SERVICES.map(({ code, promise }) => [code, promise]),
);

/** Usual charges of the hospital, in rupiah; everything else in the demo is free of charge. */
const FEES: Readonly<Record<string, number>> = {
  igd: 60_000,
  'rawat-jalan': 45_000,
  'rawat-inap': 150_000,
  'resep-obat-jadi': 35_000,
  'resep-obat-racikan': 55_000,
  laboratorium: 85_000,
  radiologi: 120_000,
  visum: 100_000,
};

const SESSION_SERVICES = [
  ['kk', 4],
  ['cetak-ktp-hilang', 3],
  ['rekam-ktp', 3],
  ['surat-datang', 1],
  ['surat-pindah', 1],
] as const;

/** A request with how it really went, known or not. */
export interface SimulatedCase {
  readonly row: DemoServiceCase;
  readonly received: LocalTime;
  /** When it is done, also where that lies ahead. */
  readonly done: LocalTime;
  readonly calendar: WorkingCalendar;
  /** Working seconds from receipt to completion; within the standard, without the pause. */
  readonly workingSeconds: number;
  readonly availableSeconds: number;
  readonly pause: DemoPause | null;
  /** Served at the Sunday session. */
  readonly inSession: boolean;
}

/**
 * All requests a unit received before the day up to which it is known: the usual ones in order of receipt day, then those
 * of a story.
 */
export function* serviceCaseRows(unit: DemoUnit, place: DemoPlace): Generator<DemoServiceCase> {
  for (const { row } of simulatedCases(unit, place)) yield row;
  yield* storyCases(unit, place);
}

/** The requests with their pauses, in order of receipt day. */
export function* simulatedCases(unit: DemoUnit, place: DemoPlace): Generator<SimulatedCase> {
  if (unit.casesPerMonth === 0) return;
  const until = knownUntil(unit, place.dates);
  const evenly = evenStreams();
  for (let day = place.from; day < until; day = addDays(day, 1)) {
    const random = randomStream(place.seed, 'cases', unit.code, day);
    let sequence = 0;
    const number = (): string => `${day.replaceAll('-', '')}-${String(++sequence).padStart(3, '0')}`;
    for (const [service, weight] of unit.services) {
      const count = random.poisson(meanOfDay(unit, service, weight, day, place));
      for (let index = 0; index < count; index++) {
        const received = { day, second: arrivalSecond(random, service, unit.roundTheClock) };
        yield serviceCase(unit, service, received, number(), random, evenly, place);
      }
    }
    if (isSessionDay(unit, day, place)) {
      const visitors = random.poisson(unit.sundaySession === 'every' ? 13 : 9);
      for (let index = 0; index < visitors; index++)
        yield sessionCase(unit, day, number(), random, evenly, place);
    }
  }
}

function meanOfDay(unit: DemoUnit, service: string, weight: number, day: IsoDate, place: DemoPlace): number {
  const total = unit.services.reduce((sum, [, each]) => sum + each, 0);
  const perDay = (unit.casesPerMonth * weight) / total / DAYS_PER_MONTH;
  const factor = seasonFactor(service, day) * handlingOf(unit, service, day, place.dates).volume;
  // Emergencies come on all 30 days of a month, everything else on working days.
  if (isEmergency(service)) return perDay * factor * (DAYS_PER_MONTH / 30.4);
  return place.office.isWorkingDay(day) ? perDay * factor * weekdayFactor(day) : 0;
}

function serviceCase(
  unit: DemoUnit,
  service: string,
  received: LocalTime,
  number: string,
  random: RandomStream,
  evenly: EvenStreams,
  place: DemoPlace,
): SimulatedCase {
  const handling = handlingOf(unit, service, received.day, place.dates);
  const calendar = unit.roundTheClock ? place.always : place.office;
  const z = handling.even ? evenly.normal() : random.normal();
  const available = availableSeconds(service, received, calendar);
  const unpaused = Math.max(1, Math.floor(workingSecondsOf(available, handling, z, random)));
  const channel = channelOf(unit, handling, random);
  const late = random.next() < lateEntriesOf(unit, received.day, place.dates);
  const fate = { kind: random.next(), wait: random.next() };
  const servicePoint =
    channel === 'titik-layanan-desa' ? `Titik layanan desa ${1 + Math.floor(random.next() * 6)}` : null;
  const staff = `${unit.code}-p${officerOf(unit, random.next(), unpaused > available)}`;
  const visits = visitsOf(
    handling.singleVisit,
    handling.evenVisits ? evenly.quantile(service) : null,
    random,
  );
  const preparedOnline = random.next() < handling.preparedOnline;
  const until = knownUntil(unit, place.dates);
  const found = { unit, service, received, number, calendar, unpaused, available, visits };
  const pause = pauseOf(found, place);
  const workingSeconds = unpaused + (pause?.workingSeconds ?? 0);
  const done = afterWorkingSeconds(calendar, received, workingSeconds);
  const outcome = outcomeOf(done, until, received, fate);
  const row: DemoServiceCase = {
    unit: unit.code,
    number,
    service,
    channel,
    servicePoint,
    receivedAt: writeInstant(received, place.offset),
    // A few are entered only when they are done.
    recordedAt:
      (late ? outcome.completedAt(place.offset) : null) ??
      writeInstant({ ...received, second: received.second + 60 }, place.offset),
    completedAt: outcome.completedAt(place.offset),
    dueAt: null,
    status: outcome.status,
    staff,
    visits,
    preparedOnline,
    fee: FEES[service] ?? 0,
  };
  return {
    row,
    received,
    done,
    calendar,
    workingSeconds,
    availableSeconds: available,
    pause: row.status === 'dibatalkan' ? null : pause,
    inSession: false,
  };
}

/**
 * Working time from receipt to completion: log-normal, and scaled so that exactly the wanted share lies within the
 * time the standard leaves. Late ones of a backlog wait for days instead (a form that ran out, a system that is down).
 */
function workingSecondsOf(available: number, handling: Handling, z: number, random: RandomStream): number {
  const wait = random.normal();
  const zOnTime = normalQuantile(handling.onTime);
  if (z > zOnTime && handling.backlogDays !== null) {
    return available + 8 * 3600 * Math.min(120, handling.backlogDays * Math.exp(0.9 * wait));
  }
  return available * Math.exp(handling.spread * (z - zOnTime));
}

/** Values that are spread evenly, so that small samples hold them all. */
interface EvenStreams {
  /** Standard normal. */
  normal(): number;
  /** Quantile of the next request for a service. */
  quantile(service: string): number;
}

function evenStreams(): EvenStreams {
  const handling = evenQuantiles();
  const ofService = new Map<string, () => number>();
  return {
    normal: () => normalQuantile(handling()),
    quantile: (service) => {
      const next = ofService.get(service) ?? evenQuantiles();
      ofService.set(service, next);
      return next();
    },
  };
}

/** Multiples of the golden ratio. */
function evenQuantiles(): () => number {
  let quantile = 0.5;
  return () => (quantile = (quantile + 0.618_033_988_75) % 1);
}

function availableSeconds(service: string, received: LocalTime, calendar: WorkingCalendar): number {
  const promise = PROMISES.get(service);
  if (promise === undefined) throw new RangeError(`No standard for the service ${service}`);
  if (promise.unit === 'minutes') return promise.amount * 60;
  if (promise.unit === 'working-hours') return promise.amount * 3600;
  const { day, second } = deadlineOf(calendar, received, promise);
  // A promise in days lasts to the end of its last day.
  return calendar.workingSecondsBetween(received, { day, second });
}

interface Outcome {
  readonly status: DemoServiceCase['status'];
  completedAt(offset: string): string | null;
}

/** What is known of a request that is done at `done`. */
function outcomeOf(
  done: LocalTime,
  until: IsoDate,
  received: LocalTime,
  { kind, wait }: { readonly kind: number; readonly wait: number },
): Outcome {
  if (!isKnown(done, until)) {
    const status = addDays(received.day, 1) >= until ? 'diterima' : wait < 0.08 ? 'ditunda' : 'diproses';
    return { status, completedAt: () => null };
  }
  if (kind < 0.011) return { status: 'dibatalkan', completedAt: () => null };
  return { status: kind < 0.03 ? 'ditolak' : 'selesai', completedAt: (offset) => writeInstant(done, offset) };
}

const COUNTER_CHANNELS = [
  ['tatap-muka', 76],
  ['titik-layanan-desa', 11],
  ['whatsapp', 6],
  ['jemput-bola', 4],
  ['aplikasi', 3],
] as const;
const PECUT_CHANNELS = [
  ['tatap-muka', 42],
  ['titik-layanan-desa', 36],
  ['aplikasi', 13],
  ['whatsapp', 6],
  ['jemput-bola', 3],
] as const;
const OFFICE_CHANNELS = [
  ['tatap-muka', 58],
  ['web', 22],
  ['aplikasi', 14],
  ['email', 6],
] as const;
const HOSPITAL_CHANNELS = [
  ['tatap-muka', 84],
  ['aplikasi', 16],
] as const;

function channelOf(unit: DemoUnit, handling: Handling, random: RandomStream): string {
  if (unit.roundTheClock) return random.pick(HOSPITAL_CHANNELS);
  if (unit.kind !== 'kecamatan') return random.pick(OFFICE_CHANNELS);
  return random.pick(handling.throughDesa ? PECUT_CHANNELS : COUNTER_CHANNELS);
}

function visitsOf(singleVisit: number, quantile: number | null, random: RandomStream): number {
  const drawn = random.next();
  if ((quantile ?? drawn) < singleVisit) return 1;
  return random.next() < 0.8 ? 2 : 3;
}

/** Someone who comes to the Sunday session: done there, or on the next working day like everyone else. */
function sessionCase(
  unit: DemoUnit,
  day: IsoDate,
  number: string,
  random: RandomStream,
  evenly: EvenStreams,
  place: DemoPlace,
): SimulatedCase {
  const received = {
    day,
    second: SESSION_FROM + Math.floor(random.next() * (SESSION_TO - SESSION_FROM - 600)),
  };
  const simulated = serviceCase(unit, random.pick(SESSION_SERVICES), received, number, random, evenly, place);
  const done = { day, second: received.second + 420 + Math.floor(-900 * Math.log(1 - random.next())) };
  const request = simulated.row;
  const atOnce = done.second <= SESSION_TO && request.status !== 'dibatalkan' && request.status !== 'ditolak';
  return {
    ...simulated,
    pause: atOnce ? null : simulated.pause,
    inSession: true,
    row: {
      ...request,
      channel: 'tatap-muka',
      servicePoint: SESSION_PLACE,
      ...(atOnce ? { status: 'selesai', completedAt: writeInstant(done, place.offset), visits: 1 } : {}),
    },
  };
}
