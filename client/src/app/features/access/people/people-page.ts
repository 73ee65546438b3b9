import { Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { postName } from '../../../core/session-scope.ts';
import { Session } from '../../../core/session.ts';
import { DataTable } from '../../../ui/data-table.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { MoreButton } from '../../../ui/more-button.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import type { Column } from '../../../ui/table-column.ts';
import { type IssuedLink, type PersonLine, livePeople } from './people-api.ts';
import { PeopleInvite } from './people-invite.ts';
import { PeopleLink } from './people-link.ts';
import { livePosts } from '../posts/posts-api.ts';
import { SettingsPath } from '../../../ui/settings-path.ts';

/** Everybody who may sign in, with the posts they hold. */
@Component({
  selector: 'pandu-people-page',
  imports: [DataTable, MoreButton, PeopleInvite, PeopleLink, ProblemNote, SettingsPath, Skeleton],
  template: `
    <pandu-settings-path [here]="t('title.people')" />
    <h1>{{ t('title.people') }}</h1>
    <p class="muted lead">{{ t('settings.people') }}</p>
    @if (people.first.value()?.secondAdministratorMissing) {
      <p class="notice">{{ t('people.secondAdministrator') }}</p>
    }
    <form class="tools" role="search" (submit)="find($event)">
      <label class="field"
        ><span>{{ t('people.search') }}</span>
        <input class="input" type="search" [value]="search()" (change)="look(text($event))" />
      </label>
      <button type="button" class="primary-button" (click)="inviting.set(true)">
        {{ t('people.invite') }}
      </button>
    </form>
    @if (issued(); as link) {
      <pandu-issued-link [issued]="link" (done)="issued.set(null)" />
    }
    @if (people.first.problem(); as trouble) {
      <pandu-problem [problem]="trouble" (retry)="people.first.reload()" />
    } @else if (people.items(); as items) {
      @if (items.length === 0) {
        <p class="empty muted">{{ t('people.none', { search: search() }) }}</p>
      } @else {
        <pandu-data-table
          [columns]="columns()"
          [rows]="items"
          [caption]="t('title.people')"
          [quietCaption]="true"
          [screen]="screen"
          [opens]="opens"
        />
        <pandu-more-button [list]="people" />
      }
    } @else {
      <pandu-skeleton [lines]="['100%', '100%', '100%', '100%']" [height]="28" />
    }
    @if (inviting()) {
      <pandu-people-invite [posts]="openPosts()" (invited)="welcome($event)" (closed)="inviting.set(false)" />
    }
  `,
  styleUrl: '../settings/settings.css',
})
export class PeoplePage {
  /** The search, which stands in the address. */
  readonly cari = input<string>();

  private readonly router = inject(Router);
  private readonly formats = inject(Formats);
  private readonly session = inject(Session);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly search = computed(() => this.cari() ?? '');
  protected readonly people = livePeople(this.search);
  protected readonly inviting = signal(false);
  protected readonly issued = signal<IssuedLink | null>(null);
  private readonly posts = livePosts(() => this.inviting());
  protected readonly openPosts = computed(() =>
    (this.posts.value()?.items ?? []).filter((post) => post.closedOn === null),
  );

  protected readonly screen = (person: PersonLine): readonly string[] => [
    '/pengaturan/pengguna',
    person.username,
  ];
  protected readonly opens = (): Record<string, string> => ({});
  protected readonly columns = computed<readonly Column<PersonLine>[]>(() => {
    const words = (id: string, header: string, text: (person: PersonLine) => string): Column<PersonLine> => ({
      id,
      header,
      numeric: false,
      text,
      raw: text,
    });
    return [
      words('name', this.t('people.name'), (person) => person.name),
      words('username', this.t('people.username'), (person) => person.username),
      {
        ...words(
          'posts',
          this.t('title.posts'),
          (person) => person.posts.map((post) => this.held(post)).join('; ') || this.t('people.noPost'),
        ),
        wraps: true,
      },
      {
        id: 'lastSignedInAt',
        header: this.t('people.lastSignedIn'),
        numeric: false,
        text: ({ lastSignedInAt: at }) =>
          at === null ? this.t('people.never') : this.formats.now.instant(at, this.session.timeZone()),
        raw: (person) => person.lastSignedInAt,
      },
      words('state', this.t('people.state'), (person) => this.t(stateKey(person))),
    ];
  });

  protected find(event: Event): void {
    event.preventDefault();
  }

  protected async look(search: string): Promise<void> {
    await this.router.navigate([], { queryParams: search.trim() === '' ? {} : { cari: search.trim() } });
  }

  protected welcome(link: IssuedLink): void {
    this.inviting.set(false);
    this.issued.set(link);
    this.people.first.reload();
  }

  private held(post: PersonLine['posts'][number]): string {
    return postName(post, this.t);
  }
}

/** The translation key of how an account stands. */
function stateKey(person: PersonLine): string {
  if (!person.active) return 'people.inactive';
  if (!person.ready) return 'people.invited';
  return person.secondFactor ? 'people.activeSecured' : 'people.active';
}
