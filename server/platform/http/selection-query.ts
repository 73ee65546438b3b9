import type * as z from 'zod';
import { ProblemException } from './problem-error.ts';

/**
 * The query of a list that was sent inside another request, read by the list's own rules.
 * @throws ProblemException 400 naming the first part that the list would refuse
 */
export function readSelectionQuery<S extends z.ZodType>(
  schema: S,
  query: Readonly<Record<string, string>>,
): z.output<S> {
  const outcome = schema.safeParse(query);
  if (outcome.success) return outcome.data;
  const [issue] = outcome.error.issues;
  const name = issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : (issue?.path.join('.') ?? '');
  throw new ProblemException(400, 'selection-invalid', { name });
}
