import { Component, computed, inject, input } from '@angular/core';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import type { EntryCard } from './catalogue-api.ts';

interface Badge {
  readonly text: string;
  readonly look: 'plain' | 'proof' | 'asks' | 'invented';
}

/** What is known about an entry's truth: proved or not, running or not, taken over by whom, told by whom. */
@Component({
  selector: 'pandu-entry-badges',
  template: `
    <ul [attr.aria-label]="t('innovationCatalogue.badges.title')">
      @for (badge of badges(); track badge.text) {
        <li [class]="badge.look">{{ badge.text }}</li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 6px 8px;
    }
    li {
      padding: 0 7px 1px;
      font: var(--note);
      line-height: 18px;
      border: 1px solid var(--control);
      border-radius: var(--radius);
    }
    .proof {
      color: var(--membaik);
      border-color: var(--membaik);
    }
    .asks {
      color: var(--memburuk);
      border-color: var(--memburuk);
    }
    .invented {
      border-style: dashed;
    }
  `,
})
export class EntryBadges {
  readonly entry = input.required<EntryCard>();

  private readonly formats = inject(Formats);
  protected readonly t = inject(Language).t;
  protected readonly badges = computed<readonly Badge[]>(() => {
    const entry = this.entry();
    const badge = (text: string, look: Badge['look'] = 'plain'): Badge => ({ text, look });
    const { total } = entry.adoptions;
    return [
      ...(entry.invented ? [badge(this.t('innovationCatalogue.badges.invented'), 'invented')] : []),
      ...(entry.archived ? [badge(this.t('innovationCatalogue.badges.archived'))] : []),
      ...(entry.source !== null && !entry.ownerConfirmed
        ? [badge(this.sourceText(entry.source.on))]
        : [
            badge(
              this.t(`innovationCatalogue.badges.proof.${entry.proof}`),
              entry.proof === 'terukur' ? 'proof' : 'plain',
            ),
            badge(
              this.aliveText(entry),
              entry.alive === 'vakum' || entry.alive === 'perlu-konfirmasi' ? 'asks' : 'plain',
            ),
          ]),
      ...(total > 0
        ? [badge(this.t('innovationCatalogue.badges.adopted', { count: this.formats.now.number(total) }))]
        : []),
      ...(entry.home.own && entry.audience === 'own'
        ? [badge(this.t('innovationCatalogue.badges.ownOnly'))]
        : []),
    ];
  });

  private sourceText(on: string | null): string {
    return on === null
      ? this.t('innovationCatalogue.badges.sourceUndated')
      : this.t('innovationCatalogue.badges.source', { day: this.formats.now.date(on) });
  }

  private aliveText({ alive, confirmedOn, stoppedOn }: EntryCard): string {
    const on = alive === 'berhenti' ? stoppedOn : confirmedOn;
    return on === null || alive === 'belum-dikonfirmasi'
      ? this.t(`innovation.alive.${alive}`)
      : this.t(`innovationCatalogue.badges.alive.${alive}`, { month: this.formats.now.bucket(on, 'month') });
  }
}
