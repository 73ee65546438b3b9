import { Component, inject, signal } from '@angular/core';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { Session } from '../../../core/session.ts';
import { task } from '../../../core/task.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { AccountApi, type Device, liveDevices } from './account-page-api.ts';

/** Where the account is signed in, and the way to end that there. */
@Component({
  selector: 'pandu-devices',
  imports: [ProblemNote, Skeleton],
  template: `
    <h2>{{ t('devices.title') }}</h2>
    <p class="muted">{{ t('devices.lead') }}</p>
    @if (devices.problem(); as trouble) {
      <pandu-problem [problem]="trouble" (retry)="devices.reload()" />
    } @else if (devices.value(); as answer) {
      <ul class="rows">
        @for (device of answer.items; track device.id) {
          <li>
            <div>
              <b>{{ device.device }}</b>
              @if (device.current) {
                <span class="muted">{{ t('devices.current') }}</span>
              }
              <span class="note">{{ seen(device) }}</span>
            </div>
            @if (!device.current) {
              <button
                type="button"
                class="action"
                [disabled]="attempt.busy()"
                [attr.aria-label]="t('devices.revokeNamed', { device: device.device })"
                (click)="revoke(device)"
              >
                {{ t('devices.revoke') }}
              </button>
            }
          </li>
        }
      </ul>
      @if (answer.items.length > 1) {
        <button type="button" class="action" [disabled]="attempt.busy()" (click)="revokeOthers()">
          {{ t('devices.revokeOthers') }}
        </button>
      }
    } @else {
      <pandu-skeleton [lines]="['100%', '100%']" [height]="36" />
    }
    <p class="note" role="status">{{ done() }}</p>
    <p class="trouble" role="alert">{{ attempt.trouble() }}</p>
  `,
  styleUrl: './account-page-forms.css',
})
export class Devices {
  private readonly api = inject(AccountApi);
  private readonly formats = inject(Formats);
  private readonly session = inject(Session);
  protected readonly t = inject(Language).t;
  protected readonly devices = liveDevices();
  protected readonly attempt = task();
  protected readonly done = signal('');

  /** Reads the list again, after something else has signed devices out. */
  reload(): void {
    this.devices.reload();
  }

  protected seen(device: Device): string {
    const at = this.formats.now.instant(device.lastSeenAt, this.session.timeZone());
    return device.address === null
      ? this.t('devices.seen', { at })
      : this.t('devices.seenFrom', { at, address: device.address });
  }

  protected async revoke(device: Device): Promise<void> {
    const gone = await this.attempt.run(() => this.api.revokeDevice(device.id));
    this.done.set(gone ? this.t('devices.revoked', { device: device.device }) : '');
    this.devices.reload();
  }

  protected async revokeOthers(): Promise<void> {
    let count = 0;
    const gone = await this.attempt.run(async () => {
      count = await this.api.revokeOtherDevices();
    });
    this.done.set(gone ? this.t('devices.revokedOthers', { count }) : '');
    this.devices.reload();
  }
}
