import * as z from 'zod';
import { CODE_PATTERN } from '#domain/scope';
import { askedDay } from '../days.ts';
import { defineRoute } from '../route.ts';

const tag = 'staff';
const whole = z.number().int();
const day = z.iso.date();
const code = z.string().regex(CODE_PATTERN);
const text = (most: number): z.ZodString => z.string().trim().min(3).max(most);
const named = z.object({ code: z.string(), name: z.string() });
const id = z.strictObject({ id: z.uuid() });

export const staffMemberSchema = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  nip: z.string().nullable(),
  employment: z.enum(['pns', 'pppk', 'non-asn']),
  unit: named,
  servicePoint: z.string().nullable(),
  account: z.object({ id: z.string(), name: z.string() }).nullable(),
  validFrom: day,
  validTo: day.nullable(),
});
export type StaffMember = z.infer<typeof staffMemberSchema>;
const memberBody = {
  name: text(200),
  /** Left out: stays as it is. It is never sent back whole. */
  nip: z
    .string()
    .regex(/^\d{18}$/)
    .nullable()
    .optional(),
  employment: z.enum(['pns', 'pppk', 'non-asn']),
  unit: code,
  servicePoint: z.string().trim().max(120).nullable(),
  account: z.uuid().nullable(),
  validTo: askedDay.nullable(),
};
export const listStaff = defineRoute({
  id: 'listStaff',
  method: 'get',
  path: '/staff',
  access: 'staff:manage',
  tag,
  summary: 'Daftar pegawai yang namanya ada dalam berkas layanan',
  query: z.strictObject({
    unit: code.optional(),
    q: z.string().max(100).optional(),
    limit: z.coerce.number().int().min(1).max(200).optional(),
    cursor: z.string().max(200).optional(),
  }),
  answer: z.object({
    items: z.array(staffMemberSchema),
    nextCursor: z.string().nullable(),
    total: whole,
    /** Codes in the records of the last year that belong to nobody on the list. */
    /** Accounts with a post here that a member of staff can be linked to; beside the first page of the whole list. */
    accounts: z.array(z.object({ id: z.string(), name: z.string(), username: z.string() })),
    unknownCodes: z.array(z.object({ code: z.string(), unit: named, cases: whole })),
  }),
});
export const addStaff = defineRoute({
  id: 'addStaff',
  method: 'post',
  path: '/staff',
  access: 'staff:manage',
  tag,
  summary: 'Menambah pegawai',
  body: z.strictObject({ code: z.string().trim().min(1).max(64), validFrom: askedDay, ...memberBody }),
  answer: staffMemberSchema,
  status: 201,
});
export const changeStaff = defineRoute({
  id: 'changeStaff',
  method: 'patch',
  path: '/staff/:id',
  access: 'staff:manage',
  tag,
  summary: 'Memperbaiki keterangan pegawai',
  params: id,
  body: z.strictObject(memberBody).partial(),
  answer: staffMemberSchema,
});
