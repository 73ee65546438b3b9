import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { KeptService, Standard } from '#contract/structure/services';
import type { StructureOutcome } from '#contract/structure/structure-change';
import { type ComponentCode, STANDARD_COMPONENTS } from '#domain/standards/standard-components';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { isIsoDate } from '../../../core/period.ts';
import { Selection } from '../../../core/selection.ts';
import { DayField } from '../../../ui/day-field.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { EffectsNote } from '../effects-note.ts';
import { StructureApi, liveServices, trialTask } from '../structure-api.ts';
import { StructureHead } from '../structure-head.ts';
import { StructureWords } from '../structure-words.ts';
import { standardInForce } from './standard-review.ts';

type Forum = NonNullable<Standard['consultation']>;
const NO_FORUM: Forum = { heldOn: '', participants: '', minutes: '', agreedChanges: '', followUp: '' };

/** A version of a standard: a new one, begun with what is in force, or one that is there (`versi` in the address). */
@Component({
  selector: 'pandu-standard-page',
  imports: [DayField, EffectsNote, ProblemNote, RouterLink, Skeleton, StructureHead],
  templateUrl: './standard-page.html',
  styleUrl: '../structure.css',
  styles: `
    .form {
      max-width: 44em;
    }
    .buttons {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px 20px;
    }
  `,
})
export class StandardPage {
  readonly code = input.required<string>();
  readonly versi = input<string>();

  private readonly api = inject(StructureApi);
  private readonly formats = inject(Formats);
  private readonly router = inject(Router);
  private readonly selection = inject(Selection);
  private readonly words = inject(StructureWords);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly services = liveServices();
  protected readonly saving = trialTask();
  protected readonly groups = [
    { id: 'published', components: STANDARD_COMPONENTS.filter(({ published }) => published) },
    { id: 'internal', components: STANDARD_COMPONENTS.filter(({ published }) => !published) },
  ];
  protected readonly forumParts = ['participants', 'minutes', 'agreedChanges', 'followUp'] as const;
  /** The service as it was when the form opened: what is typed stays when somebody else changes something. */
  protected readonly service = linkedSignal<KeptService | null, KeptService | null>({
    source: () => this.services.value()?.items.find(({ code }) => code === this.code()) ?? null,
    computation: (now, previous) => (previous?.value?.code === this.code() ? previous.value : now),
  });
  private readonly begun = computed<Standard | null>(() => {
    const standards = this.service()?.standards ?? [];
    return this.versi() === undefined
      ? (standardInForce(standards, this.selection.today()) ?? standards[0] ?? null)
      : (standards.find(({ validFrom }) => validFrom === this.versi()) ?? null);
  });
  protected readonly from = linkedSignal<string>(() => this.versi() ?? this.selection.today());
  protected readonly unit = linkedSignal<string>(() => this.begun()?.promise.unit ?? 'working-days');
  protected readonly amount = linkedSignal<string>(() => this.typed(this.begun()?.promise.amount ?? null));
  protected readonly fee = linkedSignal<string>(() => this.typed(this.begun()?.fee ?? null));
  protected readonly legalBasis = linkedSignal<string>(() => this.begun()?.legalBasis ?? '');
  protected readonly components = linkedSignal<Standard['components']>(() => this.begun()?.components ?? {});
  protected readonly forum = linkedSignal<Forum>(() =>
    this.versi() === undefined ? NO_FORUM : (this.begun()?.consultation ?? NO_FORUM),
  );
  protected readonly heading = computed(() =>
    this.t(this.versi() === undefined ? 'structure.services.newVersion' : 'structure.services.editVersion', {
      day: this.formats.now.date(this.versi() ?? this.selection.today()),
    }),
  );
  protected readonly sentences = computed(() => {
    const promise = this.promise();
    if (promise === null || !isIsoDate(this.from())) return [];
    return [
      this.t('structure.services.willPromise', {
        day: this.formats.now.date(this.from()),
        promise: this.words.promise(promise),
      }),
      this.t('structure.services.closedKeep'),
    ];
  });

  protected write(code: ComponentCode, text: string): void {
    this.components.update((components) => ({ ...components, [code]: text }));
  }

  protected writeForum(part: keyof Forum, text: string): void {
    this.forum.update((forum) => ({ ...forum, [part]: text }));
  }

  protected async submit(): Promise<void> {
    const { task } = this.saving;
    const service = this.service();
    const promise = this.promise();
    const fee = readNumber(this.fee());
    const forum = this.forum();
    if (service === null) return;
    if (!isIsoDate(this.from())) return task.refuse(this.t('period.invalid'));
    if (promise === null) return task.refuse(this.t('structure.services.promiseMissing'));
    if (this.fee().trim() !== '' && fee === null) return task.refuse(this.t('structure.services.feeWrong'));
    const hasForum = Object.values(forum).some((text) => text.trim() !== '');
    if (hasForum && (!isIsoDate(forum.heldOn) || forum.participants.trim().length < 3))
      return task.refuse(this.t('structure.fkp.incomplete'));
    const path = `/services/${encodeURIComponent(service.code)}/standards/${this.from()}`;
    const body = {
      version: service.version,
      promise,
      fee,
      legalBasis: this.legalBasis().trim() === '' ? null : this.legalBasis().trim(),
      components: this.components(),
      consultation: hasForum ? forum : null,
    };
    const outcome = await this.saving.submit((query) => this.api.send('PUT', path, body, query));
    if (outcome !== undefined) await this.leave(service, outcome);
  }

  private async leave(service: KeptService, outcome: StructureOutcome): Promise<void> {
    await this.router.navigate(['/pengaturan/layanan', service.code], {
      queryParams: { versi: outcome.key },
      state: { done: this.words.saved(outcome) },
    });
  }

  private promise(): Standard['promise'] | null {
    const amount = readNumber(this.amount());
    if (amount === null || amount <= 0 || amount > 10_000) return null;
    const unit = this.unit();
    return { unit: unit === 'minutes' || unit === 'working-hours' ? unit : 'working-days', amount };
  }

  private typed(value: number | null): string {
    return value === null ? '' : String(value).replace('.', ',');
  }
}

/** A number as it is typed in Indonesia: `2`, `2,5`, `10.000`; null for anything else. */
function readNumber(text: string): number | null {
  const plain = text
    .trim()
    .replaceAll(/\.(?=\d{3}(\D|$))/g, '')
    .replace(',', '.');
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}
