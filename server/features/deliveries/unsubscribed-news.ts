import type { DeliveryKind } from '#contract/reports/subscriptions';
import type { Language } from '#contract/messages';
import type { MailTransaction } from './subscriptions.repository.ts';
import { tokenHash, unsubscribeToken } from './unsubscribe-token.ts';

/** News that people ask for in a feature's own settings, not as subscriptions. */
export const NEWS_KINDS = ['alert', 'digest'] as const;
export type NewsKind = (typeof NEWS_KINDS)[number];

/** Who hears what by mail, and how that ends; handed in by the composition root. */
export interface NewsSettings {
  /** Everybody of the kabupaten who ever chose. */
  list(
    transaction: MailTransaction,
    kabupatenCode: string,
  ): Promise<readonly { readonly userId: string; readonly wants: Readonly<Record<NewsKind, boolean>> }[]>;
  end(
    transaction: MailTransaction,
    kabupatenCode: string,
    userId: string,
    kind: NewsKind,
    now: string,
  ): Promise<void>;
}

export const NEWS_TITLES: Readonly<Record<NewsKind, Readonly<Record<Language, string>>>> = {
  alert: { id: 'Surel peringatan', en: 'Alert mails' },
  digest: { id: 'Surel rangkuman peringatan', en: 'Digest mails' },
};

/** True for a kind of mail that its receiver asked for as news. */
export function isNews(kind: DeliveryKind): kind is NewsKind {
  return NEWS_KINDS.some((news) => news === kind);
}

/** The token in the unsubscribe link of somebody's news: nothing is stored of it, for it can be made again. */
export function newsToken(secret: string, kabupatenCode: string, kind: NewsKind, userId: string): string {
  return unsubscribeToken(secret, kabupatenCode, `${kind}/${userId}`);
}

/** Whose news of which kind a token ends, and whether they still come. */
export interface FoundNews {
  readonly userId: string;
  readonly kind: NewsKind;
  readonly wanted: boolean;
}

/** The news a token belongs to; null when it is of none. A kabupaten has some hundred persons at most. */
export async function findNews(
  transaction: MailTransaction,
  settings: NewsSettings,
  {
    secret,
    kabupatenCode,
    token,
  }: { readonly secret: string; readonly kabupatenCode: string; readonly token: string },
): Promise<FoundNews | null> {
  const asked = tokenHash(token);
  for (const { userId, wants } of await settings.list(transaction, kabupatenCode))
    for (const kind of NEWS_KINDS)
      if (tokenHash(newsToken(secret, kabupatenCode, kind, userId)).equals(asked))
        return { userId, kind, wanted: wants[kind] };
  return null;
}
