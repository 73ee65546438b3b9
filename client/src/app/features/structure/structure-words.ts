import { Injectable, inject } from '@angular/core';
import type { Standard } from '#contract/structure/services';
import type { StructureOutcome } from '#contract/structure/structure-change';
import { Formats } from '../../core/formats.ts';
import { Language } from '../../core/language.ts';

/** Sentences that several screens of the structure say. */
@Injectable({ providedIn: 'root' })
export class StructureWords {
  private readonly t = inject(Language).t;
  private readonly formats = inject(Formats);

  /** What would follow, or what has followed, one sentence each; empty when nothing else changes. */
  effects(outcome: StructureOutcome): readonly string[] {
    const tense = outcome.saved ? 'did' : 'will';
    const counted = (id: string, count: number | null): string[] => {
      if (count === 0) return [];
      const words = count === null ? this.t('structure.effect.few') : this.formats.now.number(count);
      return [this.t(`structure.effect.${id}.${tense}`, { count: words })];
    };
    return [
      ...counted('cases', outcome.movedCases),
      ...counted('complaints', outcome.movedComplaints),
      ...counted('outside', outcome.recordsOutside),
      ...counted('posts', outcome.posts),
    ];
  }

  /** "Tersimpan." with what followed. */
  saved(outcome: StructureOutcome): string {
    return [this.t('structure.saved'), ...this.effects(outcome)].join(' ');
  }

  promise({ unit, amount }: Standard['promise']): string {
    return this.t(`structure.promise.${unit}`, {
      amount: this.formats.now.number(amount, amount % 1 === 0 ? 0 : 1),
    });
  }

  /** "sejak 1 Jan 2026", "1 Jan 2026 – 31 Mar 2026", "sampai 31 Mar 2026", or "tanpa batas". */
  validity({ from, to }: { readonly from: string | null; readonly to: string | null }): string {
    if (from === null && to === null) return this.t('structure.always');
    if (to === null) return this.t('structure.since', { day: this.formats.now.date(from ?? '') });
    if (from === null) return this.t('structure.until', { day: this.formats.now.date(to) });
    return this.formats.now.days({ from, to });
  }
}
