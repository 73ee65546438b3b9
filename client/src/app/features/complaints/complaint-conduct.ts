import { Component, computed, inject, input, signal } from '@angular/core';
import { HttpClient } from '@angular/common/http';
import { firstValueFrom } from 'rxjs';
import { listConductFindings } from '#contract/staff/conduct';
import { API } from '../../core/api.ts';
import { Formats } from '../../core/formats.ts';
import { Language } from '../../core/language.ts';
import { liveResource } from '../../core/live-resource.ts';
import { isIsoDate } from '../../core/period.ts';
import { task } from '../../core/task.ts';
import { DayField } from '../../ui/day-field.ts';
import { fieldText } from '../../ui/field-text.ts';
import { FormDialog } from '../../ui/form-dialog.ts';
import { ProblemNote } from '../../ui/problem-note.ts';

const SHORTEST = 3;

/**
 * What the Inspektorat found when it examined a complaint about the conduct of staff, and the way to record it with its
 * letter. It stands for nobody else.
 */
@Component({
  selector: 'pandu-complaint-conduct',
  imports: [DayField, FormDialog, ProblemNote],
  template: `
    <h2>{{ t('complaint.conduct.title') }}</h2>
    @if (live.problem(); as trouble) {
      <pandu-problem [problem]="trouble" (retry)="live.reload()" />
    } @else if (live.value(); as found) {
      @for (finding of found.items; track finding.staff.id) {
        <p>
          <b>{{ t(finding.upheld ? 'complaint.conduct.upheld' : 'complaint.conduct.notUpheld') }}</b>,
          {{ finding.staff.name }}
        </p>
        <p class="note">{{ letterOf(finding) }}</p>
        @if (finding.note) {
          <p class="words">{{ finding.note }}</p>
        }
      } @empty {
        <p class="muted">{{ t('complaint.conduct.none') }}</p>
      }
      <p class="done" role="status">{{ said() }}</p>
      @if (found.candidates.length === 0) {
        <p class="muted">{{ t('complaint.conduct.nobody') }}</p>
      } @else {
        <button type="button" class="action" (click)="ask()">{{ t('complaint.conduct.record') }}</button>
      }
      @if (asking()) {
        <pandu-form-dialog
          [heading]="t('complaint.conduct.heading', { number: number() })"
          [verb]="t('complaint.conduct.verb')"
          [busy]="work.busy()"
          [trouble]="work.trouble()"
          (confirmed)="submit()"
          (closed)="asking.set(false)"
        >
          <p>{{ t('complaint.conduct.consequence') }}</p>
          <label class="field"
            ><span>{{ t('complaint.conduct.staff') }}</span>
            <select class="input" (change)="staff.set(text($event))">
              <option value="" [selected]="staff() === ''">{{ t('complaint.conduct.choose') }}</option>
              @for (person of found.candidates; track person.id) {
                <option [value]="person.id" [selected]="person.id === staff()">
                  {{ person.name }} ({{ person.code }}, {{ person.unit }})
                </option>
              }
            </select>
          </label>
          <fieldset>
            <legend>{{ t('complaint.conduct.outcome') }}</legend>
            @for (choice of outcomes; track choice) {
              <label class="choice"
                ><input
                  type="radio"
                  name="outcome"
                  [value]="choice"
                  [checked]="choice === outcome()"
                  (change)="outcome.set(choice)"
                />
                <span>{{ t('complaint.conduct.' + choice) }}</span></label
              >
            }
          </fieldset>
          <pandu-day-field
            [label]="t('complaint.conduct.decidedOn')"
            [day]="decidedOn()"
            (typing)="decidedOn.set($event)"
          />
          <label class="field"
            ><span>{{ t('complaint.conduct.letterNumber') }}</span>
            <input class="input" autocomplete="off" [value]="letter()" (input)="letter.set(text($event))" />
          </label>
          <pandu-day-field
            [label]="t('complaint.conduct.letterOn')"
            [day]="letterOn()"
            (typing)="letterOn.set($event)"
          />
          <label class="field"
            ><span>{{ t('complaint.conduct.note') }}</span>
            <textarea class="input" rows="3" [value]="note()" (input)="note.set(text($event))"></textarea>
          </label>
        </pandu-form-dialog>
      }
    }
  `,
  styles: `
    .words {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    .done:empty {
      display: none;
    }
    fieldset {
      border: 0;
      padding: 0;
      min-width: 0;
    }
    legend {
      padding: 0;
      font: var(--table);
      font-weight: 600;
    }
    .choice {
      display: flex;
      gap: 10px;
      align-items: center;
      min-height: var(--row);
    }
    .choice input {
      flex: none;
      width: 18px;
      height: 18px;
      accent-color: var(--primary);
    }
  `,
})
export class ComplaintConduct {
  /** The complaint. */
  readonly id = input.required<string>();
  readonly number = input.required<string>();

  private readonly http = inject(HttpClient);
  private readonly formats = inject(Formats);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly work = task();
  protected readonly live = liveResource(
    () => ({ path: '/conduct-findings', query: { complaint: this.id() } }),
    listConductFindings.answer,
  );
  protected readonly outcomes = ['upheld', 'notUpheld'] as const;
  protected readonly asking = signal(false);
  protected readonly said = signal('');
  protected readonly staff = signal('');
  protected readonly outcome = signal<'upheld' | 'notUpheld' | null>(null);
  protected readonly decidedOn = signal('');
  protected readonly letter = signal('');
  protected readonly letterOn = signal('');
  protected readonly note = signal('');
  /** Key of what is missing; null when the answer is whole. */
  private readonly missing = computed(() => {
    if (this.staff() === '') return 'staffMissing';
    if (this.outcome() === null) return 'outcomeMissing';
    if (!isIsoDate(this.decidedOn().trim()) || !isIsoDate(this.letterOn().trim())) return 'dayMissing';
    return this.letter().trim().length < SHORTEST ? 'letterMissing' : null;
  });

  protected letterOf(finding: { letter: { number: string; on: string }; decidedOn: string }): string {
    return this.t('complaint.conduct.letter', {
      number: finding.letter.number,
      on: this.formats.now.date(finding.letter.on),
      decided: this.formats.now.date(finding.decidedOn),
    });
  }

  protected ask(): void {
    for (const field of [this.staff, this.decidedOn, this.letter, this.letterOn, this.note]) field.set('');
    this.outcome.set(null);
    this.said.set('');
    this.work.clear();
    this.asking.set(true);
  }

  protected async submit(): Promise<void> {
    const missing = this.missing();
    if (missing !== null) return this.work.refuse(this.t(`complaint.conduct.${missing}`));
    const note = this.note().trim();
    const body = {
      complaint: this.id(),
      staff: this.staff(),
      upheld: this.outcome() === 'upheld',
      decidedOn: this.decidedOn().trim(),
      letterNumber: this.letter().trim(),
      letterOn: this.letterOn().trim(),
      note: note === '' ? null : note,
    };
    const sent = await this.work.run(() => firstValueFrom(this.http.put(`${API}/conduct-findings`, body)));
    if (sent === undefined) return;
    this.asking.set(false);
    this.said.set(this.t('complaint.conduct.done'));
    this.live.reload();
  }
}
