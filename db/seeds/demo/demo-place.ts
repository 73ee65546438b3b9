import type { WorkingCalendar } from '#domain/calendar/working-calendar';
import type { IsoDate } from '#domain/period/civil-date';
import type { StoryDates } from './demo-story.ts';

/** Where and when the rows of a unit lie. */
export interface DemoPlace {
  readonly seed: string;
  /** Offset of the kabupaten's zone, `+08:00`. */
  readonly offset: string;
  /** Office hours, and the calendar that never closes. */
  readonly office: WorkingCalendar;
  readonly always: WorkingCalendar;
  readonly dates: StoryDates;
  /** First day with data of this kabupaten. */
  readonly from: IsoDate;
  /** Codes of the units that report. */
  readonly units: readonly string[];
}
