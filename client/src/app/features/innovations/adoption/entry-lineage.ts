import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { Mark, type MarkKind } from '../../../ui/mark.ts';
import { type LineagePlace, liveLineage } from './adoption-api.ts';

const MARKS: Readonly<Record<NonNullable<LineagePlace['outcome']>, MarkKind>> = {
  membaik: 'better',
  sama: 'stable',
  memburuk: 'worse',
  'belum-tahu': 'unjudged',
};

/**
 * Who took an innovation from whom, adapted what, with which result: a tree that reads as a list, those that stopped
 * among them. Nothing where nobody took it.
 */
@Component({
  selector: 'pandu-entry-lineage',
  imports: [Mark, RouterLink],
  templateUrl: './entry-lineage.html',
  styleUrl: './entry-lineage.css',
})
export class EntryLineage {
  /** Id or slug of the entry. */
  readonly key = input.required<string>();

  private readonly formats = inject(Formats);
  protected readonly t = inject(Language).t;
  protected readonly live = liveLineage(() => this.key());
  protected readonly places = computed(() => this.live.value()?.items ?? []);
  protected readonly tally = computed(() => {
    const tally = this.live.value()?.tally;
    if (tally === undefined || tally.total === 0) return '';
    const parts = (['better', 'same', 'worse', 'stopped'] as const)
      .filter((key) => tally[key] > 0)
      .map((key) => this.t(`adoption.lineage.tally.${key}`, { count: this.formats.now.number(tally[key]) }));
    const total = this.t('adoption.lineage.tally.total', { count: this.formats.now.number(tally.total) });
    return parts.length === 0 ? `${total}.` : `${total}: ${parts.join(', ')}.`;
  });

  protected mark({ state, outcome }: LineagePlace): MarkKind {
    if (state === 'stopped') return outcome === 'memburuk' ? 'worse' : 'neutral';
    return outcome === null ? 'unjudged' : MARKS[outcome];
  }

  /** How it stands, in a word or two, with its days. */
  protected word({ state, outcome, startedOn, endedOn }: LineagePlace): string {
    if (state === null) return '';
    const result =
      outcome === null || outcome === 'belum-tahu' ? null : this.t(`adoption.outcome.${outcome}`);
    const day = endedOn ?? startedOn;
    return [
      this.t(`adoption.state.${state}`),
      ...(result === null ? [] : [result]),
      ...(day === null ? [] : [this.formats.now.bucket(day, 'month')]),
    ].join(' · ');
  }
}
