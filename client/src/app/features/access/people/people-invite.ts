import { Component, inject, input, output, signal } from '@angular/core';
import { Language } from '../../../core/language.ts';
import { task } from '../../../core/task.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { FormDialog } from '../../../ui/form-dialog.ts';
import { type IssuedLink, PeopleApi } from './people-api.ts';
import type { Post } from '../posts/posts-api.ts';

/** A new person: who, and optionally the post to hold from today. Ends with the link of the invitation. */
@Component({
  selector: 'pandu-people-invite',
  imports: [FormDialog],
  template: `
    <pandu-form-dialog
      [heading]="t('people.invite')"
      [verb]="t('people.inviteVerb')"
      [busy]="sending.busy()"
      [trouble]="sending.trouble()"
      (confirmed)="invite()"
      (closed)="closed.emit()"
    >
      <p class="note">{{ t('people.inviteWhy') }}</p>
      <label class="field"
        ><span>{{ t('people.name') }}</span>
        <input
          class="input"
          name="name"
          autocomplete="off"
          [value]="name()"
          (input)="name.set(text($event))"
        />
      </label>
      <label class="field"
        ><span>{{ t('people.username') }}</span>
        <input
          class="input"
          name="username"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          [value]="username()"
          (input)="username.set(text($event))"
        />
        <small class="hint">{{ t('people.usernameHint') }}</small>
      </label>
      <label class="field"
        ><span>{{ t('people.email') }}</span>
        <input
          class="input"
          name="email"
          type="email"
          autocomplete="off"
          [value]="email()"
          (input)="email.set(text($event))"
        />
      </label>
      <label class="field"
        ><span>{{ t('people.firstPost') }}</span>
        <select class="input" name="post" [value]="post()" (change)="post.set(text($event))">
          <option value="">{{ t('people.noPostYet') }}</option>
          @for (choice of posts(); track choice.id) {
            <option [value]="choice.id">{{ choice.title }}</option>
          }
        </select>
        <small class="hint">{{ t('people.firstPostHint') }}</small>
      </label>
    </pandu-form-dialog>
  `,
  styleUrl: '../settings/settings.css',
})
export class PeopleInvite {
  /** The posts that may be given. */
  readonly posts = input.required<readonly Post[]>();
  readonly invited = output<IssuedLink>();
  readonly closed = output();

  private readonly api = inject(PeopleApi);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly sending = task();
  protected readonly name = signal('');
  protected readonly username = signal('');
  protected readonly email = signal('');
  protected readonly post = signal('');

  protected async invite(): Promise<void> {
    const [name, username, email, post] = [this.name(), this.username(), this.email(), this.post()].map(
      (value) => value.trim(),
    );
    if (name === undefined || name === '' || username === undefined || username === '') {
      this.sending.refuse(this.t('people.incomplete'));
      return;
    }
    const sent = await this.sending.run(() =>
      this.api.invite({ name, username, email: email || null, post: post || null }),
    );
    if (sent !== undefined) this.invited.emit(sent.result);
  }
}
