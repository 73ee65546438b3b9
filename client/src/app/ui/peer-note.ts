import { Component, computed, inject, input } from '@angular/core';
import type { MeasureField, MeasureId } from '#domain/measures';
import { Formats } from '../core/formats.ts';
import { Language } from '../core/language.ts';
import { livePeers } from '../core/measures-api.ts';
import { Selection } from '../core/selection.ts';
import { peerPeriod } from './peer-note-period.ts';
import { peerSentence } from './peer-note-words.ts';
import { ProblemNote } from './problem-note.ts';

/** In the margin of a measure page: how the own unit stands among its peers, of whom none is named. */
@Component({
  selector: 'pandu-peer-note',
  imports: [ProblemNote],
  template: `
    <h2>{{ t('peers.title', { period: periodText() }) }}</h2>
    @if (peers.problem(); as trouble) {
      <pandu-problem [problem]="trouble" (retry)="peers.reload()" />
    } @else {
      <p [attr.aria-busy]="peers.loading()">{{ sentence() }}</p>
      @if (narrowed()) {
        <p class="muted">{{ t('peers.notNarrowed') }}</p>
      }
      <p class="muted">{{ t('peers.rounded') }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    p:first-of-type {
      min-height: 40px;
    }
  `,
  host: { class: 'margin' },
})
export class PeerNote {
  readonly measure = input.required<MeasureId>();
  readonly field = input.required<MeasureField>();

  protected readonly t = inject(Language).t;
  private readonly formats = inject(Formats);
  private readonly selection = inject(Selection);
  private readonly period = computed(() => peerPeriod(this.selection.period(), this.selection.today()));
  protected readonly peers = livePeers(() => ({
    measure: this.measure(),
    field: this.field().id,
    period: this.period(),
  }));

  protected readonly periodText = computed(() =>
    this.formats.now.period(this.period(), this.selection.today()),
  );
  protected readonly narrowed = computed(
    () => this.selection.service() !== null || this.selection.channel() !== null,
  );
  protected readonly sentence = computed(() => {
    const peers = this.peers.value();
    return peers === undefined ? '' : peerSentence(peers, this.field(), this.formats.now, this.t);
  });
}
