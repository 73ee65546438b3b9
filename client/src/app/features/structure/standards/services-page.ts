import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { KeptService } from '#contract/structure/services';
import { needsReview } from '#domain/standards/standard-components';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { Selection } from '../../../core/selection.ts';
import { task } from '../../../core/task.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { type NameAndCode, NameCodeForm } from '../name-code-form.ts';
import { StructureApi, liveServices } from '../structure-api.ts';
import { StructureHead } from '../structure-head.ts';
import { StructureWords } from '../structure-words.ts';
import { reviewedOn, standardInForce } from './standard-review.ts';

/** All services with the promise in force and when it was last looked at. */
@Component({
  selector: 'pandu-services-settings',
  imports: [NameCodeForm, ProblemNote, RouterLink, Skeleton, StructureHead],
  template: `
    <pandu-structure-head
      [heading]="t('structure.title.serviceSettings')"
      [lead]="t('settings.serviceSettings')"
      [done]="done()"
    />
    <form class="tools" role="search" (submit)="$event.preventDefault()">
      <label class="field"
        ><span>{{ t('structure.services.search') }}</span>
        <input class="input" type="search" [value]="cari() ?? ''" (input)="look(text($event))" />
      </label>
      <button type="button" class="primary-button" (click)="adding.set(true)">
        {{ t('structure.services.add') }}
      </button>
    </form>
    @if (services.problem(); as trouble) {
      <pandu-problem [problem]="trouble" (retry)="services.reload()" />
    } @else if (services.value()) {
      @if (found().length === 0) {
        <p class="empty muted">{{ t('structure.services.none') }}</p>
      } @else {
        <ul class="lines">
          @for (service of found(); track service.code) {
            <li>
              <a [routerLink]="['/pengaturan/layanan', service.code]">{{ service.name }}</a>
              <span class="note">{{ promiseOf(service) }}</span>
              <span class="note end">{{ reviewOf(service) }}</span>
            </li>
          }
        </ul>
      }
    } @else {
      <pandu-skeleton [lines]="['100%', '100%', '100%', '100%']" [height]="28" />
    }
    @if (adding()) {
      <pandu-name-code-form
        [heading]="t('structure.services.add')"
        [work]="work"
        (confirmed)="add($event)"
        (closed)="adding.set(false)"
      />
    }
  `,
  styleUrl: '../structure.css',
})
export class ServicesSettings {
  /** The search, which stands in the address. */
  readonly cari = input<string>();

  private readonly api = inject(StructureApi);
  private readonly router = inject(Router);
  private readonly formats = inject(Formats);
  private readonly selection = inject(Selection);
  private readonly words = inject(StructureWords);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly work = task();
  protected readonly services = liveServices();
  protected readonly adding = signal(false);
  protected readonly done = signal('');
  protected readonly found = computed(() => {
    const word = (this.cari() ?? '').trim().toLocaleLowerCase('id');
    return (this.services.value()?.items ?? []).filter(({ name, code }) =>
      `${name} ${code}`.toLocaleLowerCase('id').includes(word),
    );
  });

  protected promiseOf(service: KeptService): string {
    const standard = standardInForce(service.standards, this.selection.today());
    return standard === null ? this.t('structure.services.noStandard') : this.words.promise(standard.promise);
  }

  protected reviewOf(service: KeptService): string {
    const today = this.selection.today();
    const standard = standardInForce(service.standards, today);
    if (standard === null) return '';
    const day = reviewedOn(standard);
    return this.t(
      needsReview(day, today) ? 'structure.services.needsReview' : 'structure.services.reviewed',
      {
        day: this.formats.now.date(day),
      },
    );
  }

  protected async look(search: string): Promise<void> {
    await this.router.navigate([], {
      queryParams: search.trim() === '' ? {} : { cari: search },
      replaceUrl: true,
    });
  }

  protected async add({ name, code }: NameAndCode): Promise<void> {
    const added = await this.work.run(() => this.api.send('POST', '/services', { code, name }));
    if (added !== undefined) await this.router.navigate(['/pengaturan/layanan', code]);
  }
}
