import * as z from 'zod';

/** One thing that is wrong: in a field of the request (`path`) or in a cell of a file (`row`, `column`). */
export const problemErrorSchema = z.object({
  path: z.string().optional(),
  row: z.number().int().optional(),
  column: z.string().optional(),
  code: z.string(),
  message: z.string(),
});

/** RFC 9457 problem details: what every error answer looks like. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.string(),
  errors: z.array(problemErrorSchema),
});

export type ProblemError = z.infer<typeof problemErrorSchema>;
export type Problem = z.infer<typeof problemSchema>;
