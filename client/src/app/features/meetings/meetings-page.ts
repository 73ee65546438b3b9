import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type Meeting, type MeetingLine, listMeetings } from '#contract/reports/meetings';
import { Formats } from '../../core/formats.ts';
import { Language } from '../../core/language.ts';
import { pagedList } from '../../core/paged-list.ts';
import { Selection } from '../../core/selection.ts';
import { Session } from '../../core/session.ts';
import { task } from '../../core/task.ts';
import { FormDialog } from '../../ui/form-dialog.ts';
import { MeetingTabs } from '../../ui/meeting-tabs.ts';
import { MoreButton } from '../../ui/more-button.ts';
import { ProblemNote } from '../../ui/problem-note.ts';
import { Skeleton } from '../../ui/skeleton.ts';
import { MeetingsApi } from './meetings-api.ts';
import { StartForm } from './start-form.ts';

/** Meetings about the figures: what runs, what is planned, and what became of the decisions of those that were held. */
@Component({
  selector: 'pandu-meeting-list-page',
  imports: [FormDialog, MeetingTabs, MoreButton, ProblemNote, RouterLink, Skeleton, StartForm],
  templateUrl: './meetings-page.html',
  styleUrl: './meetings-page.css',
})
export class MeetingListPage {
  private readonly api = inject(MeetingsApi);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly selection = inject(Selection);
  protected readonly formats = inject(Formats);
  protected readonly t = inject(Language).t;

  protected readonly asked = signal<'start' | 'plan' | null>(null);
  /** The planned meeting that is about to be called off. */
  protected readonly leaving = signal<MeetingLine | null>(null);
  protected readonly starting = task();
  protected readonly cancelling = task();
  protected readonly mayRun = computed(() => this.session.can('meetings:run'));
  protected readonly list = pagedList<MeetingLine, ReturnType<typeof listMeetings.answer.parse>>(
    () => ({ path: '/meetings', query: { limit: '20' } }),
    listMeetings.answer,
  );
  protected readonly running = computed(() =>
    (this.list.first.value()?.current ?? []).filter(({ state }) => state === 'running'),
  );
  protected readonly planned = computed(() =>
    (this.list.first.value()?.current ?? []).filter(({ state }) => state === 'planned'),
  );
  /** True while a meeting of the own unit runs: a second one cannot begin. */
  protected readonly ownRuns = computed(() => this.running().some(({ mayRun }) => mayRun));

  /** "3 komitmen lewat waktu menunggu rapat berikutnya", or what there is to say instead. */
  protected readonly headline = computed(() => {
    const promises = this.list.first.value()?.promises;
    if (promises === undefined) return this.t('nav.meetings');
    const { late, reported, open } = promises;
    const count = (value: number): string => this.formats.now.number(value);
    if (late > 0) return this.t('meetings.headline.late', { count: count(late) });
    if (reported > 0) return this.t('meetings.headline.reported', { count: count(reported) });
    if (open > 0) return this.t('meetings.headline.open', { count: count(open) });
    return this.t(this.mayRun() ? 'meetings.headline.none' : 'nav.meetings');
  });

  protected isToday({ heldOn }: MeetingLine): boolean {
    return heldOn <= this.selection.today();
  }

  /** "7 keputusan: 5 selesai, 2 lewat waktu" */
  protected became({ decisions, done, late }: MeetingLine): string {
    if (decisions === 0) return this.t('meetings.became.none');
    const values = {
      count: this.formats.now.number(decisions),
      done: this.formats.now.number(done),
      late: this.formats.now.number(late),
    };
    if (late > 0) return this.t('meetings.became.late', values);
    return this.t(done > 0 ? 'meetings.became.done' : 'meetings.became.open', values);
  }

  protected async start(meeting: MeetingLine): Promise<void> {
    const begun = await this.starting.run(() => this.api.start(meeting.id));
    if (begun !== undefined) await this.router.navigate(['/rapat', meeting.id]);
  }

  protected leave(meeting: MeetingLine | null): void {
    this.cancelling.clear();
    this.leaving.set(meeting);
  }

  protected async cancel(meeting: MeetingLine): Promise<void> {
    if ((await this.cancelling.run(() => this.api.cancel(meeting.id))) === undefined) return;
    this.leave(null);
    this.list.first.reload();
  }

  protected async made(meeting: Meeting): Promise<void> {
    this.asked.set(null);
    if (meeting.state === 'running') await this.router.navigate(['/rapat', meeting.id]);
    else this.list.first.reload();
  }
}
