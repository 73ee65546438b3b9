/** What the demo says in the forum of innovations: invented words of invented holders. Days are counted back from today. */
import type { Role } from '#domain/permissions';
import type { DemoHand } from './demo-hand.ts';
import { STORY_UNITS } from './demo-story.ts';
import { CLAIMED } from './innovation-story.ts';

/** What posts say in the forum, by the code that screens use; a post that nobody holds says nothing. */
export interface DemoForumDesk {
  /** Asks, or answers a question. @returns the id of what was said; null where nobody holds the post */
  say(hand: DemoHand, entry: string, body: string, answers: string | null): Promise<string | null>;
  endorse(hand: DemoHand, entry: string, reason: string): Promise<void>;
}

interface ToldSpeaker {
  readonly kabupaten: string;
  readonly role: Role;
  readonly unit: string;
  readonly before: number;
}

export interface ToldQuestion extends ToldSpeaker {
  readonly entry: string;
  readonly body: string;
  readonly answer: (Omit<ToldSpeaker, 'kabupaten'> & { readonly body: string }) | null;
}

export const QUESTIONS: readonly ToldQuestion[] = [
  {
    entry: CLAIMED.pecut,
    kabupaten: '64.02',
    role: 'camat',
    unit: STORY_UNITS.tenggarong,
    before: 34,
    body: 'Apa yang dilakukan kalau operator desa berhalangan, sedangkan warganya sudah dijanjikan jam selesai?',
    answer: {
      role: 'camat',
      unit: STORY_UNITS.sebulu,
      before: 33,
      body: 'Kami menunjuk kasi pelayanan desa sebagai cadangan dan melatih keduanya bersama. Bila dua-duanya tidak ada, warga diarahkan ke loket dengan nomor yang didahulukan.',
    },
  },
  {
    entry: CLAIMED.pecut,
    kabupaten: '32.16',
    role: 'camat',
    unit: '32.16.09',
    before: 4,
    body: 'Di Cikarang Utara permohonan lebih dari 6.000 sebulan. Layanan mana yang sebaiknya didahulukan agar loket tidak kewalahan pada bulan pertama?',
    answer: null,
  },
];

export interface ToldEndorsement extends ToldSpeaker {
  readonly entry: string;
  readonly reason: string;
}

export const ENDORSEMENTS: readonly ToldEndorsement[] = [
  {
    entry: CLAIMED.pecut,
    kabupaten: '64.02',
    role: 'camat',
    unit: STORY_UNITS.tenggarong,
    before: 21,
    reason:
      'Saya datang dua kali pada hari pasar. Warga yang berkasnya sudah diperiksa di desa pulang membawa KK dalam waktu kurang dari satu jam.',
  },
];
