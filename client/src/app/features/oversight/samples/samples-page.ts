import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Sample } from '#contract/oversight/samples';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { MomentWords } from '../../../core/moment-words.ts';
import { Selection } from '../../../core/selection.ts';
import { MoreButton } from '../../../ui/more-button.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { liveSamples } from '../oversight-api.ts';
import { OversightNav } from '../oversight-nav.ts';

/** The samples that were drawn, the newest first, and where another one is drawn from. */
@Component({
  selector: 'pandu-samples-page',
  imports: [MoreButton, OversightNav, ProblemNote, RouterLink, Skeleton],
  template: `
    <pandu-oversight-nav />
    <h1>{{ heading() }}</h1>
    <p class="note lead">{{ t('oversight.samples.about') }}</p>
    <p class="actions">
      <a class="action" routerLink="/permohonan" [queryParams]="selection.carried()">{{
        t('oversight.samples.fromCases')
      }}</a>
      <a
        class="action"
        routerLink="/aduan"
        [queryParams]="{ unit: selection.unit(), count: 'complaints.received' }"
        >{{ t('oversight.samples.fromComplaints') }}</a
      >
      <a class="action" routerLink="/kepuasan/formulir" [queryParams]="selection.carried()">{{
        t('oversight.samples.fromForms')
      }}</a>
    </p>
    @if (samples.first.problem(); as trouble) {
      <pandu-problem [problem]="trouble" (retry)="samples.first.reload()" />
    } @else if (samples.items(); as items) {
      @for (sample of items; track sample.id) {
        <article class="line">
          <p class="sentence">
            <a [routerLink]="['/pengawasan/uji-petik', sample.id]">{{ title(sample) }}</a>
          </p>
          <p class="note">{{ sample.reason }}</p>
          <p class="note">{{ facts(sample) }}</p>
        </article>
      } @empty {
        <p class="muted nothing">{{ t('oversight.samples.nothing') }}</p>
      }
      @if (items.length > 0) {
        <pandu-more-button [list]="samples" />
      }
    } @else {
      <pandu-skeleton [lines]="['70%', '50%', '70%', '50%']" [height]="24" />
    }
  `,
  styleUrl: '../oversight.css',
})
export class SamplesPage {
  protected readonly t = inject(Language).t;
  protected readonly selection = inject(Selection);
  private readonly formats = inject(Formats);
  private readonly moments = inject(MomentWords);
  protected readonly samples = liveSamples();
  protected readonly heading = computed(() => {
    const total = this.samples.first.value()?.total;
    if (total === undefined) return this.t('oversight.page.samples');
    return this.t(total === 0 ? 'oversight.samples.none' : 'oversight.samples.heading', {
      count: this.formats.now.number(total),
    });
  });

  protected title(sample: Pick<Sample, 'size' | 'population' | 'selection'>): string {
    const { now } = this.formats;
    return this.t('oversight.samples.title', {
      size: now.number(sample.size),
      population: now.number(sample.population),
      selection: sample.selection,
    });
  }

  protected facts(sample: Pick<Sample, 'by' | 'at' | 'checked' | 'size' | 'byVerdict'>): string {
    const { now } = this.formats;
    return [
      `${sample.by}, ${this.moments.date(sample.at)}`,
      this.t('oversight.samples.checked', {
        checked: now.number(sample.checked),
        size: now.number(sample.size),
      }),
      ...(sample.byVerdict['tidak-sesuai'] > 0
        ? [this.t('oversight.samples.differing', { count: now.number(sample.byVerdict['tidak-sesuai']) })]
        : []),
      ...(sample.byVerdict['berkas-tidak-ada'] > 0
        ? [this.t('oversight.samples.absent', { count: now.number(sample.byVerdict['berkas-tidak-ada']) })]
        : []),
    ].join(' · ');
  }
}
