import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { ROLES, type Role, can } from '#domain/permissions';
import { Language } from '../core/language.ts';
import { postName } from '../core/session-scope.ts';
import { Session } from '../core/session.ts';
import { findScreen, openScreens } from './screens.ts';

/** An address without a screen, or with one that the post in use does not cover: then it says which posts do. */
@Component({
  selector: 'pandu-not-found',
  imports: [RouterLink],
  template: `
    @if (screen(); as closed) {
      <h1>{{ t('notFound.closed', { screen: t(closed.label) }) }}</h1>
      <p class="muted">{{ why() }}</p>
      @if (otherPost(); as post) {
        <p>{{ t('notFound.otherPost', { post }) }}</p>
      }
    } @else if (anyScreen()) {
      <h1>{{ t('notFound.title') }}</h1>
      <p class="muted">{{ t('notFound.text') }}</p>
    } @else {
      <h1>{{ t('notFound.noScreens') }}</h1>
      <p class="muted">{{ t('notFound.noScreensText') }}</p>
    }
    <p class="actions">
      @if (anyScreen()) {
        <a class="action" routerLink="/">{{ t('notFound.home') }}</a>
      }
      <a class="action quiet" routerLink="/akun">{{ t('account.own') }}</a>
    </p>
  `,
  styles: `
    h1 {
      margin: 32px 0 8px;
    }
    p {
      max-width: 34em;
      margin-bottom: 8px;
    }
  `,
})
export class NotFound {
  private readonly session = inject(Session);
  private readonly route = inject(ActivatedRoute);
  private readonly changed = toSignal(this.route.url);
  protected readonly t = inject(Language).t;

  /** The screen at this address, when the post in use does not cover it. */
  protected readonly screen = computed(() => {
    this.changed();
    // A list of screens that was fetched has the beginning of the address on its parent.
    const address = this.route.snapshot.pathFromRoot.flatMap(({ url }) => url).join('/');
    const screen = findScreen(`/${address}`);
    const isOpen = screen?.permissions.some((permission) => this.session.can(permission)) === true;
    return isOpen ? null : screen;
  });
  protected readonly anyScreen = computed(
    () => openScreens((permission) => this.session.can(permission)).length > 0,
  );

  /** Which roles have the screen and which one is in use; an ajudan learns that he only reads. */
  protected readonly why = computed(() => {
    const [screen, user] = [this.screen(), this.session.user()];
    if (screen === null || user === null) return '';
    const opens = (role: Role): boolean => screen.permissions.some((permission) => can(role, permission));
    if (user.post.capacity === 'ajudan' && opens(user.role))
      return this.t('notFound.onlyReading', { post: user.post.title });
    const roles = ROLES.filter(opens)
      .map((role) => this.t(`role.${role}`))
      .join(', ');
    return this.t('notFound.forRoles', {
      roles,
      post: postName(user.post, this.t),
      role: this.t(`role.${user.role}`),
    });
  });

  /** Another post of the same person that has the screen. */
  protected readonly otherPost = computed(() => {
    const screen = this.screen();
    const other = this.session
      .user()
      ?.posts.find(
        (post) =>
          post.capacity !== 'ajudan' &&
          screen?.permissions.some((permission) => can(post.role, permission)) === true,
      );
    return other === undefined ? null : postName(other, this.t);
  });
}
