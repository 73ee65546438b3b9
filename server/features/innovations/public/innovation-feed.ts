import type { EntryRecord } from '../catalogue/entry-records.queries.ts';
import type { Feed } from './atom-feed.ts';

/** Names the feed of an installation that does not know its own address. */
const FEED_ID = 'urn:uuid:0198c0de-6f1a-7c3e-9d42-5a1b7e0c4f10';
const PAGE = '/publik/inovasi';

/** The newest entries that are open to everyone, as a feed. */
export function innovationFeed(
  records: readonly EntryRecord[],
  { publicUrl, now }: { readonly publicUrl: string | null; readonly now: string },
): Feed {
  const origin = publicUrl ?? '';
  const entries = records.map((record) => ({
    id: `urn:uuid:${record.id}`,
    title: titleOf(record),
    updated: record.published_at.toISOString(),
    link: `${origin}${PAGE}/${encodeURIComponent(record.slug)}`,
    author: `${record.unit_name}, ${record.home_name}`,
    summary: summaryOf(record),
    categories: record.topics,
  }));
  return {
    id: publicUrl === null ? FEED_ID : `${origin}${PAGE}`,
    title: 'PANDU – inovasi baru',
    subtitle: 'Inovasi kabupaten yang dibuka pemiliknya untuk umum',
    updated: entries[0]?.updated ?? now,
    self: `${origin}/api/v1/public/innovations.atom`,
    link: `${origin}${PAGE}`,
    author: 'PANDU',
    language: 'id',
    entries,
  };
}

function titleOf({ name, acronym, slug }: EntryRecord): string {
  const full = name ?? slug;
  return acronym === null || full.includes(acronym) ? full : `${full} (${acronym})`;
}

/** What it is, with what a reader must know of where it comes from before believing it. */
function summaryOf({ summary, invented, owner_confirmed: confirmed, source }: EntryRecord): string {
  const origin = source === null ? '' : ` (${source.name}${source.on === null ? '' : `, ${source.on}`})`;
  return [
    ...(invented ? ['DATA CONTOH – bukan inovasi sebenarnya.'] : []),
    ...(confirmed ? [] : [`Dilaporkan sumber publik${origin}, belum dikonfirmasi pemilik.`]),
    ...(summary === null || summary === '' ? [] : [summary]),
  ].join(' ');
}
