import {
  Component,
  type ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Meeting } from '#contract/reports/meetings';
import { lacks } from '#domain/meetings/agenda-order';
import { DispositionsApi } from '../../../core/dispositions-api.ts';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { MomentWords } from '../../../core/moment-words.ts';
import { addDays, todayIn } from '../../../core/period.ts';
import { Selection } from '../../../core/selection.ts';
import { Session } from '../../../core/session.ts';
import { task } from '../../../core/task.ts';
import { MeetingsApi, type DecisionOwner } from '../meetings-api.ts';
import { AgendaItem } from './agenda-item.ts';
import { type AgendaEntry, agendaView, matterOf, unready } from './agenda-view.ts';
import { MEETING_KEYS, type MeetingDeed, deedOf, hasButton } from './meeting-keys.ts';
import { MeetingEnd } from './meeting-end.ts';
import { MeetingKeeper } from './meeting-keeper.ts';
import type { PartOf } from './written-parts.ts';

/** Days that a decision is given when nobody says otherwise: working days of the unit. */
const USUAL_DAYS = 7;
/** The page after the last item, in the address. */
const END = 'penutup';

/** A running meeting: one matter at a time in large letters, led through by keys, written down as it is said. */
@Component({
  selector: 'pandu-meeting-room',
  imports: [AgendaItem, MeetingEnd, RouterLink],
  providers: [MeetingKeeper],
  templateUrl: './meeting-room.html',
  styleUrl: './meeting-room.css',
  host: { '(document:keydown)': 'press($event)', '(document:fullscreenchange)': 'widened()' },
})
export class MeetingRoom {
  readonly meeting = input.required<Meeting>();
  readonly at = input<string>();
  /** Something beside the words was changed: the meeting is to be read anew. */
  readonly changed = output();

  private readonly api = inject(MeetingsApi);
  private readonly calendar = inject(DispositionsApi);
  private readonly router = inject(Router);
  private readonly moments = inject(MomentWords);
  private readonly selection = inject(Selection);
  protected readonly session = inject(Session);
  /** True while it fills the whole screen: then it must say itself whether the data are an example. */
  protected readonly wide = signal(false);
  private readonly injector = inject(Injector);
  protected readonly keeper = inject(MeetingKeeper);
  protected readonly formats = inject(Formats);
  protected readonly t = inject(Language).t;
  private readonly stage = viewChild.required<ElementRef<HTMLElement>>('stage');

  protected readonly keys = MEETING_KEYS;
  protected readonly hasButton = hasButton;
  protected readonly matterOf = matterOf;
  protected readonly mayRun = computed(() => this.meeting().mayRun);
  protected readonly entries = computed(() => agendaView(this.meeting(), this.keeper.parts()));
  /** From 0; as many as there are items stands for the page that ends the meeting. */
  protected readonly index = computed(() => {
    const last = this.entries().length;
    if (this.at() === END) return last;
    const asked = Number(this.at() ?? '1');
    return Number.isInteger(asked) ? Math.max(Math.min(asked, last), 1) - 1 : 0;
  });
  protected readonly current = computed<AgendaEntry | undefined>(() => this.entries()[this.index()]);
  protected readonly decisions = computed(() =>
    this.entries().reduce((sum, { decisions }) => sum + decisions.filter(isWritten).length, 0),
  );
  protected readonly undecided = computed(
    () => this.entries().filter(({ fate }) => fate === 'undecided').length,
  );
  protected readonly unspoken = computed(
    () => this.entries().filter(({ fate }) => fate === 'not-discussed').length,
  );
  protected readonly unready = computed(() =>
    unready(this.entries(), ({ values }) => {
      const decision = { what: values.what, toPost: values.to?.post ?? null, dueOn: values.dueOn || null };
      return lacks(decision, this.selection.today()).length > 0;
    }),
  );
  /** The day that a decision is given at first; empty until the calendar was read. */
  private readonly usualDay = signal('');
  private readonly ownersOf = signal<ReadonlyMap<string, readonly DecisionOwner[]>>(new Map());
  protected readonly owners = computed(() => this.ownersOf().get(this.current()?.item.unit.code ?? '') ?? []);
  protected readonly acting = task();
  protected readonly ending = task();

  /** How what was written stands, in words. */
  protected readonly kept = computed(() => {
    const state = this.keeper.state();
    const at = this.keeper.savedAt();
    if (this.keeper.conflicts().length > 0) return this.t('meetings.room.kept.torn');
    if (state === 'saved' && at !== null)
      return this.t('meetings.room.kept.savedAt', { at: this.moments.time(at.toISOString()) });
    return this.t(`meetings.room.kept.${state}`);
  });

  constructor() {
    effect(() => {
      const meeting = this.meeting();
      untracked(() => {
        this.keeper.open(meeting);
        if (meeting.mayRun && this.usualDay() === '') void this.readUsualDay();
      });
    });
    effect(() => {
      const unit = this.current()?.item.unit.code;
      if (unit !== undefined && this.mayRun()) untracked(() => void this.readOwners(unit));
    });
  }

