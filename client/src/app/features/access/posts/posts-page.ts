import { Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { Selection } from '../../../core/selection.ts';
import { postName } from '../../../core/session-scope.ts';
import { DataTable } from '../../../ui/data-table.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import type { Column } from '../../../ui/table-column.ts';
import { PostsAdd } from './posts-add.ts';
import { type Post, holdersOn, livePosts } from './posts-api.ts';
import { SettingsPath } from '../../../ui/settings-path.ts';

/** The posts of the kabupaten and who holds them today. */
@Component({
  selector: 'pandu-posts-page',
  imports: [DataTable, PostsAdd, ProblemNote, SettingsPath, Skeleton],
  template: `
    <pandu-settings-path [here]="t('title.posts')" />
    <h1>{{ t('title.posts') }}</h1>
    <p class="muted lead">{{ t('settings.posts') }}</p>
    <form class="tools" role="search" (submit)="$event.preventDefault()">
      <label class="field"
        ><span>{{ t('posts.search') }}</span>
        <input class="input" type="search" [value]="search()" (input)="look(text($event))" />
      </label>
      <button type="button" class="primary-button" (click)="adding.set(true)">{{ t('posts.add') }}</button>
    </form>
    @if (posts.problem(); as trouble) {
      <pandu-problem [problem]="trouble" (retry)="posts.reload()" />
    } @else if (posts.value()) {
      @if (found().length === 0) {
        <p class="empty muted">{{ t('posts.none') }}</p>
      } @else {
        <pandu-data-table
          [columns]="columns()"
          [rows]="found()"
          [caption]="t('title.posts')"
          [quietCaption]="true"
          [screen]="screen"
          [opens]="opens"
        />
      }
    } @else {
      <pandu-skeleton [lines]="['100%', '100%', '100%', '100%']" [height]="28" />
    }
    @if (adding()) {
      <pandu-posts-add (added)="open($event)" (closed)="adding.set(false)" />
    }
  `,
  styleUrl: '../settings/settings.css',
})
export class PostsPage {
  /** The search, which stands in the address. */
  readonly cari = input<string>();

  private readonly router = inject(Router);
  private readonly formats = inject(Formats);
  private readonly selection = inject(Selection);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly search = computed(() => this.cari() ?? '');
  protected readonly posts = livePosts();
  protected readonly adding = signal(false);

  /** By unit, as an administrator looks for them; those of the whole kabupaten first. */
  protected readonly found = computed(() => {
    const words = this.search().toLocaleLowerCase('id').split(/\s+/);
    return (this.posts.value()?.items ?? [])
      .filter((post) => words.every((word) => this.tellOf(post).includes(word)))
      .toSorted((a, b) => (a.unit?.name ?? '').localeCompare(b.unit?.name ?? '', 'id'));
  });

  protected readonly screen = (post: Post): readonly string[] => ['/pengaturan/jabatan', post.id];
  protected readonly opens = (): Record<string, string> => ({});
  protected readonly columns = computed<readonly Column<Post>[]>(() => {
    const words = (id: string, header: string, text: (post: Post) => string): Column<Post> => ({
      id,
      header,
      numeric: false,
      text,
      raw: text,
    });
    return [
      words('title', this.t('posts.title'), (post) => post.title),
      {
        ...words('unit', this.t('table.unit'), (post) => post.unit?.name ?? this.t('posts.noUnit')),
        wraps: true,
      },
      words('role', this.t('posts.role'), (post) => this.t(`role.${post.role}`)),
      { ...words('holder', this.t('posts.holder'), (post) => this.holder(post)), wraps: true },
      {
        id: 'since',
        header: this.t('posts.since'),
        numeric: false,
        text: (post) => {
          const since = this.now(post)[0]?.from;
          return since === undefined ? '' : this.formats.now.date(since);
        },
        raw: (post) => this.now(post)[0]?.from ?? null,
      },
    ];
  });

  protected async look(search: string): Promise<void> {
    await this.router.navigate([], {
      queryParams: search.trim() === '' ? {} : { cari: search },
      replaceUrl: true,
    });
  }

  protected async open(post: Post): Promise<void> {
    await this.router.navigate(['/pengaturan/jabatan', post.id]);
  }

  private holder(post: Post): string {
    if (post.closedOn !== null)
      return this.t('posts.closedOn', { day: this.formats.now.date(post.closedOn) });
    const holders = this.now(post).map(({ name, capacity }) => postName({ title: name, capacity }, this.t));
    return holders.join('; ') || this.t('posts.vacant');
  }

  private now(post: Post): ReturnType<typeof holdersOn> {
    return holdersOn(post, this.selection.today());
  }

  private tellOf(post: Post): string {
    const holders = this.now(post).flatMap(({ name, username }) => [name, username]);
    return [post.title, post.unit?.name ?? '', this.t(`role.${post.role}`), ...holders]
      .join(' ')
      .toLocaleLowerCase('id');
  }
}
