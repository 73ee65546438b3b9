import { Component, computed, inject } from '@angular/core';
import { complaintClassKey, complaintStatusKey } from '../../core/complaint-words.ts';
import { Formats } from '../../core/formats.ts';
import { Language } from '../../core/language.ts';
import { todayIn } from '../../core/period.ts';
import { Selection } from '../../core/selection.ts';
import { Session } from '../../core/session.ts';
import { DataTable } from '../../ui/data-table.ts';
import { MoreButton } from '../../ui/more-button.ts';
import { ProblemNote } from '../../ui/problem-note.ts';
import { Skeleton } from '../../ui/skeleton.ts';
import type { Column } from '../../ui/table-column.ts';
import { type ComplaintLine, liveRegister } from './complaints-api.ts';
import { openTime } from './open-time.ts';

/** The register: the single complaints of the selection, without who reported them. A line opens its complaint. */
@Component({
  selector: 'pandu-complaint-register',
  imports: [DataTable, MoreButton, ProblemNote, Skeleton],
  template: `
    <h2>{{ t('register.title', { period: period() }) }}</h2>
    @if (register.first.problem(); as trouble) {
      <pandu-problem [problem]="trouble" (retry)="register.first.reload()" />
    } @else if (register.items(); as items) {
      @if (items.length === 0) {
        <p class="muted">{{ t('register.none') }}</p>
      } @else {
        <pandu-data-table
          [columns]="columns()"
          [rows]="items"
          [caption]="t('register.caption')"
          [screen]="screen"
          [opens]="opens()"
        />
        <pandu-more-button
          [shown]="items.length"
          [total]="register.first.value()?.total ?? items.length"
          [hasMore]="register.hasMore()"
          [busy]="register.fetching()"
          [problem]="register.moreProblem()"
          (more)="register.more()"
        />
      }
    } @else {
      <pandu-skeleton [lines]="['40%', '100%', '100%', '100%', '100%']" [height]="28" />
    }
  `,
  styles: `
    :host {
      display: block;
      margin-top: 48px;
    }
    h2 {
      margin-bottom: 8px;
    }
  `,
})
export class ComplaintRegister {
  protected readonly t = inject(Language).t;
  private readonly selection = inject(Selection);
  private readonly session = inject(Session);
  private readonly formats = inject(Formats);
  protected readonly register = liveRegister();

  protected readonly period = computed(() =>
    this.formats.now.period(this.selection.period(), this.selection.today()),
  );
  protected readonly screen = (line: ComplaintLine): readonly string[] => ['/aduan', line.id];
  protected readonly opens = computed(() => {
    const carried = this.selection.carried();
    return () => carried;
  });
  protected readonly columns = computed<readonly Column<ComplaintLine>[]>(() => {
    const now = Date.now();
    const words = (
      id: string,
      header: string,
      text: (line: ComplaintLine) => string,
    ): Column<ComplaintLine> => ({ id, header, numeric: false, text, raw: text });
    const named = (key: string | null, id: string): string => (key === null ? id : this.t(key));
    return [
      words('number', this.t('register.number'), (line) => line.number),
      words('unit', this.t('table.unit'), (line) => line.unit.name),
      words('class', this.t('register.class'), (line) => named(complaintClassKey(line.class), line.class)),
      {
        id: 'receivedAt',
        header: this.t('register.received'),
        numeric: false,
        text: (line) => this.formats.now.date(todayIn(this.session.timeZone(), new Date(line.receivedAt))),
        raw: (line) => line.receivedAt,
      },
      words('status', this.t('register.status'), (line) =>
        named(complaintStatusKey(line.status), line.status),
      ),
      {
        id: 'days',
        header: this.t('register.openDays'),
        sub: this.t('register.openDaysSub'),
        numeric: true,
        text: (line) => this.daysText(line, now),
        raw: (line) => openTime(line, now).days,
      },
    ];
  });

  private daysText(line: ComplaintLine, now: number): string {
    const { days } = openTime(line, now);
    return days === null ? this.t('register.daysUnknown') : this.formats.now.number(days);
  }
}
