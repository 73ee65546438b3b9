import {
  DOCUMENT,
  Component,
  type ElementRef,
  effect,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { Language } from '../../../core/language.ts';
import { saveFile } from '../../../core/save-file.ts';
import { Session } from '../../../core/session.ts';
import { task } from '../../../core/task.ts';
import { type Account, AccountApi, type SecondFactorOffer } from './account-page-api.ts';
import { inGroups, pictureAddress } from './second-factor-words.ts';

/** What is open: nothing, the password before setting up or taking off, the picture with its first code, the codes. */
type Step = 'rest' | 'start' | 'confirm' | 'codes' | 'remove';

/** The second factor: set up with an authenticator, recovery codes shown once, taken off where no post asks for it. */
@Component({
  selector: 'pandu-second-factor',
  templateUrl: './second-factor.html',
  styleUrls: ['./account-page-forms.css', './second-factor.css'],
})
export class SecondFactor {
  readonly account = input.required<Account>();
  /** The factor was set up or taken off. */
  readonly changed = output();
  /** The person is done with the recovery codes. */
  readonly finished = output();

  private readonly api = inject(AccountApi);
  private readonly session = inject(Session);
  private readonly document = inject(DOCUMENT);
  protected readonly t = inject(Language).t;
  protected readonly attempt = task();

  protected readonly step = signal<Step>('rest');
  protected readonly password = signal('');
  protected readonly code = signal('');
  protected readonly offer = signal<SecondFactorOffer | null>(null);
  protected readonly recoveryCodes = signal<readonly string[]>([]);
  protected readonly copied = signal('');
  private readonly firstField = viewChild<ElementRef<HTMLElement>>('firstField');

  protected readonly inGroups = inGroups;
  protected readonly pictureAddress = pictureAddress;

  constructor() {
    effect(() => this.firstField()?.nativeElement.focus());
  }

  protected text(event: Event): string {
    return event.target instanceof HTMLInputElement ? event.target.value : '';
  }

  protected open(step: 'start' | 'remove'): void {
    this.forget();
    this.step.set(step);
  }

  protected cancel(): void {
    this.forget();
    this.step.set('rest');
  }

  protected async start(event: Event): Promise<void> {
    event.preventDefault();
    if (this.password() === '') return this.attempt.refuse(this.t('secondFactor.passwordMissing'));
    await this.attempt.run(async () => {
      this.offer.set(await this.api.startSecondFactor(this.password()));
      this.password.set('');
      this.step.set('confirm');
    });
  }

  protected async confirm(event: Event): Promise<void> {
    event.preventDefault();
    const code = this.code().replaceAll(/\s/g, '');
    if (!/^\d{6}$/.test(code)) return this.attempt.refuse(this.t('secondFactor.codeMissing'));
    const confirmed = await this.attempt.run(async () => {
      this.recoveryCodes.set(await this.api.confirmSecondFactor(code));
    });
    if (!confirmed) return;
    this.forget();
    this.step.set('codes');
    this.changed.emit();
    // What the post was waiting for is there now: the screens open.
    await this.session.restore().catch((error: unknown) => console.error(error));
  }

  protected async remove(event: Event): Promise<void> {
    event.preventDefault();
    const code = this.code().replaceAll(/\s/g, '');
    if (this.password() === '' || code.length < 6)
      return this.attempt.refuse(this.t('secondFactor.removeIncomplete'));
    if (!(await this.attempt.run(() => this.api.removeSecondFactor(this.password(), code)))) return;
    this.cancel();
    this.changed.emit();
  }

  protected async copyCodes(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.recoveryCodes().join('\n'));
      this.copied.set(this.t('secondFactor.copied'));
    } catch {
      this.copied.set(this.t('secondFactor.notCopied'));
    }
  }

  protected saveCodes(): void {
    const text = `${this.t('secondFactor.fileTitle', { username: this.account().username })}\n\n${this.recoveryCodes().join('\n')}\n`;
    saveFile(
      new Blob([text], { type: 'text/plain;charset=utf-8' }),
      `${this.t('secondFactor.fileName')}.txt`,
    );
  }

  protected printCodes(): void {
    this.document.defaultView?.print();
  }

  protected finish(): void {
    this.recoveryCodes.set([]);
    this.step.set('rest');
    this.finished.emit();
  }

  private forget(): void {
    this.password.set('');
    this.code.set('');
    this.offer.set(null);
    this.attempt.refuse('');
    this.copied.set('');
  }
}
