import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { Language } from '../../core/language.ts';
import { Session } from '../../core/session.ts';
import { type Choice, ChoiceLinks } from '../../ui/choice-links.ts';
import { DispositionLine } from '../../ui/disposition/disposition-line.ts';
import { MoreButton } from '../../ui/more-button.ts';
import { ProblemNote } from '../../ui/problem-note.ts';
import { Skeleton } from '../../ui/skeleton.ts';
import { STATES, listedDispositions } from './dispositions-api.ts';

/** Disposisi and reminders of the post in use, received or given. Which ones is in the address. */
@Component({
  selector: 'pandu-dispositions-page',
  imports: [ChoiceLinks, DispositionLine, MoreButton, ProblemNote, Skeleton],
  template: `
    <h1>{{ t('dispositions.title.' + box()) }}</h1>
    <pandu-choice-links [label]="t('dispositions.boxes')" [choices]="boxChoices()" />
    <pandu-choice-links [label]="t('dispositions.states')" [choices]="stateChoices()" [ruled]="true" />
    @if (list.first.problem(); as trouble) {
      <pandu-problem [problem]="trouble" (retry)="list.first.reload()" />
    } @else if (list.items(); as items) {
      @for (disposition of items; track disposition.id) {
        <pandu-disposition-line role="article" [disposition]="disposition" (changed)="list.first.reload()" />
      } @empty {
        <p class="note empty">{{ t('dispositions.empty.' + box()) }}</p>
      }
      @if (items.length > 0) {
        <pandu-more-button [list]="list" />
      }
    } @else {
      <pandu-skeleton [lines]="['70%', '50%', '70%', '50%']" [height]="24" />
    }
  `,
  styles: `
    :host {
      display: block;
      max-width: 780px;
    }
    h1 {
      margin: 32px 0 8px;
    }
    .empty {
      padding: 16px 0;
    }
  `,
})
export class DispositionsPage {
  protected readonly t = inject(Language).t;
  private readonly session = inject(Session);
  private readonly parameters = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });

  /** Who cannot give has one box only. */
  protected readonly boxes = computed<readonly ('received' | 'given')[]>(() =>
    this.session.can('dispositions:give') ? ['received', 'given'] : ['received'],
  );
  /** As asked for; else the one that fills: nobody in the kabupaten instructs its head. */
  protected readonly box = computed(
    () =>
      this.boxes().find((box) => box === this.parameters().get('box')) ??
      (this.session.user()?.role === 'bupati' ? 'given' : 'received'),
  );
  protected readonly state = computed(
    () => STATES.find((state) => state === this.parameters().get('state')) ?? null,
  );
  protected readonly boxChoices = computed<readonly Choice[]>(() =>
    this.boxes().map((box) => ({
      label: this.t(`dispositions.box.${box}`),
      change: { box },
      on: box === this.box(),
    })),
  );
  protected readonly stateChoices = computed<readonly Choice[]>(() =>
    [null, ...STATES].map((state) => ({
      label: this.t(state === null ? 'dispositions.all' : `dispositions.state.${state}`),
      change: { state },
      on: state === this.state(),
    })),
  );
  protected readonly list = listedDispositions(() => ({ box: this.box(), state: this.state() }));
}
