import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Formats } from '../../core/formats.ts';
import { Language } from '../../core/language.ts';
import type { ProofLine } from '../../core/proof-text.ts';
import { Selection } from '../../core/selection.ts';
import { Session } from '../../core/session.ts';
import { BigNumber } from '../../ui/big-number.ts';
import { CopyProof } from '../../ui/copy-proof.ts';
import { ProblemNote } from '../../ui/problem-note.ts';
import { Skeleton } from '../../ui/skeleton.ts';
import { CaseChanges } from './case-changes.ts';
import { caseStanding } from './case-heading.ts';
import { CaseTimeline } from './case-timeline.ts';
import { DeadlineCalendar } from '../../ui/deadline/deadline-calendar.ts';
import type { PathStep } from '../../ui/page-path.ts';
import { MomentWords } from '../../core/moment-words.ts';
import { RecordPath } from './record-path.ts';
import { caseCountOf, liveCase, liveCases } from './records-api.ts';

const MINUTE_MS = 60_000;
/** A working day of the default calendar, as `Formats.official` tells official time in words. */
const MINUTES_PER_WORKING_DAY = 480;

/** One case: how it stands as a sentence, its way, both clocks, and why its deadline is that day. */
@Component({
  selector: 'pandu-case-page',
  imports: [
    BigNumber,
    CaseChanges,
    CaseTimeline,
    CopyProof,
    DeadlineCalendar,
    ProblemNote,
    RecordPath,
    Skeleton,
  ],
  templateUrl: './case-page.html',
  styleUrl: './case-page.css',
})
export class CasePage {
  /** From the address: which case, and the list it was opened from. */
  readonly id = input.required<string>();
  readonly count = input<string>();
  readonly self = input<string>();
  readonly search = input<string>();
  readonly sort = input<string>();

  private readonly formats = inject(Formats);
  private readonly moments = inject(MomentWords);
  private readonly session = inject(Session);
  protected readonly selection = inject(Selection);
  protected readonly t = inject(Language).t;
  protected readonly live = liveCase(() => this.id());
  /** The moment the screen was opened; the running clocks were counted by the server at about the same time. */
  protected readonly now = signal(new Date().toISOString());

  private readonly kind = computed(() => caseCountOf(this.count()) ?? 'volume.received');
  /** Opened from no list, the case stands among those of its unit. */
  protected readonly unit = computed(() =>
    this.selection.unit() === null && this.count() === undefined
      ? (this.live.value()?.unit.code ?? null)
      : this.selection.unit(),
  );
  private readonly ofUnit = computed(() => {
    const unit = this.unit();
    return unit === null ? {} : { unit };
  });
  /** The length of the list one came from, for its name in the path. */
  private readonly list = liveCases(() => ({
    selection: { ...this.selection.query(), ...this.ofUnit() },
    count: caseCountOf(this.count()),
    self: this.self() === 'true',
    search: this.search() ?? '',
    sort: 'newest',
  }));
  protected readonly path = computed<readonly PathStep[]>(() => {
    const total = this.list.first.value()?.total;
    const label = this.t(`records.count.${this.kind().replace('.', '-')}`);
    const listed: Record<string, string | undefined> = {
      count: this.count(),
      self: this.self(),
      search: this.search(),
      sort: this.sort(),
    };
    const kept = Object.fromEntries(Object.entries(listed).filter(([, value]) => value !== undefined));
    return [
      {
        label: total === undefined ? label : `${label} (${this.formats.now.number(total)})`,
        link: {
          path: '/permohonan',
          query: { ...this.selection.carried(), ...this.ofUnit(), ...kept },
        },
      },
      { label: this.live.value()?.number ?? this.t('records.one'), link: null },
    ];
  });

