import { Component, computed, inject, input, output } from '@angular/core';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { Session } from '../../../core/session.ts';
import { EvidenceFiles } from '../../../ui/evidence/evidence-files.ts';
import type { Milestone } from '../pilots-api.ts';

/** What is on record about one milestone: every plan it had, every report, who signed it, and the files given as evidence. */
@Component({
  selector: 'pandu-milestone-record',
  imports: [EvidenceFiles],
  template: `
    @let it = milestone();
    <div class="parts">
      <section>
        <h3>{{ t('pilots.milestone.reports') }}</h3>
        <ol>
          @for (report of reports(); track $index) {
            <li>
              <b>{{ formats.now.share(report.doneShare, 0) }}</b>
              <span
                >{{ formats.now.date(report.on) }} · {{ report.by }}
                @if (report.note; as note) {
                  <span class="words">{{ note }}</span>
                }
              </span>
            </li>
          } @empty {
            <li class="note">{{ t('pilots.milestone.noReports') }}</li>
          }
        </ol>
        @if (it.signedOff; as signed) {
          <p class="note">
            {{
              t('pilots.milestone.signedBy', {
                by: signed.by,
                at: formats.now.instant(signed.at, session.timeZone()),
              })
            }}
          </p>
        } @else if (it.state === 'waiting') {
          <p class="note">{{ t('pilots.milestone.waitsForSecond') }}</p>
        }
      </section>
      <section>
        <h3>{{ t('pilots.milestone.plans') }}</h3>
        <ol>
          @for (plan of it.plans; track plan.version) {
            <li>
              <b>{{
                $first
                  ? t('pilots.milestone.firstPlan')
                  : t('pilots.milestone.laterPlan', { n: plan.version })
              }}</b>
              <span
                >{{ formats.now.days({ from: plan.startOn, to: plan.finishOn }) }} ·
                {{ t('pilots.milestone.ofWeight', { weight: formats.now.number(plan.weight) }) }} ·
                {{ plan.by }}
                @if (plan.reason; as reason) {
                  <span class="words">{{ reason }}</span>
                }
              </span>
            </li>
          }
        </ol>
      </section>
    </div>
    <h3>{{ t('pilots.milestone.evidence') }}</h3>
    <app-evidence about="milestone" [id]="it.id" (changed)="changed.emit()" />
  `,
  styles: `
    :host {
      display: block;
      padding: 4px 0 4px 16px;
      border-left: 2px solid var(--hair);
    }
    .parts {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(20em, 100%), 1fr));
      gap: 16px 48px;
      margin-bottom: 16px;
    }
    h3 {
      font: var(--table);
      font-weight: 600;
      margin-bottom: 4px;
    }
    li {
      display: grid;
      grid-template-columns: 6.5em 1fr;
      gap: 12px;
      padding: 5px 0;
      border-bottom: 1px solid var(--hair);
    }
    li.note {
      display: block;
    }
    .words {
      display: block;
      color: var(--muted);
    }
    section > p {
      margin-top: 8px;
    }
  `,
})
export class MilestoneRecord {
  readonly milestone = input.required<Milestone>();
  readonly changed = output();

  protected readonly t = inject(Language).t;
  protected readonly formats = inject(Formats);
  protected readonly session = inject(Session);
  /** Newest first. */
  protected readonly reports = computed(() =>
    this.milestone().reports.toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0)),
  );
}