  protected press(event: KeyboardEvent): void {
    const { target } = event;
    // Whoever wrote goes back to the keys without a mouse.
    if (
      event.key === 'Escape' &&
      target instanceof HTMLElement &&
      target.matches('input, textarea, select')
    ) {
      target.blur();
      this.stage().nativeElement.focus();
      return;
    }
    const deed = deedOf(event);
    if (deed === null) return;
    event.preventDefault();
    this.act(deed);
  }

  protected act(deed: MeetingDeed): void {
    switch (deed) {
      case 'next':
        return this.goTo(this.index() + 1);
      case 'previous':
        return this.goTo(this.index() - 1);
      case 'end':
        return this.goTo(this.entries().length);
      case 'figures': {
        const link = this.current()?.item.link ?? this.current()?.item.promise?.about.link;
        // Only a path of the product is followed.
        if (link !== undefined && link !== null && /^\/(?!\/)/.test(link))
          void this.router.navigateByUrl(link);
        return;
      }
      case 'wide':
        return this.widen();
      default:
        if (this.mayRun()) this.write(deed);
    }
  }

  protected goTo(index: number): void {
    const last = this.entries().length;
    const to = Math.min(Math.max(index, 0), last);
    void this.router.navigate([], { queryParams: { butir: to === last ? END : to + 1 } });
    this.stage().nativeElement.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }

  protected decide(): void {
    const entry = this.current();
    if (entry === undefined) return;
    const open = entry.decisions.find((part) => !isWritten(part));
    const owner = this.owners().find(({ responsible }) => responsible) ?? this.owners()[0];
    const id =
      open?.id ??
      this.keeper.add({
        kind: 'decision',
        values: {
          item: entry.item.id,
          what: '',
          to: owner === undefined ? null : { post: owner.post, title: owner.title },
          dueOn: this.usualDay(),
        },
      });
    this.focus(`#keputusan-${id}`);
  }

  protected async remove(part: PartOf<'item'> | PartOf<'decision'>): Promise<void> {
    const done = await this.acting.run(() => this.keeper.remove(part));
    if (done !== undefined) this.changed.emit();
  }

  protected async close(nextOn: string): Promise<void> {
    const closed = await this.ending.run(async () => {
      await this.keeper.flush();
      if (this.keeper.hasUnsaved()) throw new Error(this.t('meetings.end.unsaved'));
      return this.api.close(this.meeting().id, nextOn === '' ? null : nextOn);
    });
    if (closed === undefined) {
      if (this.keeper.hasUnsaved()) this.ending.refuse(this.t('meetings.end.unsaved'));
      return;
    }
    await this.router.navigate([], { queryParams: {} });
    this.changed.emit();
  }

  protected async cancel(): Promise<void> {
    const done = await this.ending.run(() => this.api.cancel(this.meeting().id));
    if (done !== undefined) await this.router.navigate(['/rapat']);
  }

  private write(deed: MeetingDeed): void {
    const entry = this.current();
    if (deed === 'point') {
      const values = { title: '', note: '', outcome: null };
      const id = this.keeper.add({ kind: 'item', values });
      this.goTo(this.entries().findIndex(({ item }) => item.id === id));
      this.focus(`#butir-${id}`);
      return;
    }
    if (entry === undefined) return;
    if (deed === 'decide') return this.decide();
    if (deed === 'note') return this.focus(`#catatan-${entry.item.id}`);
    if (deed === 'undecided') {
      const outcome = entry.written.values.outcome === 'undecided' ? null : 'undecided';
      this.keeper.writeItem(entry.item.id, { outcome });
    }
  }

  /** At once where it stands already: what is typed next belongs into it. */
  private focus(selector: string): void {
    const field = (): HTMLElement | null => this.stage().nativeElement.querySelector(selector);
    const there = field();
    if (there !== null) there.focus();
    else afterNextRender(() => field()?.focus(), { injector: this.injector });
  }

  private widen(): void {
    const stage = this.stage().nativeElement;
    if (document.fullscreenElement !== null) void document.exitFullscreen();
    else if (document.fullscreenEnabled) void stage.requestFullscreen().catch(() => undefined);
  }

  protected widened(): void {
    this.wide.set(document.fullscreenElement !== null);
  }

  private async readOwners(unit: string): Promise<void> {
    if (this.ownersOf().has(unit)) return;
    try {
      const owners = await this.api.owners(this.meeting().id, unit);
      this.ownersOf.update((known) => new Map(known).set(unit, owners));
    } catch {
      // Without them a decision can be written and is given its owner once they are there.
    }
  }

  private async readUsualDay(): Promise<void> {
    const tomorrow = addDays(todayIn(this.session.timeZone(), new Date()), 1);
    try {
      const days = await this.calendar.workingDays(this.meeting().unit.code, {
        from: tomorrow,
        to: addDays(tomorrow, 30),
      });
      this.usualDay.set(days[USUAL_DAYS - 1] ?? '');
    } catch {
      // Without a calendar the day is typed.
    }
  }
}

function isWritten({ values }: PartOf<'decision'>): boolean {
  return values.what.trim() !== '';
}
