import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { KeptService, Standard } from '#contract/structure/services';
import type { StructureOutcome } from '#contract/structure/structure-change';
import { STANDARD_COMPONENTS, needsReview } from '#domain/standards/standard-components';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { Selection } from '../../../core/selection.ts';
import { task } from '../../../core/task.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { FormDialog } from '../../../ui/form-dialog.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { StructureApi, liveServices } from '../structure-api.ts';
import { StructureHead } from '../structure-head.ts';
import { StructureWords } from '../structure-words.ts';
import { reviewedOn, standardInForce } from './standard-review.ts';

/** One service: the standard in force with its 14 components and its consultation, and all its versions. */
@Component({
  selector: 'pandu-service-settings',
  imports: [FormDialog, ProblemNote, RouterLink, Skeleton, StructureHead],
  templateUrl: './service-page.html',
  styleUrl: '../structure.css',
  styles: `
    .component {
      padding: 8px 0;
      border-bottom: 1px solid var(--hair);
    }
    .component dd {
      white-space: pre-line;
      max-width: 44em;
    }
    .component dt {
      font: var(--table);
      font-weight: 600;
    }
    .keep {
      white-space: pre-line;
    }
  `,
})
export class ServiceSettings {
  /** From the address: the service, and the version that is looked at. */
  readonly code = input.required<string>();
  readonly versi = input<string>();

  private readonly api = inject(StructureApi);
  private readonly formats = inject(Formats);
  private readonly selection = inject(Selection);
  protected readonly words = inject(StructureWords);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly work = task();
  protected readonly services = liveServices();
  protected readonly asked = signal<'rename' | 'remove' | null>(null);
  protected readonly name = signal('');
  /** What the form of a version has just saved is told here. */
  protected readonly done = signal(savedIn(inject(Router).currentNavigation()?.extras.state));
  protected readonly service = computed<KeptService | null>(
    () => this.services.value()?.items.find(({ code }) => code === this.code()) ?? null,
  );
  protected readonly inForce = computed(() =>
    standardInForce(this.service()?.standards ?? [], this.selection.today()),
  );
  protected readonly standard = computed<Standard | null>(() => {
    const standards = this.service()?.standards ?? [];
    return (
      standards.find(({ validFrom }) => validFrom === this.versi()) ?? this.inForce() ?? standards[0] ?? null
    );
  });
  protected readonly review = computed(() => {
    const standard = this.inForce();
    if (standard === null) return null;
    const day = reviewedOn(standard);
    return { due: needsReview(day, this.selection.today()), day: this.formats.now.date(day) };
  });
  protected readonly groups = [
    { id: 'published', components: STANDARD_COMPONENTS.filter(({ published }) => published) },
    { id: 'internal', components: STANDARD_COMPONENTS.filter(({ published }) => !published) },
  ];
  protected readonly forumParts = ['participants', 'minutes', 'agreedChanges', 'followUp'] as const;
  protected readonly missing = computed(
    () =>
      STANDARD_COMPONENTS.filter(
        ({ code, published }) => published && (this.standard()?.components[code] ?? '') === '',
      ).length,
  );

  protected day(date: string): string {
    return this.formats.now.date(date);
  }

  protected fee(fee: number | null): string {
    if (fee === null) return this.t('structure.services.feeUnknown');
    return fee === 0 ? this.t('structure.services.free') : `Rp${this.formats.now.number(fee)}`;
  }

  protected isFuture({ validFrom }: Standard): boolean {
    return validFrom > this.selection.today();
  }

  protected ask(what: 'rename' | 'remove'): void {
    this.name.set(this.service()?.name ?? '');
    this.work.clear();
    this.done.set('');
    this.asked.set(what);
  }

  protected async rename(service: KeptService): Promise<void> {
    const name = this.name().trim();
    if (name.length < 2) return this.work.refuse(this.t('structure.nameMissing'));
    const path = `/services/${encodeURIComponent(service.code)}`;
    const saved = await this.work.run(() => this.api.send('PUT', path, { version: service.version, name }));
    if (saved !== undefined) this.finish(saved.result);
  }

  protected async remove(service: KeptService, { validFrom }: Standard): Promise<void> {
    const path = `/services/${encodeURIComponent(service.code)}/standards/${validFrom}`;
    const taken = await this.work.run(() =>
      this.api.send('DELETE', path, undefined, { version: service.version }),
    );
    if (taken !== undefined) this.finish(taken.result);
  }

  private finish(outcome: StructureOutcome): void {
    this.asked.set(null);
    this.done.set(this.words.saved(outcome));
    this.services.reload();
  }
}

function savedIn(state: Readonly<Record<string, unknown>> | undefined): string {
  const done = state?.['done'];
  return typeof done === 'string' ? done : '';
}
