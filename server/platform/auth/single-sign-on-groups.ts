import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { ROLES, type Role } from '#domain/permissions';
import { CODE_PATTERN } from '#domain/scope';
import { errorText, OperatorError } from '../operator-error.ts';

/** A post that everyone in a group of the identity provider holds. */
export interface GroupPost {
  readonly group: string;
  readonly role: Role;
  /** Null: the installation as a whole (administrators only). */
  readonly kabupaten: string | null;
  readonly unit: string | null;
  readonly title: string;
}

const code = z.string().regex(CODE_PATTERN);
const fileSchema = z.array(
  z
    .strictObject({
      group: z.string().min(1).max(300),
      role: z.enum(ROLES).exclude(['publik']),
      kabupaten: code.nullable(),
      unit: code.nullable().default(null),
      title: z.string().trim().min(2).max(200),
    })
    .refine((entry) => entry.kabupaten !== null || entry.role === 'admin', {
      path: ['kabupaten'],
      message: 'hanya peran admin boleh tanpa kabupaten',
    }),
);

/**
 * Reads the mapping of groups to posts.
 *
 * @param path JSON file: a list of `{ "group", "role", "kabupaten", "unit"?, "title" }`
 * @throws OperatorError when the file cannot be read or an entry is not right
 */
export async function readGroupPosts(path: string): Promise<readonly GroupPost[]> {
  let content: unknown;
  try {
    content = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new OperatorError(
      `PANDU_OIDC_GROUPS_FILE (${path}) tidak dapat dibaca sebagai JSON: ${errorText(error)}.`,
      { cause: error },
    );
  }
  const outcome = fileSchema.safeParse(content);
  if (outcome.success) return outcome.data;
  const issue = outcome.error.issues[0];
  const place =
    issue && issue.path.length > 0
      ? `butir ${Number(issue.path[0]) + 1}, ${issue.path.slice(1).join('.')}`
      : 'isi';
  throw new OperatorError(
    `PANDU_OIDC_GROUPS_FILE (${path}) belum benar pada ${place}: isinya daftar {"group", "role", "kabupaten", "unit", "title"}.`,
  );
}

/** The posts someone in these groups holds. */
export function postsOfGroups(
  mapping: readonly GroupPost[],
  groups: readonly string[],
): readonly GroupPost[] {
  return mapping.filter(({ group }) => groups.includes(group));
}