  /** "lewat 2 hari kerja" */
  private readonly standingWords = computed(() => {
    const it = this.live.value();
    if (it === undefined) return '';
    const { key, days, minutes } = caseStanding(it);
    return this.t(key, {
      ...(days === undefined ? {} : { days: this.formats.now.number(days) }),
      ...(minutes === undefined ? {} : { time: this.formats.now.official(minutes) }),
    });
  });
  protected readonly heading = computed(() => {
    const it = this.live.value();
    if (it === undefined) return '';
    return this.t('records.caseHeading', {
      service: it.service.name,
      number: it.number,
      standing: this.standingWords(),
    });
  });
  protected readonly facts = computed(() => {
    const it = this.live.value();
    if (it === undefined) return '';
    return [
      it.unit.name,
      it.servicePoint ?? it.channel.name,
      ...(it.visits === null
        ? []
        : [this.t('records.visits', { count: this.formats.now.number(it.visits) })]),
      ...(it.staff === null ? [] : [this.t('records.staff', { staff: it.staff })]),
      ...(it.fee === null ? [] : [this.fee(it.fee)]),
    ].join(' · ');
  });
  /** Both clocks; a case that was cancelled nobody knows when has none to tell. */
  protected readonly clocks = computed(() => {
    const it = this.live.value();
    if (it === undefined || it.status === 'dibatalkan') return null;
    const { citizenSeconds, officialSeconds, pausedSeconds } = it.clocks;
    return {
      citizen: this.formats.now.elapsed(citizenSeconds / 60),
      official: officialSeconds === null ? null : this.official(officialSeconds / 60),
      paused: pausedSeconds > 0 ? this.formats.now.official(pausedSeconds / 60) : null,
    };
  });
  protected readonly dueOn = computed(() => {
    const due = this.live.value()?.dueAt ?? null;
    return due === null ? null : this.moments.dayOf(due);
  });
  protected readonly why = computed(() => {
    const due = this.dueOn();
    return due === null
      ? this.t('records.noDeadline')
      : this.t('records.why', { day: this.moments.dayAndMonth(due, this.selection.today()) });
  });
  /** What the deadline rests on, one sentence each. */
  protected readonly grounds = computed<readonly string[]>(() => {
    const it = this.live.value();
    if (it === undefined) return [];
    const { source, promise, standardFrom, legalBasis, calendar, reproduced } = it.deadline;
    const said = source === 'standard' ? [] : [this.t(`records.source.${source}`)];
    if (promise !== null && standardFrom !== null)
      said.push(
        this.t(legalBasis === null ? 'records.standard' : 'records.standardBy', {
          amount: this.t(`records.promise.${promise.unit}`, {
            amount: this.formats.now.number(promise.amount),
          }),
          since: this.formats.now.date(standardFrom),
          basis: legalBasis ?? '',
        }),
      );
    if (calendar !== null)
      said.push(this.t('records.calendar', { name: calendar.name, version: calendar.version }));
    if (it.sessions.length > 0) said.push(this.t('records.sessions'));
    if (!reproduced) said.push(this.t('records.notReproduced'));
    return said;
  });
  protected readonly proof = computed<readonly ProofLine[]>(() => {
    const it = this.live.value();
    if (it === undefined) return [];
    const at = (instant: string | null): string =>
      instant === null ? '' : this.formats.now.instant(instant, this.session.timeZone());
    const clocks = this.clocks();
    return [
      { label: this.t('records.one'), text: this.heading() },
      { label: this.t('records.head.unit'), text: it.unit.name },
      { label: this.t('records.head.received'), text: at(it.receivedAt) },
      { label: this.t('records.event.completed').replace('.', ''), text: at(it.completedAt) },
      { label: this.t('records.head.due'), text: at(it.dueAt) },
      { label: this.t('records.head.citizen'), text: clocks?.citizen ?? '' },
      { label: this.t('records.head.official'), text: clocks?.official ?? '' },
      { label: this.t('records.paused'), text: clocks?.paused ?? '' },
      { label: this.why(), text: this.grounds().join(' ') },
      {
        label: this.t('records.days'),
        text: it.deadline.steps.map(({ day, label }) => `${this.formats.now.date(day)} ${label}`).join('; '),
      },
      { label: this.t('records.readAt'), text: at(this.now()) },
    ];
  });

  private fee(amount: number): string {
    return amount === 0
      ? this.t('records.free')
      : this.t('records.fee', { amount: this.formats.now.number(amount) });
  }

  /** Working days are called days: beside the number stands that days off are left out. */
  private official(minutes: number): string {
    if (minutes < MINUTES_PER_WORKING_DAY) return this.formats.now.official(minutes);
    const days = Math.round((minutes / MINUTES_PER_WORKING_DAY) * 10) / 10;
    const decimals = days >= 10 || Number.isInteger(days) ? 0 : 1;
    return this.t('duration.days', { amount: this.formats.now.number(days, decimals) });
  }

  constructor() {
    // What is shown as now follows every new answer.
    effect(() => {
      if (this.live.value() !== undefined) this.now.set(new Date(minuteOf(Date.now())).toISOString());
    });
  }
}

function minuteOf(time: number): number {
  return Math.floor(time / MINUTE_MS) * MINUTE_MS;
}
