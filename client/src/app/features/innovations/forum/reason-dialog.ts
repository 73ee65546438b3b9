import { Component, inject, input, output, signal } from '@angular/core';
import { REASON_LENGTH } from '#domain/innovations/forum/forum-rules';
import { Language } from '../../../core/language.ts';
import { task } from '../../../core/task.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { FormDialog } from '../../../ui/form-dialog.ts';
import { ForumApi, type ForumPost } from './forum-api.ts';

/** What is decided about a post: it is reported, hidden from all, or left (again) to be read. */
export type PostDecision = 'report' | 'hidden' | 'kept';

/** Asks why, says what follows, and does it. */
@Component({
  selector: 'pandu-reason-dialog',
  imports: [FormDialog],
  template: `
    <pandu-form-dialog
      [heading]="t('innovationForum.decide.title.' + decision())"
      [verb]="t('innovationForum.decide.verb.' + decision())"
      [busy]="sending.busy()"
      [trouble]="sending.trouble()"
      (confirmed)="send()"
      (closed)="closed.emit()"
    >
      @if (post().body; as body) {
        <blockquote>{{ body }}</blockquote>
      }
      <label class="field"
        ><span>{{ t('innovationForum.decide.reason') }}</span>
        <textarea
          class="input"
          rows="3"
          [maxLength]="most"
          [value]="reason()"
          (input)="reason.set(text($event))"
        ></textarea>
      </label>
      <p class="note">{{ t('innovationForum.decide.about.' + decision()) }}</p>
    </pandu-form-dialog>
  `,
  styles: `
    blockquote {
      max-height: 9em;
      padding-left: 12px;
      overflow: auto;
      white-space: pre-line;
      overflow-wrap: anywhere;
      border-left: 1px solid var(--control);
    }
  `,
})
export class ReasonDialog {
  readonly post = input.required<ForumPost>();
  readonly decision = input.required<PostDecision>();
  readonly done = output();
  readonly closed = output();

  private readonly api = inject(ForumApi);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly most = REASON_LENGTH.most;
  protected readonly reason = signal('');
  protected readonly sending = task();

  protected async send(): Promise<void> {
    const reason = this.reason().trim();
    if (reason.length < REASON_LENGTH.least)
      return this.sending.refuse(this.t('innovationForum.decide.needsReason'));
    const decision = this.decision();
    const done = await this.sending.run(() =>
      decision === 'report'
        ? this.api.report(this.post().id, reason)
        : this.api.moderate(this.post().id, decision, reason),
    );
    if (done !== undefined) this.done.emit();
  }
}
