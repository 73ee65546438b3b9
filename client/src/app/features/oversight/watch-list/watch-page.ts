import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { WatchEntry } from '#contract/oversight/watch-list';
import { holdsMeetings } from '#domain/attention/disposition-life';
import { capitalised } from '#domain/language';
import { addDays } from '#domain/period/civil-date';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { Selection } from '../../../core/selection.ts';
import { Session } from '../../../core/session.ts';
import { Mark, type MarkKind } from '../../../ui/mark.ts';
import { MatterEntry } from '../../../ui/matters/matter-entry.ts';
import { UnitMatters } from '../../../ui/matters/unit-matters.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { CommitmentForm } from '../meetings/commitment-form.ts';
import { liveWatchList } from '../oversight-api.ts';
import { OversightNav } from '../oversight-nav.ts';
import { MonthStrip } from './month-strip.ts';

/** What is under watch of one unit. */
interface WatchedUnit {
  readonly unit: WatchEntry['unit'];
  readonly owner: string | null;
  readonly openFindings: number;
  readonly entries: readonly WatchEntry[];
}

/** Units under watch: why now, since when, what takes them off the list again, and what a meeting decides about it. */
@Component({
  selector: 'pandu-watch-page',
  imports: [
    CommitmentForm,
    Mark,
    MatterEntry,
    MonthStrip,
    OversightNav,
    ProblemNote,
    RouterLink,
    Skeleton,
    UnitMatters,
  ],
  templateUrl: './watch-page.html',
  styleUrl: '../oversight.css',
  styles: `
    .unit {
      margin-top: 12px;
    }
    .shapes pandu-mark {
      margin-right: 6px;
    }
  `,
})
export class WatchPage {
  protected readonly t = inject(Language).t;
  protected readonly formats = inject(Formats);
  protected readonly selection = inject(Selection);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  protected readonly list = liveWatchList(() => this.selection.unit());
  /** What a decision is asked for about. */
  protected readonly asked = signal<WatchedUnit | null>(null);
  protected readonly mayDecide = computed(() => {
    const role = this.session.user()?.role;
    return role !== undefined && holdsMeetings(role) && this.session.can('dispositions:give');
  });
  /** One block a unit, the longest on the list first. */
  protected readonly units = computed((): readonly WatchedUnit[] =>
    [...Map.groupBy(this.list.value()?.items ?? [], ({ unit }) => unit.code).values()].flatMap((entries) => {
      const [first] = entries;
      if (first === undefined) return [];
      const { unit, owner, openFindings } = first;
      return [{ unit, owner: owner?.post ?? null, openFindings, entries }];
    }),
  );
  /** "3 unit sedang dipantau untuk 5 hal." */
  protected readonly heading = computed(() => {
    const count = this.list.value()?.items.length;
    if (count === undefined) return this.t('oversight.page.watch');
    const units = this.units();
    const name = units[0]?.unit.name;
    if (name === undefined)
      return this.t(this.session.user()?.unit ? 'oversight.watch.notYou' : 'oversight.watch.none');
    const key = `${units.length === 1 ? 'one' : 'many'}${count === units.length ? '' : 'For'}`;
    const { now } = this.formats;
    return this.t(`oversight.watch.heading.${key}`, {
      name,
      units: now.number(units.length),
      count: now.number(count),
    });
  });

  protected mark({ rule }: WatchEntry): MarkKind {
    return rule === 'no-data' || rule === 'small-sample' ? rule : 'worse';
  }

  /** "sejak 1 Jun 2026 · 174 hari dalam daftar · n = 137" */
  protected facts(entry: WatchEntry): string {
    return [
      this.t('oversight.watch.since', {
        day: this.formats.now.date(entry.since),
        days: this.formats.now.number(entry.days),
      }),
      ...entry.facts,
    ].join(' · ');
  }

  /** "dalam daftar 1–31 Agu 2026"; `to` is the first day no longer on it. */
  protected stay({ from, to }: { readonly from: string; readonly to: string }): string {
    return this.t('oversight.watch.stay', { days: this.formats.now.days({ from, to: addDays(to, -1) }) });
  }

  /** "Muara Kaman: tepat waktu memburuk … " */
  protected spokenOf({ unit, entries }: WatchedUnit): string {
    const sentences = entries.map(({ sentence }, index) => (index === 0 ? sentence : capitalised(sentence)));
    return `${unit.name}: ${sentences.join(' ')}`;
  }

  /** It was written down: there it is followed. */
  protected async decided(): Promise<void> {
    this.asked.set(null);
    await this.router.navigate(['/rapat/komitmen']);
  }
}
