import * as z from 'zod';
import { defineRoute } from './route.ts';

const tag = 'session';

/** What the sign-in page is told by `?galat=` when single sign-on did not lead in. */
export const SIGN_IN_FAULTS = [
  'sso-tidak-tersedia',
  'sso-gagal',
  'sso-ditolak',
  'sso-kedaluwarsa',
  'sso-tanpa-jabatan',
] as const;
export type SignInFault = (typeof SIGN_IN_FAULTS)[number];

export const startSingleSignOn = defineRoute({
  id: 'startSingleSignOn',
  method: 'get',
  path: '/session/sso',
  access: 'anonymous',
  tag,
  summary: 'Masuk lewat penyedia identitas kabupaten (OpenID Connect): peramban diarahkan ke sana',
  query: z.strictObject({
    /** Path of this site to open afterwards. */
    tujuan: z.string().max(1000).optional(),
  }),
  answer: z.undefined(),
  status: 303,
  produces: 'text/html',
});

export const finishSingleSignOn = defineRoute({
  id: 'finishSingleSignOn',
  method: 'get',
  path: '/session/sso/callback',
  access: 'anonymous',
  tag,
  summary: 'Kembali dari penyedia identitas; peramban diarahkan ke halaman tujuan atau ke halaman masuk',
  // The provider decides what it sends along; all of it is checked with the code.
  query: z.looseObject({}),
  answer: z.undefined(),
  status: 303,
  produces: 'text/html',
});
