import { createHash, createHmac } from 'node:crypto';
import { CODE_PATTERN } from '#domain/scope';

/**
 * The token in the unsubscribe link of a subscription: the kabupaten it belongs to, and what only this installation can
 * make of the subscription. The same in every mail; stored is its hash.
 */
export function unsubscribeToken(secret: string, kabupatenCode: string, subscription: string): string {
  const mark = createHmac('sha256', secret).update(`unsubscribe ${kabupatenCode} ${subscription}`);
  return `${kabupatenCode}~${mark.digest('base64url')}`;
}

/** What is stored of a token: enough to know it again, not to make it. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** The kabupaten that a token names; null when it is no token. */
export function kabupatenOfToken(token: string): string | null {
  const [code = '', mark, ...rest] = token.split('~');
  return mark !== undefined && mark.length === 43 && rest.length === 0 && CODE_PATTERN.test(code)
    ? code
    : null;
}
