import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ALERT_WAYS, DIGEST_RHYTHMS, type AlertWay, type DigestRhythm } from '#contract/reports/alerts';
import { Language } from '../../../core/language.ts';
import { Session } from '../../../core/session.ts';
import { task } from '../../../core/task.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { type AlertSettings, AlertSettingsApi, liveAlertSettings } from './alerts-api.ts';

type Rule = keyof AlertSettings['ways'];

/** What the person wants to hear in the post in use: each kind of alert by its way, and the digest. */
@Component({
  selector: 'pandu-alert-settings',
  imports: [RouterLink],
  template: `
    @if (wanted(); as settings) {
      <h2>{{ t('alerts.settings.heading') }}</h2>
      @if (live.value()?.answersForUnit; as unit) {
        <p>{{ t('alerts.settings.yours', { unit }) }}</p>
      }
      @if (ways().length > 1 || mailed()) {
        <form novalidate (submit)="save($event)">
          @for (rule of ways().length > 1 ? (live.value()?.rules ?? []) : []; track rule.id) {
            <label class="field"
              ><span>{{ rule.name }}</span>
              <select class="input" (change)="choose(rule.id, text($event))">
                @for (way of ways(); track way) {
                  <option [value]="way" [selected]="way === settings.ways[rule.id]">
                    {{ t('alerts.way.' + (isHead() && way === 'off' ? 'always' : way)) }}
                  </option>
                }
              </select>
            </label>
          }
          @if (mailed()) {
            <label class="field"
              ><span>{{ t('alerts.settings.digest') }}</span>
              <select class="input" (change)="rhythm(text($event))">
                @for (each of rhythms; track each) {
                  <option [value]="each" [selected]="each === settings.digest">
                    {{ t('alerts.rhythm.' + each) }}
                  </option>
                }
              </select>
            </label>
          }
          <p class="trouble" role="alert">{{ saving.trouble() }}</p>
          <p class="verbs">
            <button type="submit" class="action" [disabled]="saving.busy()">
              {{ t('alerts.settings.save') }}
            </button>
            <span class="note" role="status">{{ said() }}</span>
          </p>
        </form>
      }
      @if (live.value()?.mail; as mail) {
        @if (mail === 'not-set') {
          <p class="note">{{ t('alerts.mail.not-set') }}</p>
        } @else if (mail === 'no-address') {
          <p class="note">
            {{ t('alerts.mail.no-address') }}
            <a routerLink="/laporan/langganan">{{ t('alerts.mail.enter') }}</a>
          </p>
        }
      }
    }
  `,
  styles: `
    form {
      display: grid;
      gap: 12px;
      max-width: 24em;
    }
    .trouble {
      color: var(--memburuk);
    }
    .trouble:empty {
      display: none;
    }
    .verbs {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 16px;
      align-items: baseline;
    }
  `,
})
export class AlertSettingsForm {
  private readonly session = inject(Session);
  private readonly api = inject(AlertSettingsApi);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly rhythms = DIGEST_RHYTHMS;
  protected readonly saving = task();
  protected readonly said = signal('');
  protected readonly live = liveAlertSettings(() => this.session.can('subscriptions:own'));
  /** As it stands on the screen, saved or not. */
  protected readonly wanted = linkedSignal<AlertSettings | null>(() => {
    const known = this.live.value();
    return known === undefined ? null : { ways: known.ways, digest: known.digest };
  });
  /** E-mail is offered where it can leave; what was chosen before stays to be seen. */
  protected readonly mailed = computed(
    () => this.live.value()?.mail !== 'not-set' || this.live.value()?.digest !== 'off',
  );
  /** Who answers for a unit sees nothing beyond it, and hears of it by notice in any case. */
  protected readonly isHead = computed(() => (this.live.value()?.answersForUnit ?? null) !== null);
  protected readonly ways = computed<readonly AlertWay[]>(() => {
    const known = this.live.value();
    const isMailed =
      known !== undefined && (known.mail !== 'not-set' || Object.values(known.ways).includes('mail'));
    return ALERT_WAYS.filter((way) => (way === 'notice' ? !this.isHead() : way !== 'mail' || isMailed));
  });

  protected choose(rule: Rule, value: string): void {
    const way = ALERT_WAYS.find((each) => each === value);
    this.said.set('');
    this.wanted.update((now) =>
      now === null || way === undefined ? now : { ...now, ways: { ...now.ways, [rule]: way } },
    );
  }

  protected rhythm(value: string): void {
    const digest: DigestRhythm = DIGEST_RHYTHMS.find((each) => each === value) ?? 'off';
    this.said.set('');
    this.wanted.update((now) => (now === null ? now : { ...now, digest }));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const wanted = this.wanted();
    if (wanted === null) return;
    this.said.set('');
    const saved = await this.saving.run(() => this.api.save(wanted));
    if (saved === undefined) return;
    this.said.set(this.t('alerts.settings.saved'));
    this.live.reload();
  }
}
