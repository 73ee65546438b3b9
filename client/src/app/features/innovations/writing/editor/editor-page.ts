import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { isUntold, missingForReview, NEEDED_FOR_REVIEW } from '#domain/innovations/draft-changes';
import type { EntryFieldId } from '#domain/innovations/entry-fields';
import { Formats } from '../../../../core/formats.ts';
import { Language } from '../../../../core/language.ts';
import { Session } from '../../../../core/session.ts';
import { task } from '../../../../core/task.ts';
import { EvidenceFiles } from '../../../../ui/evidence/evidence-files.ts';
import { ProblemNote } from '../../../../ui/problem-note.ts';
import { Skeleton } from '../../../../ui/skeleton.ts';
import { EntrySections } from '../reading/entry-sections.ts';
import { SideBySide } from '../reading/side-by-side.ts';
import { WritingApi, liveEntry } from '../writing-api.ts';
import { InnovationPath } from '../../innovation-path.ts';
import { DraftKeeper } from './draft-keeper.ts';
import { EDITOR_STEPS, fieldsOf, stepOf, wordOf } from './editor-steps.ts';
import { FieldEditor } from './field-editor.ts';

/** Writing an entry: one part at a time, kept while it is written; what others write at the same time is never lost. */
@Component({
  selector: 'pandu-innovation-editor-page',
  imports: [
    EntrySections,
    EvidenceFiles,
    FieldEditor,
    ProblemNote,
    RouterLink,
    SideBySide,
    Skeleton,
    InnovationPath,
  ],
  providers: [DraftKeeper],
  templateUrl: './editor-page.html',
  styleUrl: './editor-page.css',
})
export class EditorPage {
  /** Id or slug of the entry, from the address. */
  readonly key = input.required<string>();

  private readonly api = inject(WritingApi);
  private readonly router = inject(Router);
  private readonly formats = inject(Formats);
  private readonly session = inject(Session);
  private readonly parameters = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  protected readonly t = inject(Language).t;
  protected readonly keeper = inject(DraftKeeper);
  protected readonly live = liveEntry(() => this.key());
  protected readonly submitting = task();
  protected readonly entry = this.keeper.entry;
  protected readonly content = this.keeper.content;
  protected readonly step = computed(() => stepOf(this.parameters().get('bagian')));
  protected readonly fields = computed(() => {
    const { section } = this.step();
    return section === null ? [] : fieldsOf(section);
  });
  protected readonly mayWrite = computed(() => this.entry()?.actions.includes('write') ?? false);
  /** The parts with how much of each is told. */
  protected readonly steps = computed(() =>
    EDITOR_STEPS.map(({ word, section }) => {
      const fields = section === null ? [] : fieldsOf(section);
      const content = this.content();
      const told = fields.filter((field) => !isUntold(content?.[field]));
      return {
        word,
        state:
          section === null
            ? ''
            : this.t('innovationWriting.told', {
                told: this.formats.now.number(told.length),
                all: this.formats.now.number(fields.length),
              }),
      };
    }),
  );
  protected readonly missing = computed(() => {
    const content = this.content();
    return content === null ? [] : missingForReview(content);
  });
  protected readonly following = computed(() => EDITOR_STEPS[EDITOR_STEPS.indexOf(this.step()) + 1] ?? null);
  protected readonly maySubmit = computed(
    () =>
      this.mayWrite() &&
      this.missing().length === 0 &&
      this.keeper.conflicts().length === 0 &&
      this.keeper.unfinished().length === 0,
  );
  /** Fields that wait for a decision, or to be completed, and are not kept until then. */
  protected readonly waiting = computed(
    () => this.keeper.conflicts().length + this.keeper.unfinished().length,
  );
  protected readonly stateText = computed(() => {
    const at = this.keeper.savedAt();
    switch (this.keeper.state()) {
      case 'typing':
        return this.t('innovationWriting.state.typing');
      case 'saving':
        return this.t('innovationWriting.state.saving');
      case 'offline':
        return this.t('innovationWriting.state.offline');
      case 'refused':
        return this.t('innovationWriting.state.refused');
      case 'saved':
        if (this.waiting() > 0)
          return this.t('innovationWriting.state.partly', { count: this.formats.now.number(this.waiting()) });
        return at === null
          ? this.t('innovationWriting.state.unchanged')
          : this.t('innovationWriting.state.saved', { at: this.clock(at) });
    }
  });

  constructor() {
    effect(() => {
      const entry = this.live.value();
      if (entry !== undefined) untracked(() => this.keeper.open(entry));
    });
  }

  protected isNeeded(field: EntryFieldId): boolean {
    return NEEDED_FOR_REVIEW.includes(field);
  }

  protected isContested(field: EntryFieldId): boolean {
    return this.keeper.conflicts().some((conflict) => conflict.field === field);
  }

  protected wordOf = wordOf;

  protected instant(at: string): string {
    return this.formats.now.instant(at, this.session.timeZone());
  }

  protected async submit(): Promise<void> {
    await this.keeper.flush();
    const entry = this.entry();
    if (entry === null || !this.maySubmit()) return;
    const sent = await this.submitting.run(() =>
      this.api.act(entry.id, 'submit', { revision: entry.revision }),
    );
    if (sent !== undefined)
      await this.router.navigate(['/inovasi/tulis'], { queryParams: { diajukan: entry.id } });
  }

  protected async recall(): Promise<void> {
    const entry = this.entry();
    if (entry === null) return;
    const recalled = await this.submitting.run(() => this.api.act(entry.id, 'recall'));
    if (recalled !== undefined) this.keeper.open(recalled.result);
  }

  /** `10.32` in the zone of the kabupaten. */
  private clock(at: Date): string {
    return new Intl.DateTimeFormat('id-ID', {
      timeZone: this.session.timeZone(),
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).format(at);
  }
}
