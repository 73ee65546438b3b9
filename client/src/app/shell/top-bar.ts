import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Language } from '../core/language.ts';
import { Selection } from '../core/selection.ts';
import { Session } from '../core/session.ts';
import { Choice } from '../ui/filter-sentence/choice.ts';
import { Account } from './account.ts';
import { NoticesBell } from './notices-bell.ts';
import { ScreenLinks } from './screen-links.ts';

/** The mark, the screens, and who is signed in. */
@Component({
  selector: 'pandu-top-bar',
  imports: [Account, Choice, NoticesBell, RouterLink, ScreenLinks],
  template: `
    <header>
      <a class="mark" routerLink="/" [queryParams]="selection.carried()"
        ><b aria-hidden="true"></b>{{ t('product') }}</a
      >
      <pandu-screen-links class="wide" />
      <pandu-notices-bell class="bell" />
      <pandu-choice
        #account
        class="who quiet"
        [label]="t('account.title')"
        [text]="session.user()?.name ?? ''"
        [arrow]="true"
      >
        <ng-template>
          @defer (on immediate) {
            <pandu-account (done)="account.close()" />
          }
        </ng-template>
      </pandu-choice>
    </header>
  `,
  styles: `
    header {
      display: flex;
      align-items: baseline;
      gap: 24px;
      border-bottom: 1px solid var(--ink);
    }
    .mark {
      font-weight: 700;
      letter-spacing: 0.14em;
      font-size: 13px;
      text-decoration: none;
      padding: 16px 0;
      flex: none;
      white-space: nowrap;
    }
    .mark b {
      display: inline-block;
      width: 9px;
      height: 9px;
      border: 2px solid var(--primary);
      transform: rotate(45deg);
      margin: 0 11px 0 2px;
    }
    .bell {
      align-self: center;
      flex: none;
      margin-left: auto;
    }
    .who {
      min-width: 0;
      margin-left: -6px;
      font: var(--table);
      text-align: right;
    }
    @media (max-width: 760px) {
      header {
        align-items: center;
        gap: 16px;
      }
      .wide {
        display: none;
      }
    }
  `,
})
export class TopBar {
  protected readonly selection = inject(Selection);
  protected readonly session = inject(Session);
  protected readonly t = inject(Language).t;
}
