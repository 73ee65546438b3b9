/** The last evaluation meeting of the demo: its agenda, and which of the told commitments was decided about what. */
import type { IsoDate } from '#domain/period/civil-date';
import { COMMITMENTS, type ToldCommitment } from './commitment-story.ts';
import type { DemoHand, DemoPost } from './demo-hand.ts';
import { STORY_KABUPATEN, STORY_UNITS } from './demo-story.ts';

/** A matter of the agenda, with the commitments that were decided about it. */
export interface ToldMatter {
  readonly kind: 'exception' | 'point';
  readonly unit: string;
  /** Of a point its name; of an exception what is the matter, after the name of the unit. */
  readonly told: { readonly id: string; readonly en: string };
  readonly link: string | null;
  readonly note: string;
  /** Instructions of {@link COMMITMENTS}. */
  readonly decided: readonly string[];
}

/** A meeting of the past, as its desk writes it down. */
export interface DemoMeeting {
  readonly title: string;
  readonly place: string;
  readonly heldOn: IsoDate;
  readonly attendees: readonly string[];
  readonly unit: string;
  readonly matters: readonly (Omit<ToldMatter, 'decided'> & {
    readonly unitName: string;
    readonly owner: string | null;
    readonly decisions: readonly { readonly what: string; readonly to: DemoPost; readonly dueOn: IsoDate }[];
  })[];
}

export interface DemoMeetingDesk {
  /** Holds a meeting whose decisions are commitments that are there already. */
  hold(hand: DemoHand, meeting: DemoMeeting): Promise<void>;
}

const instructionsFor = (told: (commitment: ToldCommitment) => boolean): string[] =>
  COMMITMENTS.filter((commitment) => commitment.meeting === 0 && told(commitment)).map(
    ({ instruction }) => instruction,
  );
const about = (unit: string): string[] => instructionsFor((commitment) => commitment.unit === unit);

/** Every commitment of the last meeting is decided about one of these; one point was left undecided and comes back. */
export const MATTERS: readonly ToldMatter[] = [
  {
    kind: 'exception',
    unit: STORY_UNITS.muaraKaman,
    told: {
      id: 'makin banyak KK lewat tenggat; blangko sering kosong.',
      en: 'more and more family cards are late; blank forms keep running out.',
    },
    link: `/layanan?unit=${STORY_UNITS.muaraKaman}&service=kk`,
    note: 'Kiriman blangko tersendat di tingkat kabupaten, bukan hanya di kecamatan.',
    decided: [...about(STORY_UNITS.muaraKaman), ...about('disdukcapil')],
  },
  {
    kind: 'exception',
    unit: STORY_UNITS.anggana,
    told: { id: 'aduan air bersih belum ditanggapi.', en: 'complaints about clean water were not answered.' },
    link: `/aduan?unit=${STORY_UNITS.anggana}`,
    note: '',
    decided: about(STORY_UNITS.anggana),
  },
  {
    kind: 'exception',
    unit: STORY_UNITS.rsud,
    told: {
      id: 'responden survei belum cukup untuk dinilai.',
      en: 'too few people answered the survey to judge it.',
    },
    link: `/kepuasan?unit=${STORY_UNITS.rsud}`,
    note: 'Formulir baru ada di pendaftaran.',
    decided: about(STORY_UNITS.rsud),
  },
  {
    kind: 'point',
    unit: STORY_KABUPATEN,
    told: { id: 'Cara kerja PECUT untuk kecamatan lain', en: 'PECUT for the other kecamatan' },
    link: `/layanan?unit=${STORY_UNITS.sebulu}`,
    note: 'Waktu layanan Sebulu membaik sejak PECUT; dua kecamatan berminat.',
    decided: about(STORY_UNITS.sebulu),
  },
  {
    kind: 'point',
    unit: STORY_KABUPATEN,
    told: { id: 'Antrean pagi di Tenggarong', en: 'Morning queues at Tenggarong' },
    link: null,
    note: '',
    decided: about(STORY_UNITS.tenggarong),
  },
  {
    kind: 'point',
    unit: STORY_KABUPATEN,
    told: { id: 'Alur izin tenaga kesehatan', en: 'Licences of health workers' },
    link: null,
    note: '',
    decided: about(STORY_UNITS.dpmptsp),
  },
  {
    kind: 'point',
    unit: STORY_KABUPATEN,
    told: {
      id: 'Jaringan cadangan untuk kecamatan hulu',
      en: 'A second network for the kecamatan upstream',
    },
    link: null,
    note: 'Menunggu hitungan biaya dari Diskominfo.',
    decided: [],
  },
];

export const ATTENDED: readonly string[] = [
  'Sekretaris Daerah',
  'Kepala Bagian Organisasi',
  'Inspektur',
  'Camat Muara Kaman',
  'Camat Anggana',
  'Camat Sebulu',
  'Camat Tenggarong',
  'Kepala Disdukcapil',
  'Kepala DPMPTSP',
  'Direktur RSUD',
];
