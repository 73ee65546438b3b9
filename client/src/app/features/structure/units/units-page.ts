import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { StructureOutcome } from '#contract/structure/structure-change';
import type { KeptUnit } from '#contract/structure/units';
import { Language } from '../../../core/language.ts';
import { Selection } from '../../../core/selection.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { liveUnits } from '../structure-api.ts';
import { StructureHead } from '../structure-head.ts';
import { StructureWords } from '../structure-words.ts';
import { UnitForm } from './unit-form.ts';
import { unitRows } from './unit-tree-rows.ts';

/** The units of the kabupaten as a tree; those that have ended are shown on request. */
@Component({
  selector: 'pandu-units-page',
  imports: [ProblemNote, RouterLink, Skeleton, StructureHead, UnitForm],
  template: `
    <pandu-structure-head
      [heading]="t('structure.title.units')"
      [lead]="t('settings.units')"
      [done]="done()"
    />
    <form class="tools" role="search" (submit)="$event.preventDefault()">
      <label class="field"
        ><span>{{ t('structure.units.search') }}</span>
        <input class="input" type="search" [value]="cari() ?? ''" (input)="look({ cari: text($event) })" />
      </label>
      <label class="choice"
        ><input
          type="checkbox"
          [checked]="withEnded()"
          (change)="look({ berakhir: withEnded() ? '' : 'ya' })"
        />
        {{ t('structure.units.withEnded') }}
      </label>
      <button type="button" class="primary-button" (click)="adding.set(true)">
        {{ t('structure.units.add') }}
      </button>
    </form>
    @if (units.problem(); as trouble) {
      <pandu-problem [problem]="trouble" (retry)="units.reload()" />
    } @else if (units.value(); as found) {
      @if (rows().length === 0) {
        <p class="empty muted">{{ t('structure.units.none') }}</p>
      } @else {
        <ul class="lines">
          @for (row of rows(); track row.unit.code) {
            <li [class.former]="ended(row.unit)" [style.padding-left.px]="row.depth * 20">
              <a [routerLink]="['/pengaturan/unit', row.unit.code]">{{ row.unit.name }}</a>
              <span class="note">{{ t('structure.kind.' + row.unit.kind) }} · {{ row.unit.code }}</span>
              @if (row.unit.validFrom !== null || row.unit.validTo !== null) {
                <span class="note end">{{
                  words.validity({ from: row.unit.validFrom, to: row.unit.validTo })
                }}</span>
              }
            </li>
          }
        </ul>
      }
      @if (adding()) {
        <pandu-unit-form
          mode="add"
          [units]="found.items"
          (saved)="finish($event)"
          (closed)="adding.set(false)"
        />
      }
    } @else {
      <pandu-skeleton [lines]="['100%', '100%', '100%', '100%']" [height]="28" />
    }
  `,
  styleUrl: '../structure.css',
})
export class UnitsPage {
  /** Search and whether ended units are shown, both in the address. */
  readonly cari = input<string>();
  readonly berakhir = input<string>();

  private readonly router = inject(Router);
  private readonly selection = inject(Selection);
  protected readonly words = inject(StructureWords);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly units = liveUnits();
  protected readonly adding = signal(false);
  protected readonly done = signal('');
  protected readonly withEnded = computed(() => this.berakhir() === 'ya');
  protected readonly rows = computed(() => {
    const words = (this.cari() ?? '').toLocaleLowerCase('id').split(/\s+/);
    return unitRows(this.units.value()?.items ?? []).filter(
      ({ unit }) =>
        (this.withEnded() || !this.ended(unit)) &&
        words.every((word) => `${unit.name} ${unit.code}`.toLocaleLowerCase('id').includes(word)),
    );
  });

  protected ended(unit: KeptUnit): boolean {
    return unit.validTo !== null && unit.validTo < this.selection.today();
  }

  protected async look(change: Readonly<Record<string, string>>): Promise<void> {
    const wanted = { cari: this.cari() ?? '', berakhir: this.berakhir() ?? '', ...change };
    const queryParams = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value.trim() !== ''));
    await this.router.navigate([], { queryParams, replaceUrl: true });
  }

  protected finish(outcome: StructureOutcome): void {
    this.adding.set(false);
    this.done.set(this.words.saved(outcome));
    this.units.reload();
  }
}
