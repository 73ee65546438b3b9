import { text as textOf } from 'node:stream/consumers';
import { extractText, getDocumentProxy } from 'unpdf';
import yauzl from 'yauzl';
import type { ReportDocument } from '#contract/reports/report-document';
import { newId, PUBLIC_URL, useMeetings } from './meetings.testing.ts';
import { readWord } from './word-file.testing.ts';

describe('minutes of a meeting, by API', () => {
  const world = useMeetings('contoh-notulen');
  /** Words that are markup in XML, on two lines, with a character that XML has no place for. */
  const WHAT = 'Buka loket <kedua> & ketiga\nsetiap Senin\u0001';

  beforeAll(async () => {
    // Twelve requests that should have been answered in September; in the second unit three.
    const late = (unit: string, count: number) =>
      Array.from({ length: count }, (_, index) => ({
        number: `${unit}-${index}`,
        unit,
        service: 'kk',
        channel: 'tatap-muka',
        receivedAt: '2026-09-01T01:00:00Z',
        dueAt: '2026-09-08T08:00:00Z',
        completedAt: null,
        status: 'diproses',
      }));
    await world.load('service-cases', [...late('a', 12), ...late('b', 3)]);
  });

  async function closed(): Promise<string> {
    const { id } = await world.start('bupati');
    await world.put('bupati', `/meetings/${id}/head`, {
      revision: 1,
      title: 'Rapat evaluasi November',
      place: 'Ruang rapat Sekretariat Daerah',
      attendees: ['Sekretaris Daerah', 'Camat Unit a'],
    });
    await world.addPoint('bupati', id, newId(1), 'Loket kedua');
    await world.addPoint('bupati', id, newId(2), 'Blangko KK');
    await world.put('bupati', `/meetings/${id}/items/${newId(2)}`, {
      revision: 1,
      title: 'Blangko KK',
      note: '',
      outcome: 'undecided',
    });
    await world.put('bupati', `/meetings/${id}/decisions/${newId(9)}`, {
      revision: 0,
      item: newId(1),
      what: WHAT,
      to: await world.postOf('bupati', id, 'Jabatan camat.a'),
      dueOn: '2026-12-01',
    });
    const answer = await world.call('bupati', `/meetings/${id}/close`, { nextOn: '2026-12-07' });
    expect(answer.status).withContext(answer.text).toBe(200);
    return id;
  }
  const file = async (username: string, id: string, format: string): Promise<Buffer> => {
    const caller = await world.as(username);
    const cookie = [...caller.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(
      `${world.product().address}/api/v1/meetings/${id}/minutes/file?format=${format}`,
      { headers: { Cookie: cookie } },
    );
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Disposition')).toContain(
      `notulen-contoh-notulen-2026-11-20.${format}`,
    );
    return Buffer.from(await response.arrayBuffer());
  };
  const document = async (username: string, id: string): Promise<ReportDocument> =>
    (await world.as(username)).read<ReportDocument>(`/meetings/${id}/minutes`);

  it('tell who was there, what was decided with owner and day, and what was not decided', async () => {
    const id = await closed();
    const { title, sections, figures } = await document('inspektorat', id);
    expect(figures.link).toBe(`${PUBLIC_URL}/rapat/${id}`);
    expect(title).toBe('Notulen Rapat evaluasi November');
    expect(figures.sentence).toBe('Angka sebagaimana disampaikan dalam rapat 20 Nov 2026.');
    const facts = sections[0]?.blocks.find(({ kind }) => kind === 'facts');
    const words =
      facts?.kind === 'facts' ? facts.items.map(({ label, spans }) => [label, spans[0]?.['text']]) : [];
    expect(words).toEqual(
      jasmine.arrayContaining([
        ['Tempat', 'Ruang rapat Sekretariat Daerah'],
        ['Pimpinan rapat', 'Jabatan bupati'],
        ['Peserta', 'Sekretaris Daerah; Camat Unit a'],
        ['Rapat berikutnya', '7 Des 2026'],
      ]),
    );
    const table = sections[1]?.blocks[0];
    expect(table?.kind === 'table' ? table.rows.map(({ cells }) => cells) : []).toEqual([
      ['1', 'Loket kedua', WHAT.trim(), 'Jabatan camat.a', '2026-12-01'],
    ]);
    expect(JSON.stringify(sections.at(-1))).toContain('Blangko KK');
  });

  it('speak English on request, with the sentences as they were told', async () => {
    const id = await closed();
    const answer = await (
      await world.as('sekda')
    ).get(`/meetings/${id}/minutes`, { 'Accept-Language': 'en' });
    const text = JSON.stringify(answer.json);
    expect(text).toContain('Minutes: Rapat evaluasi November');
    expect(text).toContain('Not reached');
    expect(text).not.toContain('Penanggung jawab');
  });

  it('are a file that Word opens: whole XML, the words as they were typed', async () => {
    const parts = await unpacked(await file('sekda', await closed(), 'docx'));
    expect([...parts.keys()].toSorted()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'word/_rels/document.xml.rels',
      'word/document.xml',
      'word/styles.xml',
    ]);
    const xml = parts.get('word/document.xml') ?? '';
    expect(xml).toContain(
      'Buka loket &lt;kedua&gt; &amp; ketiga</w:t><w:br/><w:t xml:space="preserve">setiap Senin</w:t>',
    );
    expect(xml).toContain('>1 Des 2026</w:t>');
    expect(xml).not.toContain('\u0001');
    for (const part of parts.values()) expect(() => readWord(part)).not.toThrow();
    const { children, problems } = readWord(xml);
    expect(problems).toEqual([]);
    // Letterhead first, the decisions in a table with their heading, the page last: as the schema orders a body.
    expect(children[0]).toBe('w:p');
    expect(children).toContain('w:tbl');
    expect(children.at(-1)).toBe('w:sectPr');
    expect(xml.indexOf('PEMERINTAH KABUPATEN')).toBeLessThan(xml.indexOf('Notulen Rapat evaluasi November'));
    expect(readWord(parts.get('word/styles.xml') ?? '').problems).toEqual([]);
    const referred = [...xml.matchAll(/<w:pStyle w:val="([^"]+)"/g)].map(([, id]) => id ?? '');
    for (const id of new Set(referred))
      expect(parts.get('word/styles.xml')).withContext(id).toContain(`w:styleId="${id}"`);
    expect(parts.get('word/_rels/document.xml.rels')).toContain('Target="styles.xml"');
    expect(parts.get('_rels/.rels')).toContain('Target="word/document.xml"');
    for (const part of ['/word/document.xml', '/word/styles.xml'])
      expect(parts.get('[Content_Types].xml')).toContain(`PartName="${part}"`);
  });

  it('are a PDF with the same decision', async () => {
    const pdf = await getDocumentProxy(new Uint8Array(await file('sekda', await closed(), 'pdf')));
    const { text } = await extractText(pdf, { mergePages: true });
    const words = text.replaceAll(/\s+/g, ' ');
    expect(words).toContain('Notulen Rapat evaluasi November');
    expect(words).toContain('Jabatan camat.a');
    expect(words).toContain('1 Des 2026');
  });

  it('are there only after the close', async () => {
    const { id } = await world.start('bupati');
    expect((await (await world.as('bupati')).get(`/meetings/${id}/minutes`)).status).toBe(409);
  });

  it('and the big screen hold no small numbers, no names and no records, whoever runs the meeting', async () => {
    const started = await world.start('bupati');
    const exceptions = started.items.filter(({ kind }) => kind === 'exception');
    const overdue = exceptions.filter(({ exception }) => exception === 'overdue-cases');
    expect(overdue.map(({ unit }) => unit.code)).toContain('a');
    for (const item of overdue) {
      expect(item.sentence).withContext(item.unit.code).not.toMatch(/\d/);
      expect(item.link)
        .withContext(item.unit.code)
        .toMatch(/^\/layanan\?/);
    }
    // The Bupati alone would be told how many.
    const { items } = await (
      await world.as('bupati')
    ).read<{ items: { kind: string; sentence: string }[] }>('/attention');
    expect(items.some(({ kind, sentence }) => kind === 'overdue-cases' && /\d/.test(sentence))).toBe(true);
    const kept = JSON.stringify(
      await world.product().database.owner('meeting_items').select('told').where({ meeting_id: started.id }),
    );
    const people = (await world.product().database.owner('users').select('name')) as { name: string }[];
    expect(people.length).toBeGreaterThan(5);
    for (const { name } of people) expect(kept).withContext(name).not.toContain(name);
  });

  it('leave in the trail who met, and none of the words in plain', async () => {
    const id = await closed();
    const entries = (await world
      .product()
      .database.owner('audit_entries')
      .select('action', 'details')
      .where({ subject: `meetings/${id}` })
      .orderBy('sequence')) as { action: string; details: unknown }[];
    expect(entries.map(({ action }) => action)).toEqual([
      'meeting-planned',
      'meeting-begun',
      'meeting-written',
      'meeting-written',
      'meeting-written',
      'meeting-closed',
    ]);
    const all = JSON.stringify(await world.product().database.owner('audit_entries').select('details'));
    expect(all).not.toContain('Buka loket');
  });
});

function unpacked(content: Buffer): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(content, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      const parts = new Map<string, string>();
      zip.on('error', reject);
      zip.on('end', () => resolve(parts));
      zip.on('entry', (entry: yauzl.Entry) =>
        zip.openReadStream(entry, (failed, stream) => {
          if (failed) return reject(failed);
          textOf(stream).then((xml) => {
            parts.set(entry.fileName, xml);
            zip.readEntry();
          }, reject);
        }),
      );
      zip.readEntry();
    });
  });
}
