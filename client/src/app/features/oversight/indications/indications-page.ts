import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { INDICATION_RULES, type Indication } from '#contract/oversight/indications';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { Selection } from '../../../core/selection.ts';
import { FilterSentence } from '../../../ui/filter-sentence/filter-sentence.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { liveIndications } from '../oversight-api.ts';
import { OversightNav } from '../oversight-nav.ts';
import { IndicationRecords } from './indication-records.ts';

/** What is worth an examination, by rule; what may explain it without any fault stands beside each. */
@Component({
  selector: 'pandu-indications-page',
  imports: [FilterSentence, IndicationRecords, OversightNav, ProblemNote, RouterLink, Skeleton],
  templateUrl: './indications-page.html',
  styleUrl: '../oversight.css',
  styles: `
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
  protected readonly chosen = computed(() => INDICATION_RULES.find((known) => known === this.rule()) ?? null);
  protected readonly indications = liveIndications(() => {
    const unit = this.selection.unit();
    // Without days in the address the server looks over the window that its rules need.
    const { from, to } = this.selection.carried();
    return {
      ...(unit === null ? {} : { unit }),
      ...(typeof from === 'string' && typeof to === 'string' ? this.selection.period() : {}),
    };
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

  protected period({ from, to }: Indication): string {
    return this.formats.now.days({ from, to });
  }
}
