import { Component, computed, inject, input, resource } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { problemOf } from '../../../core/problem.ts';
import { task } from '../../../core/task.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { AccountApi } from '../account/account-page-api.ts';
import { PasswordForm } from '../account/password-form.ts';

/** A password by an invitation or a reset link, without being signed in; the link is used up with it. */
@Component({
  selector: 'pandu-link-page',
  imports: [PasswordForm, ProblemNote, RouterLink, Skeleton],
  templateUrl: './link-page.html',
  styleUrls: ['../../../ui/door.css', './link-page.css'],
})
export class LinkPage {
  /** Out of the address. */
  readonly token = input.required<string>();

  private readonly api = inject(AccountApi);
  private readonly router = inject(Router);
  private readonly language = inject(Language);
  private readonly formats = inject(Formats);
  protected readonly t = this.language.t;
  protected readonly setting = task();

  protected readonly link = resource({
    params: () => this.token(),
    loader: ({ params }) => this.api.readLink(params),
  });
  protected readonly problem = computed(() => {
    const error = this.link.error();
    return error === undefined ? null : problemOf(error);
  });
  protected readonly found = computed(() => (this.link.hasValue() ? this.link.value() : null));
  /** The zone of the device: before signing in there is no kabupaten whose zone could be meant. */
  protected readonly until = computed(() => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    return this.formats.now.instant(this.found()?.expiresAt ?? '', zone);
  });

  protected async set(password: string): Promise<void> {
    if (await this.setting.run(() => this.api.useLink(this.token(), password)))
      await this.router.navigate(['/masuk'], { queryParams: { kabar: 'sandi-ditetapkan' } });
  }
}
