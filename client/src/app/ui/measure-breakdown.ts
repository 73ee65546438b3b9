import { Component, computed, inject, input } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import { MEASURES, type BreakdownBy, type MeasureField, type MeasureId } from '#domain/measures';
import { ValueWords, hasRecords, isSuppressed, presenceOf } from '../core/absence.ts';
import { Kamus, numberIn } from '../core/kamus.ts';
import { Language } from '../core/language.ts';
import { type BreakdownItem, liveBreakdown } from '../core/measures-api.ts';
import { Selection } from '../core/selection.ts';
import { ChartFrame } from './chart-frame.ts';
import { DataTable } from './data-table.ts';
import { Mark, type MarkKind } from './mark.ts';
import type { RecordLink } from './record-link.ts';
import type { Column } from './table-column.ts';

/** Denominators that are told under the header of their share. */
const STANDING_ALONE: ReadonlySet<string> = new Set(['due', 'valid', 'judged', 'promised', 'visitsKnown']);

/** The selection broken down one level: by unit, service, channel or class. A row leads on with every filter kept. */
@Component({
  selector: 'pandu-measure-breakdown',
  imports: [ChartFrame, DataTable, Mark, RouterLink],
  template: `
    <div class="by" role="group" [attr.aria-label]="t('breakdown.by')">
      @for (choice of choices(); track choice) {
        <a
          [routerLink]="[]"
          [queryParams]="selection.with({ by: choice })"
          [class.on]="choice === by()"
          [attr.aria-current]="choice === by() ? 'true' : null"
          >{{ t('breakdown.' + choice) }}</a
        >
      }
    </div>
    <pandu-chart-frame
      [level]="2"
      [finding]="title()"
      [selection]="title()"
      [columns]="columns()"
      [rows]="rows()"
      [fileName]="'pandu-' + measure() + '-' + by()"
      [file]="breakdown.asked()"
      [loading]="answer() === undefined && breakdown.problem() === null"
      [refreshing]="breakdown.refreshing()"
      [problem]="breakdown.problem()"
      [empty]="nothing() ? t(withheld() ? 'absence.suppressedLong' : 'breakdown.empty') : null"
      [isTable]="true"
      (retry)="breakdown.reload()"
    >
      @if (!nothing()) {
        <pandu-data-table
          [columns]="columns()"
          [rows]="rows()"
          [caption]="title()"
          [quietCaption]="true"
          [opens]="opens()"
        />
        @if (outside()) {
          <p class="note withheld">
            <pandu-mark kind="neutral" />
            {{ t('breakdown.funnel.note', { whole: answer()?.unitName ?? '' }) }}
          </p>
        }
        @if (withheld()) {
          <p class="note withheld">{{ t('absence.suppressedLong') }}</p>
        }
      }
    </pandu-chart-frame>
  `,
  styles: `
    :host {
      display: block;
      margin-top: 40px;
    }
    .withheld {
      margin: 10px 0;
      max-width: 68ch;
    }
    .by {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 20px;
      border-bottom: 1px solid var(--hair);
    }
    .by a {
      font: var(--table);
      color: var(--muted);
      text-decoration: none;
      padding: 8px 0;
      border-bottom: 3px solid transparent;
      margin-bottom: -1px;
    }
    .by a.on {
      color: var(--ink);
      font-weight: 600;
      border-bottom-color: var(--primary);
    }
  `,
})
export class MeasureBreakdown {
  readonly measure = input.required<MeasureId>();
  /** The fields that become columns, in order. */
  readonly fields = input.required<readonly string[]>();
  /** The dimensions offered; those that the measure does not know are left out. */
  readonly dimensions = input<readonly BreakdownBy[]>(['unit', 'service', 'channel', 'class']);

  /** Where the counts of a field lead, with the filters of the selection; a row narrows it to itself. */
  readonly records = input<(field: string) => RecordLink | null>(() => null);

  /** Columns after those of the fields, for what a measure alone can tell of a row. */
  readonly more = input<readonly Column<BreakdownItem>[]>([]);

  protected readonly t = inject(Language).t;
  protected readonly selection = inject(Selection);
  private readonly kamus = inject(Kamus);
  private readonly words = inject(ValueWords);

