import { Component, computed, inject, output, signal } from '@angular/core';
import { FOR_PROGRAMS, type Permission, READING, can } from '#domain/permissions';
import { Language } from '../../../core/language.ts';
import { task } from '../../../core/task.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { FormDialog } from '../../../ui/form-dialog.ts';
import { livePosts } from '../posts/posts-api.ts';
import { TokensApi } from './tokens-api.ts';

const LONGEST_DAYS = 366;
const USUAL_DAYS = 90;

/** A token for a program: what it is for, in which post it acts, what it may do, and how long. */
@Component({
  selector: 'pandu-tokens-create',
  imports: [FormDialog],
  template: `
    <pandu-form-dialog
      [heading]="t('tokens.create')"
      [verb]="t('tokens.createVerb')"
      [busy]="creating.busy()"
      [trouble]="creating.trouble()"
      (confirmed)="create()"
      (closed)="closed.emit()"
    >
      <label class="field"
        ><span>{{ t('tokens.name') }}</span>
        <input class="input" autocomplete="off" [value]="name()" (input)="name.set(text($event))" />
        <small class="hint">{{ t('tokens.nameHint') }}</small>
      </label>
      <label class="field"
        ><span>{{ t('tokens.post') }}</span>
        <select class="input" [value]="post()" (change)="post.set(text($event))">
          <option value="">{{ t('tokens.choosePost') }}</option>
          @for (choice of choices(); track choice.id) {
            <option [value]="choice.id">{{ choice.title }}</option>
          }
        </select>
        <small class="hint">{{ t('tokens.postHint') }}</small>
      </label>
      <fieldset>
        <legend>{{ t('tokens.permissions') }}</legend>
        @for (permission of offered(); track permission) {
          <label class="choice"
            ><input type="checkbox" [checked]="chosen().includes(permission)" (change)="toggle(permission)" />
            {{ t('permission.' + permission.replace(':', '-')) }}</label
          >
        }
      </fieldset>
      <label class="field"
        ><span>{{ t('tokens.days') }}</span>
        <input
          class="input"
          type="number"
          min="1"
          [max]="longest"
          [value]="days()"
          (input)="days.set(text($event))"
        />
        <small class="hint">{{ t('tokens.daysHint', { longest }) }}</small>
      </label>
    </pandu-form-dialog>
  `,
  styleUrl: './settings.css',
})
export class TokensCreate {
  readonly created = output<{ readonly name: string; readonly secret: string; readonly expiresAt: string }>();
  readonly closed = output();

  private readonly api = inject(TokensApi);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly longest = LONGEST_DAYS;
  protected readonly creating = task();
  protected readonly name = signal('');
  protected readonly post = signal('');
  protected readonly days = signal(String(USUAL_DAYS));
  /** Reading only, until somebody ticks more. */
  protected readonly chosen = signal<readonly Permission[]>(
    FOR_PROGRAMS.filter((permission) => READING.includes(permission)),
  );
  private readonly posts = livePosts();
  protected readonly choices = computed(() =>
    (this.posts.value()?.items ?? []).filter(({ closedOn }) => closedOn === null),
  );
  /** A program gets nothing that the post itself may not do. */
  protected readonly offered = computed(() => {
    const role = this.choices().find(({ id }) => id === this.post())?.role;
    return FOR_PROGRAMS.filter((permission) => role === undefined || can(role, permission));
  });

  protected toggle(permission: Permission): void {
    this.chosen.update((chosen) =>
      chosen.includes(permission) ? chosen.filter((each) => each !== permission) : [...chosen, permission],
    );
  }

  protected async create(): Promise<void> {
    const [name, post, days] = [this.name().trim(), this.post(), Number(this.days())];
    const permissions = this.offered().filter((permission) => this.chosen().includes(permission));
    if (name.length < 2) return this.creating.refuse(this.t('tokens.nameMissing'));
    if (post === '') return this.creating.refuse(this.t('tokens.postMissing'));
    if (permissions.length === 0) return this.creating.refuse(this.t('tokens.permissionsMissing'));
    if (!Number.isInteger(days) || days < 1 || days > LONGEST_DAYS)
      return this.creating.refuse(this.t('tokens.daysWrong', { longest: LONGEST_DAYS }));
    const created = await this.creating.run(() => this.api.create({ name, post, permissions, days }));
    if (created !== undefined) this.created.emit(created.result);
  }
}
