import { Component, computed, inject, signal } from '@angular/core';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { Session } from '../../../core/session.ts';
import { task } from '../../../core/task.ts';
import { FormDialog } from '../../../ui/form-dialog.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { SettingsPath } from '../../../ui/settings-path.ts';
import { type Token, TokensApi, liveTokens } from './tokens-api.ts';
import { TokensCreate } from './tokens-create.ts';

/** Tokens for programs: what each may do, until when, when it was last used; the secret is shown once. */
@Component({
  selector: 'pandu-tokens-page',
  imports: [FormDialog, ProblemNote, SettingsPath, Skeleton, TokensCreate],
  template: `
    <pandu-settings-path [here]="t('title.tokens')" />
    <h1>{{ t('title.tokens') }}</h1>
    <p class="muted lead">{{ t('tokens.lead') }}</p>
    <div class="tools">
      <button type="button" class="primary-button" (click)="creating.set(true)">
        {{ t('tokens.create') }}
      </button>
    </div>
    @if (created(); as token) {
      <section class="secret">
        <h2>{{ t('tokens.secretOf', { name: token.name }) }}</h2>
        <p class="note">{{ t('tokens.secretOnce') }}</p>
        <input
          class="input"
          readonly
          [attr.aria-label]="t('tokens.secretOf', { name: token.name })"
          [value]="token.secret"
        />
        <div class="actions">
          <button type="button" class="action" (click)="copy(token.secret)">{{ t('tokens.copy') }}</button>
          <button type="button" class="action quiet" (click)="created.set(null)">
            {{ t('people.linkDone') }}
          </button>
          <span class="note" role="status">{{ copied() }}</span>
        </div>
      </section>
    }
    @if (tokens.problem(); as trouble) {
      <pandu-problem [problem]="trouble" (retry)="tokens.reload()" />
    } @else if (tokens.value(); as answer) {
      @if (answer.items.length === 0) {
        <p class="empty muted">{{ t('tokens.none') }}</p>
      } @else {
        <ul class="lines">
          @for (token of answer.items; track token.id) {
            <li [class.ended]="endOf(token) !== null">
              <b>{{ token.name }}</b>
              <p class="note">{{ token.post.title }}</p>
              <p class="note">{{ may(token) }}</p>
              <p class="note">{{ life(token) }}</p>
              @if (endOf(token) === null) {
                <button type="button" class="action" (click)="ask(token)">{{ t('tokens.revoke') }}</button>
              }
            </li>
          }
        </ul>
      }
    } @else {
      <pandu-skeleton [lines]="['100%', '100%', '100%']" [height]="44" />
    }
    @if (creating()) {
      <pandu-tokens-create (created)="show($event)" (closed)="creating.set(false)" />
    }
    @if (revoking(); as token) {
      <pandu-form-dialog
        [heading]="t('tokens.revoke') + ': ' + token.name"
        [verb]="t('tokens.revoke')"
        [busy]="task.busy()"
        [trouble]="task.trouble()"
        (confirmed)="revoke(token)"
        (closed)="revoking.set(null)"
      >
        <p>{{ t('tokens.revokeConsequence') }}</p>
      </pandu-form-dialog>
    }
  `,
  styleUrl: './settings.css',
  styles: `
    .secret {
      max-width: 44em;
      padding: 14px 0 12px;
      margin: 12px 0;
      border-top: 1px solid var(--ink);
      border-bottom: 1px solid var(--hair);
    }
    .secret h2 {
      margin-top: 0;
    }
    .secret .input {
      margin: 8px 0;
      font-family: ui-monospace, monospace;
      font-size: 13px;
    }
    .lines {
      max-width: 52em;
      border-top: 1px solid var(--ink);
    }
    .ended b {
      color: var(--muted);
      font-weight: 400;
    }
  `,
})
export class TokensPage {
  private readonly api = inject(TokensApi);
  private readonly formats = inject(Formats);
  private readonly session = inject(Session);
  protected readonly t = inject(Language).t;
  protected readonly tokens = liveTokens();
  protected readonly task = task();
  protected readonly creating = signal(false);
  protected readonly revoking = signal<Token | null>(null);
  protected readonly created = signal<{ readonly name: string; readonly secret: string } | null>(null);
  protected readonly copied = signal('');
  private readonly instant = computed(() => {
    const [formats, zone] = [this.formats.now, this.session.timeZone()];
    return (at: string): string => formats.instant(at, zone);
  });

  /** Why the token opens nothing any more; null while it does. */
  protected endOf(token: Token): string | null {
    if (token.revokedAt !== null) return this.t('tokens.revokedAt', { at: this.instant()(token.revokedAt) });
    return new Date(token.expiresAt) <= new Date()
      ? this.t('tokens.expiredAt', { at: this.instant()(token.expiresAt) })
      : null;
  }

  protected life(token: Token): string {
    const end = this.endOf(token) ?? this.t('tokens.until', { at: this.instant()(token.expiresAt) });
    const used =
      token.lastUsedAt === null
        ? this.t('tokens.neverUsed')
        : this.t('tokens.lastUsed', { at: this.instant()(token.lastUsedAt) });
    return `${end} · ${used}`;
  }

  protected may(token: Token): string {
    return token.permissions
      .map((permission) => this.t(`permission.${permission.replace(':', '-')}`))
      .join(' · ');
  }

  protected show(token: { readonly name: string; readonly secret: string }): void {
    this.creating.set(false);
    this.copied.set('');
    this.created.set(token);
    this.tokens.reload();
  }

  protected async copy(secret: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(secret);
      this.copied.set(this.t('tokens.copied'));
    } catch {
      this.copied.set(this.t('people.copyYourself'));
    }
  }

  protected ask(token: Token): void {
    this.task.clear();
    this.revoking.set(token);
  }

  protected async revoke(token: Token): Promise<void> {
    if ((await this.task.run(() => this.api.revoke(token.id))) === undefined) return;
    this.revoking.set(null);
    this.tokens.reload();
  }
}
