import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { Language } from '../../../core/language.ts';
import { isIsoDate } from '../../../core/period.ts';
import { Selection } from '../../../core/selection.ts';
import { task } from '../../../core/task.ts';
import { DayField } from '../../../ui/day-field.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { FormDialog } from '../../../ui/form-dialog.ts';
import { livePeople } from '../people/people-api.ts';
import { type Post, PostsApi } from './posts-api.ts';

const CAPACITIES = ['tetap', 'plt', 'plh'] as const;

/** Who shall hold a post, in which capacity, from when, by which letter. */
@Component({
  selector: 'pandu-posts-appoint',
  imports: [DayField, FormDialog],
  template: `
    <pandu-form-dialog
      [heading]="t('posts.appoint') + ': ' + post().title"
      [verb]="t('posts.appointVerb')"
      [busy]="appointing.busy()"
      [trouble]="appointing.trouble()"
      (confirmed)="appoint()"
      (closed)="closed.emit()"
    >
      <label class="field"
        ><span>{{ t('posts.person') }}</span>
        <input
          class="input"
          list="pandu-people"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          [value]="username()"
          (input)="username.set(text($event))"
        />
        <small class="hint">{{ hint() }}</small>
        <datalist id="pandu-people">
          @for (person of people.items() ?? []; track person.username) {
            <option [value]="person.username">{{ person.name }}</option>
          }
        </datalist>
      </label>
      <fieldset>
        <legend>{{ t('posts.capacity') }}</legend>
        @for (choice of capacities; track choice) {
          <label class="choice"
            ><input
              type="radio"
              name="capacity"
              [checked]="choice === capacity()"
              (change)="capacity.set(choice)"
            />
            {{ t('posts.capacityOf.' + choice) }}</label
          >
        }
      </fieldset>
      <div class="pair">
        <pandu-day-field [label]="t('posts.from')" [day]="from()" (typing)="from.set($event)" />
        <pandu-day-field
          [label]="t('posts.to')"
          [hint]="t('posts.toHint')"
          [day]="to()"
          (typing)="to.set($event)"
        />
      </div>
      <label class="field"
        ><span>{{ t('posts.letter') }}</span>
        <input class="input" autocomplete="off" [value]="letter()" (input)="letter.set(text($event))" />
        <small class="hint">{{ t('posts.letterHint') }}</small>
      </label>
      @if (capacity() === 'tetap') {
        <p class="note">{{ t('posts.replaces') }}</p>
      }
    </pandu-form-dialog>
  `,
  styleUrl: '../settings/settings.css',
})
export class PostsAppoint {
  readonly post = input.required<Post>();
  readonly appointed = output();
  readonly closed = output();

  private readonly api = inject(PostsApi);
  private readonly selection = inject(Selection);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly appointing = task();
  protected readonly capacities = CAPACITIES;
  protected readonly username = signal('');
  protected readonly capacity = signal<(typeof CAPACITIES)[number]>('tetap');
  protected readonly from = linkedSignal<string>(() => this.selection.today());
  protected readonly to = signal('');
  protected readonly letter = signal('');
  protected readonly people = livePeople(() => this.username().trim());
  /** The name behind the username, so that nobody appoints the wrong person. */
  protected readonly hint = computed(() => {
    const typed = this.username().trim();
    const person = this.people.items()?.find(({ username }) => username === typed);
    return person?.name ?? this.t('posts.personHint');
  });

  protected async appoint(): Promise<void> {
    const [username, from, to, letter] = [
      this.username().trim(),
      this.from(),
      this.to(),
      this.letter().trim(),
    ];
    if (username === '') return this.appointing.refuse(this.t('posts.personMissing'));
    if (!isIsoDate(from)) return this.appointing.refuse(this.t('posts.fromMissing'));
    if (to !== '' && !isIsoDate(to)) return this.appointing.refuse(this.t('period.invalid'));
    if (to !== '' && to <= from) return this.appointing.refuse(this.t('posts.reversed'));
    const done = await this.appointing.run(() =>
      this.api.appoint(this.post().id, {
        username,
        capacity: this.capacity(),
        from,
        to: to || null,
        letter: letter || null,
      }),
    );
    if (done !== undefined) this.appointed.emit();
  }
}
