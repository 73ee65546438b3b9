import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { Session } from '../../../core/session.ts';
import type { IssuedLink } from './people-api.ts';

/** A link to set a password, shown this once: to be copied and handed over, with the time until which it opens. */
@Component({
  selector: 'pandu-issued-link',
  template: `
    <h2>{{ t('people.linkFor', { name: issued().name }) }}</h2>
    <p class="note">{{ t('people.linkOnce', { at: until() }) }}</p>
    <input
      class="input"
      readonly
      [attr.aria-label]="t('people.linkFor', { name: issued().name })"
      [value]="address()"
      (focus)="select($event)"
    />
    <div class="actions">
      <button type="button" class="action" (click)="copy()">{{ t('people.copyLink') }}</button>
      <button type="button" class="action quiet" (click)="done.emit()">{{ t('people.linkDone') }}</button>
      <span class="note" role="status">{{ copied() }}</span>
    </div>
  `,
  styles: `
    :host {
      display: block;
      max-width: 44em;
      padding: 14px 0 12px;
      margin: 12px 0;
      border-top: 1px solid var(--ink);
      border-bottom: 1px solid var(--hair);
    }
    .input {
      margin: 8px 0;
    }
  `,
})
export class PeopleLink {
  readonly issued = input.required<IssuedLink>();
  readonly done = output();

  protected readonly t = inject(Language).t;
  private readonly formats = inject(Formats);
  private readonly session = inject(Session);
  protected readonly copied = signal('');
  protected readonly until = computed(() =>
    this.formats.now.instant(this.issued().expiresAt, this.session.timeZone()),
  );
  /** With the address of this installation, where the server gives only the path. */
  protected readonly address = computed(() => new URL(this.issued().link, location.origin).href);

  protected select(event: Event): void {
    if (event.target instanceof HTMLInputElement) event.target.select();
  }

  protected async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.address());
      this.copied.set(this.t('chart.linkCopied'));
    } catch {
      this.copied.set(this.t('people.copyYourself'));
    }
  }
}
