import { HttpClient } from '@angular/common/http';
import { Injectable, type Signal, inject, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type * as z from 'zod';
import { listCalendars } from '#contract/structure/calendars';
import { listKeptServices } from '#contract/structure/services';
import { listSessions } from '#contract/structure/sessions';
import { type StructureOutcome, structureOutcomeSchema } from '#contract/structure/structure-change';
import { listTargets } from '#contract/structure/targets';
import { listKeptUnits } from '#contract/structure/units';
import { API } from '../../core/api.ts';
import { type Live, liveResource } from '../../core/live-resource.ts';
import { type Task, task } from '../../core/task.ts';

/** What the structure's routes answer. */
type Answer<Body extends z.ZodType> = z.infer<Body>;

export function liveUnits(): Live<Answer<typeof listKeptUnits.answer>> {
  return liveResource(() => ({ path: '/structure/units' }), listKeptUnits.answer);
}

export function liveServices(): Live<Answer<typeof listKeptServices.answer>> {
  return liveResource(() => ({ path: '/structure/services' }), listKeptServices.answer);
}

export function liveCalendars(): Live<Answer<typeof listCalendars.answer>> {
  return liveResource(() => ({ path: '/structure/calendars' }), listCalendars.answer);
}

export function liveSessions(
  query: () => Readonly<Record<string, string>>,
): Live<Answer<typeof listSessions.answer>> {
  return liveResource(() => ({ path: '/structure/sessions', query: query() }), listSessions.answer);
}

export function liveTargets(): Live<Answer<typeof listTargets.answer>> {
  return liveResource(() => ({ path: '/structure/targets' }), listTargets.answer);
}

/** Changes of units, services, calendars, sessions and targets. Everything throws the refusal. */
@Injectable({ providedIn: 'root' })
export class StructureApi {
  private readonly http = inject(HttpClient);

  /** @param path below `/structure`; parts are encoded by the caller */
  async send(
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    body: unknown,
    query: Readonly<Record<string, string>> = {},
  ): Promise<StructureOutcome> {
    const answer = this.http.request(method, `${API}/structure${path}`, { body, params: { ...query } });
    return structureOutcomeSchema.parse(await firstValueFrom(answer));
  }
}

/** A form that first asks what would follow, shows it, and only then saves. */
export interface TrialTask {
  readonly task: Task;
  /** What would follow; null before it was asked, and again after every change of the form. */
  readonly outcome: Signal<StructureOutcome | null>;
  reset(): void;
  /** Asks what would follow, or, when that is shown, saves; the outcome of the saving, else undefined. */
  submit(
    call: (query: Readonly<Record<string, string>>) => Promise<StructureOutcome>,
  ): Promise<StructureOutcome | undefined>;
}

/** Call it in an injection context. */
export function trialTask(): TrialTask {
  const work = task();
  const outcome = signal<StructureOutcome | null>(null);
  return {
    task: work,
    outcome,
    reset: () => {
      outcome.set(null);
      work.clear();
    },
    submit: async (call) => {
      const isTrial = outcome() === null;
      const answer = await work.run(() => call(isTrial ? { dryRun: 'true' } : {}));
      if (answer === undefined) {
        outcome.set(null);
        return undefined;
      }
      if (!isTrial) return answer.result;
      outcome.set(answer.result);
      return undefined;
    },
  };
}