  protected readonly choices = computed(() =>
    this.dimensions().filter((by) => MEASURES[this.measure()].breakdowns.includes(by)),
  );
  protected readonly by = computed<BreakdownBy>(
    () => this.choices().find((by) => by === this.selection.by()) ?? 'unit',
  );
  protected readonly breakdown = liveBreakdown(() => ({ measure: this.measure(), by: this.by() }));
  /** The answer to what is asked now; rows of the dimension before would stand under the wrong header. */
  protected readonly answer = computed(() => {
    const answer = this.breakdown.value();
    return answer?.by === this.by() && answer.measure === this.measure() ? answer : undefined;
  });
  protected readonly rows = computed<readonly BreakdownItem[]>(() => {
    const items = this.answer()?.items ?? [];
    return items.length === 1 ? items : items.filter((item) => item.key !== 'self' || this.hasRecords(item));
  });
  /** True when no row has anything to tell: one sentence then says so, not every cell of a table. */
  protected readonly nothing = computed(() => !this.rows().some((item) => this.hasRecords(item)));
  protected readonly withheld = computed(
    () => isSuppressed(this.answer()) || this.rows().some((item) => isSuppressed(item)),
  );
  /** True when a shown figure differs from the whole by more than the number of its records explains. */
  protected readonly outside = computed(() =>
    this.fields().some((id) => this.rows().some((item) => this.standing(item, id) !== null)),
  );
  protected readonly title = computed(() =>
    this.t('breakdown.title', {
      measure: this.kamus.measureLabel(this.measure()),
      by: this.t(`breakdown.${this.by()}`).toLocaleLowerCase(),
      unit: this.answer()?.unitName ?? '',
    }),
  );
  protected readonly columns = computed<readonly Column<BreakdownItem>[]>(() => [
    {
      id: 'label',
      header: this.t(`breakdown.head.${this.by()}`),
      numeric: false,
      text: (item) => this.name(item),
      raw: (item) => this.name(item),
    },
    ...this.fields().map((id): Column<BreakdownItem> => {
      const field = this.kamus.field(this.measure(), id);
      const file = this.words.inFile(field);
      return {
        id,
        header: this.kamus.label(field),
        ...(field.unit === 'share' && STANDING_ALONE.has(field.n)
          ? { sub: this.t(`breakdown.of.${field.n}`) }
          : {}),
        numeric: true,
        text: (item) => this.cellText(item, field),
        mark: (item) => {
          const kind = this.markOf(item, field);
          if (kind !== null) return { kind, label: this.t(`mark.${kind}`) };
          const stands = this.standing(item, field.id);
          return stands === null ? null : { kind: 'neutral', label: this.t(`breakdown.funnel.${stands}`) };
        },
        raw: (item) => (this.hasRecords(item) ? numberIn(item, id) : null),
        link: (item) => this.linkOf(item, id),
        withheld: (item) =>
          presenceOf(field, item, false) === 'suppressed' ? this.t('absence.suppressed') : null,
        ...(file === null
          ? {}
          : { file: { unit: file.unit, value: (item: BreakdownItem) => file.value(numberIn(item, id)) } }),
      };
    }),
    ...this.more(),
  ]);
  protected readonly opens = computed(() => {
    const by = this.by();
    const here = this.answer()?.unit;
    return (item: BreakdownItem): Params | null => {
      if (by === 'unit')
        return item.key === 'self' || item.key === here ? null : this.selection.with({ unit: item.key });
      if (by === 'service') return this.selection.with({ service: item.key, by: null });
      if (by === 'channel') return this.selection.with({ channel: item.key, by: null });
      return null;
    };
  });

  /** The records behind a count of a row; null where there are none. */
  private linkOf(item: BreakdownItem, id: string): RecordLink | null {
    const link = (numberIn(item, id) ?? 0) > 0 ? this.records()(id) : null;
    const row = link === null ? null : this.rowOf(item);
    return link === null || row === null ? null : { ...link, query: { ...link.query, ...row } };
  }

  /** The query parameters that narrow a list of records to a row. */
  private rowOf(item: BreakdownItem): Params | null {
    switch (this.by()) {
      case 'unit':
        return item.key === 'self' ? { unit: this.answer()?.unit ?? null, self: true } : { unit: item.key };
      case 'service':
        return { service: item.key };
      case 'channel':
        return { channel: item.key };
      case 'class':
        return { class: item.key };
      default:
        return null;
    }
  }

  private name(item: BreakdownItem): string {
    return item.key === 'self' && this.rows().length > 1
      ? this.t('breakdown.self', { unit: item.label })
      : item.label;
  }

  private hasRecords(item: BreakdownItem): boolean {
    return hasRecords(this.measure(), item);
  }

  private cellText(item: BreakdownItem, field: MeasureField): string {
    // A row of nothing says so once, not in every cell.
    if (!this.hasRecords(item))
      return this.t(field.id === this.fields()[0] ? 'absence.noData' : 'breakdown.dash');
    const value = this.words.text(field, item);
    return field.id === 'score' && 'grade' in item && item.grade !== null ? `${value} ${item.grade}` : value;
  }

  /** Outside the funnel around the whole; null within it, or where it says nothing. */
  private standing(item: BreakdownItem, id: string): 'below' | 'above' | null {
    const verdict = this.answer()?.funnel?.[id]?.[item.key];
    return verdict === 'below' || verdict === 'above' ? verdict : null;
  }

  /** Only what can be said without a signal: nothing there, or too few records to read anything from the figure. */
  private markOf(item: BreakdownItem, field: MeasureField): MarkKind | null {
    const presence = presenceOf(field, item, false);
    if (presence === 'suppressed') return null;
    if (!this.hasRecords(item)) return field.id === this.fields()[0] ? 'no-data' : null;
    if (presence === 'no-data') return 'no-data';
    if (field.id === 'score' && 'sufficient' in item && item.sufficient === false) return 'small-sample';
    return presence === 'too-few' ? 'small-sample' : null;
  }
}
