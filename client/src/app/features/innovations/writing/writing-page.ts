import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { Session } from '../../../core/session.ts';
import { task } from '../../../core/task.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { type WritingLine, WritingApi, liveEntries } from './writing-api.ts';
import { InnovationPath } from '../innovation-path.ts';

/** What one writes and what waits for one's review, and where a new entry begins. */
@Component({
  selector: 'pandu-innovation-writing-page',
  imports: [ProblemNote, RouterLink, Skeleton, InnovationPath],
  templateUrl: './writing-page.html',
  styleUrls: ['../innovations.css', './writing-page.css'],
})
export class WritingPage {
  private readonly api = inject(WritingApi);
  private readonly router = inject(Router);
  private readonly formats = inject(Formats);
  private readonly session = inject(Session);
  private readonly parameters = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly own = liveEntries(() => 'own');
  protected readonly waiting = liveEntries(() => (this.own.value()?.mayReview === true ? 'review' : null));
  /** What waits for the own review stands above already. */
  protected readonly ownLines = computed(() => {
    const waiting = new Set((this.waiting.value()?.items ?? []).map(({ id }) => id));
    return (this.own.value()?.items ?? []).filter(({ id }) => !waiting.has(id));
  });
  protected readonly units = computed(() => this.own.value()?.units ?? []);
  /** The entry that was just submitted. */
  protected readonly submitted = computed(() => {
    const id = this.parameters().get('diajukan');
    return this.own.value()?.items.find((line) => line.id === id && line.state === 'submitted') ?? null;
  });
  protected readonly name = signal('');
  protected readonly acronym = signal('');
  protected readonly unit = linkedSignal(() => this.units()[0]?.code ?? '');
  protected readonly beginning = task();

  protected stateOf(line: WritingLine): string {
    if (line.state === 'draft' && line.returnedReason !== null)
      return this.t('innovationWriting.lineState.returned');
    if (line.state === 'published' && line.ahead)
      return this.t(
        line.returnedReason === null
          ? 'innovationWriting.lineState.ahead'
          : 'innovationWriting.lineState.returned',
      );
    return this.t(`innovationWriting.lineState.${line.state}`);
  }

  protected instant(at: string): string {
    return this.formats.now.instant(at, this.session.timeZone());
  }

  protected async begin(event: Event): Promise<void> {
    event.preventDefault();
    if (this.name().trim().length < 3)
      return this.beginning.refuse(this.t('innovationWriting.begin.needsName'));
    const begun = await this.beginning.run(() =>
      this.api.begin({ name: this.name().trim(), acronym: this.acronym().trim(), unit: this.unit() }),
    );
    if (begun !== undefined) await this.router.navigate(['/inovasi', begun.result.id, 'sunting']);
  }
}
