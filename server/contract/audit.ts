import * as z from 'zod';
import { askedDay } from './days.ts';
import { defineRoute } from './route.ts';

const tag = 'audit';

const auditEntrySchema = z.object({
  id: z.string(),
  /** Place in the chain; null for entries from before it. */
  sequence: z.number().int().nullable(),
  at: z.string(),
  /** Null when the personal data were erased, or a program of the operator did it. */
  username: z.string().nullable(),
  name: z.string().nullable(),
  post: z.string().nullable(),
  address: z.string().nullable(),
  action: z.string(),
  /** What was done, as a sentence. */
  sentence: z.string(),
  subject: z.string(),
  /** Old → new, by field. */
  changes: z.array(
    z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  ),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

const filters = {
  /** Words of the sentence, a person's name or username, a code. */
  search: z.string().trim().max(200).optional(),
  action: z.string().max(60).optional(),
  from: askedDay.optional(),
  to: askedDay.optional(),
};

export const listAudit = defineRoute({
  id: 'listAudit',
  method: 'get',
  path: '/audit',
  access: 'audit:read',
  tag,
  summary: 'Riwayat: siapa melakukan apa, kapan, dari mana',
  query: z.strictObject({
    ...filters,
    limit: z.coerce.number().int().min(1).max(200).optional(),
    cursor: z.string().max(500).optional(),
  }),
  answer: z.object({
    items: z.array(auditEntrySchema),
    nextCursor: z.string().nullable(),
    total: z.number().int(),
    actions: z.array(z.object({ action: z.string(), label: z.string() })),
    chain: z
      .object({ entries: z.number().int(), whole: z.boolean(), brokenAt: z.number().int().nullable() })
      .meta({
        description:
          'Keadaan rantai: jumlah catatan, dan apakah 1.000 catatan terakhir utuh saat dijawab. Seluruh rantai diperiksa oleh `npm run db -- verify-audit`.',
      }),
  }),
});

export const exportAudit = defineRoute({
  id: 'exportAudit',
  method: 'get',
  path: '/audit/export',
  access: 'audit:read',
  tag,
  summary: 'Riwayat sebagai CSV',
  query: z.strictObject(filters),
  answer: z.string(),
  produces: 'text/csv',
});
