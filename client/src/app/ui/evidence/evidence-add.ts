import { Component, computed, inject, input, output, signal } from '@angular/core';
import { EVIDENCE_MEGABYTES, EVIDENCE_TYPES } from '#contract/evidence';
import { Formats } from '../../core/formats.ts';
import { Language } from '../../core/language.ts';
import { task } from '../../core/task.ts';
import { fieldText } from '../field-text.ts';
import { EvidenceApi, type Evidence, type EvidenceThing } from './evidence-api.ts';
import { sizeText } from './file-size.ts';

const MEGABYTE = 1024 * 1024;

/** Where an evidence file is chosen or dropped, and how far it has been sent. */
@Component({
  selector: 'pandu-evidence-add',
  template: `
    <label class="field"
      ><span>{{ t('evidence.note') }}</span>
      <input
        class="input"
        maxlength="500"
        [attr.placeholder]="t('evidence.noteHint')"
        [value]="note()"
        [disabled]="sending.busy()"
        (input)="note.set(text($event))"
      />
    </label>
    <label
      class="drop"
      [class.over]="over()"
      (dragover)="drag($event, true)"
      (dragleave)="over.set(false)"
      (drop)="drop($event)"
    >
      <input
        class="visually-hidden"
        type="file"
        [accept]="types"
        [disabled]="sending.busy()"
        (change)="pick($event)"
      />
      <b>{{ t('evidence.add') }}</b>
      <span class="note">{{ t('evidence.drop', { limit }) }}</span>
    </label>
    <div class="state">
      @if (sending.busy()) {
        <progress max="1" [value]="share()" [attr.aria-label]="t('evidence.add')"></progress>
      }
      <p class="note" role="status">{{ state() }}</p>
      <p class="trouble" role="alert">{{ sending.trouble() }}</p>
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
      padding-top: 12px;
    }
    .drop {
      display: grid;
      gap: 4px;
      justify-items: start;
      padding: 16px;
      border: 1px dashed var(--control);
      border-radius: var(--radius);
      cursor: pointer;
    }
    .drop.over,
    .drop:hover {
      background: var(--wash);
    }
    .drop:focus-within {
      outline: 2px solid var(--primary);
      outline-offset: 3px;
    }
    .drop b {
      color: var(--primary);
    }
    .state {
      min-height: 20px;
    }
    .state p {
      overflow-wrap: anywhere;
    }
    progress {
      width: 100%;
      height: 6px;
      accent-color: var(--primary);
    }
    .trouble {
      color: var(--memburuk);
    }
  `,
})
export class EvidenceAdd {
  readonly thing = input.required<EvidenceThing>();
  readonly added = output<Evidence>();

  private readonly api = inject(EvidenceApi);
  private readonly formats = inject(Formats);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly types = EVIDENCE_TYPES.join(',');
  protected readonly limit = EVIDENCE_MEGABYTES;
  protected readonly sending = task();
  protected readonly note = signal('');
  protected readonly over = signal(false);
  protected readonly share = signal(0);
  private readonly name = signal('');
  private readonly done = signal(false);
  protected readonly state = computed(() => {
    const name = this.name();
    if (this.done()) return this.t('evidence.added', { name });
    if (!this.sending.busy()) return '';
    return this.share() >= 1
      ? this.t('evidence.checking', { name })
      : this.t('evidence.sending', { name, share: this.formats.now.share(this.share(), 0) });
  });

  protected drag(event: DragEvent, over: boolean): void {
    event.preventDefault();
    this.over.set(over);
  }

  protected drop(event: DragEvent): void {
    this.drag(event, false);
    void this.take(event.dataTransfer?.files[0]);
  }

  protected pick(event: Event): void {
    const field = event.target;
    if (!(field instanceof HTMLInputElement)) return;
    void this.take(field.files?.[0]);
    // The same file may be chosen again after it was changed.
    field.value = '';
  }

  /** What is certain to be refused is said before it is sent. */
  private async take(file: File | undefined): Promise<void> {
    if (file === undefined || this.sending.busy()) return;
    const { name, size } = file;
    this.done.set(false);
    if (size === 0) return this.sending.refuse(this.t('evidence.empty', { name }));
    if (size > EVIDENCE_MEGABYTES * MEGABYTE) {
      const words = { name, size: sizeText(size, this.formats.now, this.t), limit: this.limit };
      return this.sending.refuse(this.t('evidence.tooLarge', words));
    }
    this.name.set(name);
    this.share.set(0);
    const sent = await this.sending.run(() =>
      this.api.add(this.thing(), file, this.note().trim(), (share) => this.share.set(share)),
    );
    if (sent === undefined) return;
    this.done.set(true);
    this.note.set('');
    this.added.emit(sent.result);
  }
}
