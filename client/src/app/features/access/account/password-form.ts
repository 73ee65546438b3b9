import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Language } from '../../../core/language.ts';

/** Characters that a password needs at least: length counts, not a mixture of signs. The server judges by more. */
export const PASSWORD_LENGTH = 12;

/** Characters as people count them: a letter beyond the first 65,536 is one. */
export function lengthOf(password: string): number {
  return Array.from(password).length;
}

/** A new password, with its rules said before anything is typed; asks for the present one where there is one. */
@Component({
  selector: 'pandu-password-form',
  template: `
    <form novalidate (submit)="submit($event)">
      <!-- For password managers: whose password this is. -->
      <input
        class="visually-hidden"
        name="username"
        autocomplete="username"
        readonly
        tabindex="-1"
        aria-hidden="true"
        [value]="username()"
      />
      @if (asksCurrent()) {
        <label class="field">
          <span>{{ t('password.current') }}</span>
          <input
            class="input"
            name="current"
            autocomplete="current-password"
            [type]="shown() ? 'text' : 'password'"
            required
            [value]="current()"
            (input)="current.set(text($event))"
            aria-describedby="password-trouble"
          />
        </label>
      }
      <p id="password-rules" class="note">{{ t('password.rules', { minimum }) }}</p>
      <label class="field">
        <span>{{ t('password.next') }}</span>
        <input
          class="input"
          name="next"
          autocomplete="new-password"
          [type]="shown() ? 'text' : 'password'"
          required
          [value]="next()"
          (input)="next.set(text($event))"
          aria-describedby="password-rules password-length password-trouble"
        />
      </label>
      <p id="password-length" class="note" aria-live="polite">{{ lengthSoFar() }}</p>
      <label class="show"
        ><input type="checkbox" [checked]="shown()" (change)="shown.set(!shown())" />
        {{ t('signIn.showPassword') }}</label
      >
      <button type="submit" class="primary-button" [disabled]="busy()">{{ label() }}</button>
      <p id="password-trouble" class="trouble" role="alert">{{ own() || trouble() }}</p>
    </form>
  `,
  styleUrl: './account-page-forms.css',
})
export class PasswordForm {
  readonly username = input.required<string>();
  readonly asksCurrent = input(false);
  /** The verb on the button. */
  readonly label = input.required<string>();
  readonly busy = input(false);
  /** What the server said. */
  readonly trouble = input('');
  readonly chosen = output<{ readonly current: string; readonly next: string }>();

  protected readonly t = inject(Language).t;
  protected readonly minimum = PASSWORD_LENGTH;
  protected readonly current = signal('');
  protected readonly next = signal('');
  protected readonly shown = signal(false);
  protected readonly own = signal('');

  /** Counts along while too few are typed; silent before, content after. */
  protected readonly lengthSoFar = computed(() => {
    const count = lengthOf(this.next());
    if (count === 0) return '';
    return count < PASSWORD_LENGTH
      ? this.t('password.tooShort', { count, minimum: PASSWORD_LENGTH })
      : this.t('password.longEnough', { count });
  });

  protected text(event: Event): string {
    return event.target instanceof HTMLInputElement ? event.target.value : '';
  }

  /** Empties the fields, after the password was changed. */
  clear(): void {
    this.current.set('');
    this.next.set('');
    this.shown.set(false);
  }

  protected submit(event: Event): void {
    event.preventDefault();
    if (this.asksCurrent() && this.current() === '') {
      this.own.set(this.t('password.currentMissing'));
    } else if (lengthOf(this.next()) < PASSWORD_LENGTH) {
      this.own.set(this.t('password.shortRefused', { minimum: PASSWORD_LENGTH }));
    } else {
      this.own.set('');
      this.chosen.emit({ current: this.current(), next: this.next() });
    }
  }
}
