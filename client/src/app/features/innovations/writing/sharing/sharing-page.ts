import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ENTRY_FIELDS, ENTRY_SECTIONS } from '#domain/innovations/entry-fields';
import { Formats } from '../../../../core/formats.ts';
import { Language } from '../../../../core/language.ts';
import { task } from '../../../../core/task.ts';
import { ProblemNote } from '../../../../ui/problem-note.ts';
import { Skeleton } from '../../../../ui/skeleton.ts';
import { type Sharing, WritingApi, liveSharing, liveSharingPreview } from '../writing-api.ts';
import { InnovationPath } from '../../innovation-path.ts';
import { OwnersWord } from './owners-word.ts';
import { SharedCopyView } from './shared-copy-view.ts';

type Audience = Sharing['audience'];
type Tickable = Sharing['fields'][number];

const AUDIENCES: readonly Audience[] = ['own', 'forcasi', 'public'];

/** Who may read an entry, and which of its parts leave the kabupaten: beside the choice stands exactly what would. */
@Component({
  selector: 'pandu-innovation-sharing-page',
  imports: [OwnersWord, ProblemNote, RouterLink, SharedCopyView, Skeleton, InnovationPath],
  templateUrl: './sharing-page.html',
  styleUrl: './sharing-page.css',
})
export class SharingPage {
  readonly key = input.required<string>();

  private readonly api = inject(WritingApi);
  private readonly formats = inject(Formats);
  protected readonly t = inject(Language).t;
  protected readonly audiences = AUDIENCES;
  protected readonly live = liveSharing(() => this.key());
  protected readonly saving = task();
  protected readonly saved = signal(false);
  /** The choice in force, compared by what it says: news from elsewhere takes no tick away. */
  private readonly inForce = computed(
    () => ({
      audience: this.live.value()?.audience ?? ('own' as const),
      fields: this.live.value()?.fields ?? [],
      figures: this.live.value()?.figures ?? false,
    }),
    { equal: (one, other) => JSON.stringify(one) === JSON.stringify(other) },
  );
  protected readonly audience = linkedSignal<Audience>(() => this.inForce().audience);
  protected readonly fields = linkedSignal<readonly Tickable[]>(() => this.inForce().fields);
  protected readonly figures = linkedSignal(() => this.inForce().figures);
  /** The fields that tell something, by section. */
  protected readonly sections = computed(() => {
    const told: readonly string[] = this.live.value()?.told ?? [];
    return ENTRY_SECTIONS.map((id) => ({
      id,
      fields: ENTRY_FIELDS.filter((field) => field.section === id && told.includes(field.id)).map(
        (field) => field.id,
      ),
    })).filter(({ fields }) => fields.length > 0);
  });
  protected readonly always = ENTRY_FIELDS.filter(({ always }) => always).map(({ id }) => id);
  protected readonly changed = computed(() => {
    const now = this.live.value();
    if (now === undefined) return false;
    return (
      now.audience !== this.audience() ||
      now.figures !== this.figures() ||
      now.fields.toSorted().join() !== this.fields().toSorted().join()
    );
  });
  protected readonly preview = liveSharingPreview(() => {
    const it = this.live.value();
    const audience = this.audience();
    if (it?.published !== true || audience === 'own') return null;
    return { id: it.id, audience, fields: this.fields(), figures: this.figures() };
  });
  /** What becomes of what others left at the copy. */
  protected readonly lost = computed(() => {
    const it = this.live.value();
    if (it === undefined || it.copy === null || this.audience() !== 'own') return '';
    const { posts, endorsements, adoptions } = it.left;
    if (posts + endorsements + adoptions === 0) return '';
    return this.t('innovationWriting.sharing.lost', {
      posts: this.formats.now.number(posts),
      endorsements: this.formats.now.number(endorsements),
      adoptions: this.formats.now.number(adoptions),
    });
  });

  protected toggle(field: Tickable): void {
    const ticked = this.fields();
    this.fields.set(ticked.includes(field) ? ticked.filter((each) => each !== field) : [...ticked, field]);
    this.saved.set(false);
  }

  protected tickAll(all: boolean): void {
    this.fields.set(all ? (this.live.value()?.told ?? []) : []);
    this.saved.set(false);
  }

  protected async save(): Promise<void> {
    const it = this.live.value();
    if (it === undefined) return;
    const shared = await this.saving.run(() =>
      this.api.share(it.id, {
        audience: this.audience(),
        fields: this.fields(),
        figures: this.figures(),
      }),
    );
    if (shared === undefined) return;
    this.saved.set(true);
    this.live.reload();
  }
}
