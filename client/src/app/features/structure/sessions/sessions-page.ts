import { Component, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { KeptSession } from '#contract/structure/sessions';
import type { StructureOutcome } from '#contract/structure/structure-change';
import { Directory } from '../../../core/directory.ts';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { task } from '../../../core/task.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { StructureApi, liveSessions } from '../structure-api.ts';
import { StructureHead } from '../structure-head.ts';
import { typedClock } from '../calendars/hours-text.ts';
import { SessionForm } from './session-form.ts';

/** Extra sessions outside opening hours, with what may be removed. */
@Component({
  selector: 'pandu-sessions-page',
  imports: [ProblemNote, SessionForm, Skeleton, StructureHead],
  template: `
    <pandu-structure-head
      [heading]="t('structure.title.sessions')"
      [lead]="t('settings.sessions')"
      [done]="done()"
    />
    <div class="tools">
      <label class="field"
        ><span>{{ t('table.unit') }}</span>
        <select class="input" (change)="look(text($event))">
          <option value="" [selected]="!unit()">{{ t('structure.sessions.allUnits') }}</option>
          @for (choice of directory.units() ?? []; track choice.code) {
            <option [value]="choice.code" [selected]="choice.code === unit()">
              {{ ' '.repeat(choice.depth) }}{{ choice.name }}
            </option>
          }
        </select>
      </label>
      <button type="button" class="primary-button" (click)="adding.set(true)">
        {{ t('structure.sessions.add') }}
      </button>
    </div>
    @if (sessions.problem(); as trouble) {
      <pandu-problem [problem]="trouble" (retry)="sessions.reload()" />
    } @else if (sessions.value(); as found) {
      @if (found.items.length === 0) {
        <p class="empty muted">{{ t('structure.sessions.none') }}</p>
      } @else {
        <p class="note">
          {{ t('structure.sessions.count', { shown: found.items.length, total: found.total }) }}
        </p>
        <ul class="lines">
          @for (session of found.items; track session.id) {
            <li>
              <label class="choice"
                ><input type="checkbox" [checked]="chosen().has(session.id)" (change)="choose(session.id)" />
                <b>{{ formats.now.date(session.day) }}</b>
                <span>{{ clock(session) }}</span>
              </label>
              <span>{{ session.unit.name }}</span>
              <span class="note">{{ session.service?.name ?? t('structure.sessions.allServices') }}</span>
              @if (session.note) {
                <span class="note end">{{ session.note }}</span>
              }
            </li>
          }
        </ul>
        <div class="tools">
          <button
            type="button"
            class="action"
            [disabled]="chosen().size === 0 || work.busy()"
            (click)="remove()"
          >
            {{ t('structure.sessions.remove', { count: chosen().size }) }}
          </button>
          <button type="button" class="action quiet" (click)="chooseAll(found.items)">
            {{ t('structure.sessions.chooseAll') }}
          </button>
        </div>
        <p class="trouble" role="alert">{{ work.trouble() }}</p>
      }
    } @else {
      <pandu-skeleton [lines]="['100%', '100%', '100%']" [height]="28" />
    }
    @if (adding()) {
      <pandu-session-form [unit]="unit() ?? ''" (saved)="added($event)" (closed)="adding.set(false)" />
    }
  `,
  styleUrl: '../structure.css',
})
export class SessionsPage {
  /** From the address. */
  readonly unit = input<string>();

  private readonly api = inject(StructureApi);
  private readonly router = inject(Router);
  protected readonly directory = inject(Directory);
  protected readonly formats = inject(Formats);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly work = task();
  protected readonly adding = signal(false);
  protected readonly done = signal('');
  private readonly query = computed<Readonly<Record<string, string>>>(() => {
    const unit = this.unit();
    return unit === undefined || unit === '' ? {} : { unit };
  });
  protected readonly sessions = liveSessions(this.query);
  /** Forgotten when other sessions are listed. */
  protected readonly chosen = linkedSignal<unknown, ReadonlySet<string>>({
    source: () => this.sessions.value(),
    computation: () => new Set(),
  });

  constructor() {
    effect(() => this.directory.need('units'));
  }

  protected clock({ opens, closes }: KeptSession): string {
    return `${typedClock(opens)}–${typedClock(closes)}`;
  }

  protected choose(id: string): void {
    const next = new Set(this.chosen());
    if (!next.delete(id)) next.add(id);
    this.chosen.set(next);
  }

  protected chooseAll(items: readonly KeptSession[]): void {
    this.chosen.set(new Set(items.map(({ id }) => id)));
  }

  protected async look(unit: string): Promise<void> {
    await this.router.navigate([], { queryParams: unit === '' ? {} : { unit }, replaceUrl: true });
  }

  protected async remove(): Promise<void> {
    const ids = [...this.chosen()];
    const taken = await this.work.run(() => this.api.send('POST', '/sessions/removals', { ids }));
    if (taken === undefined) return;
    this.done.set(this.t('structure.sessions.removed', { count: taken.result.days }));
    this.sessions.reload();
  }

  protected added(outcome: StructureOutcome): void {
    this.adding.set(false);
    this.done.set(this.t('structure.sessions.added', { count: outcome.days }));
    this.sessions.reload();
  }
}
