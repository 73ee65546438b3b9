import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Formats } from '../../core/formats.ts';
import { Language } from '../../core/language.ts';
import { Selection } from '../../core/selection.ts';
import { Mark } from '../../ui/mark.ts';
import type { Attention, AttentionItem } from './attention-api.ts';
import { proofAddress } from '../../ui/matters/proof-address.ts';

/** Beside the exceptions: who deserves thanks, and what became of the instructions that were given. */
@Component({
  selector: 'pandu-attention-margin',
  imports: [Mark, RouterLink],
  template: `
    <h2>{{ t('praise.title') }}</h2>
    @for (item of attention().praise; track item.key) {
      <p>
        <pandu-mark kind="better" [size]="12" [label]="t('mark.better')" />
        <a [routerLink]="address(item).path" [queryParams]="address(item).query"
          ><b>{{ item.unit.name }}</b></a
        >: {{ item.sentence }}
      </p>
    } @empty {
      <p class="muted">{{ t('praise.none') }}</p>
    }
    @if (attention().meeting; as held) {
      <h2>{{ t('followUp.meeting', { day: formats.now.date(held.on) }) }}</h2>
      <p [class.overdue]="held.late > 0">
        <a routerLink="/rapat/komitmen" [queryParams]="{ meeting: held.on }">{{ kept(held) }}</a>
      </p>
      @if (held.earlier > 0) {
        <p>
          <a routerLink="/rapat/komitmen">{{
            t('followUp.earlier', { count: formats.now.number(held.earlier) })
          }}</a>
        </p>
      }
    }
    @let given = attention().dispositions;
    <h2>{{ t('followUp.title') }}</h2>
    @if (given.done + given.running + given.late.length > 0) {
      <dl class="pairs">
        <div>
          <dt>{{ t('followUp.done') }}</dt>
          <dd>{{ formats.now.number(given.done) }}</dd>
        </div>
        <div>
          <dt>{{ t('followUp.running') }}</dt>
          <dd>{{ formats.now.number(given.running) }}</dd>
        </div>
        <div [class.late]="given.late.length > 0">
          <dt>{{ late() }}</dt>
          <dd>{{ formats.now.number(given.late.length) }}</dd>
        </div>
      </dl>
    } @else {
      <p class="muted">{{ t('followUp.none') }}</p>
    }
    <p class="more">
      @if (given.forMe > 0) {
        {{ t('followUp.forMe', { count: formats.now.number(given.forMe) }) }}
      }
      <a class="action" routerLink="/disposisi" [queryParams]="selection.carried()">{{
        t('followUp.all')
      }}</a>
    </p>
    <h2>{{ t('innovations.title') }}</h2>
    <p>
      @let news = attention().innovations;
      <a routerLink="/inovasi" [queryParams]="{ sort: 'newest' }">{{
        t('innovations.fresh', { count: formats.now.number(news.fresh) })
      }}</a>
      @if (news.toConfirm > 0) {
        ·
        <a routerLink="/inovasi" [queryParams]="{ show: 'own', alive: 'perlu-konfirmasi' }">{{
          t('innovations.toConfirm', { count: formats.now.number(news.toConfirm) })
        }}</a>
      }
    </p>
  `,
  styles: `
    :host h2 ~ h2 {
      border-top-color: var(--hair);
    }
    pandu-mark {
      margin-right: 8px;
    }
    a:not(.action) {
      text-decoration: none;
    }
    a:not(.action):hover {
      text-decoration: underline;
      text-decoration-color: var(--control);
      text-underline-offset: 4px;
    }
    .late dt,
    .overdue {
      color: var(--memburuk);
    }
    .more {
      margin-top: 8px;
    }
    @media (pointer: coarse) {
      a:not(.action) {
        padding: 4px 0;
      }
    }
  `,
})
export class AttentionMargin {
  readonly attention = input.required<Attention>();

  protected readonly t = inject(Language).t;
  protected readonly formats = inject(Formats);
  protected readonly selection = inject(Selection);

  protected address(item: AttentionItem): ReturnType<typeof proofAddress> {
    return proofAddress(item.proof);
  }

  /** "Selesai 5, lewat waktu 2, berjalan 1" without the parts that are none. */
  protected kept({ done, late, running }: NonNullable<Attention['meeting']>): string {
    const parts = Object.entries({ done, late, running }).filter(([, count]) => count > 0);
    return parts
      .map(
        ([part, count]) =>
          `${this.formats.now.number(count)} ${this.t(`followUp.${part}`).toLocaleLowerCase()}`,
      )
      .join(', ');
  }

  /** "Lewat waktu: Camat Anggana, DPMPTSP": each post once, the longest overdue first. */
  protected late(): string {
    const posts = [...new Set(this.attention().dispositions.late.map(({ to }) => to))];
    return posts.length === 0
      ? this.t('followUp.late')
      : this.t('followUp.lateWith', { posts: posts.join(', ') });
  }
}
