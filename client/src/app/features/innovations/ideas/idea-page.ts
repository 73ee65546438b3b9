import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { Session } from '../../../core/session.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { IdeaDecision } from './idea-decision.ts';
import { type Idea, liveIdea } from './ideas-api.ts';
import { InnovationPath } from '../innovation-path.ts';

/** One idea: what it answers, what its trial is to show, every decision with its reason, and the next one. */
@Component({
  selector: 'pandu-idea-page',
  imports: [IdeaDecision, InnovationPath, ProblemNote, RouterLink, Skeleton],
  templateUrl: './idea-page.html',
  styleUrls: ['../innovations.css', './ideas.css'],
})
export class IdeaPage {
  readonly id = input.required<string>();

  private readonly formats = inject(Formats);
  private readonly session = inject(Session);
  protected readonly t = inject(Language).t;
  protected readonly idea = liveIdea(() => this.id());
  protected readonly mayWrite = computed(() => this.session.can('innovations:write'));
  /** The road as far as it leads: an idea that ended has its end as the last stage. */
  protected readonly road = computed(() => {
    const idea = this.idea.value();
    if (idea === undefined) return [];
    const tried = idea.stage !== 'gagasan' && idea.trialQuestion !== null;
    const stages =
      idea.stage === 'dihentikan'
        ? (['gagasan', ...(tried ? (['uji-coba'] as const) : []), 'dihentikan'] as const)
        : (['gagasan', 'uji-coba', 'penerapan'] as const);
    const at = stages.findIndex((stage) => stage === idea.stage);
    return stages.map((stage, index) => ({ stage, passed: index < at, here: index === at }));
  });

  protected instant(at: string): string {
    return this.formats.now.instant(at, this.session.timeZone());
  }

  protected trial(idea: Idea): string {
    const day = idea.trialUntil === null ? '' : this.formats.now.date(idea.trialUntil);
    if (idea.stage !== 'uji-coba') return this.t('ideas.trialWas', { day });
    return this.t(idea.trialOver ? 'ideas.trialOver' : 'ideas.trialUntil', { day });
  }
}
