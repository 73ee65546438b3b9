import type { IRouter } from 'express';
import {
  changePerson,
  erasePerson,
  invitePerson,
  issueLink,
  listPeople,
  resetSecondFactor,
} from '#contract/people';
import { issueAccountLink } from '../../../platform/auth/account-link.repository.ts';
import { removeSecondFactorOf } from '../../../platform/auth/second-factor.repository.ts';
import { endSessionsOf } from '../../../platform/auth/sessions.repository.ts';
import { bindRoute } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { usernameFault } from '../../../platform/kabupaten/account-rules.ts';
import {
  atDesk,
  codeOf,
  lacksSecondAdministrator,
  officeOf,
  readAdministratorTenures,
  type Desk,
  type PeopleDeps,
} from './people-desk.repository.ts';
import {
  findKnownPerson,
  listKnownPeople,
  readHeldPosts,
  toPersonLine,
  type PersonRecord,
} from './people.queries.ts';
import { erasePersonalData, insertPerson, updatePerson } from './people.repository.ts';
import { requirePost } from '../posts/posts.queries.ts';
import { appoint } from '../posts/posts.repository.ts';

const PAGE = 50;

/** Persons of a kabupaten (or of the installation): who there is, invitations, changes, links, erasure. */
export function peopleRoutes(router: IRouter, deps: PeopleDeps): void {
  bindRoute(router, listPeople, async ({ query, person }) => {
    const office = officeOf(person, deps.clock);
    const limit = query.limit ?? PAGE;
    const { people, total } = await listKnownPeople(deps.database, office, {
      search: query.search === undefined || query.search === '' ? null : query.search,
      after: query.cursor ?? null,
      limit: limit + 1,
    });
    const page = people.slice(0, limit);
    const posts = await readHeldPosts(
      deps.database,
      office,
      page.map(({ id }) => id),
    );
    return {
      items: page.map((each) => toPersonLine(each, posts.get(each.id) ?? [])),
      nextCursor: people.length > limit ? (page.at(-1)?.username ?? null) : null,
      total,
      secondAdministratorMissing: lacksSecondAdministrator(
        office,
        await readAdministratorTenures(deps.database, office.today),
      ),
    };
  });

  bindRoute(router, invitePerson, async ({ body, ...call }) => {
    const { username, name, email = null } = body;
    if (usernameFault(username) !== null) throw new ProblemException(400, 'username-invalid', { username });
    return atDesk(deps, call, 'allowed', async (desk) => {
      const post = body.post === undefined ? null : await requirePost(desk.transaction, desk, body.post, 400);
      if (post !== null && post.role !== 'admin') desk.requireSecondAdministrator();
      const id = await insertPerson(desk.transaction, { username, name, email, homeKabupaten: codeOf(desk) });
      if (id === null) throw new ProblemException(409, 'username-taken', { username });
      await desk.record({
        action: 'person-invited',
        subject: `users/${id}`,
        details: { email: email !== null },
        personal: { username, name, ...(email === null ? {} : { email }) },
      });
      if (post !== null)
        await appoint(desk, post, {
          userId: id,
          username,
          capacity: 'tetap',
          from: desk.today,
          to: null,
          newcomer: true,
        });
      return { username, ...(await newLink(deps, desk, id, 'invitation')) };
    });
  });

  bindRoute(router, changePerson, async ({ params, body, person, request }) => {
    await atDesk(deps, { person, request }, 'refused', async (desk) => {
      const found = await requireManaged(desk, params.username);
      await change(desk, found, body);
    });
    const office = officeOf(person, deps.clock);
    const changed = await findKnownPerson(deps.database, office, params.username);
    if (changed === null) throw personNotFound(params.username);
    const posts = await readHeldPosts(deps.database, office, [changed.id]);
    return toPersonLine(changed, posts.get(changed.id) ?? []);
  });

  bindRoute(router, issueLink, async ({ params, ...call }) =>
    atDesk(deps, call, 'refused', async (desk) => {
      const found = await requireOther(desk, params.username);
      if (!found.active) throw new ProblemException(409, 'person-inactive', { username: found.username });
      const kind = found.hasPassword ? 'reset' : 'invitation';
      await desk.record({ action: 'link-issued', subject: `users/${found.id}`, details: { kind } });
      return newLink(deps, desk, found.id, kind);
    }),
  );

  bindRoute(router, resetSecondFactor, async ({ params, ...call }) =>
    atDesk(deps, call, 'refused', async (desk) => {
      const found = await requireOther(desk, params.username);
      await removeSecondFactorOf(desk.transaction, found.id);
      await endSessionsOf(desk.transaction, found.id);
      await desk.record({
        action: 'second-factor-reset',
        subject: `users/${found.id}`,
        details: {
          changes: [{ field: 'secondFactor', before: String(found.secondFactor), after: 'false' }],
        },
      });
      return undefined;
    }),
  );

  bindRoute(router, erasePerson, async ({ params, body, ...call }) =>
    atDesk(deps, call, 'refused', async (desk) => {
      const found = await requireOther(desk, params.username);
      const neutral = await erasePersonalData(desk.transaction, found, desk.today, desk.now);
      await deps.audit.forgetPerson(desk.transaction, found.id);
      await desk.record({
        action: 'person-erased',
        subject: `users/${found.id}`,
        details: { reason: body.reason, changes: [{ field: 'username', before: null, after: neutral }] },
      });
      return undefined;
    }),
  );
}

