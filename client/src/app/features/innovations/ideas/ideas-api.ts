import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom, map } from 'rxjs';
import type * as z from 'zod';
import {
  type Idea,
  type IdeaLine,
  ideaSchema,
  listIdeas,
  readIdea,
  type suggestIdea,
} from '#contract/innovations/ideas';
import { API } from '../../../core/api.ts';
import { type Live, liveResource } from '../../../core/live-resource.ts';
import { pagedList } from '../../../core/paged-list.ts';

export type { Idea, IdeaLine };
export type IdeaList = z.infer<typeof listIdeas.answer>;
export type NewIdea = z.infer<NonNullable<(typeof suggestIdea)['body']>>;

/** Ideas of the own kabupaten, the newest first, of one stage or of all. */
export function liveIdeas(stage: () => string | undefined): ReturnType<typeof pagedList<IdeaLine, IdeaList>> {
  return pagedList<IdeaLine, IdeaList>(() => {
    const wanted = stage();
    return { path: '/ideas', query: { limit: '50', ...(wanted === undefined ? {} : { stage: wanted }) } };
  }, listIdeas.answer);
}

export function liveIdea(id: () => string): Live<Idea> {
  return liveResource(() => ({ path: `/ideas/${encodeURIComponent(id())}` }), readIdea.answer);
}

/** Changes of ideas. Everything throws the refusal. */
@Injectable({ providedIn: 'root' })
export class IdeasApi {
  private readonly http = inject(HttpClient);

  suggest(idea: NewIdea): Promise<Idea> {
    return this.post('', idea);
  }

  /** A decision, by the last part of its path: `trial`, `application`, `stop`, `reopen`. */
  decide(id: string, step: string, body: object): Promise<Idea> {
    return this.post(`/${id}/${step}`, body);
  }

  private post(path: string, body: object): Promise<Idea> {
    return firstValueFrom(
      this.http.post(`${API}/ideas${path}`, body).pipe(map((value) => ideaSchema.parse(value))),
    );
  }
}
