import { hash, verify } from '@node-rs/argon2';
import type { StoredUser } from './people.queries.ts';
import { personInPost, type Person } from './person.ts';

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
  return user !== null && user.passwordHash !== null && matches;
}

/** The person a user is in a post held; in the first one when `postId` is not among them; null without any. */
export function personOfUser(user: StoredUser, postId: string | null): Person | null {
  const post = user.posts.find((candidate) => candidate.id === postId) ?? user.posts[0];
  return post ? personInPost(user, post) : null;
}
