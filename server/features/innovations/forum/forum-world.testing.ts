import type { ForumPost, ForumQuestion } from '#contract/innovations/forum';
import type { ApiAnswer } from '../../../testing/api-caller.ts';
import { accepted, startEntryWorld, type EntryWorld } from '../entry-world.testing.ts';
import { fillCatalogue } from '../search/fill-catalogue.testing.ts';

/** What an entry's forum answers. */
export interface ForumAnswer {
  readonly open: boolean;
  readonly items: readonly ForumQuestion[];
  readonly nextCursor: string | null;
  readonly total: number;
  readonly endorsements: readonly {
    author: NonNullable<ForumPost['author']>;
    reason: string;
    own: boolean;
  }[];
  readonly endorsementsTotal: number;
  readonly followed: boolean;
  readonly may: readonly string[];
}

/** Two kabupaten whose people speak about an entry of the first one, a member of FORCASI, and those who moderate. */
export interface ForumWorld extends EntryWorld {
  /** A published entry of the kecamatan hulu that is shared with members of FORCASI. */
  readonly shared: (content?: Record<string, unknown>) => Promise<string>;
  readonly share: (id: string, audience: 'own' | 'forcasi') => Promise<void>;
  /** An entry whose kabupaten does not work with this installation. */
  readonly foreign: (name: string) => Promise<string>;
  readonly forum: (username: string, entry: string, query?: string) => Promise<ForumAnswer>;
  readonly call: (username: string, method: string, path: string, body?: unknown) => Promise<ApiAnswer>;
  /** Asks, or answers a question. @returns the post's id */
  readonly write: (username: string, entry: string, body: string, answers?: string) => Promise<string>;
  /** Sentences of somebody's notices, the newest first. */
  readonly told: (username: string, show?: string) => Promise<string[]>;
}

let foreigners = 0;

/** @param now ISO instant the clock stands at */
export async function startForumWorld(kabupaten: string, now: string): Promise<ForumWorld> {
  const world = await startEntryWorld(kabupaten, now);
  const { product, as } = world;
  const other = `${kabupaten}-lain`;
  await product.addPerson('bupati', { role: 'bupati', kabupaten });
  await product.addPerson('admin', { role: 'admin', kabupaten });
  await product.addPerson('organisasi.lain', { role: 'organisasi', kabupaten: other });
  await product.addPerson('camat.hilir.lain', { role: 'camat', kabupaten: other, unit: 'hilir' });
  await product.addPerson('admin.pusat', { role: 'admin' });
  await product.addPerson('forcasi', { role: 'forcasi' });
  const call = async (username: string, method: string, path: string, body?: unknown): Promise<ApiAnswer> =>
    (await as(username)).send(method, path, body === undefined ? {} : { body });
  const share = async (id: string, audience: 'own' | 'forcasi'): Promise<void> => {
    accepted(
      await world.send('camat.hulu', 'PUT', `/${id}/sharing`, { audience, fields: [], figures: false }),
    );
  };
  return {
    ...world,
    call,
    share,
    shared: async (content = {}) => {
      const { id } = await world.published({ ...CONTENT, ...content });
      await share(id, 'forcasi');
      return id;
    },
    foreign: async (name) => {
      foreigners += 1;
      const id = `0198c0de-0000-7000-8000-${String(foreigners).padStart(12, '0')}`;
      await fillCatalogue(product.database.application, [
        {
          id,
          slug: `jauh-${foreigners}`,
          homeCode: '32.12',
          homeName: 'Indramayu',
          unitName: 'Diskominfo',
          content: { name, summary: 'Aduan naik bertangga.', topics: ['aduan'] },
          publishedAt: now,
          generated: false,
        },
      ]);
      return id;
    },
    forum: async (username, entry, query = '') =>
      (await as(username)).read<ForumAnswer>(`/innovations/${entry}/forum${query}`),
    write: async (username, entry, body, answers) => {
      const answer = accepted(
        await call(username, 'POST', `/innovations/${entry}/forum/posts`, {
          body,
          ...(answers === undefined ? {} : { answers }),
        }),
      );
      return (answer.json as { id: string }).id;
    },
    told: async (username, show = 'all') =>
      (
        await (await as(username)).read<{ items: { sentence: string }[] }>(`/notices?show=${show}&limit=100`)
      ).items.map(({ sentence }) => sentence),
  };
}

export const CONTENT = {
  name: 'Loket Tanpa Bolak-balik',
  form: 'pelayanan-publik',
  stage: 'penerapan',
  summary: 'Warga cukup datang sekali.',
  topics: ['bolak-balik'],
  problem: 'Warga datang tiga kali untuk satu berkas.',
  goal: 'Sekali datang, selesai.',
  howItWorks: 'Berkas diperiksa di desa.',
};
