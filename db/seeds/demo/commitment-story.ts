/** What was agreed in the evaluation meetings of the demo: decisions with owner and date, followed until they are closed. */
import type { Role } from '#domain/permissions';
import { STORY_UNITS } from './demo-story.ts';

export interface ToldCommitment {
  /** Meetings before the last one; 0 is the last. */
  readonly meeting: 0 | 1;
  readonly unit: string;
  readonly role: Role;
  /** What was decided, and where its figures are. */
  readonly about: string;
  readonly link: string;
  readonly instruction: string;
  /** Days after the meeting. */
  readonly due: number;
  /** Days after the meeting on which it was reported and, the day after, closed; null: it is not. */
  readonly done: number | null;
  readonly report: string | null;
}

/** Of the last meeting five are done and two late; of the one before, one came back. */
export const COMMITMENTS: readonly ToldCommitment[] = [
  {
    meeting: 1,
    unit: STORY_UNITS.tabang,
    role: 'camat',
    about: 'Tabang melapor kembali setiap pekan.',
    link: `/data?unit=${STORY_UNITS.tabang}`,
    instruction: 'Tunjuk satu petugas pengganti dan kirim data yang tertinggal.',
    due: 14,
    done: null,
    report: null,
  },
  {
    meeting: 0,
    unit: STORY_UNITS.muaraKaman,
    role: 'camat',
    about: 'Muara Kaman menyelesaikan KK yang lewat tenggat.',
    link: `/layanan?unit=${STORY_UNITS.muaraKaman}&service=kk`,
    instruction: 'Selesaikan semua KK yang lewat tenggat dan laporkan sisa blangko tiap Jumat.',
    due: 4,
    done: null,
    report: null,
  },
  {
    meeting: 0,
    unit: STORY_UNITS.anggana,
    role: 'camat',
    about: 'Anggana menjawab aduan air bersih.',
    link: `/aduan?unit=${STORY_UNITS.anggana}`,
    instruction: 'Jawab semua aduan air yang lewat tenggat bersama penyedia air.',
    due: 5,
    done: null,
    report: null,
  },
  {
    meeting: 0,
    unit: 'disdukcapil',
    role: 'kepala-skpd',
    about: 'Disdukcapil menambah kiriman blangko KK ke Muara Kaman.',
    link: `/layanan?unit=${STORY_UNITS.muaraKaman}&service=kk`,
    instruction: 'Kirim 2.000 blangko dan tetapkan jadwal kiriman tiap dua pekan.',
    due: 5,
    done: 3,
    report: 'Blangko 2.000 lembar diterima Muara Kaman; jadwal kiriman dua pekanan sudah disepakati.',
  },
  {
    meeting: 0,
    unit: STORY_UNITS.sebulu,
    role: 'camat',
    about: 'Sebulu membagikan cara kerja PECUT.',
    link: `/layanan?unit=${STORY_UNITS.sebulu}`,
    instruction: 'Siapkan catatan dua halaman dan terima kunjungan dari dua kecamatan.',
    due: 6,
    done: 4,
    report: 'Catatan dikirim; Muara Kaman dan Tenggarong sudah berkunjung.',
  },
  {
    meeting: 0,
    unit: STORY_UNITS.tenggarong,
    role: 'camat',
    about: 'Tenggarong membuka loket kedua pada jam ramai.',
    link: `/layanan?unit=${STORY_UNITS.tenggarong}`,
    instruction: 'Buka loket kedua pukul 09.00–11.00 setiap Senin dan Selasa.',
    due: 7,
    done: 1,
    report: 'Loket kedua dibuka sejak Selasa, dijaga dua petugas.',
  },
  {
    meeting: 0,
    unit: STORY_UNITS.dpmptsp,
    role: 'kepala-skpd',
    about: 'DPMPTSP memasang alur izin yang ringkas.',
    link: `/kepuasan?unit=${STORY_UNITS.dpmptsp}`,
    instruction: 'Pasang alur izin tenaga kesehatan di loket dan di laman.',
    due: 5,
    done: 3,
    report: 'Alur terpasang di loket dan laman.',
  },
  {
    meeting: 0,
    unit: STORY_UNITS.rsud,
    role: 'kepala-skpd',
    about: 'RSUD menambah titik survei.',
    link: `/kepuasan?unit=${STORY_UNITS.rsud}`,
    instruction: 'Tempatkan formulir survei di apotek dan kasir.',
    due: 6,
    done: 4,
    report: 'Formulir tersedia di apotek dan kasir; 61 responden dalam tiga hari.',
  },
];
