import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Directory } from '../../core/directory.ts';
import { Formats } from '../../core/formats.ts';
import { Language } from '../../core/language.ts';
import { Selection } from '../../core/selection.ts';
import { BigNumber } from '../../ui/big-number.ts';
import { ProblemNote } from '../../ui/problem-note.ts';
import { Skeleton } from '../../ui/skeleton.ts';
import { PagePath } from '../../ui/page-path.ts';
import { PilotAcceleration } from './acceleration/acceleration.ts';
import { changedProgramme, closedProgramme } from './asking/programme-questions.ts';
import { QuestionDialog } from './asking/question-dialog.ts';
import { ProgrammeCurve } from './curve/programme-curve.ts';
import { MilestoneTable } from './milestones/milestone-table.ts';
import { livePilot } from './pilots-api.ts';
import { PilotDocuments } from './surroundings/documents.ts';
import { PilotObstacles } from './surroundings/obstacles.ts';
import { PilotPoints } from './surroundings/points.ts';
import { PilotVisits } from './surroundings/visits.ts';

/** One pilot programme whole: where it stands against its plan, its milestones, and everything around them. */
@Component({
  selector: 'pandu-pilot-page',
  imports: [
    BigNumber,
    MilestoneTable,
    PagePath,
    PilotAcceleration,
    PilotDocuments,
    PilotObstacles,
    PilotPoints,
    PilotVisits,
    ProblemNote,
    ProgrammeCurve,
    QuestionDialog,
    Skeleton,
  ],
  templateUrl: './pilot-page.html',
  styleUrl: './pilot-page.css',
})
export class PilotPage {
  /** From the address. */
  readonly id = input.required<string>();

  private readonly directory = inject(Directory);
  private readonly formats = inject(Formats);
  protected readonly selection = inject(Selection);
  protected readonly t = inject(Language).t;
  protected readonly live = livePilot(() => this.id());
  protected readonly asking = signal<'change' | 'close' | null>(null);
  protected readonly mayManage = computed(() => {
    const programme = this.live.value();
    return programme !== undefined && programme.closedOn === null && programme.actions.includes('manage');
  });
  /** What is said about the programme beside its one number. */
  protected readonly facts = computed(() => {
    const programme = this.live.value();
    if (programme === undefined) return [];
    const { signedShare, plannedShare, firstPlannedShare, startsOn, endsOn, closedOn, forecast } = programme;
    const lastFinish =
      programme.milestoneList
        .map(({ plan }) => plan.finishOn)
        .toSorted()
        .at(-1) ?? null;
    const share = (key: string, value: number | null): { label: string; text: string }[] =>
      value === null ? [] : [{ label: this.t(key), text: this.formats.now.share(value, 0) }];
    const text = (key: string, value: string | null): { label: string; text: string }[] =>
      value === null ? [] : [{ label: this.t(key), text: value }];
    const day = (of: string | null): string | null => (of === null ? null : this.formats.now.date(of));
    return [
      ...share('pilots.fact.signed', signedShare),
      ...share('pilots.fact.planned', plannedShare),
      ...share('pilots.fact.firstPlanned', firstPlannedShare),
      ...(forecast.pace === null
        ? []
        : text(
            'pilots.fact.pace',
            this.t('pilots.fact.paceOf', { share: this.formats.now.share(forecast.pace, 1) }),
          )),
      ...text('pilots.fact.starts', day(startsOn)),
      ...text('pilots.fact.lastFinish', day(lastFinish)),
      ...text('pilots.fact.ends', day(endsOn)),
      ...text('pilots.fact.closed', day(closedOn)),
      ...text('pilots.fact.service', programme.service?.name ?? null),
      ...text('pilots.fact.legalBasis', programme.legalBasis),
    ];
  });
  protected readonly progress = computed(() => {
    const share = this.live.value()?.progressShare ?? null;
    return share === null ? null : this.formats.now.share(share, 0);
  });
  protected readonly question = computed(() => {
    const programme = this.live.value();
    if (programme === undefined) return null;
    const services = (this.directory.services() ?? []).map(({ code, name }) => ({
      value: code,
      label: name,
    }));
    switch (this.asking()) {
      case 'change':
        return changedProgramme(this.t, programme, services);
      case 'close':
        return closedProgramme(this.t, programme);
      case null:
        return null;
    }
  });

  constructor() {
    effect(() => {
      if (this.asking() === 'change') this.directory.need('services');
    });
  }

  protected saved(): void {
    this.asking.set(null);
    this.live.reload();
  }
}
