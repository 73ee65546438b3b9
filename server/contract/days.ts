import * as z from 'zod';

/** Records, calendars and posts lie between these days; far outside of them the arithmetic of dates runs out of years. */
export const FIRST_DAY = '1990-01-01';
export const LAST_DAY = '2100-12-31';

/** A day that a caller asks for: one that exists, from {@link FIRST_DAY} to {@link LAST_DAY}. */
export const askedDay = z.iso
  .date({ abort: true })
  .refine((day) => day >= FIRST_DAY && day <= LAST_DAY, { params: { sentence: 'field-day-range' } });
