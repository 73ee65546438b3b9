import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Router, RouterLink, type UrlTree } from '@angular/router';
import type { Disposition } from '../../core/dispositions-api.ts';
import { Formats } from '../../core/formats.ts';
import { Language } from '../../core/language.ts';
import { todayIn } from '../../core/period.ts';
import { Session } from '../../core/session.ts';
import { type DispositionAction, DispositionAnswer } from './disposition-answer.ts';

/** A disposisi or a reminder: about what, what to do, by when, how it stands, and what may be done with it now. */
@Component({
  selector: 'pandu-disposition-line',
  imports: [DispositionAnswer, RouterLink],
  template: `
    @let given = disposition();
    <p class="about">
      @if (proof(); as address) {
        <a [routerLink]="address">{{ given.about.sentence }}</a>
      } @else {
        {{ given.about.sentence }}
      }
    </p>
    <p class="instruction">{{ given.instruction }}</p>
    <p class="note">
      <span [class.late]="given.state === 'late'">{{ t('dispositions.state.' + given.state) }}</span> ·
      {{ way() }}
      @if (given.dueOn; as due) {
        · {{ t('dispositions.due', { day: formats.now.date(due) }) }}
      }
    </p>
    @if (given.sentBackReason; as reason) {
      <p class="note">{{ t('dispositions.sentBack', { reason }) }}</p>
    }
    @if (given.report; as report) {
      <p class="note">{{ t('dispositions.reported', { report }) }}</p>
    }
    @if (given.actions.length > 0) {
      <div class="actions">
        @for (action of given.actions; track action) {
          <button
            type="button"
            class="action"
            aria-haspopup="dialog"
            [class.quiet]="action === 'withdraw'"
            [attr.aria-label]="verb(action) + ': ' + given.about.sentence"
            (click)="asked.set(action)"
          >
            {{ verb(action) }}
          </button>
        }
      </div>
    }
    @if (asked(); as action) {
      <pandu-disposition-answer
        [disposition]="given"
        [action]="action"
        (done)="done()"
        (closed)="asked.set(null)"
      />
    }
  `,
  styles: `
    :host {
      display: block;
      padding: 12px 0;
      border-bottom: 1px solid var(--hair);
    }
    .about {
      font-weight: 600;
    }
    .about a {
      text-decoration-color: var(--control);
      text-underline-offset: 4px;
    }
    p:not(.note) {
      max-width: 68ch;
    }
    .late {
      color: var(--memburuk);
      font-weight: 600;
    }
    .actions {
      margin-top: 6px;
    }
  `,
})
export class DispositionLine {
  readonly disposition = input.required<Disposition>();
  /** Something was done with it: the list is to be read anew. */
  readonly changed = output();

  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly t = inject(Language).t;
  protected readonly formats = inject(Formats);
  protected readonly asked = signal<DispositionAction | null>(null);

  /** Where its proof is; only a path of the product is followed. */
  protected readonly proof = computed<UrlTree | null>(() => {
    const { link } = this.disposition().about;
    return link === null || !/^\/(?!\/)/.test(link) ? null : this.router.parseUrl(link);
  });

  /** "dari Bupati kepada Camat Sebulu, 20 Nov 2026" */
  protected way(): string {
    const { from, to, at } = this.disposition();
    const on = this.formats.now.date(todayIn(this.session.timeZone(), new Date(at)));
    return this.t('dispositions.way', { from: from.title, to: to.title, on });
  }

  protected verb(action: DispositionAction): string {
    return this.t(`dispositions.${action}.open`);
  }

  protected done(): void {
    this.asked.set(null);
    this.changed.emit();
  }
}
