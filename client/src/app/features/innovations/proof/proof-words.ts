import { Injectable, inject } from '@angular/core';
import type { EntryFigure } from '#contract/innovations/catalogue';
import { FEWEST_MONTHS_AFTER, FEWEST_PROVING_RECORDS } from '#domain/innovations/proof-verdict';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { FigureWords } from '../catalogue/figure-words.ts';
import type { EntryProof } from './proof-api.ts';

/** What is counted behind a measure, where it is no application. */
const COUNTED: Readonly<Record<string, 'ikm' | 'complaints'>> = { ikm: 'ikm', complaints: 'complaints' };

/** Proofs in sentences. */
@Injectable({ providedIn: 'root' })
export class ProofWords {
  private readonly formats = inject(Formats);
  private readonly values = inject(FigureWords);
  private readonly t = inject(Language).t;

  /** How a proof stands. */
  state({ state, figure, measure }: EntryProof): string {
    return this.t(`innovationProof.state.${state}`, {
      months: this.formats.now.number(FEWEST_MONTHS_AFTER),
      n: this.formats.now.number(FEWEST_PROVING_RECORDS),
      before: this.formats.now.number(figure?.before.n ?? 0),
      after: this.formats.now.number(figure?.after.n ?? 0),
      what: this.t(`innovationProof.counted.${COUNTED[measure] ?? 'other'}`),
    });
  }

  /** What was locked, when and by whom. */
  lock({ lockedOn, lockedBy, startedOn, before, comparedUnits, service }: EntryProof): string {
    return [
      this.t('innovationProof.locked', {
        day: this.formats.now.date(lockedOn),
        by: lockedBy,
        start: this.formats.now.date(startedOn),
        before: this.formats.now.period(before, before.to),
      }),
      service === null ? '' : this.t('innovationProof.service', { service: service.name }),
      comparedUnits === 0
        ? ''
        : this.t('innovationProof.besides', { units: this.formats.now.number(comparedUnits) }),
    ]
      .filter((part) => part !== '')
      .join(' ');
  }

  /** When the comparisons were written down, one sentence for figures compared alike; and how others did meanwhile. */
  figures(figures: readonly EntryFigure[]): readonly string[] {
    const locked = figures.flatMap((figure) =>
      figure.lockedOn === undefined ? [] : [{ figure, on: figure.lockedOn }],
    );
    const alike = Map.groupBy(locked, ({ figure: { before, after } }) =>
      [before.from, before.to, after.from, after.to].join(),
    );
    return [...alike.values()].flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const { before, after } = first.figure;
      const days = group.map(({ on }) => on).toSorted();
      const told = this.t('innovationProof.figureLocked', {
        days: this.formats.now.days({ from: days[0] ?? first.on, to: days.at(-1) ?? first.on }),
        before: this.formats.now.period(before, before.to),
        after: this.formats.now.period(after, after.to),
      });
      const others = this.others(group.map(({ figure }) => figure));
      return others === null ? [told] : [told, others];
    });
  }

  private others(figures: readonly EntryFigure[]): string | null {
    const lines = figures.flatMap((figure) => {
      const { others, label } = figure;
      if (!others || others.before === null || others.after === null) return [];
      return [
        this.t('innovationProof.othersFigure', {
          what: label,
          before: this.values.value(figure, others.before),
          after: this.values.value(figure, others.after),
        }),
      ];
    });
    const units = figures.find(({ others }) => others)?.others?.units ?? 0;
    if (lines.length === 0) return null;
    return this.t('innovationProof.othersMeanwhile', {
      units: this.formats.now.number(units),
      figures: lines.join('; '),
    });
  }
}
