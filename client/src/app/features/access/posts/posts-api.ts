import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { type Handover, type Post, handoverSchema, listPosts, postSchema } from '#contract/people';
import { type Role, can, seesWholeKabupaten } from '#domain/permissions';
import { API } from '../../../core/api.ts';
import { type Live, liveResource } from '../../../core/live-resource.ts';

export type { Handover, Post };
export type Holder = Post['holders'][number];
type Posts = ReturnType<typeof listPosts.answer.parse>;

/** All posts of the kabupaten with their holders; asked for while `wanted` is true. */
export function livePosts(wanted: () => boolean = () => true): Live<Posts> {
  return liveResource(() => (wanted() ? { path: '/posts' } : null), listPosts.answer);
}

/** What is open at a post when its holder changes. */
export function liveHandover(post: () => string): Live<Handover> {
  return liveResource(() => ({ path: `/posts/${encodeURIComponent(post())}/handover` }), handoverSchema);
}

/** What an administrator does with posts. Every call throws the `HttpErrorResponse` of a refusal. */
@Injectable({ providedIn: 'root' })
export class PostsApi {
  private readonly http = inject(HttpClient);

  async add(post: {
    readonly title: string;
    readonly role: Role;
    readonly unit: string | null;
  }): Promise<Post> {
    return postSchema.parse(await firstValueFrom(this.http.post(`${API}/posts`, post)));
  }

  async change(
    id: string,
    change: { readonly title?: string; readonly closedOn?: string | null },
  ): Promise<Post> {
    return postSchema.parse(await firstValueFrom(this.http.patch(address(id), change)));
  }

  async appoint(
    id: string,
    holder: {
      readonly username: string;
      readonly capacity: 'tetap' | 'plt' | 'plh';
      readonly from: string;
      readonly to: string | null;
      readonly letter: string | null;
    },
  ): Promise<Post> {
    return postSchema.parse(await firstValueFrom(this.http.post(`${address(id)}/holders`, holder)));
  }

  /** Ends a holder's time; `to` is the first day without the post. */
  async end(id: string, holder: string, to: string): Promise<Post> {
    const path = `${address(id)}/holders/${encodeURIComponent(holder)}`;
    return postSchema.parse(await firstValueFrom(this.http.patch(path, { to })));
  }
}

function address(id: string): string {
  return `${API}/posts/${encodeURIComponent(id)}`;
}

/** The holder on `day`: its holder proper, and who stands in for it. Ajudan only read and hold nothing. */
export function holdersOn(post: Pick<Post, 'holders'>, day: string): readonly Holder[] {
  return post.holders.filter(
    ({ capacity, from, to }) => capacity !== 'ajudan' && from <= day && (to === null || day < to),
  );
}

/** True for roles that see one unit with what is below it: their post needs a unit. */
export function needsUnit(role: Role): boolean {
  return can(role, 'measures:read') && !seesWholeKabupaten(role);
}
