import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { StructureOutcome } from '#contract/structure/structure-change';
import { Language } from '../../../core/language.ts';
import { Selection } from '../../../core/selection.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { liveCalendars, liveUnits } from '../structure-api.ts';
import { StructureHead } from '../structure-head.ts';
import { StructureWords } from '../structure-words.ts';
import { UnitForm, type UnitFormMode } from './unit-form.ts';

/** One unit: where it stands, since when, what it came from, and what may be changed. */
@Component({
  selector: 'pandu-unit-page',
  imports: [ProblemNote, RouterLink, Skeleton, StructureHead, UnitForm],
  template: `
    <pandu-structure-head
      [heading]="unit()?.name ?? code()"
      [done]="done()"
      [above]="{ path: '/pengaturan/unit', label: t('structure.title.units') }"
    />
    @if (units.problem(); as trouble) {
      <pandu-problem [problem]="trouble" (retry)="units.reload()" />
    } @else if (unit(); as found) {
      <div class="columns">
        <section>
          <dl class="pairs">
            <div>
              <dt>{{ t('structure.units.kindLabel') }}</dt>
              <dd>{{ t('structure.kind.' + found.kind) }}</dd>
            </div>
            <div>
              <dt>{{ t('structure.code') }}</dt>
              <dd>{{ found.code }}</dd>
            </div>
            @if (parent(); as above) {
              <div>
                <dt>{{ t('structure.units.parent') }}</dt>
                <dd>
                  <a [routerLink]="['/pengaturan/unit', above.code]">{{ above.name }}</a>
                </dd>
              </div>
            }
            <div>
              <dt>{{ t('structure.units.calendar') }}</dt>
              <dd>
                <a [routerLink]="['/pengaturan/kalender', found.calendarCode]">{{ calendarName() }}</a>
              </dd>
            </div>
            <div>
              <dt>{{ t('structure.units.validity') }}</dt>
              <dd>{{ words.validity({ from: found.validFrom, to: found.validTo }) }}</dd>
            </div>
            @if (predecessor(); as before) {
              <div>
                <dt>{{ t('structure.units.predecessor') }}</dt>
                <dd>
                  <a [routerLink]="['/pengaturan/unit', before.code]"
                    >{{ before.name }} ({{ before.code }})</a
                  >
                </dd>
              </div>
            }
            @for (after of successors(); track after.code) {
              <div>
                <dt>{{ t('structure.units.successor') }}</dt>
                <dd>
                  <a [routerLink]="['/pengaturan/unit', after.code]">{{ after.name }} ({{ after.code }})</a>
                </dd>
              </div>
            }
          </dl>
          @if (below().length > 0) {
            <h2>{{ t('structure.units.below') }}</h2>
            <ul class="lines">
              @for (child of below(); track child.code) {
                <li [class.former]="child.validTo !== null && child.validTo < today()">
                  <a [routerLink]="['/pengaturan/unit', child.code]">{{ child.name }}</a>
                  <span class="note">{{ t('structure.kind.' + child.kind) }}</span>
                </li>
              }
            </ul>
          }
        </section>
        <aside class="margin">
          <h2>{{ t('structure.units.changes') }}</h2>
          <p>{{ t('structure.units.never') }}</p>
          <ul class="verbs">
            @for (mode of modes(); track mode) {
              <li>
                <button type="button" class="action" (click)="ask(mode)">
                  {{ t('structure.units.' + mode) }}
                </button>
                <span class="note">{{ t('structure.units.hint.' + mode) }}</span>
              </li>
            }
          </ul>
        </aside>
      </div>
      @if (asked(); as mode) {
        <pandu-unit-form
          [mode]="mode"
          [unit]="found"
          [units]="units.value()?.items ?? []"
          (saved)="finish($event)"
          (closed)="asked.set(null)"
        />
      }
    } @else if (units.value()) {
      <p class="muted">{{ t('structure.units.unknown') }}</p>
    } @else {
      <pandu-skeleton [lines]="['50%', '100%', '100%']" [height]="28" />
    }
  `,
  styleUrl: '../structure.css',
})
export class UnitPage {
  /** From the address. */
  readonly code = input.required<string>();

  private readonly selection = inject(Selection);
  protected readonly words = inject(StructureWords);
  protected readonly t = inject(Language).t;
  protected readonly today = this.selection.today;
  protected readonly units = liveUnits();
  private readonly calendars = liveCalendars();
  protected readonly asked = signal<UnitFormMode | null>(null);
  protected readonly done = signal('');
  protected readonly unit = computed(() => this.find(this.code()));
  protected readonly parent = computed(() => this.find(this.unit()?.parentCode ?? null));
  protected readonly predecessor = computed(() => this.find(this.unit()?.predecessorCode ?? null));
  protected readonly successors = computed(() =>
    this.all().filter((unit) => unit.predecessorCode === this.code()),
  );
  protected readonly below = computed(() => this.all().filter((unit) => unit.parentCode === this.code()));
  protected readonly calendarName = computed(() => {
    const code = this.unit()?.calendarCode ?? '';
    return this.calendars.value()?.items.find((calendar) => calendar.code === code)?.name ?? code;
  });
  protected readonly modes = computed<readonly UnitFormMode[]>(() => {
    const unit = this.unit();
    if (unit === null || unit.parentCode === null) return ['change'];
    return unit.validTo !== null && unit.validTo < this.today()
      ? ['change', 'end']
      : ['change', 'succeed', 'end'];
  });

  protected ask(mode: UnitFormMode): void {
    this.done.set('');
    this.asked.set(mode);
  }

  protected finish(outcome: StructureOutcome): void {
    this.asked.set(null);
    this.done.set(this.words.saved(outcome));
    this.units.reload();
  }

  private all() {
    return this.units.value()?.items ?? [];
  }

  private find(code: string | null) {
    return this.all().find((unit) => unit.code === code) ?? null;
  }
}
