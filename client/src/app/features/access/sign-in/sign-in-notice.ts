import type { SignInFault } from '#contract/single-sign-on';
import { SESSION_ENDED } from '../../../core/api-interceptor.ts';
import { LEFT_ELSEWHERE } from '../../../core/other-tabs.ts';

/** Why a person is on the sign-in page, by the word in the address: only these sentences are ever shown. */
const REASONS: Readonly<Record<SignInFault | typeof SESSION_ENDED | typeof LEFT_ELSEWHERE, string>> = {
  [SESSION_ENDED]: 'signIn.reason.ended',
  [LEFT_ELSEWHERE]: 'signIn.reason.leftElsewhere',
  'sso-tidak-tersedia': 'signIn.reason.ssoUnavailable',
  'sso-gagal': 'signIn.reason.ssoFailed',
  'sso-ditolak': 'signIn.reason.ssoDenied',
  'sso-kedaluwarsa': 'signIn.reason.ssoExpired',
  'sso-tanpa-jabatan': 'signIn.reason.ssoNoPost',
};

/** Good news by the word in the address. */
const NEWS: Readonly<Record<string, string>> = {
  'sandi-ditetapkan': 'signIn.news.passwordSet',
};

/** Translation key of the sentence to show; a word that is not known gets a general one, never its own text. */
export function noticeKey(galat: string | undefined, kabar: string | undefined): string | null {
  if (galat !== undefined && galat !== '') return own(REASONS, galat) ?? 'signIn.reason.other';
  return kabar === undefined ? null : own(NEWS, kabar);
}

function own(list: Readonly<Record<string, string>>, word: string): string | null {
  return Object.hasOwn(list, word) ? (list[word] ?? null) : null;
}
