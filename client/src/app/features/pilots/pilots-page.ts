import { Component, computed, effect, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { Directory } from '../../core/directory.ts';
import { Formats } from '../../core/formats.ts';
import { Language } from '../../core/language.ts';
import { Selection } from '../../core/selection.ts';
import { Breadcrumb } from '../../ui/breadcrumb.ts';
import { Mark } from '../../ui/mark.ts';
import { ProblemNote } from '../../ui/problem-note.ts';
import { Skeleton } from '../../ui/skeleton.ts';
import { newProgramme } from './asking/programme-questions.ts';
import { QuestionDialog } from './asking/question-dialog.ts';
import { programmeMark, progressText } from './pilot-words.ts';
import { type Programme, type ProgrammeLine, livePilots } from './pilots-api.ts';
import { PlanBar } from './plan-bar.ts';

/** The pilot programmes in scope, one line each: how far, against which plan, what stands in the way. */
@Component({
  selector: 'pandu-pilots-page',
  imports: [Breadcrumb, Mark, PlanBar, ProblemNote, QuestionDialog, RouterLink, Skeleton],
  templateUrl: './pilots-page.html',
  styleUrl: './pilots-page.css',
})
export class PilotsPage {
  protected readonly t = inject(Language).t;
  protected readonly selection = inject(Selection);
  private readonly directory = inject(Directory);
  private readonly formats = inject(Formats);
  private readonly router = inject(Router);
  private readonly parameters = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });

  /** True when the address asks for the programmes that were closed as well. */
  protected readonly closed = computed(() => this.parameters().get('tutup') === '1');
  protected readonly pilots = livePilots(() => ({ unit: this.selection.unit(), closed: this.closed() }));
  protected readonly adding = signal(false);
  protected readonly lines = computed(() => this.pilots.value()?.items);
  protected readonly mayManage = computed(() => this.pilots.value()?.mayManage ?? false);
  /** The finding of the page: how many there are, and how many of them wait for something. */
  protected readonly heading = computed(() => {
    const running = (this.lines() ?? []).filter(({ closedOn }) => closedOn === null);
    if (running.length === 0) return this.t('pilots.heading.none');
    const late = running.filter((line) => programmeMark(line) === 'worse').length;
    const key = late === 0 ? 'calm' : 'late';
    return this.t(`pilots.heading.${key}${running.length === 1 ? 'One' : ''}`, {
      count: this.formats.now.number(running.length),
      late: this.formats.now.number(late),
    });
  });
  protected readonly question = computed(() =>
    newProgramme(this.t, {
      units: (this.directory.units() ?? []).map(({ code, name, depth }) => ({
        value: code,
        label: `${'\u2003'.repeat(depth)}${name}`,
      })),
      services: (this.directory.services() ?? []).map(({ code, name }) => ({ value: code, label: name })),
      today: this.selection.today(),
    }),
  );

  constructor() {
    effect(() => {
      if (!this.adding()) return;
      this.directory.need('units');
      this.directory.need('services');
    });
  }

  protected mark(line: ProgrammeLine): ReturnType<typeof programmeMark> {
    return programmeMark(line);
  }

  protected progress(line: ProgrammeLine): string {
    return progressText(line, this.formats.now, this.t);
  }

  /** What the sentence does not tell: obstacles, documents, the next visit. */
  protected notes(line: ProgrammeLine): readonly string[] {
    const count = (key: string, amount: number): string[] =>
      amount === 0 ? [] : [this.t(key, { count: this.formats.now.number(amount) })];
    return [
      ...(line.closedOn === null
        ? []
        : [this.t('pilots.line.closed', { day: this.formats.now.date(line.closedOn) })]),
      ...count('pilots.line.obstacles', line.openObstacles),
      ...count('pilots.line.documents', line.documentsEnding),
      ...(line.nextVisitOn === null ? [] : [this.visitNote(line.nextVisitOn)]),
    ];
  }

  private visitNote(day: string): string {
    const missed = day < this.selection.today();
    return this.t(missed ? 'pilots.line.visitMissed' : 'pilots.line.visit', {
      day: this.formats.now.date(day),
    });
  }

  protected async opened({ id }: Programme): Promise<void> {
    this.adding.set(false);
    await this.router.navigate(['/percontohan', id], { queryParams: this.selection.carried() });
  }
}
