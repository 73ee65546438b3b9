import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { IGA_2026 } from '#domain/innovations/awards/iga-2026';
import { innovationIndex } from '#domain/innovations/awards/iid';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { copyText } from '../../../core/proof-text.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { ScrollHint } from '../../../ui/scroll-hint.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { InnovationPath } from '../innovation-path.ts';
import { type Indicator, liveAwardDrafts } from './award-drafts-api.ts';
import { igaText, kippText } from './draft-text.ts';

const AWARDS = ['iga', 'kipp'] as const;
type Award = (typeof AWARDS)[number];

/** Drafts for IGA and KIPP from one entry: what is ready, what is missing, and what the records fill. */
@Component({
  selector: 'pandu-award-drafts-page',
  imports: [InnovationPath, ProblemNote, RouterLink, ScrollHint, Skeleton],
  templateUrl: './award-drafts-page.html',
  styleUrl: './award-drafts-page.css',
})
export class AwardDraftsPage {
  readonly key = input.required<string>();
  /** Which award is shown. */
  readonly untuk = input<string>();

  private readonly formats = inject(Formats);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly awards = AWARDS;
  protected readonly award = computed<Award>(() => AWARDS.find((known) => known === this.untuk()) ?? 'iga');
  protected readonly drafts = liveAwardDrafts(() => this.key());
  protected readonly copied = signal<Award | 'refused' | null>(null);
  protected readonly spd = signal('');
  protected readonly mean = signal('');
  protected readonly count = signal('');
  protected readonly affairs = signal(String(IGA_2026.count.affairsNeeded));

  protected readonly tally = computed(() => {
    const sid = this.drafts.value()?.iga.sid ?? [];
    const having = (wanted: (row: Indicator) => boolean) =>
      this.formats.now.number(sid.filter(wanted).length);
    return {
      ready: having(({ state }) => state === 'computed' || state === 'told'),
      document: having(({ state }) => state === 'document'),
      missing: having(({ state }) => state === 'missing'),
    };
  });
  /** The index by the numbers typed in; null while they are not all there. */
  protected readonly index = computed(() => {
    const [spd, mean, count, affairs] = [
      typedNumber(this.spd()),
      typedNumber(this.mean()),
      typedNumber(this.count()),
      typedNumber(this.affairs()),
    ];
    if (spd === null || mean === null || count === null || affairs === null) return null;
    if (!Number.isInteger(count) || count > 2_000) return null;
    const outcome = innovationIndex(IGA_2026, {
      spd,
      sid: Array.from({ length: count }, () => mean),
      affairs,
    });
    return this.t('awards.index.is', {
      index: this.formats.now.number(outcome.index, 2),
      predicate: outcome.predicate,
      points: this.formats.now.number(outcome.total, 2),
    });
  });

  protected number(value: number, decimals = 0): string {
    return this.formats.now.number(value, decimals);
  }

  protected date(day: string | null): string {
    return day === null ? this.t('awards.noDate') : this.formats.now.date(day);
  }

  protected points({ weight, level }: Indicator): string {
    const most = this.weighed(weight * 3);
    return level === null ? `– / ${most}` : `${this.weighed(weight * level)} / ${most}`;
  }

  protected weighed(points: number): string {
    return this.formats.now.number(points, Number.isInteger(points) ? 0 : 2);
  }

  protected async copy(award: Award): Promise<void> {
    const drafts = this.drafts.value();
    if (drafts === undefined) return;
    const done = await copyText(award === 'iga' ? igaText(drafts) : kippText(drafts));
    this.copied.set(done ? award : 'refused');
  }
}

/** A number as it is typed, with a comma or a point; null for anything else. */
function typedNumber(typed: string): number | null {
  const plain = typed.trim().replace(',', '.');
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}
