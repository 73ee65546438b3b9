import { Component, computed, inject, input } from '@angular/core';
import { Directory } from '../../core/directory.ts';
import { Formats } from '../../core/formats.ts';
import { Language } from '../../core/language.ts';
import type { Period } from '../../core/period.ts';
import { Selection, type SelectionChange } from '../../core/selection.ts';
import { Session } from '../../core/session.ts';
import { Choice } from './choice.ts';
import { type Option, OptionList } from './option-list.ts';
import { PeriodPicker } from './period-picker.ts';

const GRAINS = ['day', 'week', 'month', 'quarter', 'year'] as const;

/** The selection as one sentence whose underlined words can be changed: "KK di Sebulu, Jan–Nov 2026, semua kanal". */
@Component({
  selector: 'pandu-filter-sentence',
  imports: [Choice, OptionList, PeriodPicker],
  templateUrl: './filter-sentence.html',
  styleUrl: './filter-sentence.css',
})
export class FilterSentence {
  /** The numbers that the screen can show; empty when there is nothing to choose. */
  readonly fields = input<readonly Option[]>([]);
  readonly field = input<string | null>(null);
  /** The filters that this screen does not know: struck through, never silently dropped. */
  readonly ignored = input<readonly string[]>([]);
  /** Filters that this screen has no use for: left out, and struck through only where one was chosen elsewhere. */
  readonly unused = input<readonly string[]>([]);
  /** The days that the screen looks over before anybody chose some, where these are not the current month. */
  readonly usualPeriod = input<Period | null>(null);
  readonly withGrain = input(false);

  protected readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly selection = inject(Selection);
  private readonly session = inject(Session);
  private readonly directory = inject(Directory);
  private readonly formats = inject(Formats);

  protected readonly fieldText = computed(
    () => this.fields().find((option) => option.value === this.field())?.label ?? '',
  );
  protected readonly unitText = computed(() => {
    const code = this.selection.unit();
    const own = this.session.user()?.unit?.name ?? this.session.kabupaten()?.name ?? '';
    return code === null ? own : (this.directory.findUnit(code)?.name ?? code);
  });
  protected readonly serviceText = computed(() => {
    const code = this.selection.service();
    return code === null ? this.t('filter.allServices') : this.directory.serviceName(code);
  });
  protected readonly channelText = computed(() => {
    const code = this.selection.channel();
    return code === null ? this.t('filter.allChannels') : this.directory.channelName(code);
  });
  protected readonly period = computed(
    () => (this.selection.periodChosen() ? null : this.usualPeriod()) ?? this.selection.period(),
  );
  protected readonly periodText = computed(() =>
    this.formats.now.period(this.period(), this.selection.today()),
  );
  protected readonly showsService = computed(
    () => !this.unused().includes('service') || this.selection.service() !== null,
  );
  protected readonly struckService = computed(
    () => this.selection.service() !== null && [...this.ignored(), ...this.unused()].includes('service'),
  );
  protected readonly showsChannel = computed(
    () => !this.unused().includes('channel') || this.selection.channel() !== null,
  );

  protected readonly unitOptions = computed<readonly Option[]>(() =>
    (this.directory.units() ?? []).map((unit) => ({ value: unit.code, label: unit.name, depth: unit.depth })),
  );
  /** The top of the visible tree: choosing it is choosing nothing in particular. */
  protected readonly topUnit = computed(() => this.directory.units()?.[0]?.code ?? null);
  protected readonly serviceOptions = computed<readonly Option[]>(() => [
    { value: null, label: this.t('filter.allServices'), depth: 0 },
    ...(this.directory.services() ?? []).map((service) => ({
      value: service.code,
      label: service.name,
      depth: 0,
    })),
  ]);
  protected readonly channelOptions = computed<readonly Option[]>(() => [
    { value: null, label: this.t('filter.allChannels'), depth: 0 },
    ...(this.directory.channels() ?? []).map((channel) => ({
      value: channel.code,
      label: channel.name,
      depth: 0,
    })),
  ]);
  protected readonly grainOptions = computed<readonly Option[]>(() =>
    GRAINS.map((grain) => ({ value: grain, label: this.t(`grain.${grain}`), depth: 0 })),
  );
  protected readonly anything = computed(() => {
    const { unit, service, channel } = this.selection.values();
    return unit !== null || service !== null || channel !== null;
  });

  protected need(list: 'units' | 'services' | 'channels'): void {
    this.directory.need(list);
  }

  protected async choose(choice: Choice, change: SelectionChange): Promise<void> {
    choice.close();
    await this.selection.change(change);
  }
}
