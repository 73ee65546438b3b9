/** The answers to the satisfaction survey of a unit, by the questionnaire it uses. */
import { addDays, type IsoDate } from '#domain/period/civil-date';
import { DAYS_PER_MONTH, seasonFactor, weekdayFactor } from './arrivals.ts';
import type { DemoQuestionnaire, DemoSurveyResponse } from './demo-rows.ts';
import { alikeFormsOf, ikmOf, knownUntil, questionnaireOf, weakUnsurOf } from './demo-story.ts';
import type { DemoUnit } from './demo-units.ts';
import { randomStream, type RandomStream } from './random-stream.ts';
import type { DemoPlace } from './demo-place.ts';

/** What a questionnaire asks, and how an IKM follows from it. */
interface Questionnaire {
  /** How far each unsur lies from a unit's mean; those about money (null) apart. The sum of the others is 0. */
  readonly offsets: readonly (number | null)[];
  /** IKM of a mean answer of 1 to every unsur: weight × number of unsur × 25. */
  readonly perPoint: number;
}

const QUESTIONNAIRES: Readonly<Record<DemoQuestionnaire, Questionnaire>> = {
  'kep-25-2004': {
    offsets: [0.02, 0, 0.04, 0.06, 0.05, 0.07, -0.16, 0.03, 0.12, null, null, -0.1, -0.09, -0.04],
    perPoint: 0.071 * 14 * 25,
  },
  'permenpanrb-14-2017': {
    offsets: [0.02, -0.02, -0.13, null, 0.04, 0.09, 0.14, -0.06, -0.08],
    perPoint: 25,
  },
};
/** A unit's weakest unsur lies so much lower, and the other ones are higher for it. */
const WEAKNESS = 0.16;

/** Mean answer on cost where the service is free, and where it is not. */
const FREE_COST = 3.95;
const CHARGED_COST = 3.2;

const AGES = [
  ['17-24', 16],
  ['25-34', 28],
  ['35-44', 26],
  ['45-54', 18],
  ['55-64', 9],
  ['65+', 3],
] as const;
const EDUCATION = [
  ['SD', 11],
  ['SMP', 16],
  ['SMA', 46],
  ['D1-D3', 8],
  ['S1', 17],
  ['S2', 2],
] as const;
const OCCUPATIONS = [
  ['Wiraswasta', 24],
  ['Pegawai swasta', 22],
  ['Ibu rumah tangga', 20],
  ['Petani', 13],
  ['PNS', 7],
  ['Pelajar/mahasiswa', 7],
  ['Nelayan', 4],
  ['Lainnya', 3],
] as const;

const PRAISE = [
  'Pelayanannya ramah dan cepat, terima kasih.',
  'Sekali datang langsung selesai, semoga dipertahankan.',
  'Petugas menjelaskan persyaratan dengan sabar.',
  'Sudah bagus, tingkatkan terus.',
];
const WISHES = [
  'Mohon ruang tunggu diberi kipas angin atau pendingin.',
  'Waktu tunggu masih lama, mohon ditambah petugas.',
  'Tempat parkir sempit dan becek kalau hujan.',
  'Jaringan sering gangguan, mohon ada pemberitahuan sebelum kami datang.',
  'Papan persyaratan sebaiknya diperbesar agar mudah dibaca orang tua.',
  'Mohon kotak pengaduan ditanggapi, jangan hanya dipajang.',
];

/** What the forms that are alike say. */
const ALIKE: readonly number[] = [4, 3, 4, 4, 3, 4, 4, 3, 4];

/** All answers given before the day up to which the unit is known, in order of day. */
export function* surveyRows(unit: DemoUnit, place: DemoPlace): Generator<DemoSurveyResponse> {
  if (unit.responsesPerMonth === 0) return;
  const until = knownUntil(unit, place.dates);
  for (let day = place.from; day < until; day = addDays(day, 1)) {
    if (!place.office.isWorkingDay(day)) continue;
    const random = randomStream(place.seed, 'survey', unit.code, day);
    const count = random.poisson((unit.responsesPerMonth / DAYS_PER_MONTH) * weekdayFactor(day));
    for (let index = 1; index <= count; index++) yield response(unit, day, index, random, place);
    const alike = alikeFormsOf(unit, day, place.dates);
    for (let index = count + 1; index <= count + alike; index++)
      yield { ...response(unit, day, index, random, place), answers: ALIKE, suggestion: null };
  }
}

function response(
  unit: DemoUnit,
  day: IsoDate,
  index: number,
  random: RandomStream,
  place: DemoPlace,
): DemoSurveyResponse {
  const service = random.pick(
    unit.services.map(([code, weight]) => [code, weight * seasonFactor(code, day)] as const),
  );
  const instrument = questionnaireOf(unit, day, place.dates);
  const answers = answersOf(
    profileOf(unit, instrument),
    ikmOf(unit, day, place.dates) / QUESTIONNAIRES[instrument].perPoint,
    unit.roundTheClock ? CHARGED_COST : FREE_COST,
    random,
  );
  const content = answers.reduce((sum, answer) => sum + answer, 0) / answers.length > 3.44;
  const speaks = random.next() < 0.14;
  return {
    number: `${day.replaceAll('-', '')}-${String(index).padStart(2, '0')}`,
    instrument,
    unit: unit.code,
    service,
    date: day,
    answers,
    sex: random.next() < 0.53 ? 'P' : 'L',
    age: random.pick(AGES),
    education: random.pick(EDUCATION),
    occupation: random.pick(OCCUPATIONS),
    suggestion: speaks ? random.oneOf(content ? PRAISE : WISHES) : null,
  };
}

/** How far each unsur of a unit lies from its mean. */
function profileOf(unit: DemoUnit, instrument: DemoQuestionnaire): readonly (number | null)[] {
  const { offsets } = QUESTIONNAIRES[instrument];
  const weak = instrument === 'permenpanrb-14-2017' ? weakUnsurOf(unit) : null;
  if (weak === null) return offsets;
  const others = offsets.filter((offset) => offset !== null).length - 1;
  return offsets.map((offset, unsur) =>
    offset === null ? null : unsur + 1 === weak ? offset - WEAKNESS : offset + WEAKNESS / others,
  );
}

/** Answers with this expected mean; people differ from each other more than unsur do. */
function answersOf(
  profile: readonly (number | null)[],
  mean: number,
  costMean: number,
  random: RandomStream,
): number[] {
  const paid = profile.filter((offset) => offset === null).length;
  const others = (mean * profile.length - costMean * paid) / (profile.length - paid);
  const mood = (random.next() - 0.5) * 0.5;
  return profile.map((offset) => answer(offset === null ? costMean : others + offset + mood, random));
}

/** One of 1 to 4 with this mean (3 to 3.95): mostly 3 and 4, seldom 2, hardly ever 1. */
function answer(mean: number, random: RandomStream): number {
  const one = mean < 3.9 ? 0.004 : 0;
  const two = mean < 3.9 ? 0.035 : 0;
  const four = Math.min(mean - 3 + two + 2 * one, 1 - one - two);
  const u = random.next();
  if (u < one) return 1;
  if (u < one + two) return 2;
  // A mean below 3 has no room for a 4: the rest is made up of more 2.
  if (four < 0) return u < one + two - four ? 2 : 3;
  return u < one + two + four ? 4 : 3;
}
