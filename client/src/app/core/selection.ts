import { Injectable, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, type Params, Router } from '@angular/router';
import { filter, map, startWith } from 'rxjs';
import { type Grain, type Period, currentMonth, isIsoDate, isUnfinished, todayIn } from './period.ts';
import { Session } from './session.ts';

/** What is looked at: unit with everything below it, days, service and channel. */
export interface SelectionValues {
  readonly unit: string | null;
  readonly service: string | null;
  readonly channel: string | null;
  readonly period: Period;
}

/** The query parameters that stay in the address on every hop from screen to screen. */
export const KEPT_PARAMETERS = ['unit', 'from', 'to', 'service', 'channel'] as const;

export type SelectionChange = Partial<
  Record<(typeof KEPT_PARAMETERS)[number] | 'field' | 'by' | 'grain' | 'shown', string | null>
>;

const GRAINS: readonly Grain[] = ['day', 'week', 'month', 'quarter', 'year'];

/** The selection is the address: back works, a copied link shows the same, and no filter is lost on the way. */
@Injectable({ providedIn: 'root' })
export class Selection {
  private readonly router = inject(Router);
  private readonly session = inject(Session);

  /** The query parameters of the address. */
  private readonly parameters = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      startWith(null),
      map((): Params => this.router.parseUrl(this.router.url).queryParams),
    ),
    { requireSync: true },
  );

  /** Today in the zone of the kabupaten. */
  readonly today = computed(() => todayIn(this.session.timeZone(), new Date()));
  readonly unit = computed(() => this.text('unit'));
  readonly service = computed(() => this.text('service'));
  readonly channel = computed(() => this.text('channel'));
  readonly field = computed(() => this.text('field'));
  readonly by = computed(() => this.text('by'));
  /** The parts of the screen that are open, as `OpenedParts` names them. */
  readonly shown = computed(() => this.text('shown'));
  readonly grain = computed<Grain>(() => GRAINS.find((grain) => grain === this.text('grain')) ?? 'month');
  readonly period = computed<Period>(() => this.chosenPeriod() ?? currentMonth(this.today()), {
    equal: (a, b) => a.from === b.from && a.to === b.to,
  });
  /** False while nobody chose days: then the current month stands for them. */
  readonly periodChosen = computed(() => this.chosenPeriod() !== null);
  readonly unfinished = computed(() => isUnfinished(this.period(), this.today()));
  readonly values = computed<SelectionValues>(() => ({
    unit: this.unit(),
    service: this.service(),
    channel: this.channel(),
    period: this.period(),
  }));

  /** Query parameters of the API for this selection, over `period` when it is another one than the selected. */
  query(period: Period = this.period()): Record<string, string> {
    const query: Record<string, string> = { from: period.from, to: period.to };
    const [unit, service, channel] = [this.unit(), this.service(), this.channel()];
    if (unit !== null) query['unit'] = unit;
    if (service !== null) query['service'] = service;
    if (channel !== null) query['channel'] = channel;
    return query;
  }

  /** Query parameters for a link to another screen: the selection goes along, what is particular to a screen stays. */
  readonly carried = computed<Params>(() => {
    const all = this.parameters();
    return Object.fromEntries(
      KEPT_PARAMETERS.filter((name) => typeof all[name] === 'string').map((name) => [name, all[name]]),
    );
  });

  /** Query parameters of this screen with `change` applied; null takes a parameter out. */
  with(change: SelectionChange): Params {
    const merged: Params = { ...this.parameters(), ...change };
    return Object.fromEntries(
      Object.entries(merged).filter(([, value]) => value !== null && value !== undefined),
    );
  }

  /** Changes the address; the step back undoes it. */
  async change(change: SelectionChange): Promise<void> {
    await this.router.navigate([], { queryParams: this.with(change) });
  }

  private chosenPeriod(): Period | null {
    const [from, to] = [this.text('from'), this.text('to')];
    const valid = from !== null && to !== null && isIsoDate(from) && isIsoDate(to) && from <= to;
    return valid ? { from, to } : null;
  }

  private text(name: string): string | null {
    const value: unknown = this.parameters()[name];
    return typeof value === 'string' && value !== '' ? value : null;
  }
}
