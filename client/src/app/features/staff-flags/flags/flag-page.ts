import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { Selection } from '../../../core/selection.ts';
import { Session } from '../../../core/session.ts';
import { EvidenceFiles } from '../../../ui/evidence/evidence-files.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { PagePath } from '../../../ui/page-path.ts';
import { type StaffFlag, liveFlag } from '../staff-flags-api.ts';
import { type FlagStep, flagSteps } from './flag-steps.ts';
import { FlagStepForm } from './flag-step-form.ts';

type Observation = StaffFlag['evidence'][number];
type FlagRecord = Observation['records'][number];

/** More records than this are unfolded when they are asked for. */
const MOST_OPEN = 12;

/** One proposal: what it rests on, what was taken into account, its life so far, and the step that is yours. */
@Component({
  selector: 'pandu-flag-page',
  imports: [EvidenceFiles, FlagStepForm, PagePath, ProblemNote, RouterLink, Skeleton],
  templateUrl: './flag-page.html',
  styleUrl: '../staff-flags.css',
})
export class FlagPage {
  /** From the address. */
  readonly id = input.required<string>();

  private readonly session = inject(Session);
  private readonly selection = inject(Selection);
  protected readonly formats = inject(Formats);
  protected readonly t = inject(Language).t;
  protected readonly live = liveFlag(() => this.id());
  protected readonly mostOpen = MOST_OPEN;
  protected readonly said = signal('');
  protected readonly action = computed(() => this.live.value()?.actions[0] ?? null);
  protected readonly steps = computed(() => {
    const flag = this.live.value();
    return flag === undefined ? [] : flagSteps(flag, this.selection.today());
  });
  /** Records behind it that the person may open. */
  protected readonly records = computed(() => {
    const seen = new Map<string, FlagRecord>();
    for (const { records } of this.live.value()?.evidence ?? [])
      for (const record of records) seen.set(`${record.dataset}/${record.id}`, record);
    return [...seen.values()];
  });
  /** Said when the records of today no longer carry it; a withdrawn one has said so already. */
  protected readonly factsChanged = computed(() => {
    const flag = this.live.value();
    return flag !== undefined && flag.today === 'clear' && flag.withdrawn === null;
  });

  protected facts(flag: StaffFlag): readonly { label: string; text: string }[] {
    const { t } = this;
    return [
      { label: t('staffFlags.fact.staff'), text: flag.own ? t('staffFlags.you') : flag.staff.name },
      ...(flag.staff.nip === null
        ? []
        : [{ label: t('staffFlags.fact.nip'), text: t('staffFlags.nipEnd', { end: flag.staff.nip }) }]),
      { label: t('staffFlags.fact.employment'), text: t(`staffFlags.employment.${flag.staff.employment}`) },
      { label: t('table.unit'), text: flag.unit.name },
      { label: t('staffFlags.fact.period'), text: this.formats.now.days(flag.period) },
      ...(flag.expiresOn === null
        ? []
        : [{ label: t('staffFlags.fact.expires'), text: this.formats.now.date(flag.expiresOn) }]),
    ];
  }

  /** What others did, or the person did before, stands beside it and is held against nothing. */
  protected threshold(observation: Observation): string {
    if (/(Colleagues|Before)$/.test(observation.measure)) return this.t('staffFlags.noThreshold');
    return this.value(observation, observation.threshold);
  }

  protected value(observation: Observation, value: number | null): string {
    if (value === null) return this.t('staffFlags.noValue');
    switch (observation.unit) {
      case 'share':
        return this.formats.now.share(value, 1);
      case 'rupiah':
        return `Rp\u00a0${this.formats.now.number(value)}`;
      case 'minutes':
        return this.formats.now.official(value);
      case 'count':
        return this.formats.now.number(value);
    }
  }

  /** Whose turn a step is; to the person themselves just that. */
  protected turnOf(flag: StaffFlag, { key, waitsFor }: FlagStep): string {
    const isMine = flag.own && key === 'staffFlags.step.explanation';
    return this.t('staffFlags.turn.other', { who: isMine ? this.t('staffFlags.you') : waitsFor });
  }

  protected instant(at: string): string {
    return this.formats.now.instant(at, this.session.timeZone());
  }

  protected recordPath({ dataset, id }: FlagRecord): readonly string[] | null {
    if (dataset === 'service-cases') return ['/permohonan', id];
    return dataset === 'complaints' ? ['/aduan', id] : null;
  }

  protected taken(): void {
    this.said.set(this.t(`staffFlags.form.${this.action() ?? 'explain'}.done`));
    this.live.reload();
  }
}
