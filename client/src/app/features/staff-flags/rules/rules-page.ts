import { Component, computed, inject, signal } from '@angular/core';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { Session } from '../../../core/session.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { PagePath } from '../../../ui/page-path.ts';
import { FLAG_KINDS, type StaffRule, liveStaffRules } from '../staff-flags-api.ts';
import { RuleSettingsForm } from './rule-settings-form.ts';

/** The published rules: what each looks at, with which thresholds, on what legal basis, and whether it runs. */
@Component({
  selector: 'pandu-staff-rules-page',
  imports: [PagePath, ProblemNote, RuleSettingsForm, Skeleton],
  template: `
    <pandu-page-path
      [steps]="[
        { label: t('staffFlags.title'), link: { path: '/pegawai' } },
        { label: t('staffFlags.rules.title'), link: null },
      ]"
    />
    <h1>{{ t('staffFlags.rules.title') }}</h1>
    <p class="lead muted">{{ t('staffFlags.rules.lead') }}</p>
    <p class="done" role="status">{{ done() }}</p>
    @if (rules.problem(); as trouble) {
      <pandu-problem [problem]="trouble" (retry)="rules.reload()" />
    } @else if (rules.value(); as found) {
      @for (group of groups(); track group.kind) {
        <section>
          <h2>{{ t('staffFlags.kind.' + group.kind) }} ({{ group.rules.length }})</h2>
          <ul class="rules">
            @for (rule of group.rules; track rule.id) {
              <li [class.off]="!rule.enabled">
                <h2>{{ rule.name }}</h2>
                <p>{{ rule.description }}</p>
                <p class="note">{{ t('staffFlags.rules.basisLine', { basis: rule.legalBasis }) }}</p>
                <p class="turn">{{ stateOf(rule) }}</p>
                @if (found.mayManage) {
                  <button type="button" class="action" (click)="editing.set(rule)">
                    {{ t('staffFlags.rules.edit') }}
                    <span class="visually-hidden">{{ rule.name }}</span>
                  </button>
                }
              </li>
            }
          </ul>
        </section>
      }
    } @else {
      <pandu-skeleton [lines]="['50%', '90%', '90%', '50%', '90%']" [height]="24" />
    }
    @if (editing(); as rule) {
      <pandu-rule-settings-form [rule]="rule" (saved)="saved(rule)" (closed)="editing.set(null)" />
    }
  `,
  styleUrl: '../staff-flags.css',
  styles: `
    :host {
      display: block;
      max-width: 780px;
    }
    .rules {
      border-top: 1px solid var(--ink);
    }
  `,
})
export class StaffRulesPage {
  private readonly session = inject(Session);
  private readonly formats = inject(Formats);
  protected readonly t = inject(Language).t;
  protected readonly rules = liveStaffRules();
  protected readonly editing = signal<StaffRule | null>(null);
  protected readonly done = signal('');
  protected readonly groups = computed(() =>
    FLAG_KINDS.map((kind) => ({
      kind,
      rules: this.rules.value()?.items.filter((rule) => rule.kind === kind) ?? [],
    })),
  );

  /** Whether it runs, and by whose decision. */
  protected stateOf({ enabled, changed }: StaffRule): string {
    const state = this.t(enabled ? 'staffFlags.rules.on' : 'staffFlags.rules.off');
    if (changed === null) return `${state}; ${this.t('staffFlags.rules.presets')}.`;
    const at = this.formats.now.instant(changed.at, this.session.timeZone());
    const by = this.t('staffFlags.rules.changed', { by: changed.by, at });
    return `${state}; ${by}${changed.legalBasis === null ? '' : ` (${changed.legalBasis})`}.`;
  }

  protected saved(rule: StaffRule): void {
    this.editing.set(null);
    this.done.set(this.t('staffFlags.rules.saved', { rule: rule.name }));
    this.rules.reload();
  }
}
