import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { Session } from '../../../core/session.ts';
import { type Choice, ChoiceLinks } from '../../../ui/choice-links.ts';
import { MoreButton } from '../../../ui/more-button.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import {
  FLAG_KINDS,
  type FlagBox,
  type FlagKind,
  type StaffFlagLine,
  listedFlags,
  liveFlagCounts,
} from '../staff-flags-api.ts';
import { BalanceMeter } from './balance-meter.ts';

const BOXES: readonly FlagBox[] = ['waiting', 'mine', 'all'];

/**
 * Proposals to praise and to ask for clarification, as far as they are for the person to see: what waits for them, what
 * is about them, and all others. Which is in the address. Whoever may know counts alone sees the balance beside it.
 */
@Component({
  selector: 'pandu-flag-list-page',
  imports: [BalanceMeter, ChoiceLinks, MoreButton, ProblemNote, RouterLink, Skeleton],
  template: `
    <h1>{{ t('staffFlags.title') }}</h1>
    <p class="lead muted">{{ t('staffFlags.lead') }}</p>
    @if (trialUntil(); as until) {
      <p class="notice">{{ t('staffFlags.trial', { until: formats.now.date(until) }) }}</p>
    }
    <div class="columns">
      <section>
        <pandu-choice-links [label]="t('staffFlags.kinds')" [choices]="kindChoices()" />
        <pandu-choice-links [label]="t('staffFlags.boxes')" [choices]="boxChoices()" [ruled]="true" />
        @if (list.first.problem(); as trouble) {
          <pandu-problem [problem]="trouble" (retry)="list.first.reload()" />
        } @else if (lines(); as items) {
          <ul>
            @for (flag of items; track flag.id) {
              <li>
                <h2>
                  <a [routerLink]="['/pegawai', flag.id]">{{ flag.rule.name }}</a>
                </h2>
                <p>{{ flag.sentence }}</p>
                <p class="note">{{ about(flag) }}</p>
                <p class="turn">
                  <b>{{ t('staffFlags.kind.' + flag.kind) }}</b>
                  · {{ t('staffFlags.state.' + flag.state) }}{{ turn(flag) }}
                </p>
              </li>
            } @empty {
              <li class="note">{{ t('staffFlags.empty.' + box()) }}</li>
            }
          </ul>
          @if (items.length > 0) {
            <pandu-more-button [list]="list" />
          }
        } @else {
          <pandu-skeleton [lines]="['60%', '90%', '40%', '60%', '90%']" [height]="24" />
        }
      </section>
      <aside class="margin">
        @if (counts.problem(); as trouble) {
          <pandu-problem [problem]="trouble" (retry)="counts.reload()" />
        } @else if (counts.value(); as found) {
          <pandu-balance-meter [counts]="found" />
        }
        <h2>{{ t('staffFlags.whoTitle') }}</h2>
        <p>{{ t('staffFlags.who') }}</p>
        <p>
          <a class="action" routerLink="/pegawai/aturan">{{ t('staffFlags.toRules') }}</a>
        </p>
      </aside>
    </div>
  `,
  styleUrl: '../staff-flags.css',
})
export class FlagListPage {
  /** From the address. */
  readonly jenis = input<string>();
  readonly kotak = input<string>();

  private readonly session = inject(Session);
  protected readonly formats = inject(Formats);
  protected readonly t = inject(Language).t;
  protected readonly kind = computed<FlagKind | null>(
    () => FLAG_KINDS.find((kind) => kind === this.jenis()) ?? null,
  );
  protected readonly box = computed<FlagBox>(() => BOXES.find((box) => box === this.kotak()) ?? 'all');
  protected readonly kindChoices = computed<readonly Choice[]>(() =>
    [null, ...FLAG_KINDS].map((kind) => ({
      label: this.t(kind === null ? 'staffFlags.bothKinds' : `staffFlags.kind.${kind}`),
      change: { jenis: kind },
      on: kind === this.kind(),
    })),
  );
  protected readonly boxChoices = computed<readonly Choice[]>(() =>
    BOXES.map((box) => ({
      label: this.t(`staffFlags.box.${box}`),
      change: { kotak: box },
      on: box === this.box(),
    })),
  );
  protected readonly list = listedFlags(() => ({ kind: this.kind(), box: this.box() }));
  protected readonly counts = liveFlagCounts(() => this.session.can('staff-flags:count'));
  /** What waits for the person first, then what is about them, then all others, the newest first. */
  protected readonly lines = computed(() =>
    this.list.items()?.toSorted((a, b) => importance(b) - importance(a)),
  );
  protected readonly trialUntil = computed(
    () => this.list.first.value()?.trialUntil ?? this.counts.value()?.trialUntil ?? null,
  );

  /** Whom it is about; to the person themselves just that. */
  protected about(flag: StaffFlagLine): string {
    const period = this.formats.now.days(flag.period);
    if (flag.own) return this.t('staffFlags.aboutYou', { period });
    return [flag.staff.name, flag.unit.name, period].join(' · ');
  }

  protected turn(flag: StaffFlagLine): string {
    const until = this.formats.now.date(flag.explainUntil);
    if (flag.actions.includes('explain')) return `, ${this.t('staffFlags.turn.explain', { until })}`;
    if (flag.actions.length > 0) return `, ${this.t('staffFlags.turn.yours')}`;
    return flag.waitsFor === null ? '' : `, ${this.t('staffFlags.turn.other', { who: flag.waitsFor })}`;
  }
}

function importance({ actions, own }: StaffFlagLine): number {
  return (actions.length > 0 ? 2 : 0) + (own ? 1 : 0);
}
