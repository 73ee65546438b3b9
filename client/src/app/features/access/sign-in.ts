import { Component, type ElementRef, inject, input, resource, signal, viewChild } from '@angular/core';
import { HttpClient } from '@angular/common/http';
import { Router } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { signInHintSchema } from '#contract/session';
import { API } from '../../core/api.ts';
import { Language } from '../../core/language.ts';
import { problemKey, problemOf } from '../../core/problem.ts';
import { Session } from '../../core/session.ts';

/** The first screen: who are you. Demo accounts are offered only when the server says that there are some. */
@Component({
  selector: 'pandu-sign-in',
  templateUrl: './sign-in.html',
  styleUrl: './sign-in.css',
})
export class SignIn {
  /** Where to go afterwards; only addresses of this application are followed. */
  readonly tujuan = input<string>();

  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly http = inject(HttpClient);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly languageNow = this.language.active;

  protected readonly username = signal('');
  protected readonly password = signal('');
  protected readonly passwordShown = signal(false);
  protected readonly busy = signal(false);
  protected readonly trouble = signal('');
  private readonly passwordField = viewChild.required<ElementRef<HTMLInputElement>>('passwordField');

  protected readonly hint = resource({
    loader: async () =>
      signInHintSchema.parse(await firstValueFrom(this.http.get(`${API}/session/hint`))).demoAccounts,
    defaultValue: [],
  });

  protected text(event: Event): string {
    return event.target instanceof HTMLInputElement ? event.target.value : '';
  }

  protected take(username: string): void {
    this.username.set(username);
    this.passwordField().nativeElement.focus();
  }

  protected async switchLanguage(): Promise<void> {
    await this.language.use(this.languageNow() === 'id' ? 'en' : 'id');
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.username().trim() === '' || this.password() === '') {
      this.trouble.set(this.t('signIn.incomplete'));
      return;
    }
    this.busy.set(true);
    this.trouble.set('');
    try {
      await this.session.signIn(this.username().trim(), this.password());
      const wanted = this.tujuan() ?? '/';
      await this.router.navigateByUrl(wanted.startsWith('/') && !wanted.startsWith('//') ? wanted : '/');
    } catch (error) {
      const problem = problemOf(error);
      this.trouble.set(problem.detail ?? this.t(problemKey(problem)));
      this.passwordField().nativeElement.select();
    } finally {
      this.busy.set(false);
    }
  }
}
