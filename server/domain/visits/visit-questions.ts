import { formatsIn } from '../formats/formats.ts';
import type { Language } from '../language.ts';
import type { Variation } from '../spc/verdict.ts';

/** What is known of a unit before a visit; everything is counted or judged elsewhere. */
export interface VisitFacts {
  /** Last day with a record of a unit that has gone silent; null for a unit that reports. */
  readonly silentSince: string | null;
  /** The sentence of the change that presses most, as it stands on the list of exceptions; null without one. */
  readonly change: string | null;
  /** Watched numbers with what the signal engine says of them, in the order of the sheet. */
  readonly courses: readonly {
    readonly name: string;
    readonly variation: Variation;
    readonly since: string | null;
  }[];
  readonly overdue: { readonly total: number; readonly oldestWorkingDays: number | null };
  readonly unanswered: { readonly total: number; readonly longestWorkingDays: number | null };
  readonly lateDispositions: number;
  /** Respondents of a sample that is too small, and how many are needed. */
  readonly sample: { readonly respondents: number; readonly required: number } | null;
}

/** A question as the key of its words, and what is filled in. */
export interface VisitQuestion {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

const QUESTIONS = 3;

/** Worth asking anywhere, where the facts give fewer than three. */
const ALWAYS: readonly VisitQuestion[] = ['unseen', 'counter', 'tried'].map((key) => ({ key, values: {} }));

/**
 * Three questions to ask on a visit, the most pressing first: silence, what got worse, who waits too long, promises not
 * kept, too few voices, and what went well and could be copied.
 */
export function visitQuestions(facts: VisitFacts): readonly VisitQuestion[] {
  const { silentSince, change, courses, overdue, unanswered, lateDispositions, sample } = facts;
  const asks: VisitQuestion[] = [];
  const ask = (key: string, values: VisitQuestion['values']): void => void asks.push({ key, values });
  const changed = (variation: 'worsening' | 'improving') =>
    courses.find((course) => course.variation === variation && course.since !== null);
  if (silentSince !== null) ask('silent', { day: silentSince });
  const worse = changed('worsening');
  if (change !== null) ask('change', { sentence: change });
  else if (worse !== undefined) ask('worse', { name: worse.name, month: worse.since ?? '' });
  if (overdue.total > 0)
    ask(overdue.oldestWorkingDays === null ? 'overdue' : 'overdueSince', {
      count: overdue.total,
      days: overdue.oldestWorkingDays ?? 0,
    });
  // What came in today waits for nobody yet.
  if (unanswered.total > 0 && (unanswered.longestWorkingDays ?? 0) > 0)
    ask('unanswered', { count: unanswered.total, days: unanswered.longestWorkingDays ?? 0 });
  if (lateDispositions > 0) ask('dispositions', { count: lateDispositions });
  if (sample !== null) ask('sample', { ...sample });
  const better = changed('improving');
  if (better !== undefined) ask('better', { name: better.name, month: better.since ?? '' });
  return [...asks, ...ALWAYS].slice(0, QUESTIONS);
}

const WORDS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  id: {
    silent: 'Data tidak masuk lagi sejak {day}: apa sebabnya, dan kapan dilengkapi?',
    change: '{sentence} Apa yang berubah di lapangan waktu itu, dan di tahap mana berkas tertahan?',
    worse:
      '{name} memburuk sejak {month}: apa yang berubah di lapangan waktu itu, dan di tahap mana berkas tertahan?',
    overdue:
      '{count} permohonan sudah lewat tenggat: apa yang menahannya, dan apakah pemohonnya sudah diberi kabar?',
    overdueSince:
      '{count} permohonan sudah lewat tenggat, paling lama {days} hari kerja: apa yang menahannya, dan apakah pemohonnya sudah diberi kabar?',
    unanswered:
      '{count} aduan belum ditanggapi, paling lama {days} hari kerja: siapa yang menjawab, dan kapan?',
    dispositions: '{count} disposisi sudah lewat waktu: apa hambatannya, dan bantuan apa yang diperlukan?',
    sample:
      'Baru {respondents} dari {required} responden survei yang diperlukan: bagaimana warga diajak mengisinya?',
    better: '{name} membaik sejak {month}: apa yang dilakukan, dan dapatkah ditiru unit lain?',
    unseen: 'Hambatan apa yang tidak terlihat dari angka, dan bantuan apa yang diperlukan dari kabupaten?',
    counter: 'Apa yang paling sering ditanyakan atau dikeluhkan warga di loket?',
    tried: 'Apa yang sudah dicoba dan berhasil di sini, dan dapatkah ditiru unit lain?',
  },
  en: {
    silent: 'No data have arrived since {day}: why, and when will they be completed?',
    change: '{sentence} What changed on the ground then, and at which stage do files wait?',
    worse:
      '{name} has been getting worse since {month}: what changed on the ground then, and at which stage do files wait?',
    overdue:
      '{count} applications are past their deadline: what holds them up, and have the applicants been told?',
    overdueSince:
      '{count} applications are past their deadline, the longest by {days} working days: what holds them up, and have the applicants been told?',
    unanswered:
      '{count} complaints have had no answer, the longest for {days} working days: who will answer, and when?',
    dispositions: '{count} instructions are late: what is in the way, and what help is needed?',
    sample:
      'Only {respondents} of the {required} survey respondents needed: how are citizens invited to take part?',
    better: '{name} has been improving since {month}: what was done, and can other units copy it?',
    unseen: 'Which obstacles do the numbers not show, and what help is needed from the regency?',
    counter: 'What do citizens ask or complain about most at the counter?',
    tried: 'What has been tried here with success, and can other units copy it?',
  },
};

/** A question as it is put: numbers, months and days as people of the language write them. */
export function questionText({ key, values }: VisitQuestion, language: Language): string {
  const formats = formatsIn(language);
  return (WORDS[language][key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    if (typeof value === 'number') return formats.number(value);
    return name === 'month'
      ? formats.bucketName(value, 'month')
      : name === 'day'
        ? formats.date(value)
        : value;
  });
}
