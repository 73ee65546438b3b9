import { HttpClient } from '@angular/common/http';
import { Injectable, computed, inject } from '@angular/core';
import { firstValueFrom, map } from 'rxjs';
import type * as z from 'zod';
import {
  type FollowUpPlan,
  type FollowUpPlans,
  followUpPlanSchema,
  followUpPlansSchema,
  type makeFollowUpPlan,
  planOwnersSchema,
} from '#contract/follow-up-plans';
import { type Breakdown, type Series, breakdownSchema, seriesSchema } from '#contract/measures';
import { listSurveyResponses } from '#contract/survey-responses';
import { IKM_INSTRUMENTS } from '#domain/ikm/instruments';
import type { MeasureId } from '#domain/measures';
import { API } from '../../core/api.ts';
import { type Live, liveResource } from '../../core/live-resource.ts';
import { Selection } from '../../core/selection.ts';

export type { FollowUpPlan, FollowUpPlans };
export type NewPlan = z.infer<(typeof makeFollowUpPlan)['body']>;
export type PlanOwner = z.infer<typeof planOwnersSchema>['items'][number];
export type SurveyForms = z.infer<typeof listSurveyResponses.answer>;

/** Plans of a unit on one page: more than anybody keeps open. */
const PLANS = '200';
/** The newest forms that are looked through for suggestions. */
const FORMS = '100';
/** Before the first instrument there were no surveys. */
const FIRST_YEAR = IKM_INSTRUMENTS[0]?.validFrom.slice(0, 4) ?? '2004';

/** The selection without its channel, which surveys do not know: what stands beside them is of the same cases. */
function withoutChannel(query: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(query).filter(([name]) => name !== 'channel'));
}

/** A measure of the selection by service, through every channel. */
export function liveByService(measure: MeasureId): Live<Breakdown> {
  const selection = inject(Selection);
  return liveResource(
    () => ({
      path: `/measures/${measure}/breakdown`,
      query: { ...withoutChannel(selection.query()), by: 'service' },
    }),
    breakdownSchema,
  );
}

/** The score of the selected unit and service, year by year since there have been surveys. */
export function liveHistory(): Live<Series> {
  const selection = inject(Selection);
  const request = computed(() => {
    const { unit, service } = selection.values();
    return {
      path: '/measures/ikm/series',
      query: {
        from: `${FIRST_YEAR}-01-01`,
        to: selection.today(),
        grain: 'year',
        field: 'score',
        ...(unit === null ? {} : { unit }),
        ...(service === null ? {} : { service }),
      },
    };
  });
  return liveResource(request, seriesSchema);
}

/** The follow-up plans of the selected unit, of those below it, and of the selected service. */
export function livePlans(): Live<FollowUpPlans> {
  const selection = inject(Selection);
  return liveResource(() => {
    const { unit, service } = selection.values();
    return {
      path: '/follow-up-plans',
      query: {
        limit: PLANS,
        ...(unit === null ? {} : { unit }),
        ...(service === null ? {} : { service }),
      },
    };
  }, followUpPlansSchema);
}

/** The newest forms that the score of the selection is made of. */
export function liveNewestForms(): Live<SurveyForms> {
  const selection = inject(Selection);
  return liveResource(
    () => ({
      path: '/survey-responses',
      query: { ...withoutChannel(selection.query()), count: 'ikm.respondents', limit: FORMS },
    }),
    listSurveyResponses.answer,
  );
}

/** Making a follow-up plan, and saying that it was carried out. Everything throws the refusal of the server. */
@Injectable({ providedIn: 'root' })
export class FollowUpPlansApi {
  private readonly http = inject(HttpClient);

  /** The posts that can answer for a plan of a unit, who heads it first. */
  async owners(unit: string): Promise<readonly PlanOwner[]> {
    const answer = this.http.get(`${API}/follow-up-plans/owners`, { params: { unit } });
    return (await firstValueFrom(answer.pipe(map((body) => planOwnersSchema.parse(body))))).items;
  }

  async make(plan: NewPlan): Promise<FollowUpPlan> {
    return this.post('/follow-up-plans', plan);
  }

  async finish(id: string, result: string): Promise<FollowUpPlan> {
    return this.post(`/follow-up-plans/${id}/done`, { result });
  }

  private async post(path: string, body: unknown): Promise<FollowUpPlan> {
    const answer = this.http.post(`${API}${path}`, body);
    return firstValueFrom(answer.pipe(map((value) => followUpPlanSchema.parse(value))));
  }
}
