import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { EntryNeeds } from '../catalogue/entry-needs.ts';
import { EntryFigures } from '../entry/entry-figures.ts';
import { EntryHead } from '../entry/entry-head.ts';
import { EntryReading } from '../entry/entry-reading.ts';
import { publicEntry } from './public-api.ts';
import { PublicFrame } from './public-frame.ts';

/** One entry as everyone may read it: what its owner opened, and nothing besides. */
@Component({
  selector: 'pandu-public-entry-page',
  imports: [
    EntryFigures,
    EntryHead,
    EntryNeeds,
    EntryReading,
    ProblemNote,
    PublicFrame,
    RouterLink,
    Skeleton,
  ],
  template: `
    <pandu-public-frame>
      <nav class="path" [attr.aria-label]="t('nav.path')">
        <a routerLink="/publik/inovasi">{{ t('innovationCatalogue.public.title') }}</a>
      </nav>
      @if (entry.problem(); as trouble) {
        <h1>{{ t('innovation.title') }}</h1>
        <pandu-problem [problem]="trouble" (retry)="entry.reload()" />
      } @else if (entry.value(); as it) {
        <div class="columns">
          <div>
            <pandu-entry-head [entry]="it" />
            @if (it.figures.length > 0) {
              <pandu-entry-figures [figures]="it.figures" />
            }
            <pandu-entry-reading [entry]="it" />
          </div>
          <aside class="margin">
            <section>
              <h2>{{ t('innovationCatalogue.ask.means') }}</h2>
              <pandu-entry-needs [entry]="it" />
            </section>
            <section>
              <h2>{{ t('innovationCatalogue.public.adopt') }}</h2>
              <p>{{ t('innovationCatalogue.public.adoptAbout') }}</p>
              <p>
                <a class="action" routerLink="/masuk" [queryParams]="{ tujuan: '/inovasi/' + it.slug }">{{
                  t('title.signIn')
                }}</a>
              </p>
            </section>
            @if (it.parent; as parent) {
              <section>
                <h2>{{ t('innovationCatalogue.entry.parent') }}</h2>
                <p>
                  <a [routerLink]="['/publik/inovasi', parent.slug]">{{ parent.name }}</a>
                  <span class="muted">{{ parent.home }}</span>
                </p>
              </section>
            }
            <p class="note">
              {{
                t('innovationCatalogue.entry.published', {
                  version: it.version,
                  day: formats.now.date(it.publishedOn),
                })
              }}
            </p>
          </aside>
        </div>
      } @else {
        <pandu-skeleton [lines]="['62%', '100%', '100%', '40%']" [height]="40" />
      }
    </pandu-public-frame>
  `,
  styles: `
    .path {
      margin: 20px 0 12px;
      font: var(--table);
      color: var(--muted);
    }
    .path a {
      text-decoration-color: var(--hair);
      text-underline-offset: 4px;
    }
    .margin .note {
      margin-top: 20px;
    }
  `,
})
export class PublicEntryPage {
  /** From the address. */
  readonly slug = input.required<string>();

  protected readonly t = inject(Language).t;
  protected readonly formats = inject(Formats);
  protected readonly entry = publicEntry(() => this.slug());
}
