import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom, map } from 'rxjs';
import type * as z from 'zod';
import {
  type Acceleration,
  type Milestone,
  type Programme,
  type ProgrammeLine,
  programmeSchema,
} from '#contract/pilots/programme';
import { listPilots, readAcceleration, readPilot } from '#contract/pilots/programmes';
import { listPilotPosts } from '#contract/pilots/surroundings';
import { API } from '../../core/api.ts';
import { type Live, liveResource } from '../../core/live-resource.ts';

export type { Acceleration, Milestone, Programme, ProgrammeLine };
export type Obstacle = Programme['obstacles'][number];
export type PilotDocument = Programme['documents'][number];
export type PilotPoint = Programme['points'][number];
export type PilotPost = z.infer<typeof listPilotPosts.answer>['items'][number];

/** The programmes in scope; those that were closed only where asked for. */
export function livePilots(
  wanted: () => { readonly unit: string | null; readonly closed: boolean },
): Live<z.infer<typeof listPilots.answer>> {
  return liveResource(() => {
    const { unit, closed } = wanted();
    return {
      path: '/pilots',
      query: { ...(unit === null ? {} : { unit }), ...(closed ? { closed: 'true' } : {}) },
    };
  }, listPilots.answer);
}

export function livePilot(id: () => string): Live<Programme> {
  return liveResource(() => ({ path: `/pilots/${encodeURIComponent(id())}` }), readPilot.answer);
}

export function liveAcceleration(id: () => string): Live<Acceleration> {
  return liveResource(
    () => ({ path: `/pilots/${encodeURIComponent(id())}/acceleration` }),
    readAcceleration.answer,
  );
}

/** What is sent about a programme: to which path below `/pilots`, and the body. */
export interface PilotRequest {
  readonly method: 'POST' | 'PUT' | 'PATCH';
  readonly path: string;
  readonly body: object;
}

/** Changes of programmes. Everything throws the refusal. */
@Injectable({ providedIn: 'root' })
export class PilotsApi {
  private readonly http = inject(HttpClient);

  /** Every change answers with the whole programme as it is afterwards. */
  async send({ method, path, body }: PilotRequest): Promise<Programme> {
    const answer = this.http.request(method, `${API}/pilots${path}`, { body });
    return firstValueFrom(answer.pipe(map((value) => programmeSchema.parse(value))));
  }

  /** The posts that an obstacle can belong to, or help can be asked of. */
  async posts(id: string): Promise<readonly PilotPost[]> {
    const answer = this.http.get(`${API}/pilots/${encodeURIComponent(id)}/posts`);
    return (await firstValueFrom(answer.pipe(map((body) => listPilotPosts.answer.parse(body))))).items;
  }
}
