import { atomFeed, type Feed } from './atom-feed.ts';

const FEED: Feed = {
  id: 'https://pandu.example/publik/inovasi',
  title: 'Inovasi baru',
  subtitle: 'Dari kabupaten',
  updated: '2026-03-01T02:03:04.000Z',
  self: 'https://pandu.example/api/v1/public/innovations.atom',
  link: 'https://pandu.example/publik/inovasi',
  author: 'PANDU',
  language: 'id',
  entries: [
    {
      id: 'urn:uuid:0198c0de-0000-7000-8000-0000000000a4',
      title: 'Loket <Cepat> & "Tepat"',
      updated: '2026-03-01T02:03:04.000Z',
      link: 'https://pandu.example/publik/inovasi/loket?a=1&b=2',
      author: "Kecamatan Ma'rang",
      summary: 'Satu\u0007 baris\ndua \ud800 tiga',
      categories: ['antrean', 'bolak-balik'],
    },
  ],
};

/** The texts of all elements of that name, as they stand in the document. */
function textsOf(document: string, name: string): string[] {
  return [...document.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map((match) => match[1] ?? '');
}

describe('an Atom feed', () => {
  it('has what RFC 4287 asks of a feed and of each entry', () => {
    const document = atomFeed(FEED);
    expect(document).toMatch(
      /^<\?xml version="1\.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom"/,
    );
    // 4.1.1 and 4.1.2: exactly one id, title and updated each, an author, a link rel=self, an alternate link.
    const [head = '', entry = ''] = document.split('<entry>');
    for (const part of [head, entry])
      for (const name of ['id', 'title', 'updated', 'name'])
        expect(textsOf(part, name).length).withContext(name).toBe(1);
    expect(head.match(/<link rel="self" type="application\/atom\+xml"/g)?.length).toBe(1);
    expect(entry.match(/<link rel="alternate"/g)?.length).toBe(1);
    // 3.3: RFC 3339 with seconds and a zone.
    for (const updated of textsOf(document, 'updated'))
      expect(updated).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/);
    expect([...document.matchAll(/<category term="([^"]*)"\/>/g)].map((match) => match[1])).toEqual([
      'antrean',
      'bolak-balik',
    ]);
  });

  it('is well-formed whatever people write', () => {
    const document = atomFeed(FEED);
    expect(document).toContain('<title>Loket &lt;Cepat&gt; &amp; &quot;Tepat&quot;</title>');
    expect(document).toContain('href="https://pandu.example/publik/inovasi/loket?a=1&amp;b=2"');
    expect(document).toContain('<name>Kecamatan Ma&#39;rang</name>');
    expect(textsOf(document, 'summary')).toEqual(['Satu baris\ndua \ufffd tiga']);
    // Every element that opens closes again, in the right order.
    const open: string[] = [];
    for (const [, closing, name, , single] of document.matchAll(/<(\/?)([a-z]+)((?:\s[^<>]*?)?)(\/?)>/g)) {
      if (single === '/') continue;
      if (closing === '/') expect(open.pop()).toBe(name);
      else open.push(name ?? '');
    }
    expect(open).toEqual([]);
  });

  it('may have no entry', () => {
    expect(atomFeed({ ...FEED, entries: [] })).not.toContain('<entry>');
  });
});
