import { Component, DestroyRef, computed, inject, input, output, signal } from '@angular/core';
import { Formats } from '../../core/formats.ts';
import { Language } from '../../core/language.ts';
import { todayIn } from '../../core/period.ts';
import { Session } from '../../core/session.ts';
import { task } from '../../core/task.ts';
import { fieldText } from '../field-text.ts';
import { FormDialog } from '../form-dialog.ts';
import { EvidenceApi, type Evidence, evidenceAddress } from './evidence-api.ts';
import { sizeText } from './file-size.ts';

/** One evidence file: what it is, who gave it and when, where else it is used, and what may be done with it. */
@Component({
  selector: 'pandu-evidence-line',
  imports: [FormDialog],
  template: `
    @let file = evidence();
    <p class="name">{{ file.fileName }}</p>
    <p class="note facts">
      <span>{{ kind() }}, {{ size() }}</span>
      @if (taken(); as at) {
        <span>{{ t('evidence.taken', { at }) }}</span>
      }
      @if (file.locationRemoved) {
        <span>{{ t('evidence.locationRemoved') }}</span>
      }
      <span>{{ t('evidence.by', { by: file.by, at: givenAt() }) }}</span>
    </p>
    @if (file.note; as words) {
      <p>{{ words }}</p>
    }
    @for (use of file.alsoUsed; track $index) {
      <p class="twice">{{ t('evidence.alsoUsed', { title: use.title, day: day(use.at) }) }}</p>
    }
    @if (file.alsoUsedHidden > 0) {
      <p class="twice">{{ t('evidence.alsoUsedHidden', { count: file.alsoUsedHidden }) }}</p>
    }
    <div class="actions">
      @if (isPicture()) {
        <button
          type="button"
          class="action"
          [attr.aria-expanded]="picture() !== null"
          [attr.aria-label]="
            t(picture() === null ? 'evidence.showOf' : 'evidence.hideOf', { name: file.fileName })
          "
          [disabled]="looking.busy()"
          (click)="look()"
        >
          {{ t(looking.busy() ? 'state.loading' : picture() === null ? 'evidence.show' : 'evidence.hide') }}
        </button>
      }
      <a
        class="action"
        download
        [href]="address()"
        [attr.aria-label]="t('evidence.saveOf', { name: file.fileName })"
        >{{ t('evidence.save') }}</a
      >
      @if (file.mayRemove) {
        <button
          type="button"
          class="action quiet"
          aria-haspopup="dialog"
          [attr.aria-label]="t('evidence.removeOf', { name: file.fileName })"
          (click)="asked.set(true)"
        >
          {{ t('evidence.remove') }}
        </button>
      }
    </div>
    <p class="trouble" role="alert">{{ looking.trouble() }}</p>
    @if (picture(); as source) {
      <img [src]="source" [alt]="t('evidence.picture', { name: file.fileName })" />
    }
    <details class="note">
      <summary>{{ t('evidence.fingerprint') }}</summary>
      <code>{{ file.hash }}</code>
    </details>
    @if (asked()) {
      <pandu-form-dialog
        [heading]="t('evidence.removeTitle')"
        [verb]="t('evidence.remove')"
        [busy]="removing.busy()"
        [trouble]="removing.trouble()"
        (confirmed)="remove()"
        (closed)="asked.set(false)"
      >
        <p>{{ t('evidence.removeText', { name: file.fileName }) }}</p>
        <label class="field"
          ><span>{{ t('evidence.reason') }}</span>
          <textarea
            class="input"
            rows="3"
            maxlength="500"
            [value]="reason()"
            (input)="reason.set(text($event))"
          ></textarea>
        </label>
      </pandu-form-dialog>
    }
  `,
  styles: `
    :host {
      display: block;
      padding: 12px 0;
      border-bottom: 1px solid var(--hair);
    }
    .name {
      font-weight: 600;
      overflow-wrap: anywhere;
    }
    .facts {
      display: flex;
      flex-wrap: wrap;
      gap: 0 14px;
    }
    .twice {
      font: var(--table);
      color: var(--memburuk);
    }
    p:not(.note) {
      max-width: 68ch;
      overflow-wrap: anywhere;
    }
    .actions {
      margin-top: 4px;
    }
    img {
      display: block;
      max-width: 100%;
      max-height: 70vh;
      margin: 8px 0;
      border: 1px solid var(--hair);
    }
    summary {
      cursor: pointer;
      width: fit-content;
    }
    code {
      overflow-wrap: anywhere;
    }
    .trouble {
      color: var(--memburuk);
    }
  `,
})
export class EvidenceLine {
  readonly evidence = input.required<Evidence>();
  /** It is no longer evidence here. */
  readonly removed = output();

  private readonly api = inject(EvidenceApi);
  private readonly formats = inject(Formats);
  private readonly session = inject(Session);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly looking = task();
  protected readonly removing = task();
  protected readonly asked = signal(false);
  protected readonly reason = signal('');
  /** Address of the picture while it is looked at. */
  protected readonly picture = signal<string | null>(null);

  protected readonly isPicture = computed(() => this.evidence().mediaType.startsWith('image/'));
  protected readonly address = computed(() => evidenceAddress(this.evidence().id));
  protected readonly kind = computed(() =>
    this.t(`evidence.kinds.${this.evidence().mediaType.split(/[/.]/).at(-1) ?? ''}`),
  );
  protected readonly size = computed(() => sizeText(this.evidence().bytes, this.formats.now, this.t));
  protected readonly givenAt = computed(() =>
    this.formats.now.instant(this.evidence().at, this.session.timeZone()),
  );
  /** By the camera's clock, whose zone nobody knows: the day and the time as they are. */
  protected readonly taken = computed(() => {
    const { takenAt } = this.evidence();
    if (takenAt === null) return null;
    return `${this.formats.now.date(takenAt.slice(0, 10))} ${takenAt.slice(11, 16).replace(':', '.')}`;
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => this.putAway());
  }

  protected day(at: string): string {
    return this.formats.now.date(todayIn(this.session.timeZone(), new Date(at)));
  }

  protected async look(): Promise<void> {
    if (this.picture() !== null) return this.putAway();
    const got = await this.looking.run(() => this.api.picture(this.evidence().id));
    if (got !== undefined) this.picture.set(URL.createObjectURL(got.result));
  }

  protected async remove(): Promise<void> {
    const reason = this.reason().trim();
    if (reason.length < 3) return this.removing.refuse(this.t('evidence.needsReason'));
    const done = await this.removing.run(() => this.api.remove(this.evidence().id, reason));
    if (done === undefined) return;
    this.asked.set(false);
    this.removed.emit();
  }

  private putAway(): void {
    const address = this.picture();
    if (address !== null) URL.revokeObjectURL(address);
    this.picture.set(null);
  }
}
