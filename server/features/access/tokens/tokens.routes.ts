import type { IRouter } from 'express';
import { createToken, listTokens, revokeToken } from '#contract/people';
import { can, FOR_PROGRAMS } from '#domain/permissions';
import { bindRoute } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { atDesk, officeOf, type PeopleDeps } from '../people/people-desk.repository.ts';
import { requirePost, type PostRecord } from '../posts/posts.queries.ts';
import { insertToken, readTokens, revokeTokenAt } from './tokens.repository.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Tokens by which programs act in a post: made, listed and revoked by an administrator. */
export function tokenRoutes(router: IRouter, deps: PeopleDeps): void {
  bindRoute(router, listTokens, async ({ person }) => ({
    items: await readTokens(deps.database, officeOf(person, deps.clock)),
  }));

  bindRoute(router, createToken, async ({ body, person, request }) =>
    atDesk(deps, { person, request }, 'refused', async (desk) => {
      const post = await requirePost(desk.transaction, desk, body.post, 400);
      if (post.closedOn !== null && post.closedOn <= desk.today)
        throw new ProblemException(409, 'post-closed', { title: post.title, date: post.closedOn });
      const permissions = [...new Set(body.permissions)];
      requireWithin(post, permissions);
      const expiresAt = new Date(Date.parse(desk.now) + body.days * DAY).toISOString();
      const { id, text } = await insertToken(desk, post, { name: body.name, permissions, expiresAt });
      const [token] = await readTokens(desk.transaction, desk, id);
      if (!token) throw new Error('a token was written and is not there');
      return { ...token, token: text };
    }),
  );

  bindRoute(router, revokeToken, async ({ params, ...call }) =>
    atDesk(deps, call, 'refused', async (desk) => {
      const [token] = await readTokens(desk.transaction, desk, params.id);
      if (!token) throw new ProblemException(404, 'token-not-found');
      await revokeTokenAt(desk, token);
      return undefined;
    }),
  );
}

/** A token never does more than its post, and nothing that needs a person. */
function requireWithin(post: PostRecord, permissions: readonly string[]): void {
  for (const permission of permissions) {
    const known = FOR_PROGRAMS.find((each) => each === permission);
    if (known === undefined || !can(post.role, known))
      throw new ProblemException(400, 'permission-beyond-post', { title: post.title, permission });
  }
}
