/** A programme in one sentence, the same in lists, pages and answers of the API. */
import { type Language, LOCALES, NO_BREAK } from '../language.ts';
import type { IsoDate } from '../period/civil-date.ts';
import type { LatenessForecast } from './lateness-forecast.ts';

/** What the sentence is made of. */
export interface ToldProgramme {
  readonly startsOn: IsoDate;
  readonly closedOn: IsoDate | null;
  readonly progress: number | null;
  readonly planned: number | null;
  readonly milestones: number;
  readonly milestonesLate: number;
  /** Reported as done and not signed off. */
  readonly milestonesWaiting: number;
  readonly forecast: LatenessForecast;
  /** The day it is told of. */
  readonly day: IsoDate;
}

type Say = (indonesian: string, english: string) => string;

const DATES: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  id: dateFormat('id'),
  en: dateFormat('en'),
};

/** The sentence of a programme, without its name and with its full stop. */
export function programmeSentence(told: ToldProgramme, language: Language): string {
  const say: Say = (indonesian, english) => (language === 'id' ? indonesian : english);
  const { progress, planned } = told;
  if (told.closedOn !== null && told.closedOn <= told.day)
    return closedSentence(told, told.closedOn, language);
  if (progress === null || planned === null)
    return say(
      'Belum ada tonggak: susun tonggak dengan bobot dan tanggal rencananya.',
      'There is no milestone yet: plan milestones with their weights and dates.',
    );
  if (told.startsOn > told.day)
    return say(
      `Mulai ${dateText(told.startsOn, language)} dengan ${told.milestones} tonggak.`,
      `Begins on ${dateText(told.startsOn, language)} with ${count(told.milestones, 'milestone')}.`,
    );
  if (told.forecast.kind === 'done') return doneSentence(told, say);
  const reached = say(
    `Kemajuan ${percent(progress)}, menurut rencana ${percent(planned)}`,
    `Progress ${percent(progress)}, planned ${percent(planned)}`,
  );
  return `${reached}; ${forecastClause(told.forecast, language, say)}.${rest(told, say)}`;
}

function forecastClause(
  { kind, finishOn, daysLate }: LatenessForecast,
  language: Language,
  say: Say,
): string {
  if (kind === 'no-pace')
    return say('tidak ada kemajuan dalam 90 hari terakhir', 'nothing moved in the last 90 days');
  if (finishOn === null || daysLate === null)
    return say('baru mulai, lajunya belum dapat dinilai', 'just begun, its pace cannot be judged yet');
  const on = dateText(finishOn, language);
  const late =
    daysLate > 0
      ? say(`${daysLate} hari lewat rencana`, `${count(daysLate, 'day')} late`)
      : daysLate < 0
        ? say(`${-daysLate} hari lebih awal`, `${count(-daysLate, 'day')} early`)
        : say('sesuai rencana', 'as planned');
  return say(`dengan laju sekarang selesai ${on}, ${late}`, `at this pace done on ${on}, ${late}`);
}

function rest({ milestonesLate: late, milestonesWaiting: waiting }: ToldProgramme, say: Say): string {
  const parts = [
    late > 0
      ? say(`${late} tonggak lewat tanggal rencana`, `${count(late, 'milestone')} past the planned date`)
      : '',
    waiting > 0
      ? say(
          `${waiting} tonggak menunggu pengesahan`,
          `${count(waiting, 'milestone')} waiting to be signed off`,
        )
      : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : ` ${parts.join(', ')}.`;
}

function doneSentence({ milestonesWaiting: waiting }: ToldProgramme, say: Say): string {
  return waiting === 0
    ? say('Semua tonggak selesai dan disahkan.', 'All milestones are done and signed off.')
    : say(
        `Semua tonggak dilaporkan selesai; ${waiting} menunggu pengesahan.`,
        `All milestones are reported as done; ${waiting} waiting to be signed off.`,
      );
}

function closedSentence({ progress }: ToldProgramme, closedOn: IsoDate, language: Language): string {
  const on = dateText(closedOn, language);
  if (progress === null) return language === 'id' ? `Ditutup ${on}.` : `Closed on ${on}.`;
  return language === 'id'
    ? `Ditutup ${on} dengan kemajuan ${percent(progress)}.`
    : `Closed on ${on} with a progress of ${percent(progress)}.`;
}

/** Whole percents; what is not done is never told as 100 %. */
function percent(share: number): string {
  const rounded = Math.round(share * 100);
  return `${share < 1 ? Math.min(99, rounded) : rounded}${NO_BREAK}%`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function dateText(day: IsoDate, language: Language): string {
  return DATES[language].format(new Date(`${day}T00:00:00Z`));
}

function dateFormat(language: Language): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(LOCALES[language], {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
}
