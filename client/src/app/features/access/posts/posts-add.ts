import { Component, computed, effect, inject, output, signal } from '@angular/core';
import { ROLES, type Role } from '#domain/permissions';
import { Directory } from '../../../core/directory.ts';
import { Language } from '../../../core/language.ts';
import { task } from '../../../core/task.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { FormDialog } from '../../../ui/form-dialog.ts';
import { type Post, PostsApi, needsUnit } from './posts-api.ts';

/** A new post: its title, the role that its rights follow from, and the unit that it is about. */
@Component({
  selector: 'pandu-posts-add',
  imports: [FormDialog],
  template: `
    <pandu-form-dialog
      [heading]="t('posts.add')"
      [verb]="t('posts.addVerb')"
      [busy]="adding.busy()"
      [trouble]="adding.trouble()"
      (confirmed)="add()"
      (closed)="closed.emit()"
    >
      <label class="field"
        ><span>{{ t('posts.title') }}</span>
        <input class="input" autocomplete="off" [value]="title()" (input)="title.set(text($event))" />
        <small class="hint">{{ t('posts.titleHint') }}</small>
      </label>
      <label class="field"
        ><span>{{ t('posts.role') }}</span>
        <select class="input" [value]="role()" (change)="role.set(text($event))">
          @for (choice of roles; track choice) {
            <option [value]="choice" [selected]="choice === role()">{{ t('role.' + choice) }}</option>
          }
        </select>
        <small class="hint">{{ t('posts.roleHint') }}</small>
      </label>
      @if (unitNeeded()) {
        <label class="field"
          ><span>{{ t('table.unit') }}</span>
          <select class="input" [value]="unit()" (change)="unit.set(text($event))">
            <option value="">{{ t('posts.chooseUnit') }}</option>
            @for (choice of units(); track choice.code) {
              <option [value]="choice.code">{{ indent(choice.depth) }}{{ choice.name }}</option>
            }
          </select>
          <small class="hint">{{ t('posts.unitHint') }}</small>
        </label>
      }
    </pandu-form-dialog>
  `,
  styleUrl: '../settings/settings.css',
})
export class PostsAdd {
  readonly added = output<Post>();
  readonly closed = output();

  private readonly api = inject(PostsApi);
  private readonly directory = inject(Directory);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly adding = task();
  protected readonly title = signal('');
  protected readonly role = signal<string>('camat');
  protected readonly unit = signal('');
  /** Everybody else than a stranger holds a post. */
  protected readonly roles: readonly Role[] = ROLES.filter((role) => role !== 'publik');
  protected readonly units = computed(() => this.directory.units() ?? []);
  private readonly chosenRole = computed(() => this.roles.find((role) => role === this.role()) ?? 'camat');
  protected readonly unitNeeded = computed(() => needsUnit(this.chosenRole()));

  constructor() {
    effect(() => this.directory.need('units'));
  }

  protected indent(depth: number): string {
    return '\u2003'.repeat(depth);
  }

  protected async add(): Promise<void> {
    const title = this.title().trim();
    if (title.length < 2) return this.adding.refuse(this.t('posts.titleMissing'));
    if (this.unitNeeded() && this.unit() === '') return this.adding.refuse(this.t('posts.unitMissing'));
    const unit = this.unitNeeded() ? this.unit() : null;
    const added = await this.adding.run(() => this.api.add({ title, role: this.chosenRole(), unit }));
    if (added !== undefined) this.added.emit(added.result);
  }
}