interface PersonWish {
  readonly name?: string | undefined;
  readonly email?: string | null | undefined;
  readonly active?: boolean | undefined;
}

/** Writes what differs. Names and addresses go to the trail sealed with the person's own key. */
async function change(desk: Desk, person: PersonRecord, wish: PersonWish): Promise<void> {
  const { name = person.name, email = person.email, active = person.active } = wish;
  if (!active && person.id === desk.userId) throw new ProblemException(409, 'not-yourself');
  const changes: { field: string; before: string | null; after: string | null }[] = [];
  const personal: Record<string, string> = {};
  if (name !== person.name) {
    changes.push({ field: 'name', before: null, after: null });
    Object.assign(personal, { nameBefore: person.name, nameAfter: name });
  }
  if (email !== person.email) {
    changes.push({ field: 'email', before: null, after: null });
    Object.assign(personal, { emailBefore: person.email ?? '', emailAfter: email ?? '' });
  }
  if (active !== person.active)
    changes.push({ field: 'active', before: String(person.active), after: String(active) });
  if (changes.length === 0) return;
  await updatePerson(desk.transaction, person.id, { name, email, active });
  if (!active) await endSessionsOf(desk.transaction, person.id);
  await desk.record({
    action: active === person.active ? 'person-changed' : active ? 'person-activated' : 'person-deactivated',
    subject: `users/${person.id}`,
    details: { changes },
    personal,
  });
}

/** @throws ProblemException 404 for people who are not known here, 403 for those who also belong elsewhere */
async function requireManaged(desk: Desk, username: string): Promise<PersonRecord> {
  const found = await findKnownPerson(desk.transaction, desk, username);
  if (found === null) throw personNotFound(username);
  if (!found.managed) throw new ProblemException(403, 'person-held-elsewhere', { username: found.username });
  return found;
}

/**
 * Someone else than the administrator at work: a session that was left open must not be enough to take the account over.
 */
async function requireOther(desk: Desk, username: string): Promise<PersonRecord> {
  const found = await requireManaged(desk, username);
  if (found.id === desk.userId) throw new ProblemException(409, 'not-yourself');
  return found;
}

function personNotFound(username: string): ProblemException {
  return new ProblemException(404, 'person-not-found', { username });
}

async function newLink(
  deps: PeopleDeps,
  desk: Desk,
  userId: string,
  kind: 'invitation' | 'reset',
): Promise<{ link: string; expiresAt: string }> {
  const { token, expiresAt } = await issueAccountLink(desk.transaction, userId, kind, desk.now);
  return { link: `${deps.publicUrl ?? ''}/tautan/${token}`, expiresAt };
}
