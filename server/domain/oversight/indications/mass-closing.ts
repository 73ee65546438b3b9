import { numberText, shareText } from '../../attention/attention-words.ts';
import type { IsoDate } from '../../period/civil-date.ts';
import { quantileOfValues } from '../../statistics/quantile.ts';
import { shortDay } from '../span-text.ts';
import { partOf, type IndicationDefinition } from './indication.ts';

/** A unit's month, of which all working days have passed. */
export interface MassClosingFacts {
  /** Last working day of the month by the unit's calendar. */
  readonly lastDay: IsoDate;
  readonly closedOnLast: number;
  /** Closed in the whole month. */
  readonly closed: number;
  /** Closed on each of the other working days of the month, those without any too. */
  readonly otherDays: readonly number[];
}

const FEWEST_CLOSED = 30;
const FEWEST_DAYS = 10;
const LEAST_ON_LAST = 10;
const TIMES_USUAL = 3;

/** Median of the other working days; at least one, so that three times nothing is not nothing. */
function usualDay({ otherDays }: MassClosingFacts): number {
  return quantileOfValues(otherDays, 50) ?? 0;
}

/** Many cases closed on the last working day of a month: figures are cut off there. */
export const MASS_CLOSING: IndicationDefinition<MassClosingFacts> = {
  id: 'mass-closing',
  name: { id: 'Penutupan massal di akhir bulan', en: 'Mass closing at the end of the month' },
  definition: {
    id: `Pada hari kerja terakhir suatu bulan ditutup sedikitnya ${LEAST_ON_LAST} permohonan, dan sedikitnya ${TIMES_USUAL} kali hari kerja biasa (median) unit itu pada bulan yang sama. Dinilai bila sebulan ada sedikitnya ${FEWEST_CLOSED} permohonan ditutup.`,
    en: `On the last working day of a month at least ${LEAST_ON_LAST} applications were closed, and at least ${TIMES_USUAL} times a usual working day (median) of the unit in that month. Judged with at least ${FEWEST_CLOSED} applications closed in the month.`,
  },
  innocent: {
    id: 'Bisa jadi berkas memang ditandatangani sekaligus, blangko baru datang, gangguan sistem baru pulih, atau pencatatan dirapikan sebelum rekap bulanan.',
    en: 'Papers may have been signed in one go, blank forms may have arrived, a system may have come back, or the register was tidied before the monthly recap.',
  },
  judge: (facts) => {
    if (facts.closed < FEWEST_CLOSED || facts.otherDays.length < FEWEST_DAYS) return 'insufficient-data';
    const usual = Math.max(usualDay(facts), 1);
    return facts.closedOnLast >= LEAST_ON_LAST && facts.closedOnLast >= TIMES_USUAL * usual
      ? 'found'
      : 'clear';
  },
  sentence: (facts, language) => {
    const [last, closed] = [numberText(facts.closedOnLast, language), numberText(facts.closed, language)];
    const share = shareText(partOf(facts.closedOnLast, facts.closed), language);
    const day = shortDay(facts.lastDay, language);
    return language === 'en'
      ? `${last} of the ${closed} applications of the month (${share}) were closed on its last working day, ${day}.`
      : `${last} dari ${closed} permohonan bulan itu (${share}) ditutup pada hari kerja terakhirnya, ${day}.`;
  },
  against: (facts, language) => {
    const usual = numberText(usualDay(facts), language);
    return language === 'en'
      ? `on its other working days the unit usually closes ${usual} a day`
      : `pada hari kerja lain unit ini biasanya menutup ${usual} permohonan sehari`;
  },
};
