import { hash, verify } from '@node-rs/argon2';
import type { StoredUser } from './people.queries.ts';
import type { Person } from './person.ts';
import { scopeOf } from './person.ts';
import type { Role } from '#domain/permissions';

/** OWASP's minimum for argon2id: 19 MiB, two passes. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hash of a password nobody has: verified against when the user does not exist, so that both take as long. */
let decoy: Promise<string> | null = null;

export async function hashPassword(password: string): Promise<string> {
  return hash(password, ARGON2);
}

/** True when the password belongs to the user; takes as long when there is no such user. */
export async function passwordMatches(user: StoredUser | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(crypto.randomUUID());
  const matches = await verify(user?.passwordHash ?? (await decoy), password);
  return user !== null && matches;
}

/** The person a user is in one of the roles held; the first held one when `role` is not among them; null without any. */
export function personInRole(user: StoredUser, role: Role | null): Person | null {
  const grant = user.grants.find((candidate) => candidate.role === role) ?? user.grants[0];
  if (!grant) return null;
  return {
    userId: user.id,
    username: user.username,
    name: user.name,
    role: grant.role,
    roles: [...new Set(user.grants.map((each) => each.role))],
    scope: scopeOf(grant),
    unitCode: grant.unitCode,
    kabupaten: grant.kabupaten,
  };
}
