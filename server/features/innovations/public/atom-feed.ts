/** An entry of a feed. */
export interface FeedEntry {
  /** An IRI that stays the entry's for ever. */
  readonly id: string;
  readonly title: string;
  /** ISO instant. */
  readonly updated: string;
  readonly link: string;
  readonly author: string;
  readonly summary: string;
  readonly categories: readonly string[];
}

export interface Feed {
  /** An IRI that stays the feed's for ever. */
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  /** ISO instant of the last change; of the newest entry where there is one. */
  readonly updated: string;
  /** Address of the feed itself, and of the page it tells of. */
  readonly self: string;
  readonly link: string;
  readonly author: string;
  readonly language: string;
  readonly entries: readonly FeedEntry[];
}

/** A feed as an Atom document (RFC 4287). */
export function atomFeed(feed: Feed): string {
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(feed.language)}">`,
    `  <id>${escaped(feed.id)}</id>`,
    `  <title>${escaped(feed.title)}</title>`,
    `  <subtitle>${escaped(feed.subtitle)}</subtitle>`,
    `  <updated>${escaped(feed.updated)}</updated>`,
    `  <author><name>${escaped(feed.author)}</name></author>`,
    `  <link rel="self" type="application/atom+xml" href="${escaped(feed.self)}"/>`,
    `  <link rel="alternate" type="text/html" href="${escaped(feed.link)}"/>`,
    ...feed.entries.flatMap(entryLines),
    '</feed>',
    '',
  ];
  return lines.join('\n');
}

function entryLines(entry: FeedEntry): string[] {
  return [
    '  <entry>',
    `    <id>${escaped(entry.id)}</id>`,
    `    <title>${escaped(entry.title)}</title>`,
    `    <updated>${escaped(entry.updated)}</updated>`,
    `    <author><name>${escaped(entry.author)}</name></author>`,
    `    <link rel="alternate" type="text/html" href="${escaped(entry.link)}"/>`,
    ...entry.categories.map((category) => `    <category term="${escaped(category)}"/>`),
    `    <summary>${escaped(entry.summary)}</summary>`,
    '  </entry>',
  ];
}

/** Characters that no XML 1.0 document may have, not even escaped. */
const FORBIDDEN = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(FORBIDDEN, '')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
