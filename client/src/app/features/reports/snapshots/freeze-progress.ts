import { Component, computed, inject, input } from '@angular/core';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import type { FreezeRun } from './snapshots-api.ts';

/** How far the freezing of figures is, and how it ended. */
@Component({
  selector: 'pandu-freeze-progress',
  template: `
    <p [class.late]="run().state === 'failed'" [attr.role]="run().state === 'failed' ? 'alert' : 'status'">
      {{ sentence() }}
    </p>
    @if (run().state === 'running') {
      <progress [attr.aria-label]="sentence()" [max]="run().total" [value]="run().done"></progress>
    }
  `,
  styles: `
    :host {
      display: block;
      padding: 12px 0;
      max-width: 68ch;
    }
    .late {
      color: var(--memburuk);
    }
    progress {
      display: block;
      width: 100%;
      height: 6px;
      margin-top: 8px;
      appearance: none;
      border: 0;
      border-radius: var(--radius);
      background: var(--hair);
    }
    progress::-webkit-progress-bar {
      background: var(--hair);
      border-radius: var(--radius);
    }
    progress::-webkit-progress-value {
      background: var(--primary);
      border-radius: var(--radius);
    }
    progress::-moz-progress-bar {
      background: var(--primary);
    }
  `,
})
export class FreezeProgress {
  readonly run = input.required<FreezeRun>();

  private readonly formats = inject(Formats);
  private readonly t = inject(Language).t;
  protected readonly sentence = computed(() => {
    const run = this.run();
    const { now } = this.formats;
    if (run.state === 'failed') return run.problem ?? this.t('problem.server');
    return this.t(run.state === 'running' ? 'snapshots.run.running' : 'snapshots.run.done', {
      period: run.periodName,
      done: now.number(run.done),
      total: now.number(run.total),
      frozen: now.number(run.frozen ?? 0),
    });
  });
}
