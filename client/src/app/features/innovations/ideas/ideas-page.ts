import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { IDEA_STAGES } from '#domain/innovations/idea-road';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { Session } from '../../../core/session.ts';
import { task } from '../../../core/task.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { MoreButton } from '../../../ui/more-button.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { type IdeaLine, IdeasApi, liveIdeas } from './ideas-api.ts';
import { InnovationPath } from '../innovation-path.ts';

const SHORTEST = 10;

/** The laboratory: every idea of the kabupaten with its stage, and where a new one is put down. */
@Component({
  selector: 'pandu-ideas-page',
  imports: [InnovationPath, MoreButton, ProblemNote, RouterLink, Skeleton],
  templateUrl: './ideas-page.html',
  styleUrls: ['../innovations.css', './ideas.css'],
})
export class IdeasPage {
  /** Stage that the list is narrowed to. */
  readonly tahap = input<string>();

  private readonly api = inject(IdeasApi);
  private readonly router = inject(Router);
  private readonly formats = inject(Formats);
  private readonly session = inject(Session);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly stage = computed(() => IDEA_STAGES.find((known) => known === this.tahap()));
  protected readonly ideas = liveIdeas(() => this.stage());
  protected readonly answer = computed(() => this.ideas.first.value());
  protected readonly units = computed(() => this.answer()?.units ?? []);
  protected readonly title = signal('');
  protected readonly problem = signal('');
  protected readonly proposal = signal('');
  protected readonly unit = linkedSignal(() => this.units()[0]?.code ?? '');
  protected readonly sending = task();
  protected readonly heading = computed(() => {
    const answer = this.answer();
    if (answer === undefined) return this.t('ideas.title');
    const count = IDEA_STAGES.reduce((sum, each) => sum + answer.byStage[each], 0);
    return this.t(count === 0 ? 'ideas.none' : 'ideas.heading', { count: this.formats.now.number(count) });
  });
  /** The counts by stage, each of which narrows the list, or widens it again. */
  protected readonly counts = computed(() => {
    const answer = this.answer();
    if (answer === undefined) return [];
    return IDEA_STAGES.map((stage) => ({
      stage,
      label: this.t(`ideas.stage.${stage}`),
      count: this.formats.now.number(answer.byStage[stage]),
      on: this.stage() === stage,
      change: { tahap: this.stage() === stage ? null : stage },
    }));
  });

  protected by(line: IdeaLine): string {
    return this.t('ideas.by', {
      by: line.by,
      unit: line.unit.name,
      at: this.formats.now.instant(line.at, this.session.timeZone()),
    });
  }

  protected trial(line: IdeaLine): string {
    if (line.stage !== 'uji-coba' || line.trialUntil === null) return '';
    const day = this.formats.now.date(line.trialUntil);
    return this.t(line.trialOver ? 'ideas.trialOver' : 'ideas.trialUntil', { day });
  }

  protected async suggest(event: Event): Promise<void> {
    event.preventDefault();
    const idea = {
      unit: this.unit(),
      title: this.title().trim(),
      problem: this.problem().trim(),
      proposal: this.proposal().trim(),
    };
    if ([idea.title, idea.problem, idea.proposal].some(({ length }) => length < SHORTEST))
      return this.sending.refuse(this.t('ideas.form.needsWords'));
    const had = await this.sending.run(() => this.api.suggest(idea));
    if (had !== undefined) await this.router.navigate(['/inovasi/gagasan', had.result.id]);
  }
}
