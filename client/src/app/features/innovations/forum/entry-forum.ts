import {
  Component,
  ElementRef,
  afterRenderEffect,
  computed,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { POST_LENGTH } from '#domain/innovations/forum/forum-rules';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { task } from '../../../core/task.ts';
import { MoreButton } from '../../../ui/more-button.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { EntryEndorsements } from './entry-endorsements.ts';
import { FollowButton } from './follow-button.ts';
import { type Forum, ForumApi, liveForum } from './forum-api.ts';
import { ForumPostView } from './forum-post.ts';
import { WordsForm } from './words-form.ts';

/** What the address of a notice asks to look at: `?lihat=tanya-jawab`. */
const PLACE = 'tanya-jawab';

/** Questions and answers at an entry, and who recommends it: everyone under their own name. */
@Component({
  selector: 'pandu-entry-forum',
  imports: [EntryEndorsements, FollowButton, ForumPostView, MoreButton, ProblemNote, Skeleton, WordsForm],
  templateUrl: './entry-forum.html',
  styleUrl: './entry-forum.css',
})
export class EntryForum {
  readonly entry = input.required<{ readonly id: string; readonly name: string }>();

  private readonly api = inject(ForumApi);
  private readonly formats = inject(Formats);
  private readonly parameters = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly ask = viewChild<WordsForm>('ask');
  protected readonly t = inject(Language).t;
  protected readonly most = POST_LENGTH.most;
  protected readonly forum = liveForum(() => this.entry().id);
  protected readonly asking = task();
  protected readonly answering = task();
  /** The question that is being answered. */
  protected readonly answeringTo = signal<string | null>(null);
  protected readonly heading = computed(() => {
    const total = this.forum.first.value()?.total ?? 0;
    return total === 0
      ? this.t('innovationForum.title')
      : this.t('innovationForum.titleCount', { count: this.formats.now.number(total) });
  });

  constructor() {
    let shown = '';
    // Once for each entry, when there is something to look at.
    afterRenderEffect(() => {
      const { id } = this.entry();
      if (this.parameters().get('lihat') !== PLACE || this.forum.items() === undefined || shown === id)
        return;
      shown = id;
      this.host.nativeElement.scrollIntoView();
    });
  }

  protected may(action: Forum['may'][number]): boolean {
    return this.forum.first.value()?.may.includes(action) ?? false;
  }

  protected answer(question: string): void {
    this.answering.clear();
    this.answeringTo.set(question);
  }

  protected async send(body: string): Promise<void> {
    if (this.isTooShort(body)) return this.asking.refuse(this.t('innovationForum.needsWords'));
    if ((await this.asking.run(() => this.api.ask(this.entry().id, body))) === undefined) return;
    this.ask()?.clear();
    this.reload();
  }

  protected async reply(question: string, body: string): Promise<void> {
    if (this.isTooShort(body)) return this.answering.refuse(this.t('innovationForum.needsWords'));
    const sent = await this.answering.run(() => this.api.answer(this.entry().id, question, body));
    if (sent === undefined) return;
    this.answeringTo.set(null);
    this.reload();
  }

  protected reload(): void {
    this.forum.first.reload();
  }

  private isTooShort(body: string): boolean {
    return body.length < POST_LENGTH.least;
  }
}
