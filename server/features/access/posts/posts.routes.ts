import type { IRouter } from 'express';
import { addPost, appointHolder, changePost, endHolder, listPosts, type Post } from '#contract/people';
import type { Role } from '#domain/permissions';
import type { UnitTree } from '#domain/unit-tree';
import { readInScope } from '../../../platform/database/scoped.ts';
import { readStructure } from '../../../platform/database/structure.queries.ts';
import { bindRoute } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { reachOf } from '../../../platform/kabupaten/account-rules.ts';
import { atDesk, officeOf, type Office, type PeopleDeps } from '../people/people-desk.repository.ts';
import { findAppointable } from '../people/people.queries.ts';
import {
  readHolders,
  readPosts,
  requirePost,
  toHolder,
  type HolderRecord,
  type PostRecord,
} from './posts.queries.ts';
import { addPostAt, appoint, changePostAt, endTenure } from './posts.repository.ts';
import { checkEnd, refuseTooEarly } from './posts-tenure.ts';

/** Posts (jabatan) of a kabupaten, or of the installation, and who holds them from when to when. */
export function postRoutes(router: IRouter, deps: PeopleDeps): void {
  bindRoute(router, listPosts, async ({ query, person }) => {
    const office = officeOf(person, deps.clock);
    const posts = await readPosts(deps.database, office);
    const items = await toPosts(deps, office, posts);
    return { items: items.filter((post) => matches(post, query.search ?? '')) };
  });

  bindRoute(router, addPost, async ({ body, person, request }) => {
    const office = officeOf(person, deps.clock);
    const unitCode = body.unit ?? null;
    await checkReach(deps, office, body.role, unitCode);
    const id = await atDesk(deps, { person, request }, 'allowed', async (desk) => {
      if (body.role !== 'admin') desk.requireSecondAdministrator();
      return addPostAt(desk, { title: body.title, role: body.role, unitCode });
    });
    return onePost(deps, office, id);
  });

  bindRoute(router, changePost, async ({ params, body, person, request }) => {
    const office = officeOf(person, deps.clock);
    await atDesk(deps, { person, request }, 'refused', async (desk) => {
      const post = await requirePost(desk.transaction, desk, params.id);
      const { title = post.title, closedOn = post.closedOn } = body;
      if (closedOn !== null && closedOn !== post.closedOn) refuseTooEarly(closedOn, desk.today);
      await changePostAt(desk, post, { title, closedOn });
    });
    return onePost(deps, office, params.id);
  });

  bindRoute(router, appointHolder, async ({ params, body, person, request }) => {
    const office = officeOf(person, deps.clock);
    await atDesk(deps, { person, request }, 'allowed', async (desk) => {
      const post = await requirePost(desk.transaction, desk, params.id);
      if (post.role !== 'admin') desk.requireSecondAdministrator();
      const { username, capacity, from, to = null, letter = null } = body;
      const found = await findAppointable(desk.transaction, desk, username);
      if (found === null) throw new ProblemException(400, 'person-not-found', { username });
      if (!found.active) throw new ProblemException(409, 'person-inactive', { username: found.username });
      // Whoever manages accounts gives no post that sees personal data to the own account; that takes the second
      // administrator. It does not stop one who appoints an account of somebody else's name: the trail shows that.
      if (found.id === desk.userId && post.role !== 'admin') throw new ProblemException(409, 'not-yourself');
      const { newcomer } = found;
      const wish = { userId: found.id, username: found.username, capacity, from, to, letter, newcomer };
      await appoint(desk, post, wish);
    });
    return onePost(deps, office, params.id);
  });

  bindRoute(router, endHolder, async ({ params, body, person, request }) => {
    const office = officeOf(person, deps.clock);
    await atDesk(deps, { person, request }, 'refused', async (desk) => {
      const post = await requirePost(desk.transaction, desk, params.id);
      const holders = await readHolders(desk.transaction, [post.id]);
      const holder = holders.find(({ id }) => id === params.holder);
      if (!holder) throw new ProblemException(404, 'not-found');
      checkEnd(holder, body.to, desk.today);
      await endTenure(desk, post, holder, body.to);
    });
    return onePost(deps, office, params.id);
  });
}

/**
 * Nobody gives a role wider than the own office: a kabupaten gives roles in itself, the installation that of its own
 * administrators. Roles of a unit need one that exists today.
 *
 * @throws ProblemException 400 when role and unit do not go together
 */
async function checkReach(
  deps: PeopleDeps,
  office: Office,
  role: Role,
  unitCode: string | null,
): Promise<void> {
  const reach = reachOf(role);
  if (reach === 'nobody' || (office.kabupaten === null && role !== 'admin'))
    throw new ProblemException(400, 'role-not-given', { role });
  if (reach !== 'unit') {
    if (unitCode !== null) throw new ProblemException(400, 'unit-not-applicable', { role });
    return;
  }
  if (unitCode === null) throw new ProblemException(400, 'unit-required', { role });
  const unit = (await unitsOf(deps, office))?.find(unitCode) ?? null;
  if (unit === null || (unit.validTo !== null && unit.validTo <= office.today))
    throw new ProblemException(400, 'unit-unknown', { unit: unitCode });
}

async function unitsOf(deps: PeopleDeps, { kabupaten }: Office): Promise<UnitTree | null> {
  if (kabupaten === null) return null;
  return readInScope(deps.database, { kabupatenCode: kabupaten.code }, async (transaction) => {
    const { structure } = await readStructure(transaction);
    return structure.units;
  });
}

async function onePost(deps: PeopleDeps, office: Office, id: string): Promise<Post> {
  const [post] = await toPosts(deps, office, [await requirePost(deps.database, office, id)]);
  if (!post) throw new ProblemException(404, 'post-not-found');
  return post;
}

async function toPosts(deps: PeopleDeps, office: Office, posts: readonly PostRecord[]): Promise<Post[]> {
  const holders = new Map<string, HolderRecord[]>();
  for (const holder of await readHolders(
    deps.database,
    posts.map(({ id }) => id),
  ))
    holders.set(holder.postId, [...(holders.get(holder.postId) ?? []), holder]);
  const units = await unitsOf(deps, office);
  return posts.map(({ id, title, role, unitCode, closedOn }) => ({
    id,
    title,
    role,
    closedOn,
    unit: unitCode === null ? null : { code: unitCode, name: units?.find(unitCode)?.name ?? unitCode },
    holders: (holders.get(id) ?? []).map(toHolder),
  }));
}

/** Words in the title, the unit's name or a holder's name. */
function matches(post: Post, search: string): boolean {
  const words = search.toLowerCase();
  return [
    post.title,
    post.unit?.name ?? '',
    ...post.holders.flatMap(({ name, username }) => [name, username]),
  ].some((text) => text.toLowerCase().includes(words));
}
