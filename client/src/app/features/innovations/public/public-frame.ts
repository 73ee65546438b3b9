import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { API } from '../../../core/api.ts';
import { Language } from '../../../core/language.ts';
import { Session } from '../../../core/session.ts';

/** What surrounds the public catalogue: no account, no figures, the way in for those who have one. */
@Component({
  selector: 'pandu-public-frame',
  imports: [RouterLink],
  template: `
    <a class="skip" href="#isi" (click)="skip($event, content)">{{ t('nav.skip') }}</a>
    <div class="page">
      <header>
        <a class="mark" routerLink="/publik/inovasi"><b aria-hidden="true"></b>{{ t('product') }}</a>
        <span class="what">{{ t('innovationCatalogue.public.title') }}</span>
        <button type="button" class="action quiet" [attr.lang]="other()" (click)="language.use(other())">
          {{ t('language.' + other()) }}
        </button>
        @if (signedIn()) {
          <a class="action" routerLink="/inovasi">{{ t('innovationCatalogue.public.back') }}</a>
        } @else {
          <a class="action" routerLink="/masuk" [queryParams]="{ tujuan: '/inovasi' }">{{
            t('title.signIn')
          }}</a>
        }
      </header>
      <main #content id="isi" tabindex="-1"><ng-content /></main>
      <footer class="note">
        <p>{{ t('innovationCatalogue.public.about') }}</p>
        <p>
          <a [href]="feed">{{ t('innovationCatalogue.public.feed') }}</a>
        </p>
      </footer>
    </div>
  `,
  styles: `
    .skip {
      position: absolute;
      left: 16px;
      top: -48px;
      padding: 8px 16px;
      background: var(--paper);
      border: 1px solid var(--control);
      z-index: 10;
    }
    .skip:focus {
      top: 8px;
    }
    header {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 20px;
      padding: 14px 0 12px;
      border-bottom: 1px solid var(--ink);
    }
    .mark {
      flex: none;
      font-size: 13px;
      font-weight: 700;
      letter-spacing: 0.14em;
      text-decoration: none;
    }
    .mark b {
      display: inline-block;
      width: 9px;
      height: 9px;
      margin: 0 11px 0 2px;
      border: 2px solid var(--primary);
      transform: rotate(45deg);
    }
    .what {
      margin-right: auto;
      font: var(--table);
      color: var(--muted);
    }
    main {
      outline: none;
    }
    footer {
      max-width: 68ch;
      margin-top: 48px;
      padding-top: 12px;
      border-top: 1px solid var(--hair);
    }
    footer p + p {
      margin-top: 6px;
    }
    @media print {
      header .action,
      footer {
        display: none;
      }
    }
  `,
})
export class PublicFrame {
  private readonly session = inject(Session);
  protected readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly feed = `${API}/public/innovations.atom`;
  protected readonly signedIn = computed(() => this.session.can('innovations:read'));
  protected readonly other = computed(() => (this.language.active() === 'id' ? 'en' : 'id'));

  protected skip(event: Event, content: HTMLElement): void {
    event.preventDefault();
    content.focus();
  }
}
