import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { Language } from '../../../core/language.ts';
import { task } from '../../../core/task.ts';
import { type FollowKind, ForumApi } from './forum-api.ts';

/** Follows an entry or a topic, or no longer. */
@Component({
  selector: 'pandu-follow-button',
  template: `
    <button
      type="button"
      class="action"
      [attr.aria-pressed]="on()"
      [attr.aria-label]="label()"
      [disabled]="sending.busy()"
      (click)="toggle()"
    >
      {{ t(on() ? 'innovationForum.follow.on' : 'innovationForum.follow.off') }}
    </button>
    @if (sending.trouble()) {
      <span class="trouble" role="alert">{{ sending.trouble() }}</span>
    }
  `,
  styles: `
    .trouble {
      font: var(--table);
      color: var(--memburuk);
    }
  `,
})
export class FollowButton {
  readonly kind = input.required<FollowKind>();
  readonly key = input.required<string>();
  /** What is followed, for those who hear it. */
  readonly name = input.required<string>();
  readonly followed = input.required<boolean>();
  readonly changed = output<boolean>();

  private readonly api = inject(ForumApi);
  protected readonly t = inject(Language).t;
  protected readonly sending = task();
  protected readonly on = linkedSignal(() => this.followed());
  protected readonly label = computed(() =>
    this.t(this.on() ? 'innovationForum.follow.onLabel' : 'innovationForum.follow.offLabel', {
      name: this.name(),
    }),
  );

  protected async toggle(): Promise<void> {
    const done = await this.sending.run(() => this.api.follow(this.kind(), this.key(), !this.on()));
    if (done === undefined) return;
    this.on.set(done.result);
    this.changed.emit(done.result);
  }
}
