import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom, map } from 'rxjs';
import type * as z from 'zod';
import {
  type Endorsement,
  type FollowKind,
  type FollowNews,
  type Follows,
  type ForumPost,
  type ForumQuestion,
  type ModeratedPost,
  listFollows,
  listModeration,
  readForum,
  setFollow,
} from '#contract/innovations/forum';
import { API } from '../../../core/api.ts';
import { type Live, liveResource } from '../../../core/live-resource.ts';
import { type PagedList, pagedList } from '../../../core/paged-list.ts';

export type { Endorsement, FollowKind, FollowNews, Follows, ForumPost, ForumQuestion, ModeratedPost };
export type Forum = z.infer<typeof readForum.answer>;
export type Moderation = z.infer<typeof listModeration.answer>;

/** What is asked, answered and recommended at an entry. */
export function liveForum(entry: () => string): PagedList<ForumQuestion, Forum> {
  return pagedList(() => ({ path: `/innovations/${entry()}/forum` }), readForum.answer);
}

/** What waits for a moderator, or what is hidden. */
export function liveModeration(show: () => 'waiting' | 'hidden'): PagedList<ModeratedPost, Moderation> {
  return pagedList(
    () => ({ path: '/innovation-moderation', query: { show: show() } }),
    listModeration.answer,
  );
}

export function liveFollows(): Live<Follows> {
  return liveResource(() => ({ path: '/innovation-follows' }), listFollows.answer);
}

/** What is written in the forum. Everything throws the refusal. */
@Injectable({ providedIn: 'root' })
export class ForumApi {
  private readonly http = inject(HttpClient);

  ask(entry: string, body: string): Promise<unknown> {
    return firstValueFrom(this.http.post(`${API}/innovations/${entry}/forum/posts`, { body }));
  }

  answer(entry: string, question: string, body: string): Promise<unknown> {
    return firstValueFrom(
      this.http.post(`${API}/innovations/${entry}/forum/posts`, { body, answers: question }),
    );
  }

  endorse(entry: string, reason: string): Promise<unknown> {
    return firstValueFrom(this.http.put(`${API}/innovations/${entry}/endorsement`, { reason }));
  }

  withdraw(entry: string): Promise<unknown> {
    return firstValueFrom(this.http.delete(`${API}/innovations/${entry}/endorsement`));
  }

  report(post: string, reason: string): Promise<unknown> {
    return firstValueFrom(this.http.post(`${API}/innovation-posts/${post}/reports`, { reason }));
  }

  moderate(post: string, decision: 'hidden' | 'kept', reason: string): Promise<unknown> {
    return firstValueFrom(this.http.put(`${API}/innovation-posts/${post}/moderation`, { decision, reason }));
  }

  /** Begins or ends to follow. @returns what holds now */
  follow(kind: FollowKind, key: string, follow: boolean): Promise<boolean> {
    const answer = this.http.put(`${API}/innovation-follows`, { kind, key, follow });
    return firstValueFrom(answer.pipe(map((body) => setFollow.answer.parse(body).followed)));
  }
}
