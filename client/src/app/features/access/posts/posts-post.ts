import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { addDays, isIsoDate } from '../../../core/period.ts';
import { Selection } from '../../../core/selection.ts';
import { task } from '../../../core/task.ts';
import { DayField } from '../../../ui/day-field.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { FormDialog } from '../../../ui/form-dialog.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { type Holder, type Post, PostsApi, holdersOn, livePosts } from './posts-api.ts';
import { PostsAppoint } from './posts-appoint.ts';
import { SettingsPath } from '../../../ui/settings-path.ts';

type Asked = 'appoint' | 'rename' | 'close' | 'end';

/** One post: who holds it, who held it, and what may be changed. */
@Component({
  selector: 'pandu-posts-post',
  imports: [DayField, FormDialog, PostsAppoint, ProblemNote, RouterLink, SettingsPath, Skeleton],
  templateUrl: './posts-post.html',
  styleUrl: '../settings/settings.css',
  styles: `
    .lines {
      border-top: 1px solid var(--hair);
    }
    .lines li {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 2px 12px;
    }
    .lines .action {
      margin-left: auto;
    }
    .former {
      color: var(--muted);
    }
  `,
})
export class PostsPost {
  /** From the address. */
  readonly id = input.required<string>();

  private readonly api = inject(PostsApi);
  protected readonly formats = inject(Formats);
  protected readonly selection = inject(Selection);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly posts = livePosts();
  protected readonly post = computed(
    () => this.posts.value()?.items.find((post) => post.id === this.id()) ?? null,
  );
  protected readonly current = computed<readonly Holder[]>(() => {
    const post = this.post();
    return post === null ? [] : holdersOn(post, this.selection.today());
  });
  protected readonly task = task();
  protected readonly asked = signal<Asked | null>(null);
  protected readonly ending = signal<Holder | null>(null);
  protected readonly done = signal('');
  protected readonly title = signal('');
  protected readonly day = signal('');

  /** "sejak 1 Mar 2026", "1 Mar 2025 – 28 Feb 2026": the last day is one before the first without the post. */
  protected span({ from, to }: Holder): string {
    if (to === null) return this.t('posts.sinceDay', { day: this.formats.now.date(from) });
    const last = addDays(to, -1);
    return last < from
      ? this.t('posts.neverBegan', { day: this.formats.now.date(from) })
      : this.formats.now.days({ from, to: last });
  }

  protected ask(what: Asked): void {
    this.title.set(this.post()?.title ?? '');
    this.day.set(this.selection.today());
    this.done.set('');
    this.task.clear();
    this.asked.set(what);
  }

  protected askEnd(holder: Holder): void {
    this.ending.set(holder);
    this.ask('end');
  }

  protected async rename(post: Post): Promise<void> {
    const title = this.title().trim();
    if (title.length < 2) return this.task.refuse(this.t('posts.titleMissing'));
    if (await this.task.run(() => this.api.change(post.id, { title }))) this.finish('posts.renamed');
  }

  protected async closePost(post: Post): Promise<void> {
    const closedOn = this.day();
    if (!isIsoDate(closedOn)) return this.task.refuse(this.t('posts.dayMissing'));
    if (await this.task.run(() => this.api.change(post.id, { closedOn }))) this.finish('posts.closed');
  }

  protected async end(post: Post, holder: Holder): Promise<void> {
    const day = this.day();
    if (!isIsoDate(day)) return this.task.refuse(this.t('posts.dayMissing'));
    if (await this.task.run(() => this.api.end(post.id, holder.id, day))) this.finish('posts.ended');
  }

  protected finish(sentence: string): void {
    this.asked.set(null);
    this.done.set(this.t(sentence));
    this.posts.reload();
  }
}
