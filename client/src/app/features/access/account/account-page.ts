import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { addDays } from '../../../core/period.ts';
import { postName } from '../../../core/session-scope.ts';
import { safeTarget } from '../../../core/session-target.ts';
import { Session } from '../../../core/session.ts';
import { task } from '../../../core/task.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { type Account, AccountApi, liveAccount } from './account-page-api.ts';
import { Devices } from './devices.ts';
import { PasswordForm } from './password-form.ts';
import { Readers } from './readers.ts';
import { SecondFactor } from './second-factor.ts';

/**
 * The own account: posts held, password, second factor, devices, and who reads for me. While the post asks for a second
 * factor that is missing, only setting it up is offered.
 */
@Component({
  selector: 'pandu-account-page',
  imports: [Devices, PasswordForm, ProblemNote, Readers, SecondFactor, Skeleton],
  templateUrl: './account-page.html',
  styleUrl: './account-page.css',
})
export class AccountPage {
  /** Where the person wanted to go before a second factor was asked for. */
  readonly tujuan = input<string>();

  private readonly api = inject(AccountApi);
  private readonly router = inject(Router);
  private readonly formats = inject(Formats);
  protected readonly session = inject(Session);
  protected readonly t = inject(Language).t;
  protected readonly account = liveAccount();
  protected readonly changing = task();
  protected readonly changed = signal('');
  private readonly passwordForm = viewChild(PasswordForm);
  private readonly devices = viewChild(Devices);

  /** True from the moment the screens are closed until the recovery codes are put away. */
  protected readonly settingUp = signal(this.session.locked());
  protected readonly onlySecondFactor = computed(() => this.settingUp() || this.session.locked());
  /** An ajudan cannot pass on what he reads himself. */
  protected readonly mayAppoint = computed(() => this.session.user()?.post.capacity !== 'ajudan');

  protected readonly activePost = computed(() => {
    const post = this.session.user()?.post;
    return post === undefined ? '' : postName(post, this.t);
  });

  protected held(post: Account['posts'][number]): string {
    return postName(post, this.t);
  }

  protected since(post: Account['posts'][number]): string {
    const formats = this.formats.now;
    const from = formats.date(post.from);
    return post.to === null
      ? this.t('ownAccount.since', { from })
      : this.t('ownAccount.until', { from, to: formats.date(addDays(post.to, -1)) });
  }

  protected passwordSet(account: Account): string {
    if (account.passwordSetAt === null) return '';
    const at = this.formats.now.instant(account.passwordSetAt, this.session.timeZone());
    return this.t('ownAccount.passwordSet', { at });
  }

  protected async changePassword({ current, next }: { current: string; next: string }): Promise<void> {
    this.changed.set('');
    if (!(await this.changing.run(() => this.api.changePassword(current, next)))) return;
    this.passwordForm()?.clear();
    this.changed.set(this.t('ownAccount.passwordChanged'));
    this.account.reload();
    this.devices()?.reload();
  }

  /** Goes where the person wanted to go before; stays when there was no such place. */
  protected async finish(): Promise<void> {
    this.settingUp.set(false);
    const target = safeTarget(this.tujuan());
    if (this.tujuan() !== undefined && !this.session.locked()) await this.router.navigateByUrl(target);
  }
}
