import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Router, RouterLink, type UrlTree } from '@angular/router';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { DispositionAnswer, type DispositionAction } from '../../../ui/disposition/disposition-answer.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { Mark } from '../../../ui/mark.ts';
import { Sparkline } from '../../../ui/sparkline.ts';
import type { DecisionOwner } from '../meetings-api.ts';
import type { AgendaEntry } from './agenda-view.ts';
import { ConflictNote } from './conflict-note.ts';
import { DecisionEditor } from './decision-editor.ts';
import { MeetingKeeper } from './meeting-keeper.ts';
import type { PartOf } from './written-parts.ts';

/** One matter of the agenda on the big screen: what it is, who answers for it, its figures, and what is decided. */
@Component({
  selector: 'pandu-agenda-item',
  imports: [ConflictNote, DecisionEditor, DispositionAnswer, Mark, RouterLink, Sparkline],
  templateUrl: './agenda-item.html',
  styleUrls: ['./large-type.css', './agenda-item.css'],
})
export class AgendaItem {
  readonly entry = input.required<AgendaEntry>();
  /** Its place on the agenda, and how many there are. */
  readonly number = input.required<number>();
  readonly of = input.required<number>();
  readonly owners = input.required<readonly DecisionOwner[]>();
  readonly mayRun = input.required<boolean>();
  readonly decide = output();
  readonly undecided = output();
  readonly remove = output<PartOf<'item'> | PartOf<'decision'>>();
  /** A step was taken with the promise: the meeting is to be read anew. */
  readonly changed = output();

  private readonly router = inject(Router);
  protected readonly keeper = inject(MeetingKeeper);
  protected readonly formats = inject(Formats);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly sparkWidth = matchMedia('(max-width: 760px)').matches ? 300 : 560;
  protected readonly asked = signal<DispositionAction | null>(null);

  protected readonly item = computed(() => this.entry().item);
  /** Above the matter: what kind it is, and which of how many. */
  protected readonly kind = computed(() => {
    const { kind, promise } = this.item();
    const day = promise?.meetingOn ?? null;
    const name =
      kind === 'promise' && day !== null
        ? this.t('meetings.room.kind.promiseOf', { day: this.formats.now.date(day) })
        : this.t(`meetings.room.kind.${kind}`);
    return this.t('meetings.room.place', {
      kind: name,
      number: this.formats.now.number(this.number()),
      of: this.formats.now.number(this.of()),
    });
  });
  /** Who answers for it, since when, and the figures in a few words. */
  protected readonly facts = computed(() => {
    const { owner, since, facts, promise, sentence } = this.item();
    const said = since === null || sentence.includes(this.t('attention.sinceWord'));
    if (promise !== null)
      return [
        promise.to.title,
        ...(promise.dueOn === null
          ? []
          : [this.t('meetings.room.dueOn', { day: this.formats.now.date(promise.dueOn) })]),
        ...(promise.meetingsSince === null || promise.meetingsSince === 0
          ? []
          : [
              this.t('meetings.room.meetingsSince', {
                count: this.formats.now.number(promise.meetingsSince),
              }),
            ]),
      ];
    return [
      ...(owner === null ? [] : [owner]),
      ...(said ? [] : [this.t('attention.since', { day: this.formats.now.date(since) })]),
      ...facts,
    ];
  });
  /** Where its figures are; only a path of the product is followed. */
  protected readonly link = computed<UrlTree | null>(() => {
    const { link, promise } = this.item();
    const address = link ?? promise?.about.link ?? null;
    return address === null || !/^\/(?!\/)/.test(address) ? null : this.router.parseUrl(address);
  });
  /** What may be said of a report here and now. */
  protected readonly steps = computed(() =>
    (this.item().promise?.actions ?? []).filter((step) => step === 'close' || step === 'send-back'),
  );

  protected write(change: Partial<PartOf<'item'>['values']>): void {
    this.keeper.writeItem(this.item().id, change);
  }

  protected note(): void {
    const { outcome } = this.entry().written.values;
    this.write({ outcome: outcome === 'noted' ? null : 'noted' });
  }

  protected done(): void {
    this.asked.set(null);
    this.changed.emit();
  }
}
