import {
  Component,
  type ElementRef,
  computed,
  effect,
  inject,
  input,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { HttpClient } from '@angular/common/http';
import { Router } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { signInHintSchema } from '#contract/session';
import { API } from '../../../core/api.ts';
import { Language } from '../../../core/language.ts';
import { problemOf, problemSentence, retryAfterSeconds } from '../../../core/problem.ts';
import { safeTarget } from '../../../core/session-target.ts';
import { Session } from '../../../core/session.ts';
import { Countdown } from './sign-in-countdown.ts';
import { noticeKey } from './sign-in-notice.ts';

const MINUTE = 60;
/** Up to here a wait is told in seconds. */
const SECONDS_TOLD = 90;

/**
 * The first screen: who are you. Asks for the code of the second factor only when the password was right and the account
 * has one. Demo accounts and single sign-on are offered only when the server says that there are some.
 */
@Component({
  selector: 'pandu-sign-in',
  templateUrl: './sign-in.html',
  styleUrls: ['../../../ui/door.css', './sign-in.css'],
})
export class SignIn {
  /** Where to go afterwards; only addresses of this application are followed. */
  readonly tujuan = input<string>();
  /** Why the person is here, as one word of a fixed list. */
  readonly galat = input<string>();
  /** Good news, as one word of a fixed list. */
  readonly kabar = input<string>();

  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly http = inject(HttpClient);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly languageNow = this.language.active;

  protected readonly username = signal('');
  protected readonly password = signal('');
  protected readonly code = signal('');
  protected readonly passwordShown = signal(false);
  /** The password was right; the code is what is missing. */
  protected readonly asksCode = signal(false);
  /** The code comes from the list of recovery codes instead of the authenticator. */
  protected readonly recovery = signal(false);
  protected readonly busy = signal(false);
  protected readonly trouble = signal('');
  protected readonly wait = new Countdown();
  /** The wait as it began: what is read aloud once. */
  protected readonly waitBegan = signal(0);
  private readonly passwordField = viewChild.required<ElementRef<HTMLInputElement>>('passwordField');
  private readonly codeField = viewChild<ElementRef<HTMLInputElement>>('codeField');

  protected readonly hint = resource({
    loader: async () => signInHintSchema.parse(await firstValueFrom(this.http.get(`${API}/session/hint`))),
    defaultValue: { demoAccounts: [], singleSignOn: null },
  });
  protected readonly notice = computed(() => noticeKey(this.galat(), this.kabar()));
  protected readonly singleSignOnLink = computed(() => {
    const target = safeTarget(this.tujuan());
    return `${API}/session/sso?${new URLSearchParams({ tujuan: target }).toString()}`;
  });

  constructor() {
    effect(() => this.codeField()?.nativeElement.focus());
  }

  protected text(event: Event): string {
    return event.target instanceof HTMLInputElement ? event.target.value : '';
  }

  /** Another person or password: what the server said about the one before no longer holds. */
  protected change(field: 'username' | 'password', event: Event): void {
    this[field].set(this.text(event));
    if (field === 'username') this.wait.stop();
    this.asksCode.set(false);
    this.code.set('');
  }

  protected take(username: string): void {
    this.username.set(username);
    this.wait.stop();
    this.asksCode.set(false);
    this.passwordField().nativeElement.focus();
  }

  protected switchCode(): void {
    this.recovery.set(!this.recovery());
    this.code.set('');
    this.codeField()?.nativeElement.focus();
  }

  protected async switchLanguage(): Promise<void> {
    await this.language.use(this.languageNow() === 'id' ? 'en' : 'id');
  }

  protected waitSentence(seconds: number): string {
    const minutes = Math.ceil(seconds / MINUTE);
    return this.t('signIn.wait', {
      time:
        seconds <= SECONDS_TOLD
          ? this.t('signIn.seconds', { count: seconds })
          : this.t('signIn.minutes', { count: minutes }),
    });
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy() || this.wait.left() > 0) return;
    const code = this.code().replaceAll(/\s/g, '');
    if (this.username().trim() === '' || this.password() === '') {
      this.trouble.set(this.t('signIn.incomplete'));
      return;
    }
    if (this.asksCode() && code.length < 6) {
      this.trouble.set(this.t('signIn.codeIncomplete'));
      this.codeField()?.nativeElement.select();
      return;
    }
    this.busy.set(true);
    this.trouble.set('');
    try {
      await this.session.signIn(this.username().trim(), this.password(), this.asksCode() ? code : null);
      await this.router.navigateByUrl(safeTarget(this.tujuan()));
    } catch (error) {
      this.refused(error);
    } finally {
      this.busy.set(false);
    }
  }

  private refused(error: unknown): void {
    const problem = problemOf(error);
    const seconds = retryAfterSeconds(error);
    if (problem.status === 429 && seconds !== null) {
      this.waitBegan.set(seconds);
      this.wait.start(seconds);
      return;
    }
    if (problem.code === 'second-factor-required' && !this.asksCode()) {
      this.asksCode.set(true);
      return;
    }
    this.trouble.set(problemSentence(problem, this.t));
    if (problem.code === 'wrong-credentials') this.asksCode.set(false);
    const field = this.asksCode() ? this.codeField() : this.passwordField();
    field?.nativeElement.select();
  }
}
