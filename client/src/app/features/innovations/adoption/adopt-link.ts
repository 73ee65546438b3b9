import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Language } from '../../../core/language.ts';
import type { Entry } from '../catalogue/catalogue-api.ts';

/** The way to take an entry home, where one may: how many steps would be copied, and that nothing is sent to anybody. */
@Component({
  selector: 'pandu-adopt-link',
  imports: [RouterLink],
  template: `
    @let it = entry();
    @if (it.actions.includes('adopt')) {
      <p>
        <a class="primary-button" [routerLink]="['/inovasi', it.slug, 'adopsi']">{{ t('adoption.adopt') }}</a>
      </p>
      <p class="note">
        {{
          t(it.content.steps?.length ? 'adoption.adoptAbout' : 'adoption.plan.nothingSent', {
            count: it.content.steps?.length ?? 0,
          })
        }}
        <a class="action quiet" routerLink="/inovasi/adopsi">{{ t('adoption.toPlans') }}</a>
      </p>
    }
  `,
  styles: `
    :host {
      display: block;
      margin: 14px 0;
    }
    .primary-button {
      display: inline-block;
      text-decoration: none;
    }
    .note {
      margin-top: 8px;
    }
  `,
})
export class AdoptLink {
  readonly entry = input.required<Entry>();

  protected readonly t = inject(Language).t;
}
