import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Formats } from '../../../../core/formats.ts';
import { Language } from '../../../../core/language.ts';
import { isIsoDate } from '../../../../core/period.ts';
import { Selection } from '../../../../core/selection.ts';
import { task } from '../../../../core/task.ts';
import { DayField } from '../../../../ui/day-field.ts';
import { fieldText } from '../../../../ui/field-text.ts';
import { FormDialog } from '../../../../ui/form-dialog.ts';
import { WritingApi, liveEntry } from '../writing-api.ts';

/** Shortest lesson that the API takes. */
const SHORTEST_LESSON = 20;

/** The owner's word on an entry: it runs, it stopped and what was learnt, or it belongs to the archive. */
@Component({
  selector: 'pandu-owners-word',
  imports: [DayField, FormDialog],
  template: `
    @if (live.value(); as it) {
      <section>
        <h2>{{ t('innovationWriting.alive.title') }}</h2>
        <p>
          <span class="badge">{{ it.alive === null ? '' : t('innovation.alive.' + it.alive) }}</span>
          {{ since() }}
        </p>
        @if (it.stoppedLesson; as lesson) {
          <p class="lesson">{{ lesson }}</p>
        }
        <p class="note">{{ t('innovationWriting.alive.about') }}</p>
        <p class="actions">
          @if (may('confirm')) {
            <button type="button" class="action" [disabled]="speaking.busy()" (click)="confirm()">
              {{
                t(it.stoppedOn === null ? 'innovationWriting.alive.confirm' : 'innovationWriting.alive.again')
              }}
            </button>
          }
          @if (may('stop')) {
            <button type="button" class="action" aria-haspopup="dialog" (click)="ask('stop')">
              {{ t('innovationWriting.alive.stop') }}
            </button>
          }
          @if (may('archive')) {
            <button type="button" class="action quiet" aria-haspopup="dialog" (click)="ask('archive')">
              {{ t('innovationWriting.alive.archive') }}
            </button>
          }
          @if (may('restore')) {
            <button type="button" class="action" aria-haspopup="dialog" (click)="ask('restore')">
              {{ t('innovationWriting.alive.restore') }}
            </button>
          }
        </p>
        @if (asking() === null) {
          <p class="trouble" role="alert">{{ speaking.trouble() }}</p>
        }
      </section>
    }
    @if (asking(); as asked) {
      <pandu-form-dialog
        [heading]="t('innovationWriting.alive.ask.' + asked)"
        [verb]="t('innovationWriting.alive.' + asked)"
        [busy]="speaking.busy()"
        [trouble]="speaking.trouble()"
        (confirmed)="send()"
        (closed)="asking.set(null)"
      >
        @if (asked === 'stop') {
          <pandu-day-field
            [label]="t('innovationWriting.alive.stoppedOn')"
            [day]="day()"
            (typing)="day.set($event)"
          />
        }
        <label class="field"
          ><span>{{ t('innovationWriting.alive.words.' + asked) }}</span>
          <textarea
            class="input"
            rows="5"
            maxlength="3000"
            [value]="words()"
            (input)="words.set(text($event))"
          ></textarea>
        </label>
        <p class="note">{{ t('innovationWriting.alive.consequence.' + asked) }}</p>
      </pandu-form-dialog>
    }
  `,
  styles: `
    section {
      padding: 20px 0;
      border-top: 1px solid var(--hair);
    }
    h2 {
      font: var(--lead);
      font-weight: 600;
      margin-bottom: 8px;
    }
    .badge {
      margin-right: 6px;
      padding: 0 7px 1px;
      font: var(--note);
      line-height: 18px;
      border: 1px solid var(--control);
      border-radius: var(--radius);
    }
    .lesson {
      max-width: 68ch;
      margin: 8px 0;
      padding-left: 12px;
      border-left: 1px solid var(--control);
    }
    .note {
      max-width: 68ch;
      margin: 4px 0 8px;
    }
    .trouble {
      color: var(--memburuk);
    }
    .trouble:empty {
      display: none;
    }
  `,
})
export class OwnersWord {
  readonly id = input.required<string>();
  /** Something was said. */
  readonly spoken = output();

  private readonly api = inject(WritingApi);
  private readonly formats = inject(Formats);
  private readonly selection = inject(Selection);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly live = liveEntry(() => this.id());
  protected readonly asking = signal<'stop' | 'archive' | 'restore' | null>(null);
  protected readonly day = signal('');
  protected readonly words = signal('');
  protected readonly speaking = task();
  protected readonly since = computed(() => {
    const it = this.live.value();
    if (it === undefined) return '';
    if (it.stoppedOn !== null)
      return this.t('innovationWriting.alive.stoppedSince', { day: this.formats.now.date(it.stoppedOn) });
    return it.confirmedOn === null
      ? ''
      : this.t('innovationWriting.alive.confirmedOn', { day: this.formats.now.date(it.confirmedOn) });
  });

  protected may(action: 'confirm' | 'stop' | 'archive' | 'restore'): boolean {
    return this.live.value()?.actions.includes(action) ?? false;
  }

  protected ask(what: 'stop' | 'archive' | 'restore'): void {
    this.speaking.clear();
    this.words.set('');
    this.day.set(this.selection.today());
    this.asking.set(what);
  }

  protected async confirm(): Promise<void> {
    const said = await this.speaking.run(() => this.api.act(this.id(), 'confirm'));
    if (said !== undefined) this.done();
  }

  protected async send(): Promise<void> {
    const asked = this.asking();
    const words = this.words().trim();
    if (asked === null) return;
    if (asked === 'stop' && !isIsoDate(this.day())) return this.speaking.refuse(this.t('period.invalid'));
    if (words.length < (asked === 'stop' ? SHORTEST_LESSON : 5))
      return this.speaking.refuse(this.t(`innovationWriting.alive.needs.${asked}`));
    const said = await this.speaking.run(() =>
      asked === 'stop'
        ? this.api.act(this.id(), 'stop', { on: this.day(), lesson: words })
        : this.api.act(this.id(), 'archive', { archived: asked === 'archive', reason: words }),
    );
    if (said === undefined) return;
    this.asking.set(null);
    this.done();
  }

  private done(): void {
    this.live.reload();
    this.spoken.emit();
  }
}
