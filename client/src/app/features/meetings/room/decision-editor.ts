import { Component, computed, inject, input, output } from '@angular/core';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { DayField } from '../../../ui/day-field.ts';
import { fieldText } from '../../../ui/field-text.ts';
import type { DecisionOwner } from '../meetings-api.ts';
import { ConflictNote } from './conflict-note.ts';
import { MeetingKeeper } from './meeting-keeper.ts';
import type { PartOf } from './written-parts.ts';

/** A decision as it is written down: what, who, until when. */
@Component({
  selector: 'pandu-decision-editor',
  imports: [ConflictNote, DayField],
  template: `
    @let values = part().values;
    @if (mayRun()) {
      <fieldset>
        <legend class="visually-hidden">{{ t('meetings.room.decision') }}</legend>
        <label class="field what"
          ><span>{{ t('meetings.room.what') }}</span>
          <textarea
            class="input"
            rows="2"
            maxlength="1000"
            [id]="'keputusan-' + part().id"
            [value]="values.what"
            (input)="write({ what: text($event) })"
          ></textarea>
        </label>
        <label class="field"
          ><span>{{ t('meetings.room.who') }}</span>
          <select class="input" (change)="choose(text($event))">
            <option value="" [selected]="values.to === null">{{ t('meetings.room.choose') }}</option>
            @for (owner of posts(); track owner.post) {
              <option [value]="owner.post" [selected]="values.to?.post === owner.post">
                {{ owner.title }}
              </option>
            }
          </select>
        </label>
        <pandu-day-field
          [label]="t('meetings.room.when')"
          [day]="values.dueOn"
          (typing)="write({ dueOn: $event })"
        />
        <button type="button" class="action quiet" (click)="removed.emit()">
          {{ t('meetings.room.removeDecision') }}
        </button>
      </fieldset>
      <pandu-conflict-note [part]="part()" />
    } @else {
      <p class="told">
        <b>{{ t('meetings.room.decision') }}:</b> {{ values.what }}
        <span class="muted"
          >{{ values.to?.title }}
          @if (values.dueOn) {
            · {{ t('meetings.room.dueOn', { day: formats.now.date(values.dueOn) }) }}
          }
        </span>
      </p>
    }
  `,
  styles: `
    :host {
      display: block;
      margin-top: 20px;
      padding: 12px 0 0 16px;
      border-left: 3px solid var(--primary);
    }
    fieldset {
      display: grid;
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
      gap: 12px 24px;
      align-items: start;
      max-width: 46em;
      border: 0;
      padding: 0;
    }
    .what {
      grid-column: 1 / -1;
    }
    .input {
      font: 18px/28px var(--font);
    }
    .action {
      justify-self: start;
    }
    .told {
      font: 20px/30px var(--font);
      padding-bottom: 12px;
    }
    @media (max-width: 760px) {
      fieldset {
        display: block;
      }
      .field,
      pandu-day-field {
        margin-bottom: 12px;
      }
      .told {
        font: var(--body);
      }
    }
  `,
})
export class DecisionEditor {
  readonly part = input.required<PartOf<'decision'>>();
  readonly owners = input.required<readonly DecisionOwner[]>();
  readonly mayRun = input.required<boolean>();
  readonly removed = output();

  private readonly keeper = inject(MeetingKeeper);
  protected readonly formats = inject(Formats);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  /** The posts to choose from; whoever was chosen stays among them. */
  protected readonly posts = computed(() => {
    const { to } = this.part().values;
    const owners = this.owners().map(({ post, title }) => ({ post, title }));
    return to === null || owners.some(({ post }) => post === to.post) ? owners : [to, ...owners];
  });

  protected write(change: Partial<PartOf<'decision'>['values']>): void {
    this.keeper.writeDecision(this.part().id, change);
  }

  protected choose(post: string): void {
    this.write({ to: this.posts().find((each) => each.post === post) ?? null });
  }
}
