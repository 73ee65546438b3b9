import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Finding } from '#contract/oversight/findings';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { Selection } from '../../../core/selection.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { liveFinding } from '../oversight-api.ts';
import { OversightNav } from '../oversight-nav.ts';
import { RecommendationCase } from './recommendation-case.ts';
import { StatusMeanings } from './status-meanings.ts';

/** One finding: what was found, and each recommendation with its way, both statuses and the clock. */
@Component({
  selector: 'pandu-finding-page',
  imports: [OversightNav, ProblemNote, RecommendationCase, RouterLink, Skeleton, StatusMeanings],
  template: `
    <pandu-oversight-nav />
    <p class="note path">
      <a routerLink="/pengawasan/temuan" [queryParams]="selection.carried()">{{
        t('oversight.findings.all')
      }}</a>
    </p>
    @if (live.problem(); as trouble) {
      <h1>{{ t('oversight.finding.title') }}</h1>
      <pandu-problem [problem]="trouble" (retry)="live.reload()" />
    } @else if (finding(); as it) {
      <div class="columns">
        <article>
          <h1>{{ it.number }}: {{ it.title }}</h1>
          <p class="muted">{{ it.unit.name }} · {{ t('oversight.source.' + it.source) }}</p>
          <p class="lead body">{{ it.body }}</p>
          @for (item of it.items; track item.id) {
            <pandu-recommendation-case
              [recommendation]="item"
              [decider]="it.decider"
              [blocking]="it.blocking"
              (changed)="take($event)"
            />
          }
        </article>
        <aside class="margin">
          <h2>{{ t('oversight.finding.title') }}</h2>
          <dl class="pairs">
            @for (pair of facts(); track pair.label) {
              <div>
                <dt>{{ pair.label }}</dt>
                <dd>{{ pair.text }}</dd>
              </div>
            }
          </dl>
          <pandu-status-meanings />
          <p class="note">{{ t('oversight.finding.whoDecides', { decider: it.decider }) }}</p>
        </aside>
      </div>
    } @else {
      <pandu-skeleton [lines]="['50%', '30%', '100%', '100%', '100%']" [height]="28" />
    }
  `,
  styleUrl: '../oversight.css',
  styles: `
    .path {
      margin-bottom: 8px;
    }
    .body {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class FindingPage {
  /** From the address. */
  readonly id = input.required<string>();
  protected readonly t = inject(Language).t;
  protected readonly selection = inject(Selection);
  private readonly formats = inject(Formats);
  protected readonly live = liveFinding(() => this.id());
  /** The newest answer: read, or given after a step. */
  protected readonly finding = linkedSignal(() => this.live.value());
  protected readonly facts = computed(() => {
    const it = this.finding();
    if (it === undefined) return [];
    const { now } = this.formats;
    return [
      { label: this.t('oversight.finding.report'), text: it.reportNumber },
      { label: this.t('oversight.finding.reportOn'), text: now.date(it.reportOn) },
      { label: this.t('oversight.finding.receivedOn'), text: now.date(it.receivedOn) },
      ...(it.amount === null
        ? []
        : [
            {
              label: this.t('oversight.finding.amount'),
              text: this.t('oversight.findings.amount', { amount: now.number(it.amount) }),
            },
          ]),
      { label: this.t('oversight.finding.by'), text: it.by },
    ];
  });

  protected take(finding: Finding): void {
    this.finding.set(finding);
  }
}
