import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { Selection } from '../../../core/selection.ts';
import { Session } from '../../../core/session.ts';
import { Breadcrumb } from '../../../ui/breadcrumb.ts';
import { DispositionLine } from '../../../ui/disposition/disposition-line.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { awaitingQuery } from '../../../ui/record-link.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { liveAttention } from '../attention-api.ts';
import { AttentionList } from '../attention-list.ts';
import { AttentionMargin } from '../attention-margin.ts';
import { attentionHeadline } from '../attention-message.ts';
import { UnitMatrix } from '../unit-matrix.ts';
import { liveReceived, liveToday } from './today-api.ts';
import { TodayLines } from './today-lines.ts';
import { todayHeadline } from './today-words.ts';

/** Hari ini: what a camat or head of office looks at before *apel pagi*, then what stands out in the own unit. */
@Component({
  selector: 'pandu-today-page',
  imports: [
    AttentionList,
    AttentionMargin,
    Breadcrumb,
    DispositionLine,
    ProblemNote,
    RouterLink,
    Skeleton,
    TodayLines,
    UnitMatrix,
  ],
  templateUrl: './today-page.html',
  styleUrl: './today-page.css',
})
export class TodayPage {
  protected readonly t = inject(Language).t;
  protected readonly formats = inject(Formats);
  protected readonly selection = inject(Selection);
  protected readonly session = inject(Session);

  protected readonly today = liveToday();
  protected readonly attention = liveAttention();
  protected readonly received = liveReceived();

  protected readonly headline = computed(() => {
    const answer = this.today.value();
    return answer === undefined ? '' : todayHeadline(answer, this.formats.now, this.t);
  });
  protected readonly attentionTitle = computed(() => {
    const answer = this.attention.value();
    return answer === undefined ? '' : attentionHeadline(answer, this.t);
  });
  /** What is not closed yet. */
  protected readonly waiting = computed(() =>
    (this.received.value()?.items ?? []).filter(({ state }) => state !== 'closed'),
  );
  protected readonly awaiting = computed(() => {
    const answer = this.today.value();
    return answer === undefined ? null : awaitingQuery(answer, this.session.timeZone());
  });
  protected readonly overdueNote = computed(() => {
    const oldest = this.today.value()?.overdue.oldestWorkingDays ?? null;
    // 0: since the last working day, which their dates say already.
    return oldest === null || oldest === 0
      ? ''
      : this.t('today.oldest', { days: this.formats.now.number(oldest) });
  });

  protected changed(): void {
    this.received.reload();
    this.attention.reload();
  }
}
