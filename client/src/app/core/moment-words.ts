import { Injectable, inject } from '@angular/core';
import { Formats } from './formats.ts';
import { Language } from './language.ts';
import { type IsoDate, todayIn } from './period.ts';
import { Session } from './session.ts';

/** Moments of a record as people write them, in the zone of the kabupaten. */
@Injectable({ providedIn: 'root' })
export class MomentWords {
  private readonly formats = inject(Formats);
  private readonly language = inject(Language);
  private readonly session = inject(Session);

  /** The local day of an instant. */
  dayOf(at: string): IsoDate {
    return todayIn(this.session.timeZone(), new Date(at));
  }

  /** `12 Nov 2026` */
  date(at: string): string {
    return this.formats.now.date(this.dayOf(at));
  }

  /** `10.20` */
  time(at: string): string {
    return new Intl.DateTimeFormat(this.language.locale(), {
      timeZone: this.session.timeZone(),
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).format(new Date(at));
  }

  /** `Kamis 12 Nov`, with the year where it is not that of `today`. */
  weekdayDate(day: IsoDate, today: IsoDate): string {
    const at = new Date(`${day}T00:00:00Z`);
    const part = (options: Intl.DateTimeFormatOptions): string =>
      new Intl.DateTimeFormat(this.language.locale(), { timeZone: 'UTC', ...options }).format(at);
    const year = day.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const);
    return `${part({ weekday: 'long' })} ${part({ day: 'numeric', month: 'short', ...year })}`;
  }

  /** `Kamis, 12 November 2026`, for those who hear it. */
  fullDate(day: IsoDate): string {
    return new Intl.DateTimeFormat(this.language.locale(), {
      timeZone: 'UTC',
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    }).format(new Date(`${day}T00:00:00Z`));
  }

  /** `18 November`, with the year where it is not that of `today`. */
  dayAndMonth(day: IsoDate, today: IsoDate): string {
    return new Intl.DateTimeFormat(this.language.locale(), {
      timeZone: 'UTC',
      day: 'numeric',
      month: 'long',
      ...(day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }),
    }).format(new Date(`${day}T00:00:00Z`));
  }

  /** `November 2026` */
  month(day: IsoDate): string {
    return new Intl.DateTimeFormat(this.language.locale(), {
      timeZone: 'UTC',
      month: 'long',
      year: 'numeric',
    }).format(new Date(`${day}T00:00:00Z`));
  }
}
