import { Injectable } from '@angular/core';
import { NativeDateAdapter } from '@angular/material/core';
import { type IsoDate, isIsoDate } from '../../core/period.ts';

/** Days as they are typed in Indonesia: `17/03/2026`. An impossible day is refused, never moved to another month. */
@Injectable()
export class DayAdapter extends NativeDateAdapter {
  override parse(value: unknown): Date | null {
    if (typeof value !== 'string' || value.trim() === '') return null;
    const match = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(value);
    const [, day = '', month = '', year = ''] = match ?? [];
    const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return isIsoDate(iso) ? fromIso(iso) : this.invalid();
  }

  override format(date: Date, displayFormat: object | string): string {
    if (displayFormat !== 'typed')
      return super.format(date, typeof displayFormat === 'string' ? {} : displayFormat);
    const iso = toIso(date);
    return `${iso.slice(8)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`;
  }

  override getFirstDayOfWeek(): number {
    return 1;
  }
}

/** The calendar works with local midnights; days leave it as text, so that no zone can move them. */
export function toIso(date: Date): IsoDate {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

export function fromIso(day: IsoDate): Date {
  return new Date(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
}

export const DAY_FORMATS = {
  parse: { dateInput: 'typed' },
  display: {
    dateInput: 'typed',
    monthYearLabel: { year: 'numeric', month: 'short' },
    dateA11yLabel: { year: 'numeric', month: 'long', day: 'numeric' },
    monthYearA11yLabel: { year: 'numeric', month: 'long' },
  },
};
