import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { KeptCalendar } from '#contract/structure/calendars';
import type { StructureOutcome } from '#contract/structure/structure-change';
import { faultOfHours } from '#domain/calendar/hours-faults';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { type IsoDate, addDays, isIsoDate } from '../../../core/period.ts';
import { Selection } from '../../../core/selection.ts';
import { DayField } from '../../../ui/day-field.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { FormDialog } from '../../../ui/form-dialog.ts';
import { EffectsNote } from '../effects-note.ts';
import { StructureApi, trialTask } from '../structure-api.ts';
import { type WeekHours, hoursOf, readHours, typedHours, weeksOf } from './hours-text.ts';

/** What is changed of a calendar. `index` counts the hours by their validity; null: new ones. */
export type CalendarChange =
  | { readonly kind: 'close' }
  | { readonly kind: 'reopen'; readonly day: IsoDate }
  | { readonly kind: 'hours'; readonly index: number | null }
  | { readonly kind: 'drop-hours'; readonly index: number }
  | { readonly kind: 'settings' };

type Values = Pick<KeptCalendar, 'name' | 'openingHours' | 'closures' | 'nationalHolidays'>;

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
/** A closure of more days than these is a mistake. */
const MOST_DAYS = 60;

/** One change of a calendar, which makes a new version of it: first what would follow, then the saving. */
@Component({
  selector: 'pandu-calendar-form',
  imports: [DayField, EffectsNote, FormDialog],
  templateUrl: './calendar-form.html',
  styleUrl: '../structure.css',
})
export class CalendarForm {
  readonly calendar = input.required<KeptCalendar>();
  readonly change = input.required<CalendarChange>();
  readonly saved = output<StructureOutcome>();
  readonly closed = output();

  private readonly api = inject(StructureApi);
  private readonly formats = inject(Formats);
  private readonly selection = inject(Selection);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly saving = trialTask();
  /** As it was when the form opened. */
  private readonly opened = linkedSignal<KeptCalendar, KeptCalendar>({
    source: this.calendar,
    computation: (now, previous) => previous?.value ?? now,
  });
  private readonly weeks = computed(() => weeksOf(this.opened().openingHours));
  private readonly week = computed<WeekHours | null>(() => {
    const change = this.change();
    if (change.kind !== 'hours') return null;
    const usual = this.weeks().at(-1) ?? null;
    return change.index === null ? usual : (this.weeks()[change.index] ?? usual);
  });
  protected readonly isNew = computed(() => {
    const change = this.change();
    return change.kind === 'hours' && change.index === null;
  });
  protected readonly name = linkedSignal(() => this.opened().name);
  protected readonly holidays = linkedSignal(() => this.opened().nationalHolidays);
  protected readonly from = linkedSignal<string>(() => {
    const week = this.week();
    return week === null || this.isNew() ? this.selection.today() : week.validFrom;
  });
  protected readonly to = linkedSignal<string>(() => (this.isNew() ? '' : (this.week()?.validTo ?? '')));
  protected readonly days = linkedSignal<readonly string[]>(() =>
    WEEKDAYS.map((day) => typedHours(this.week()?.days[day - 1] ?? [])),
  );
  protected readonly label = signal('');
  protected readonly reason = signal('');
  protected readonly weekdays = computed(() => WEEKDAYS.map((day) => this.formats.now.weekday(day)));

  protected heading(): string {
    const change = this.change();
    const key = this.isNew() ? 'addHours' : change.kind;
    const day = change.kind === 'reopen' ? this.formats.now.date(change.day) : '';
    return this.t(`structure.calendars.heading.${key}`, { day });
  }

  protected setDay(index: number, text: string): void {
    this.days.update((days) => days.map((day, at) => (at === index ? text : day)));
  }

  protected async submit(): Promise<void> {
    const { task } = this.saving;
    const values = this.wanted();
    if (typeof values === 'string') return task.refuse(values);
    const { code, version } = this.opened();
    const reason = this.reason().trim() || (this.change().kind === 'close' ? this.label().trim() : '');
    if (reason.length < 3) return task.refuse(this.t('structure.calendars.reasonMissing'));
    const path = `/calendars/${encodeURIComponent(code)}`;
    const outcome = await this.saving.submit((query) =>
      this.api.send('PUT', path, { version, reason, ...values }, query),
    );
    if (outcome !== undefined) this.saved.emit(outcome);
  }

  /** The calendar as it is to be, or the sentence of what is wrong. */
  private wanted(): Values | string {
    const { name, openingHours, closures, nationalHolidays } = this.opened();
    const kept: Values = { name, openingHours, closures, nationalHolidays };
    const change = this.change();
    switch (change.kind) {
      case 'close':
        return this.withClosures(kept);
      case 'reopen':
        return { ...kept, closures: closures.filter(({ day }) => day !== change.day) };
      case 'settings': {
        const typed = this.name().trim();
        if (typed.length < 2) return this.t('structure.nameMissing');
        return { ...kept, name: typed, nationalHolidays: this.holidays() };
      }
      case 'drop-hours':
        return { ...kept, openingHours: hoursOf(this.weeks().filter((_, at) => at !== change.index)) };
      case 'hours':
        return this.withHours(kept, change.index);
    }
  }

  private withClosures(kept: Values): Values | string {
    const [from, to, label] = [this.from(), this.to() === '' ? this.from() : this.to(), this.label().trim()];
    if (!isIsoDate(from) || !isIsoDate(to) || to < from) return this.t('period.invalid');
    if (label.length < 3) return this.t('structure.calendars.labelMissing');
    const days: IsoDate[] = [];
    for (let day = from; day <= to && days.length <= MOST_DAYS; day = addDays(day, 1)) days.push(day);
    if (days.length > MOST_DAYS) return this.t('structure.calendars.tooLong', { most: MOST_DAYS });
    const twice = kept.closures.find(({ day }) => days.includes(day));
    if (twice !== undefined)
      return this.t('structure.calendars.closedAlready', { day: this.formats.now.date(twice.day) });
    return { ...kept, closures: [...kept.closures, ...days.map((day) => ({ day, name: label }))] };
  }

  private withHours(kept: Values, index: number | null): Values | string {
    const [from, to] = [this.from(), this.to().trim()];
    if (!isIsoDate(from) || (to !== '' && !isIsoDate(to))) return this.t('period.invalid');
    const days = this.days().map(readHours);
    const unread = days.findIndex((day) => day === null);
    if (unread >= 0) return this.t('structure.calendars.hoursWrong', { day: this.weekdays()[unread] ?? '' });
    const week = { validFrom: from, validTo: to === '' ? null : to, days: days.map((day) => day ?? []) };
    const openingHours = hoursOf([week, ...this.weeks().filter((_, at) => at !== index)]);
    const fault = faultOfHours(openingHours);
    if (fault !== null)
      return this.t(`structure.hoursFault.${fault.fault}`, { day: this.weekdays()[fault.weekday - 1] ?? '' });
    return { ...kept, openingHours };
  }
}
