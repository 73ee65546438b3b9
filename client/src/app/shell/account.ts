import { Component, computed, inject, output } from '@angular/core';
import { Router } from '@angular/router';
import type { Role } from '#domain/permissions';
import { Language, type LanguageCode } from '../core/language.ts';
import { Session } from '../core/session.ts';
import { Theme, type ThemeChoice } from '../core/theme.ts';

/** What a person may set for themselves: active role, theme, language; and the way out. */
@Component({
  selector: 'pandu-account',
  template: `
    @if (roles().length > 1) {
      <fieldset>
        <legend>{{ t('account.role') }}</legend>
        @for (role of roles(); track role) {
          <label
            ><input
              type="radio"
              name="role"
              [checked]="role === session.user()?.role"
              (change)="useRole(role)"
            />
            {{ t('role.' + role) }}</label
          >
        }
      </fieldset>
    }
    <fieldset>
      <legend>{{ t('account.theme') }}</legend>
      @for (choice of themes; track choice) {
        <label
          ><input
            type="radio"
            name="theme"
            [checked]="choice === theme.choice()"
            (change)="theme.choose(choice)"
          />
          {{ t('theme.' + choice) }}</label
        >
      }
    </fieldset>
    <fieldset>
      <legend>{{ t('account.language') }}</legend>
      @for (choice of languages; track choice) {
        <label [attr.lang]="choice"
          ><input
            type="radio"
            name="language"
            [checked]="choice === language.active()"
            (change)="useLanguage(choice)"
          />
          {{ t('language.' + choice) }}</label
        >
      }
    </fieldset>
    <button type="button" class="action" (click)="signOut()">{{ t('account.signOut') }}</button>
  `,
  styles: `
    fieldset {
      border: 0;
      border-bottom: 1px solid var(--hair);
      padding: 0 0 8px;
      margin-bottom: 10px;
    }
    legend {
      font: var(--note);
      color: var(--muted);
      padding: 0;
    }
    label {
      display: flex;
      align-items: center;
      gap: 10px;
      min-height: var(--row);
      cursor: pointer;
    }
    input {
      accent-color: var(--primary);
    }
  `,
})
export class Account {
  readonly done = output();

  private readonly router = inject(Router);
  protected readonly session = inject(Session);
  protected readonly language = inject(Language);
  protected readonly theme = inject(Theme);
  protected readonly t = this.language.t;
  protected readonly roles = computed(() => this.session.user()?.roles ?? []);
  protected readonly themes: readonly ThemeChoice[] = ['system', 'light', 'dark'];
  protected readonly languages: readonly LanguageCode[] = ['id', 'en'];

  protected async useLanguage(language: LanguageCode): Promise<void> {
    await this.language.use(language);
  }

  protected async useRole(role: Role): Promise<void> {
    this.done.emit();
    await this.session.switchRole(role);
    // Another role may see other units and screens: the selection starts afresh.
    await this.router.navigateByUrl('/');
  }

  protected async signOut(): Promise<void> {
    this.done.emit();
    await this.session.signOut();
    await this.router.navigateByUrl('/masuk');
  }
}
