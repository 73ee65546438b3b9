import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { Session } from '../../../core/session.ts';
import { DayField } from '../../../ui/day-field.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { Mark } from '../../../ui/mark.ts';
import { MoreButton } from '../../../ui/more-button.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { type AuditEntry, type HistoryFilter, historyExportAddress, liveHistory } from './history-api.ts';
import { SettingsPath } from '../../../ui/settings-path.ts';

/** The history: who did what, when, from where, and what it was before. Its filters stand in the address. */
@Component({
  selector: 'pandu-history-page',
  imports: [DayField, Mark, MoreButton, ProblemNote, SettingsPath, Skeleton],
  templateUrl: './history-page.html',
  styleUrl: './settings.css',
  styles: `
    .chain {
      font: var(--table);
      padding: 8px 0;
    }
    .broken {
      color: var(--memburuk);
      font-weight: 600;
    }
    .chain pandu-mark {
      display: inline-block;
      margin-right: 6px;
    }
    .tools {
      align-items: start;
    }
    .tools .action-field {
      flex: 1 1 14em;
      max-width: 20em;
    }
    .tools .day {
      flex: 0 1 11em;
    }
    .lines {
      border-top: 1px solid var(--ink);
    }
    .lines li {
      display: grid;
      grid-template-columns: 16em minmax(0, 1fr);
      gap: 2px 24px;
    }
    .lines p {
      max-width: 68ch;
      overflow-wrap: anywhere;
    }
    time {
      padding-top: 2px;
    }
    details {
      margin-top: 4px;
    }
    summary {
      font: var(--table);
      font-weight: 600;
      color: var(--primary);
      cursor: pointer;
      padding: 2px 0;
    }
    dl {
      font: var(--table);
      margin: 4px 0 6px;
    }
    dl div {
      display: flex;
      flex-wrap: wrap;
      gap: 0 16px;
      padding: 3px 0;
      border-top: 1px solid var(--hair);
    }
    dt {
      flex: 0 0 12em;
      color: var(--muted);
    }
    dd {
      flex: 1 1 16em;
      overflow-wrap: anywhere;
    }
    dd svg {
      display: inline-block;
      margin: 0 6px;
    }
    del {
      color: var(--muted);
    }
    ins {
      text-decoration: none;
    }
    @media (max-width: 760px) {
      .lines li {
        grid-template-columns: 1fr;
      }
    }
  `,
})
export class HistoryPage {
  readonly cari = input<string>();
  readonly tindakan = input<string>();
  readonly dari = input<string>();
  readonly sampai = input<string>();

  private readonly router = inject(Router);
  private readonly formats = inject(Formats);
  private readonly session = inject(Session);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly filter = computed<HistoryFilter>(() => ({
    search: this.cari() ?? '',
    action: this.tindakan() ?? '',
    from: this.dari() ?? '',
    to: this.sampai() ?? '',
  }));
  protected readonly history = liveHistory(this.filter);
  protected readonly actions = computed(() => this.history.first.value()?.actions ?? []);
  protected readonly exportAddress = computed(() => historyExportAddress(this.filter()));
  /** Whether anything was removed or changed behind the product's back. */
  protected readonly chain = computed(() => {
    const chain = this.history.first.value()?.chain;
    if (chain === undefined) return null;
    const count = this.formats.now.number(chain.entries);
    if (chain.whole) return { whole: true, text: this.t('history.whole', { count }) };
    const text =
      chain.brokenAt === null
        ? this.t('history.broken')
        : this.t('history.brokenAt', { place: this.formats.now.number(chain.brokenAt) });
    return { whole: false, text };
  });

  protected at(entry: AuditEntry): string {
    return this.formats.now.instant(entry.at, this.session.timeZone());
  }

  /** "Rina Wati (rina), Camat Sebulu, dari 10.0.0.7", as far as it is known. */
  protected who(entry: AuditEntry): string {
    const named =
      entry.name === null || entry.username === null
        ? (entry.name ?? entry.username)
        : `${entry.name} (${entry.username})`;
    const person = [named, entry.post].filter((part) => part !== null);
    const from = entry.address === null ? [] : [this.t('history.from', { address: entry.address })];
    const place =
      entry.sequence === null
        ? []
        : [this.t('history.place', { place: this.formats.now.number(entry.sequence) })];
    return [...(person.length === 0 ? [this.t('history.nobody')] : person), ...from, ...place].join(' · ');
  }

  protected async narrow(
    change: Readonly<Partial<Record<'cari' | 'tindakan' | 'dari' | 'sampai', string>>>,
  ): Promise<void> {
    const { search, action, from, to } = this.filter();
    const wanted = { cari: search, tindakan: action, dari: from, sampai: to, ...change };
    const queryParams = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== ''));
    await this.router.navigate([], { queryParams });
  }
}
