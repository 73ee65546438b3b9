import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { Language } from '../../../core/language.ts';
import { task } from '../../../core/task.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { type MailAddress, SubscriptionsApi } from './subscriptions-api.ts';

/** Where the mail goes: an address, the code that was sent to it, and the way to another one. */
@Component({
  selector: 'pandu-mail-address',
  template: `
    @if (mail().address; as address) {
      <h2>{{ t('subscriptions.address.heading') }}</h2>
      <p class="address">{{ address }}</p>
    }
    @if (mail().waiting; as waiting) {
      <form novalidate (submit)="confirm($event)">
        <label class="field"
          ><span>{{ t('subscriptions.address.code', { address: waiting }) }}</span>
          <input
            class="input code"
            inputmode="numeric"
            autocomplete="one-time-code"
            maxlength="9"
            [value]="code()"
            (input)="code.set(text($event))"
          />
        </label>
        <p class="trouble" role="alert">{{ confirming.trouble() }}</p>
        <button type="submit" [class]="verb()" [disabled]="confirming.busy()">
          {{ t('subscriptions.address.confirm') }}
        </button>
      </form>
    }
    @if (asking()) {
      <form novalidate (submit)="send($event)">
        <label class="field"
          ><span>{{ t('subscriptions.address.new') }}</span>
          <input
            class="input"
            type="email"
            autocomplete="email"
            [value]="address()"
            (input)="address.set(text($event))"
          />
        </label>
        <p class="trouble" role="alert">{{ sending.trouble() }}</p>
        <button type="submit" [class]="verb()" [disabled]="sending.busy()">
          {{ t('subscriptions.address.send') }}
        </button>
      </form>
    } @else {
      <p class="actions">
        <button type="button" class="action" (click)="open.set(true)">
          {{ t(mail().waiting === null ? 'subscriptions.address.change' : 'subscriptions.address.again') }}
        </button>
        @if (mail().address !== null) {
          <button type="button" class="action quiet" [disabled]="removing.busy()" (click)="remove()">
            {{ t('subscriptions.address.remove') }}
          </button>
        }
      </p>
      <p class="trouble" role="alert">{{ removing.trouble() }}</p>
    }
  `,
  styles: `
    form {
      display: grid;
      justify-items: start;
      gap: 8px;
      max-width: 22em;
      margin-bottom: 12px;
    }
    .field {
      width: 100%;
    }
    .address {
      overflow-wrap: anywhere;
      font-weight: 600;
    }
    .code {
      width: 9em;
      letter-spacing: 0.14em;
    }
    .trouble {
      color: var(--memburuk);
    }
    .trouble:empty {
      display: none;
    }
  `,
})
export class MailAddressForm {
  readonly mail = input.required<MailAddress>();
  readonly changed = output();

  private readonly api = inject(SubscriptionsApi);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly sending = task();
  protected readonly confirming = task();
  protected readonly removing = task();
  protected readonly code = signal('');
  protected readonly open = signal(false);
  private readonly suggested = computed(() => this.mail().suggested ?? '');
  /** What is typed stays while the same address is suggested: the page is read anew whenever data change. */
  protected readonly address = linkedSignal(() => this.suggested());
  /** Without an address it is what the page is about, otherwise something beside it. */
  protected readonly verb = computed(() => (this.mail().address === null ? 'primary-button' : 'action'));
  /** Asked at once where there is none yet. */
  protected readonly asking = computed(
    () => this.open() || (this.mail().address === null && this.mail().waiting === null),
  );

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if ((await this.sending.run(() => this.api.setAddress(this.address().trim()))) === undefined) return;
    this.open.set(false);
    this.code.set('');
    this.changed.emit();
  }

  protected async confirm(event: Event): Promise<void> {
    event.preventDefault();
    const code = this.code().replaceAll(/\s/g, '');
    if (!/^\d{6}$/.test(code)) return this.confirming.refuse(this.t('subscriptions.address.sixDigits'));
    if ((await this.confirming.run(() => this.api.confirm(code))) !== undefined) this.changed.emit();
  }

  protected async remove(): Promise<void> {
    if ((await this.removing.run(() => this.api.removeAddress())) !== undefined) this.changed.emit();
  }
}
