import { Component, computed, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { Formats } from '../../../../core/formats.ts';
import { Language } from '../../../../core/language.ts';
import { Session } from '../../../../core/session.ts';
import { ProblemNote } from '../../../../ui/problem-note.ts';
import { Skeleton } from '../../../../ui/skeleton.ts';
import { EntrySections } from '../reading/entry-sections.ts';
import { SideBySide } from '../reading/side-by-side.ts';
import { liveVersion, liveVersions } from '../writing-api.ts';
import { InnovationPath } from '../../innovation-path.ts';

/** What was published of an entry, version by version, and what changed in the one that the address names. */
@Component({
  selector: 'pandu-innovation-versions-page',
  imports: [EntrySections, ProblemNote, RouterLink, SideBySide, Skeleton, InnovationPath],
  template: `
    <pandu-innovation-path
      [above]="{ label: t('innovationWriting.title'), path: '/inovasi/tulis' }"
      [name]="list.value()?.name ?? ''"
    />
    <h1>{{ t('innovationWriting.versions.of', { name: list.value()?.name ?? '' }) }}</h1>
    @if (list.problem(); as trouble) {
      <pandu-problem [problem]="trouble" (retry)="list.reload()" />
    } @else if (list.value(); as found) {
      <div class="columns">
        <article>
          @if (one.problem(); as trouble) {
            <pandu-problem [problem]="trouble" (retry)="one.reload()" />
          } @else if (one.value(); as it) {
            <h2>{{ t('innovationWriting.version', { version: it.version }) }}</h2>
            @if (it.before; as before) {
              @for (field of it.changed; track field) {
                <pandu-side-by-side
                  [field]="field"
                  [left]="before[field]"
                  [right]="it.content[field]"
                  [leftName]="t('innovationWriting.version', { version: it.version - 1 })"
                  [rightName]="t('innovationWriting.version', { version: it.version })"
                />
              }
              <details>
                <summary>{{ t('innovationWriting.review.whole') }}</summary>
                <pandu-entry-sections [content]="it.content" />
              </details>
            } @else {
              <pandu-entry-sections [content]="it.content" />
            }
          } @else if (found.items.length > 0) {
            <pandu-skeleton [lines]="['100%', '100%', '60%']" [height]="40" />
          } @else {
            <p class="note">{{ t('innovationWriting.versions.none') }}</p>
          }
        </article>
        <aside class="margin">
          <h2>{{ t('innovationWriting.versions.title') }}</h2>
          <ol>
            @for (version of found.items; track version.version) {
              <li>
                <a
                  [routerLink]="[]"
                  [queryParams]="{ versi: version.version }"
                  [attr.aria-current]="version.version === wanted() ? 'page' : null"
                  >{{ t('innovationWriting.version', { version: version.version }) }}</a
                >
                <span class="note">{{ instant(version.publishedAt) }}</span>
                @if (version.note; as note) {
                  <span>{{ note }}</span>
                }
                <span class="note">{{
                  t('innovationWriting.versions.by', { author: version.author, reviewer: version.reviewer })
                }}</span>
                <span class="note">{{
                  t('innovationWriting.versions.changed', { fields: fieldsOf(version.changed) })
                }}</span>
              </li>
            }
          </ol>
        </aside>
      </div>
    } @else {
      <pandu-skeleton [lines]="['62%', '100%', '40%']" [height]="48" />
    }
  `,
  styles: `
    :host {
      display: block;
    }
    h1 {
      margin: 12px 0 8px;
    }
    article h2 {
      font: var(--lead);
      font-weight: 600;
      margin: 16px 0 8px;
    }
    li {
      display: grid;
      gap: 2px;
      padding: 10px 0;
      border-bottom: 1px solid var(--hair);
    }
    li a {
      font-weight: 600;
      text-decoration-color: var(--control);
      text-underline-offset: 4px;
    }
    li a[aria-current] {
      text-decoration-color: var(--primary);
      text-decoration-thickness: 2px;
    }
    summary {
      margin: 14px 0 10px;
      font: var(--table);
      font-weight: 600;
      color: var(--primary);
      cursor: pointer;
    }
  `,
})
export class VersionsPage {
  /** Id of the entry. */
  readonly key = input.required<string>();

  private readonly formats = inject(Formats);
  private readonly session = inject(Session);
  private readonly parameters = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  protected readonly t = inject(Language).t;
  protected readonly list = liveVersions(() => this.key());
  /** The version that the address names, else the newest. */
  protected readonly wanted = computed(() => {
    const named = Number(this.parameters().get('versi') ?? NaN);
    const versions = (this.list.value()?.items ?? []).map(({ version }) => version);
    return versions.includes(named) ? named : (versions[0] ?? null);
  });
  protected readonly one = liveVersion(() => {
    const version = this.wanted();
    return version === null ? null : { id: this.key(), version };
  });

  protected instant(at: string): string {
    return this.formats.now.instant(at, this.session.timeZone());
  }

  protected fieldsOf(fields: readonly string[]): string {
    return fields.map((field) => this.t('innovation.field.' + field)).join(', ');
  }
}
