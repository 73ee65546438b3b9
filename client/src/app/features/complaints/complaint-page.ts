import { Component, computed, effect, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { complaintClassKey, complaintStatusKey } from '../../core/complaint-words.ts';
import { Directory } from '../../core/directory.ts';
import { Formats } from '../../core/formats.ts';
import { Language } from '../../core/language.ts';
import { todayIn } from '../../core/period.ts';
import { Selection } from '../../core/selection.ts';
import { Session } from '../../core/session.ts';
import { Mark } from '../../ui/mark.ts';
import { ProblemNote } from '../../ui/problem-note.ts';
import { Skeleton } from '../../ui/skeleton.ts';
import { ComplaintConduct } from './complaint-conduct.ts';
import { ComplaintReporter } from './complaint-reporter.ts';
import { complaintSteps } from './complaint-steps.ts';
import { type Complaint, liveComplaint } from './complaints-api.ts';
import { DeadlineDays } from './deadline-days.ts';

/** One complaint: what it says, its way so far with the deadline, and who reported it, masked. */
@Component({
  selector: 'pandu-complaint-page',
  imports: [ComplaintConduct, ComplaintReporter, DeadlineDays, Mark, ProblemNote, RouterLink, Skeleton],
  template: `
    <nav [attr.aria-label]="t('nav.path')">
      <a routerLink="/aduan" [queryParams]="selection.carried()">{{ t('title.complaints') }}</a><span
        aria-hidden="true"
      >
        ›
      </span>
      <span aria-current="page">{{ complaint()?.number ?? t('title.complaint') }}</span>
    </nav>
    @if (live.problem(); as trouble) {
      <h1>{{ t('title.complaint') }}</h1>
      <pandu-problem [problem]="trouble" (retry)="live.reload()" />
    } @else if (complaint(); as it) {
      <div class="columns">
        <article>
          <h1>{{ heading() }}</h1>
          <p class="muted">{{ place() }}</p>
          <p class="text">{{ text() }}</p>
          <p class="note">{{ t('complaint.textMasked') }}</p>
          <h2>{{ t('complaint.way') }}</h2>
          <ol>
            @for (step of steps(); track step.key) {
              <li [class]="step.state">
                <time class="note" [attr.datetime]="step.at">{{ instant(step.at) }}</time>
                @if (step.state === 'missed') {
                  <pandu-mark kind="worse" [size]="11" [label]="t('complaint.missed')" />
                } @else if (step.state === 'risen') {
                  <pandu-mark kind="worse" [size]="11" />
                } @else {
                  <i aria-hidden="true"></i>
                }
                <span>{{ t(step.key) }}</span>
              </li>
            }
          </ol>
        </article>
        <aside class="margin">
          <h2>{{ t('title.complaint') }}</h2>
          <dl class="pairs">
            @for (pair of facts(); track pair.label) {
              <div>
                <dt>{{ pair.label }}</dt>
                <dd>{{ pair.text }}</dd>
              </div>
            }
          </dl>
          @if (it.deadline.source !== 'none') {
            <pandu-deadline-days
              [deadline]="it.deadline"
              [day]="dueDay()"
              [className]="className()"
              [dueOn]="dueOn()"
              [today]="selection.today()"
              [missed]="it.verdict === 'missed'"
            />
          }
          <pandu-complaint-reporter [complaint]="it" (opened)="open($event)" (runOut)="mask()" />
          @if (session.can('conduct:decide')) {
            <pandu-complaint-conduct [id]="it.id" [number]="it.number" />
          }
        </aside>
      </div>
    } @else {
      <pandu-skeleton [lines]="['50%', '30%', '100%', '100%', '100%']" [height]="28" />
    }
  `,
  styleUrl: './complaint-page.css',
})
export class ComplaintPage {
  /** From the address. */
  readonly id = input.required<string>();

  private readonly formats = inject(Formats);
  protected readonly session = inject(Session);
  private readonly directory = inject(Directory);
  protected readonly selection = inject(Selection);
  protected readonly t = inject(Language).t;
  protected readonly live = liveComplaint(() => this.id());
  /** The answer to a reveal, until its time is over or another complaint is opened. */
  protected readonly revealed = linkedSignal<string, Complaint | null>({
    source: this.id,
    computation: () => null,
  });
  /** True once the time of a reveal has run out on this screen. */
  private readonly ranOut = linkedSignal<string, boolean>({ source: this.id, computation: () => false });
  /** The text tells whole what a reveal opened; it goes with it, also before the masked one has arrived. */
  protected readonly text = computed(() => {
    const it = this.complaint();
    if (this.ranOut() && it?.reporter?.revealed === true) return this.t('complaint.maskedAgain');
    return it?.text ?? this.t('complaint.noText');
  });
  protected readonly complaint = computed(() => this.revealed() ?? this.live.value());
  protected readonly heading = computed(() => {
    const it = this.complaint();
    if (it === undefined) return '';
    if (it.workingDays === null) return this.t('complaint.headingEnded', { number: it.number });
    const resolved = it.resolvedAt !== null && it.status !== 'dibuka-kembali';
    const spent = it.workingDays === 0 ? 'New' : 'Days';
    return this.t(`complaint.heading${resolved ? 'Done' : 'Open'}${spent}`, {
      number: it.number,
      days: this.formats.now.number(it.workingDays),
    });
  });
  protected readonly place = computed(() => {
    const it = this.complaint();
    return it === undefined
      ? ''
      : [it.unit.name, ...(it.area === null ? [] : [this.t('complaint.area', { area: it.area })])].join(
          ' · ',
        );
  });
  protected readonly facts = computed(() => {
    const it = this.complaint();
    if (it === undefined) return [];
    const named = (key: string | null, id: string): string => (key === null ? id : this.t(key));
    return [
      { label: this.t('register.status'), text: named(complaintStatusKey(it.status), it.status) },
      { label: this.t('register.rung'), text: this.t(`complaintRung.${it.rung}`) },
      { label: this.t('register.class'), text: named(complaintClassKey(it.class), it.class) },
      ...(it.category === null ? [] : [{ label: this.t('complaint.category'), text: it.category }]),
      { label: this.t('breakdown.head.service'), text: this.directory.serviceName(it.service) },
      { label: this.t('breakdown.head.channel'), text: this.directory.channelName(it.channel) },
      ...this.time('complaint.responseTime', it.responseWorkingMinutes),
      ...this.time('complaint.resolutionTime', it.resolutionWorkingMinutes),
    ];
  });
  protected readonly steps = computed(() => {
    const it = this.complaint();
    return it === undefined ? [] : complaintSteps(it);
  });

  protected readonly dueOn = computed(() => {
    const at = this.complaint()?.dueAt ?? null;
    return at === null ? null : todayIn(this.session.timeZone(), new Date(at));
  });
  /** The day of the deadline, as it stands in the question about it. */
  protected readonly dueDay = computed(() => {
    const day = this.dueOn();
    return day === null ? '' : this.formats.now.date(day);
  });
  protected readonly className = computed(() => {
    const id = this.complaint()?.class ?? '';
    const key = complaintClassKey(id);
    const name = key === null ? id : this.t(key);
    return name.charAt(0).toLocaleLowerCase() + name.slice(1);
  });

  constructor() {
    effect(() => {
      this.directory.need('services');
      this.directory.need('channels');
    });
  }

  private time(key: string, minutes: number | null): { label: string; text: string }[] {
    return minutes === null ? [] : [{ label: this.t(key), text: this.formats.now.official(minutes) }];
  }

  protected instant(at: string): string {
    return this.formats.now.instant(at, this.session.timeZone());
  }

  protected open(complaint: Complaint): void {
    this.ranOut.set(false);
    this.revealed.set(complaint);
  }

  /** The time of a reveal is over: nothing of it stays on the screen. */
  protected mask(): void {
    this.ranOut.set(true);
    this.revealed.set(null);
    this.live.reload();
  }
}
