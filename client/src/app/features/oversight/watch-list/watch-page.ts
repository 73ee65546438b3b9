import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { WatchEntry } from '#contract/oversight/watch-list';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { Selection } from '../../../core/selection.ts';
import { Session } from '../../../core/session.ts';
import { Mark } from '../../../ui/mark.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { liveWatchList } from '../oversight-api.ts';
import { OversightNav } from '../oversight-nav.ts';
import { MonthStrip } from './month-strip.ts';

/** Units under watch: why now, since when, and what takes them off the list again. */
@Component({
  selector: 'pandu-watch-page',
  imports: [Mark, MonthStrip, OversightNav, ProblemNote, RouterLink, Skeleton],
  templateUrl: './watch-page.html',
  styleUrl: '../oversight.css',
})
export class WatchPage {
  protected readonly t = inject(Language).t;
  protected readonly formats = inject(Formats);
  protected readonly selection = inject(Selection);
  protected readonly session = inject(Session);
  protected readonly list = liveWatchList(() => this.selection.unit());
  protected readonly heading = computed(() => {
    const count = this.list.value()?.items.length;
    if (count === undefined) return this.t('oversight.page.watch');
    const key = count === 0 ? 'none' : count === 1 ? 'headingOne' : 'heading';
    return this.t(`oversight.watch.${key}`, { count: this.formats.now.number(count) });
  });

  /** "sejak 1 Jun 2026 · 174 hari · Camat Muara Kaman · …" */
  protected facts(entry: WatchEntry): string {
    return [
      this.t('oversight.watch.since', {
        day: this.formats.now.date(entry.since),
        days: this.formats.now.number(entry.days),
      }),
      ...(entry.owner === null ? [] : [entry.owner.post]),
      ...entry.facts,
    ].join(' · ');
  }

  /** Where the records are; the screen of a unit has the unit in its path. */
  protected path({ proof: { screen, query } }: WatchEntry): readonly string[] {
    const unit = query['unit'];
    return screen === '/unit' && unit !== undefined ? [screen, unit] : [screen];
  }

  protected ruleName(id: string): string {
    return this.list.value()?.rules.find((rule) => rule.id === id)?.name ?? id;
  }

  protected period(from: string, to: string): string {
    return this.formats.now.days({ from, to });
  }
}
