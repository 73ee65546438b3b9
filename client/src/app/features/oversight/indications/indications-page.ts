import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { INDICATION_RULES, type Indication } from '#contract/oversight/indications';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import type { Period } from '../../../core/period.ts';
import { Selection } from '../../../core/selection.ts';
import { type Choice, ChoiceLinks } from '../../../ui/choice-links.ts';
import { FilterSentence } from '../../../ui/filter-sentence/filter-sentence.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { liveIndications } from '../oversight-api.ts';
import { OversightNav } from '../oversight-nav.ts';
import { IndicationRecords } from './indication-records.ts';

/** What is worth an examination, by rule; what may explain it without any fault stands beside each. */
@Component({
  selector: 'pandu-indications-page',
  imports: [ChoiceLinks, FilterSentence, IndicationRecords, OversightNav, ProblemNote, Skeleton],
  templateUrl: './indications-page.html',
  styleUrl: '../oversight.css',
  styles: `
    .rule {
      padding-top: 4px;
      border-bottom: 1px solid var(--hair);
    }
    .rule summary {
      margin: 32px 0 8px;
      color: var(--ink);
    }
    .rule .line:last-child {
      border-bottom: 0;
    }
    @media (max-width: 940px) {
      .rule summary {
        margin-top: 8px;
      }
      .margin {
        padding-bottom: 16px;
      }
    }
    .innocent {
      margin: 8px 0;
      padding-left: 12px;
      border-left: 1px solid var(--hair);
    }
  `,
})
export class IndicationsPage {
  readonly rule = input<string>();
  /** Key of the indication whose records are open. */
  readonly open = input<string>();

  protected readonly t = inject(Language).t;
  protected readonly formats = inject(Formats);
  private readonly selection = inject(Selection);
  private readonly router = inject(Router);
  /** The rule stands beside what it found; below it, on narrow screens, it waits to be opened. */
  protected readonly wide = matchMedia('(min-width: 941px)').matches;
  protected readonly chosen = computed(() => INDICATION_RULES.find((known) => known === this.rule()) ?? null);
  protected readonly indications = liveIndications(() => {
    const unit = this.selection.unit();
    // Without days in the address the server looks over the window that its rules need.
    return {
      ...(unit === null ? {} : { unit }),
      ...(this.selection.periodChosen() ? this.selection.period() : {}),
    };
  });
  /** The days that were looked over. */
  protected readonly window = computed<Period | null>(() => {
    const answer = this.indications.value();
    return answer === undefined ? null : { from: answer.from, to: answer.to };
  });
  protected readonly shown = computed(() => {
    const [all, chosen] = [this.indications.value()?.items ?? [], this.chosen()];
    return chosen === null ? all : all.filter(({ rule }) => rule === chosen);
  });
  protected readonly rules = computed(() => {
    const rules = this.indications.value()?.rules ?? [];
    const chosen = this.chosen();
    return chosen === null ? rules : rules.filter(({ id }) => id === chosen);
  });
  protected readonly choices = computed<readonly Choice[]>(() => [
    {
      label: this.t('oversight.indications.all'),
      change: { rule: null, open: null },
      on: this.chosen() === null,
    },
    ...(this.indications.value()?.rules ?? []).map(({ id, name, found }) => ({
      label: `${name} ${this.formats.now.number(found)}`,
      change: { rule: id, open: null },
      on: id === this.chosen(),
    })),
  ]);
  protected readonly heading = computed(() => {
    if (this.indications.value() === undefined) return this.t('oversight.page.indications');
    const count = this.shown().length;
    return this.t(count === 0 ? 'oversight.indications.none' : 'oversight.indications.heading', {
      count: this.formats.now.number(count),
    });
  });

  protected ofRule(id: string): readonly Indication[] {
    return this.shown().filter(({ rule }) => rule === id);
  }

  /** Opens the records of one indication, or closes them; the address keeps it. */
  protected async show(open: string | null): Promise<void> {
    await this.router.navigate([], { queryParams: { open }, queryParamsHandling: 'merge' });
  }

  /** The days it is about, where these are not all that were looked over, and what it is held against. */
  protected facts({ from, to, against }: Indication): string {
    const window = this.window();
    const whole = window !== null && window.from === from && window.to === to;
    return [
      ...(whole ? [] : [this.formats.now.days({ from, to })]),
      this.t('oversight.indications.against', { what: against }),
    ].join(' · ');
  }
}
