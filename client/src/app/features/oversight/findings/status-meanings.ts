import { Component, inject } from '@angular/core';
import { RECOMMENDATION_STATUSES } from '#contract/oversight/findings';
import { Language } from '../../../core/language.ts';

/** What the four statuses of a recommendation mean, for the margin. */
@Component({
  selector: 'pandu-status-meanings',
  template: `
    <h2>{{ t('oversight.finding.statuses') }}</h2>
    <dl class="explained">
      @for (status of statuses; track status) {
        <dt>{{ t('oversight.status.' + status) }}</dt>
        <dd>{{ t('oversight.statusMeans.' + status) }}</dd>
      }
    </dl>
  `,
})
export class StatusMeanings {
  protected readonly t = inject(Language).t;
  protected readonly statuses = RECOMMENDATION_STATUSES;
}
