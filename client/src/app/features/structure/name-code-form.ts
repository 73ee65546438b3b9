import { Component, inject, input, output, signal } from '@angular/core';
import { Language } from '../../core/language.ts';
import type { Task } from '../../core/task.ts';
import { fieldText } from '../../ui/field-text.ts';
import { FormDialog } from '../../ui/form-dialog.ts';

/** What every new part of the structure needs. */
export interface NameAndCode {
  readonly name: string;
  readonly code: string;
}

const SHORTEST_NAME = 2;
/** As the server accepts a code. */
const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** Adds a service or a calendar: its name, the code by which files call it, and whatever else is put between. */
@Component({
  selector: 'pandu-name-code-form',
  imports: [FormDialog],
  template: `
    <pandu-form-dialog
      [heading]="heading()"
      [verb]="t('structure.save')"
      [busy]="work().busy()"
      [trouble]="work().trouble()"
      (confirmed)="send()"
      (closed)="closed.emit()"
    >
      <label class="field"
        ><span>{{ t('structure.name') }}</span>
        <input class="input" autocomplete="off" [value]="name()" (input)="name.set(text($event))" />
      </label>
      <label class="field"
        ><span>{{ t('structure.code') }}</span>
        <input class="input" autocomplete="off" [value]="code()" (input)="code.set(text($event))" />
        <small class="hint">{{ t('structure.codeHint') }}</small>
      </label>
      <ng-content />
    </pandu-form-dialog>
  `,
  styleUrl: './structure.css',
})
export class NameCodeForm {
  readonly heading = input.required<string>();
  /** The adding itself, which may be refused. */
  readonly work = input.required<Task>();
  /** A name and a code that may be sent. */
  readonly confirmed = output<NameAndCode>();
  readonly closed = output();

  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly name = signal('');
  protected readonly code = signal('');

  protected send(): void {
    const [name, code] = [this.name().trim(), this.code().trim()];
    if (name.length < SHORTEST_NAME) this.work().refuse(this.t('structure.nameMissing'));
    else if (!CODE.test(code)) this.work().refuse(this.t('structure.codeWrong'));
    else this.confirmed.emit({ name, code });
  }
}
