import {
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { REVEAL_MINUTES, readsConfidentialReporters } from '#domain/complaints/visibility';
import { Language } from '../../core/language.ts';
import { Session } from '../../core/session.ts';
import { task } from '../../core/task.ts';
import { fieldText } from '../../ui/field-text.ts';
import { FormDialog } from '../../ui/form-dialog.ts';
import { type Complaint, ComplaintsApi } from './complaints-api.ts';
import { minutesLeft } from './minutes-left.ts';

/** Shortest reason, in characters, as the API asks for it. */
const REASON_LENGTH = 10;
/** No reveal is shown longer than this, whatever the clock of this device says. */
const LONGEST_MS = REVEAL_MINUTES * 60_000;
const TICK_MS = 1000;

/**
 * Who reported: masked, until somebody with the right opens it with a reason, which is recorded. It masks itself again
 * when the time is over.
 */
@Component({
  selector: 'pandu-complaint-reporter',
  imports: [FormDialog],
  template: `
    <h2>{{ t('complaint.reporter') }}</h2>
    @if (over()) {
      <p class="muted" role="status">{{ t('complaint.maskedAgain') }}</p>
    } @else if (withheld()) {
      <p>{{ t('complaint.confidential') }}</p>
      <p class="muted">{{ t('complaint.confidentialTo') }}</p>
    } @else if (reporter(); as who) {
      <dl class="pairs">
        <div>
          <dt>{{ t('complaint.reporterName') }}</dt>
          <dd>{{ who.name ?? t('complaint.notRecorded') }}</dd>
        </div>
        <div>
          <dt>{{ t('complaint.contact') }}</dt>
          <dd>{{ who.contact ?? t('complaint.notRecorded') }}</dd>
        </div>
        <div>
          <dt>{{ t('complaint.nik') }}</dt>
          <dd>{{ who.nik ?? t('complaint.notRecorded') }}</dd>
        </div>
      </dl>
      @if (who.confidential) {
        <p>{{ t('complaint.confidential') }}</p>
      }
      @if (who.revealed) {
        <p role="status">{{ t('complaint.minutesLeft', { minutes: left() }) }}</p>
        <p class="muted">{{ t('complaint.recorded') }}</p>
      } @else {
        <p class="muted">{{ t('complaint.masked') }}</p>
      }
    } @else {
      <p class="muted">{{ t('complaint.anonymous') }}</p>
    }
    @if (mayOpen()) {
      <button type="button" class="action" (click)="ask()">{{ t('complaint.reveal') }}</button>
    }
    @if (asking()) {
      <pandu-form-dialog
        [heading]="t('complaint.revealOf', { number: complaint().number })"
        [verb]="t('complaint.reveal')"
        [busy]="opening.busy()"
        [trouble]="opening.trouble()"
        (confirmed)="open()"
        (closed)="asking.set(false)"
      >
        <p>{{ t('complaint.revealConsequence', { minutes }) }}</p>
        <label class="field"
          ><span>{{ t('complaint.reason') }}</span>
          <textarea class="input" rows="3" [value]="reason()" (input)="reason.set(text($event))"></textarea>
          <small class="muted">{{ t('complaint.reasonHint', { length: shortest }) }}</small>
        </label>
      </pandu-form-dialog>
    }
  `,
  styles: `
    :host {
      display: block;
      margin-top: 22px;
    }
    dd {
      overflow-wrap: anywhere;
    }
    .pairs {
      margin-bottom: 8px;
    }
  `,
})
export class ComplaintReporter {
  readonly complaint = input.required<Complaint>();
  /** The time of a reveal is over: the complaint is to be read anew. */
  readonly runOut = output();
  readonly opened = output<Complaint>();

  private readonly api = inject(ComplaintsApi);
  private readonly session = inject(Session);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly shortest = REASON_LENGTH;
  protected readonly minutes = REVEAL_MINUTES;
  protected readonly opening = task();
  protected readonly asking = signal(false);
  protected readonly reason = signal('');
  private readonly now = signal(Date.now());

  protected readonly reporter = computed(() => this.complaint().reporter);
  /** When the reveal ends on this screen, in epoch milliseconds; null while nothing is revealed. */
  private readonly until = computed(() => {
    const reporter = this.reporter();
    if (reporter === null || !reporter.revealed) return null;
    const longest = untracked(() => Date.now()) + LONGEST_MS;
    return reporter.revealedUntil === null ? longest : Math.min(Date.parse(reporter.revealedUntil), longest);
  });
  protected readonly left = computed(() => {
    const until = this.until();
    return until === null ? 0 : minutesLeft(until, this.now());
  });
  protected readonly over = computed(() => this.until() !== null && this.left() === 0);
  /** The reporter asked not to be known to the unit concerned: those within it are not even offered to ask. */
  protected readonly withheld = computed(() => {
    const role = this.session.user()?.role;
    return this.reporter()?.confidential === true && role !== undefined && !readsConfidentialReporters(role);
  });
  protected readonly mayOpen = computed(() => {
    const reporter = this.reporter();
    return (
      reporter !== null && !reporter.revealed && !this.withheld() && this.session.can('complaints:reveal')
    );
  });

  constructor() {
    const clock = setInterval(() => this.now.set(Date.now()), TICK_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(clock));
    effect(() => {
      if (this.over()) untracked(() => this.runOut.emit());
    });
  }

  protected ask(): void {
    this.reason.set('');
    this.opening.clear();
    this.asking.set(true);
  }

  protected async open(): Promise<void> {
    const reason = this.reason().trim();
    if (reason.length < REASON_LENGTH)
      return this.opening.refuse(this.t('complaint.reasonHint', { length: REASON_LENGTH }));
    const opened = await this.opening.run(() => this.api.reveal(this.complaint().id, reason));
    if (opened === undefined) return;
    this.asking.set(false);
    this.now.set(Date.now());
    this.opened.emit(opened.result);
  }
}
