import { Component, computed, inject, input } from '@angular/core';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { isIsoDate } from '../../../core/period.ts';
import { MeetingKeeper } from './meeting-keeper.ts';
import type { WrittenPart } from './written-parts.ts';

/** Somebody else wrote the same piece meanwhile: both texts, and three ways to go on. Nothing is lost before one is chosen. */
@Component({
  selector: 'pandu-conflict-note',
  template: `
    @if (part().conflict; as conflict) {
      <div class="note-box" role="alert">
        <p>{{ t('meetings.torn.said', { by: conflict.by }) }}</p>
        <dl class="explained">
          <dt>{{ t('meetings.torn.theirs') }}</dt>
          <dd>{{ theirs() || t('meetings.torn.empty') }}</dd>
          <dt>{{ t('meetings.torn.mine') }}</dt>
          <dd>{{ mine() || t('meetings.torn.empty') }}</dd>
        </dl>
        <div class="actions">
          <button type="button" class="action" (click)="keeper.decide(part(), 'both')">
            {{ t('meetings.torn.both') }}
          </button>
          <button type="button" class="action" (click)="keeper.decide(part(), 'mine')">
            {{ t('meetings.torn.useMine') }}
          </button>
          <button type="button" class="action" (click)="keeper.decide(part(), 'theirs')">
            {{ t('meetings.torn.useTheirs') }}
          </button>
        </div>
      </div>
    }
  `,
  styles: `
    .note-box {
      margin-top: 16px;
      padding: 12px 16px;
      max-width: 46em;
      background: var(--wash);
      border-left: 3px solid var(--memburuk);
    }
    dd {
      white-space: pre-line;
      color: var(--ink);
    }
  `,
})
export class ConflictNote {
  readonly part = input.required<WrittenPart>();

  protected readonly keeper = inject(MeetingKeeper);
  private readonly formats = inject(Formats);
  protected readonly t = inject(Language).t;
  protected readonly mine = computed(() => this.told(this.part().values));
  protected readonly theirs = computed(() => {
    const { conflict } = this.part();
    return conflict === null ? '' : this.told(conflict.values);
  });

  /** Everything that may differ, in the order it is written. */
  private told(values: WrittenPart['values']): string {
    if ('what' in values) {
      const { what, to, dueOn } = values;
      return [what, to?.title ?? '', isIsoDate(dueOn) ? this.formats.now.date(dueOn) : dueOn]
        .filter((word) => word.trim() !== '')
        .join(' · ');
    }
    if ('attendees' in values)
      return [values.title, values.place, values.attendees].filter((word) => word.trim() !== '').join('\n');
    const outcome = values.outcome === null ? '' : this.t(`meetings.room.fate.${values.outcome}`);
    return [values.title, values.note, outcome].filter((word) => word.trim() !== '').join('\n');
  }
}
