import { DOCUMENT, Component, computed, inject, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SessionUser } from '#contract/session';
import { Language, type LanguageCode } from '../core/language.ts';
import { OtherTabs } from '../core/other-tabs.ts';
import { problemOf, problemSentence } from '../core/problem.ts';
import { postName } from '../core/session-scope.ts';
import { Session } from '../core/session.ts';
import { Theme, type ThemeChoice } from '../core/theme.ts';

/** Who is signed in, in which post; what a person may set for themselves; and the way out. */
@Component({
  selector: 'pandu-account',
  imports: [RouterLink],
  templateUrl: './account.html',
  styleUrl: './account.css',
})
export class Account {
  readonly done = output();

  private readonly document = inject(DOCUMENT);
  private readonly otherTabs = inject(OtherTabs);
  protected readonly session = inject(Session);
  protected readonly language = inject(Language);
  protected readonly theme = inject(Theme);
  protected readonly t = this.language.t;
  protected readonly posts = computed(() => this.session.user()?.posts ?? []);
  protected readonly themes: readonly ThemeChoice[] = ['system', 'light', 'dark'];
  protected readonly languages: readonly LanguageCode[] = ['id', 'en'];
  protected readonly trouble = signal('');
  protected readonly settings = computed(
    () =>
      this.session.can('users:manage') ||
      this.session.can('audit:read') ||
      this.session.can('structure:manage'),
  );

  /** Posts in several kabupaten may have the same title: the kabupaten tells them apart then. */
  protected postLabel(post: SessionUser['post']): string {
    const name = postName(post, this.t);
    const elsewhere = this.posts().some((other) => other.kabupaten !== post.kabupaten);
    return elsewhere && post.kabupaten !== null ? `${name}, ${post.kabupaten}` : name;
  }

  protected async useLanguage(language: LanguageCode): Promise<void> {
    await this.language.use(language);
  }

  protected async usePost(post: SessionUser['post']): Promise<void> {
    await this.leave(() => this.session.usePost(post.id), '/');
  }

  protected async signOut(): Promise<void> {
    await this.leave(async () => {
      await this.session.signOut();
      this.otherTabs.tellSignedOut();
    }, '/masuk');
  }

  /** Loads the application anew at `path`: another post may see other units and screens, a stranger none. */
  private async leave(change: () => Promise<void>, path: string): Promise<void> {
    this.trouble.set('');
    try {
      await change();
      this.document.location.assign(path);
    } catch (error) {
      this.trouble.set(problemSentence(problemOf(error), this.t));
    }
  }
}
