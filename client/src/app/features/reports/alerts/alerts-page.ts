import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EventStream } from '../../../core/event-stream.ts';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { Selection } from '../../../core/selection.ts';
import { Mark, type MarkKind } from '../../../ui/mark.ts';
import { MatterEntry } from '../../../ui/matters/matter-entry.ts';
import { UnitMatters } from '../../../ui/matters/unit-matters.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { ReportsNav } from '../reports-nav.ts';
import { AlertSettingsForm } from './alert-settings-form.ts';
import { type AlertEpisode, liveAlerts } from './alerts-api.ts';
import { DigestPart } from './digest-part.ts';

/** The open alerts of one unit. */
interface AlertedUnit {
  readonly unit: AlertEpisode['unit'];
  readonly owner: string | null;
  readonly episodes: readonly AlertEpisode[];
}

/** Alerts: which figures of which units are not well, since when, what was last said of them, and how the others ended. */
@Component({
  selector: 'pandu-alerts-page',
  imports: [
    AlertSettingsForm,
    DigestPart,
    Mark,
    MatterEntry,
    ProblemNote,
    ReportsNav,
    RouterLink,
    Skeleton,
    UnitMatters,
  ],
  templateUrl: './alerts-page.html',
  styleUrl: './alerts-page.css',
})
export class AlertsPage {
  /** `week`: the digest of a week; else of a day. */
  readonly rangkuman = input<string>();

  private readonly formats = inject(Formats);
  private readonly events = inject(EventStream);
  protected readonly t = inject(Language).t;
  protected readonly selection = inject(Selection);
  protected readonly live = liveAlerts(() => this.selection.unit());
  /** One block a unit, in the order of the answer: the most pressing first. */
  protected readonly units = computed((): readonly AlertedUnit[] =>
    [...Map.groupBy(this.live.value()?.open ?? [], ({ unit }) => unit.code).values()].flatMap((episodes) => {
      const [first] = episodes;
      return first === undefined ? [] : [{ unit: first.unit, owner: first.owner?.post ?? null, episodes }];
    }),
  );
  protected readonly heading = computed(() => {
    const answer = this.live.value();
    if (answer === undefined) return this.t('alerts.title');
    const units = this.units();
    const [only] = units;
    if (only === undefined) return this.t('alerts.heading.none');
    const count = this.formats.now.number(answer.open.length);
    return units.length === 1
      ? this.t(`alerts.heading.${answer.open.length === 1 ? 'one' : 'unit'}`, { count, unit: only.unit.name })
      : this.t('alerts.heading.many', { count, units: this.formats.now.number(units.length) });
  });
  protected readonly looked = computed(() => {
    const looked = this.live.value()?.looked;
    if (looked === undefined) return '';
    const units = this.formats.now.number(looked.units);
    return looked.until === null
      ? this.t('alerts.looked.empty', { units })
      : this.t('alerts.looked.until', { units, day: this.formats.now.date(looked.until) });
  });

  /** What the first look found had begun before: said once, as long as it is most of what is open. */
  protected readonly opening = computed(() => {
    const answer = this.live.value();
    const day = answer?.firstOn ?? null;
    if (answer === undefined || day === null) return null;
    const first = answer.open.filter(({ openedOn }) => openedOn === day).length;
    if (first < 2 || first * 2 < answer.open.length) return null;
    const count = this.formats.now.number(first);
    return { day, text: this.t('alerts.opening', { day: this.formats.now.date(day), count }) };
  });

  constructor() {
    let seen = untracked(this.events.noticesChanged);
    effect(() => {
      const changed = this.events.noticesChanged();
      if (changed === seen) return;
      seen = changed;
      untracked(() => this.live.reload());
    });
  }

  /** One that has turned waits for its second good period. */
  protected mark({ reasons }: AlertEpisode): MarkKind {
    if (reasons.every(({ holds }) => !holds)) return 'neutral';
    return reasons.some(({ rule }) => rule === 'not-reporting') ? 'no-data' : 'worse';
  }

  /** "dibuka 20 Nov 2026 · terakhir diingatkan 4 Des 2026 (pengingat ke-2)" */
  protected course({ openedOn, remindedOn, reminders }: AlertEpisode): string {
    const date = (day: string) => this.formats.now.date(day);
    return [
      ...(openedOn === this.opening()?.day ? [] : [this.t('alerts.opened', { day: date(openedOn) })]),
      ...(remindedOn === null
        ? []
        : [this.t('alerts.reminded', { day: date(remindedOn), count: this.formats.now.number(reminders) })]),
    ].join(' · ');
  }

  /** "20 Sep – 4 Des 2026" */
  protected stay({ openedOn, ended }: AlertEpisode): string {
    return this.formats.now.days({ from: openedOn, to: ended?.on ?? openedOn });
  }
}
