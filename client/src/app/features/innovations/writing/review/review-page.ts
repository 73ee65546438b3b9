import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Formats } from '../../../../core/formats.ts';
import { Language } from '../../../../core/language.ts';
import { Session } from '../../../../core/session.ts';
import { task } from '../../../../core/task.ts';
import { EvidenceFiles } from '../../../../ui/evidence/evidence-files.ts';
import { fieldText } from '../../../../ui/field-text.ts';
import { FormDialog } from '../../../../ui/form-dialog.ts';
import { ProblemNote } from '../../../../ui/problem-note.ts';
import { Skeleton } from '../../../../ui/skeleton.ts';
import { EntrySections } from '../reading/entry-sections.ts';
import { SideBySide } from '../reading/side-by-side.ts';
import { WritingApi, liveEntry } from '../writing-api.ts';
import { InnovationPath } from '../../innovation-path.ts';

/** The second person reads what was submitted, beside what is published, and publishes it or sends it back. */
@Component({
  selector: 'pandu-innovation-review-page',
  imports: [
    EntrySections,
    EvidenceFiles,
    FormDialog,
    ProblemNote,
    RouterLink,
    SideBySide,
    Skeleton,
    InnovationPath,
  ],
  templateUrl: './review-page.html',
  styleUrl: './review-page.css',
})
export class ReviewPage {
  readonly key = input.required<string>();

  private readonly api = inject(WritingApi);
  private readonly router = inject(Router);
  private readonly formats = inject(Formats);
  private readonly session = inject(Session);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly live = liveEntry(() => this.key());
  protected readonly asking = signal<'publish' | 'return' | null>(null);
  protected readonly words = signal('');
  protected readonly deciding = task();
  protected readonly waits = computed(() => this.live.value()?.state === 'submitted');
  protected readonly mayPublish = computed(() => this.live.value()?.actions.includes('publish') ?? false);
  protected readonly mayReturn = computed(() => this.live.value()?.actions.includes('return') ?? false);

  protected instant(at: string): string {
    return this.formats.now.instant(at, this.session.timeZone());
  }

  protected ask(what: 'publish' | 'return'): void {
    this.deciding.clear();
    this.words.set('');
    this.asking.set(what);
  }

  protected async decide(): Promise<void> {
    const entry = this.live.value();
    const asked = this.asking();
    if (entry === undefined || asked === null) return;
    const words = this.words().trim();
    if (asked === 'return' && words.length < 5)
      return this.deciding.refuse(this.t('innovationWriting.review.needsReason'));
    const done = await this.deciding.run(() =>
      this.api.act(
        entry.id,
        asked,
        asked === 'publish' ? { revision: entry.revision, note: words } : { reason: words },
      ),
    );
    if (done === undefined) return;
    this.asking.set(null);
    await this.router.navigate(['/inovasi/tulis']);
  }
}
