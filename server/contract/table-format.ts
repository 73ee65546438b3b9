import * as z from 'zod';

export const TABLE_FORMATS = ['csv', 'xlsx'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** Query of a route whose answer is given as a file as well: the same rows for the same person, as a table. */
export const asTable = { format: z.enum(TABLE_FORMATS).optional() };
