import { Component, computed, effect, inject } from '@angular/core';
import { Formats } from '../core/formats.ts';
import { Freshness } from '../core/freshness.ts';
import { Language } from '../core/language.ts';
import { Reporting } from '../core/reporting.ts';
import { Selection } from '../core/selection.ts';
import { scopeSentence } from '../core/session-scope.ts';
import { Session } from '../core/session.ts';
import { Directory } from '../core/directory.ts';
import { Choice } from '../ui/filter-sentence/choice.ts';
import { type Option, OptionList } from '../ui/filter-sentence/option-list.ts';

/** Under the top bar: which unit, which period, how fresh, whose view, and whether the data are only an example. */
@Component({
  selector: 'pandu-status-line',
  imports: [Choice, OptionList],
  template: `
    <div class="line" role="region" [attr.aria-label]="t('status.title')">
      @if (kabupaten(); as here) {
        @if (session.can('measures:read')) {
          <pandu-choice
            #units
            class="plain"
            [label]="t('filter.unit')"
            [text]="unitName()"
            [arrow]="true"
            (click)="directory.need('units')"
          >
            <ng-template>
              @defer (on immediate) {
                <pandu-option-list
                  [label]="t('filter.unit')"
                  [options]="options()"
                  [selected]="selection.unit() ?? topUnit()"
                  (chosen)="choose(units, $event === topUnit() ? null : $event)"
                />
              }
            </ng-template>
          </pandu-choice>
          <span
            ><b>{{ period() }}</b>
            @if (selection.unfinished()) {
              <span>, {{ t('status.provisional') }}</span>
            }
          </span>
          @if (freshness.shownUntil(); as day) {
            <strong class="trial">{{ t('status.shownUntil', { day: formats.now.date(day) }) }}</strong>
          }
          <span class="fresh">
            @if (freshness.asOf(); as at) {
              <span>{{ t('status.asOf', { at: formats.now.instant(at, here.timeZone) }) }}</span>
            } @else if (freshness.empty()) {
              <span>{{ t('status.noData') }}</span>
            }
            @if (reporting.now(); as counts) {
              <span class="reported">{{ t('status.reported', reported(counts)) }}</span>
            }
          </span>
        } @else {
          <b>{{ here.name }}</b>
        }
      }
      @if (scope(); as sees) {
        <span class="scope long">{{ sees.long }}</span>
        <span class="scope short">{{ sees.short }}</span>
      }
      @if (session.demo()) {
        <strong class="demo">{{ t('demo.label') }}</strong>
      }
    </div>
  `,
  styles: `
    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 4px 18px;
      min-height: 41px;
      padding: 12px 0;
      font: var(--note);
      color: var(--muted);
      border-bottom: 1px solid var(--hair);
    }
    b {
      color: var(--ink);
      font-weight: 600;
    }
    .fresh {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 18px;
    }
    .demo {
      margin-left: auto;
      font-weight: 400;
      color: var(--ink);
      border: 1px dashed var(--control);
      border-radius: var(--radius);
      padding: 0 8px;
    }
    .trial {
      color: var(--netral);
      font-weight: 600;
    }
    /* A line of its own: it has room there, and nothing moves when the freshness beside it arrives. */
    .scope {
      order: 1;
      flex-basis: 100%;
    }
    .short {
      display: none;
    }
    @media (max-width: 760px) {
      .demo {
        margin-left: 0;
      }
      /* Room for what arrives later, so that nothing below it moves. */
      .fresh {
        flex-basis: 100%;
        min-height: 16px;
      }
      .long {
        display: none;
      }
      .short {
        display: inline;
      }
    }
  `,
})
export class StatusLine {
  protected readonly session = inject(Session);
  protected readonly selection = inject(Selection);
  protected readonly freshness = inject(Freshness);
  protected readonly reporting = inject(Reporting);
  protected readonly formats = inject(Formats);
  protected readonly directory = inject(Directory);
  protected readonly t = inject(Language).t;

  protected readonly kabupaten = this.session.kabupaten;
  private readonly home = computed(
    () => this.session.user()?.unit?.name ?? this.session.kabupaten()?.name ?? '',
  );
  protected readonly unitName = computed(() => {
    const unit = this.selection.unit();
    return unit === null ? this.home() : (this.directory.findUnit(unit)?.name ?? unit);
  });
  protected readonly period = computed(() =>
    this.formats.now.period(this.selection.period(), this.selection.today()),
  );
  /** Whose data, and as whom: said on every screen, shorter where there is less room, never left out. */
  protected readonly scope = computed(() => {
    const user = this.session.user();
    return user === null ? null : scopeSentence(user, this.t);
  });
  protected readonly options = computed<readonly Option[]>(() =>
    (this.directory.units() ?? []).map((unit) => ({ value: unit.code, label: unit.name, depth: unit.depth })),
  );

  /** The top of the visible tree: choosing it is choosing nothing in particular. */
  protected readonly topUnit = computed(() => this.directory.units()?.[0]?.code ?? null);

  constructor() {
    // A screen that reads no unit itself still says the name of the one that is selected, not its code.
    effect(() => {
      if (this.selection.unit() !== null && this.session.can('reference:read')) this.directory.need('units');
    });
  }

  protected reported(counts: {
    readonly expected: number;
    readonly reported: number;
  }): Record<string, string> {
    const formats = this.formats.now;
    return { reported: formats.number(counts.reported), expected: formats.number(counts.expected) };
  }

  protected async choose(choice: Choice, unit: string | null): Promise<void> {
    choice.close();
    await this.selection.change({ unit });
  }
}
