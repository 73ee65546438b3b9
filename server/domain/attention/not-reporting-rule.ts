import type { IsoDate } from '../period/civil-date.ts';
import { isSilent, SILENT_WORKING_DAYS } from '../reporting/silence.ts';
import { dayText, inBoth, workingDaysText } from './attention-words.ts';
import { scoreOf, type Finding } from './finding.ts';

/** A unit from which records used to come. */
export interface Silence {
  readonly unit: string;
  /** Day of the last record. */
  readonly lastOn: IsoDate;
  /** First working day without a record. */
  readonly since: IsoDate;
  /** Whole working days without a record; today, which is not over, is not one of them. */
  readonly workingDays: number;
  /** The unit said that it had nothing to report this month. */
  readonly nil: boolean;
}

/** Raised when a unit that used to report has fallen silent and did not say *nihil*. Missing data are never a zero. */
export function notReporting(silence: Silence, today: IsoDate): Finding | null {
  const { unit, since, lastOn, workingDays, nil } = silence;
  if (nil || !isSilent(lastOn, today, workingDays)) return null;
  return {
    kind: 'not-reporting',
    mark: 'no-data',
    unit,
    service: null,
    field: null,
    since,
    score: scoreOf((2 * workingDays) / SILENT_WORKING_DAYS, 2),
    sentence: inBoth((language) =>
      language === 'id'
        ? `belum melapor sejak ${dayText(since, today, language)}.`
        : `has not reported since ${dayText(since, today, language)}.`,
    ),
    facts: [
      inBoth((language) => workingDaysText(workingDays, language)),
      inBoth((language) =>
        language === 'id'
          ? `data terakhir ${dayText(lastOn, today, language)}`
          : `last record ${dayText(lastOn, today, language)}`,
      ),
    ],
    proof: {
      label: { id: 'kelengkapan laporan', en: 'who has reported' },
      screen: '/data',
      query: { unit },
      count: null,
    },
  };
}
