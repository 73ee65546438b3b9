import { HttpClient } from '@angular/common/http';
import { Component, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { firstValueFrom, map } from 'rxjs';
import { type SAMPLED_DATASETS, sampleSchema } from '#contract/oversight/samples';
import { API } from '../../core/api.ts';
import { Formats } from '../../core/formats.ts';
import { Language } from '../../core/language.ts';
import { Session } from '../../core/session.ts';
import { task } from '../../core/task.ts';
import { fieldText } from '../field-text.ts';
import { FormDialog } from '../form-dialog.ts';

const MOST = 500;

/** "Tarik uji petik": draws so many of the listed records by chance and opens the work sheet. Shown to who may draw. */
@Component({
  selector: 'pandu-draw-sample',
  imports: [FormDialog],
  template: `
    @if (session.can('samples:draw') && total() > 0) {
      <button type="button" class="action" aria-haspopup="dialog" (click)="asked.set(true)">
        {{ t('oversight.draw.open') }}
      </button>
    }
    @if (asked()) {
      <pandu-form-dialog
        [heading]="t('oversight.draw.title', { total: formats.now.number(total()) })"
        [verb]="t('oversight.draw.verb')"
        [busy]="sending.busy()"
        [trouble]="sending.trouble()"
        (confirmed)="send()"
        (closed)="asked.set(false)"
      >
        <label class="field"
          ><span>{{ t('oversight.draw.size') }}</span>
          <input
            class="input"
            inputmode="numeric"
            autocomplete="off"
            [value]="size()"
            (input)="size.set(text($event))"
          />
        </label>
        <label class="field"
          ><span>{{ t('oversight.draw.reason') }}</span>
          <textarea
            class="input"
            rows="3"
            maxlength="500"
            [value]="reason()"
            (input)="reason.set(text($event))"
          ></textarea>
        </label>
        <label class="field"
          ><span>{{ t('oversight.draw.seed') }}</span>
          <input
            class="input"
            maxlength="64"
            autocomplete="off"
            [value]="seed()"
            (input)="seed.set(text($event))"
          />
        </label>
        <p class="note">{{ t('oversight.draw.consequence') }}</p>
      </pandu-form-dialog>
    }
  `,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class DrawSample {
  readonly dataset = input.required<(typeof SAMPLED_DATASETS)[number]>();
  /** The query of the list, as its address has it. */
  readonly query = input.required<Readonly<Record<string, string>>>();
  /** How many records the list has. */
  readonly total = input.required<number>();

  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  protected readonly session = inject(Session);
  protected readonly formats = inject(Formats);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly asked = signal(false);
  protected readonly size = signal('25');
  protected readonly reason = signal('');
  protected readonly seed = signal('');
  protected readonly sending = task();

  protected async send(): Promise<void> {
    const [size, reason, seed] = [Number(this.size().trim()), this.reason().trim(), this.seed().trim()];
    if (!Number.isInteger(size) || size < 1 || size > MOST)
      return this.sending.refuse(this.t('oversight.draw.wrongSize', { most: MOST }));
    if (reason.length < 3) return this.sending.refuse(this.t('oversight.draw.needsReason'));
    const body = {
      dataset: this.dataset(),
      query: this.query(),
      size,
      reason,
      ...(seed === '' ? {} : { seed }),
    };
    const drawn = await this.sending.run(() =>
      firstValueFrom(this.http.post(`${API}/samples`, body).pipe(map((value) => sampleSchema.parse(value)))),
    );
    if (drawn === undefined) return;
    this.asked.set(false);
    await this.router.navigate(['/pengawasan/uji-petik', drawn.result.id]);
  }
}
