/** What the posts of the demo wrote about what happens: notes in charts, new baselines, follow-up plans, disposisi. */
import { addDays, type IsoDate } from '#domain/period/civil-date';
import type { Role } from '#domain/permissions';
import type { DemoBaseline, DemoNote } from './demo-desk.ts';
import { STORY_KABUPATEN, STORY_UNITS, type StoryDates } from './demo-story.ts';

const PECUT_BEGINS = 'PECUT mulai berlaku: berkas disiapkan di desa';

/** Notes at their days. */
export function notesOf(dates: StoryDates): DemoNote[] {
  const all = { service: '*', measure: null };
  return [
    { ...all, unit: STORY_UNITS.sebulu, day: dates.pecutFrom, text: PECUT_BEGINS },
    {
      ...all,
      unit: STORY_UNITS.muaraKaman,
      service: 'kk',
      day: addDays(dates.kkWorsensFrom, 11),
      text: 'Blangko KK kosong, kiriman tersendat',
    },
    {
      ...all,
      unit: STORY_UNITS.bpkad,
      measure: 'ikm',
      day: dates.newQuestionnaireFrom,
      text: 'Kuesioner 9 unsur menggantikan 14 unsur',
    },
    {
      ...all,
      unit: STORY_KABUPATEN,
      measure: 'turnaround',
      day: dates.outageOn,
      text: 'SIAK tidak dapat diakses sehari',
    },
  ];
}

/** The figures of Sebulu that PECUT moved to another level. */
const MOVED_BY_PECUT: readonly Pick<DemoBaseline, 'measure' | 'field'>[] = [
  { measure: 'turnaround', field: 'dueMetShare' },
  { measure: 'turnaround', field: 'withinStandardShare' },
  { measure: 'turnaround', field: 'sameVisitShare' },
  { measure: 'turnaround', field: 'preparedShare' },
  { measure: 'turnaround', field: 'medianWorkingMinutes' },
  { measure: 'turnaround', field: 'p90WorkingMinutes' },
  { measure: 'turnaround', field: 'medianMinutes' },
  { measure: 'turnaround', field: 'p90Minutes' },
  { measure: 'ikm', field: 'score' },
  { measure: 'ikm', field: 'scoreWithoutCost' },
];

/** The limits of Sebulu begin anew with PECUT: what was usual before says nothing about what is usual since. */
export function baselinesOf({ pecutFrom }: StoryDates): DemoBaseline[] {
  return MOVED_BY_PECUT.map((series) => ({
    ...series,
    unit: STORY_UNITS.sebulu,
    startsOn: pecutFrom,
    reason: PECUT_BEGINS,
  }));
}

/** Months after PECUT at which its effect was plain, and the baselines were set. */
export const REBASED_AFTER_MONTHS = 4;

export interface ToldPlan {
  readonly unit: string;
  readonly unsur: string;
  readonly plan: string;
  readonly role: Role;
  /** Days before today (a negative number lies ahead). */
  readonly made: number;
  readonly due: number;
  readonly done: number | null;
  readonly result: string | null;
}

/** Rencana tindak lanjut for the weakest unsur of a unit. */
export const PLANS: readonly ToldPlan[] = [
  {
    unit: STORY_UNITS.sebulu,
    unsur: 'U9',
    plan: 'Perbaiki kursi ruang tunggu dan sediakan kursi prioritas bagi lansia dan penyandang disabilitas.',
    role: 'camat',
    made: 96,
    due: 40,
    done: 47,
    result: 'Kursi ruang tunggu diganti dan empat kursi prioritas dipasang di depan loket.',
  },
  {
    unit: STORY_UNITS.tenggarong,
    unsur: 'U9',
    plan: 'Pasang pendingin di ruang tunggu dan tambah 20 kursi dari anggaran perubahan.',
    role: 'camat',
    made: 75,
    due: 12,
    done: null,
    result: null,
  },
  {
    unit: STORY_UNITS.dpmptsp,
    unsur: 'U2',
    plan: 'Ringkas alur izin tenaga kesehatan dari tujuh menjadi empat langkah dan pasang alurnya di loket.',
    role: 'kepala-skpd',
    made: 41,
    due: -24,
    done: null,
    result: null,
  },
  {
    unit: STORY_UNITS.muaraKaman,
    unsur: 'U3',
    plan: 'Ajukan tambahan blangko KK tiap tanggal 20 dan tempel sisa stok di loket.',
    role: 'camat',
    made: 18,
    due: -12,
    done: null,
    result: null,
  },
];

export interface ToldInstruction {
  readonly unit: string;
  readonly role: Role;
  /** The sentence it is about, and where its figures are. */
  readonly about: string;
  readonly link: string;
  readonly instruction: string;
  /** Days before today. */
  readonly given: number;
  readonly due: number;
  readonly done: number | null;
  readonly report: string | null;
}

/** Disposisi of the Bupati. */
export const INSTRUCTIONS: readonly ToldInstruction[] = [
  {
    unit: STORY_UNITS.rsud,
    role: 'kepala-skpd',
    about: 'RSUD Aji Muhammad Parikesit: responden survei belum memadai.',
    link: '/kepuasan?unit=rsud',
    instruction: 'Pasang kode QR survei di loket farmasi dan laporkan jumlah responden tiap pekan.',
    given: 26,
    due: 5,
    done: null,
    report: null,
  },
  {
    unit: STORY_UNITS.tenggarongSeberang,
    role: 'camat',
    about: 'Tenggarong Seberang: penyelesaian aduan membaik.',
    link: `/aduan?unit=${STORY_UNITS.tenggarongSeberang}`,
    instruction: 'Tuliskan cara kerjanya satu halaman untuk ditiru kecamatan lain.',
    given: 20,
    due: 10,
    done: 12,
    report: 'Catatan satu halaman sudah dikirim ke Bagian Organisasi dan semua kecamatan.',
  },
];

/** Nine in the morning in Kutai Kartanegara. */
export function morningOf(day: IsoDate): string {
  return `${day}T09:00:00+08:00`;
}
