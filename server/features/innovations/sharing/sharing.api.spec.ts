import type { Sharing, SharedCopy } from '#contract/innovations/sharing';
import { TICKABLE_FIELDS } from '#domain/innovations/entry-fields';
import { accepted, startEntryWorld, type EntryWorld } from '../entry-world.testing.ts';

/** Friday 2026-11-20, 10.00 WITA (UTC+8). */
const NOW = '2026-11-20T10:00:00+08:00';

/** A word that stands in one field alone, so that wherever it turns up that field leaked. */
const WORD = (field: string) => `zq${field.toLowerCase()}zq`;
/** Every field tells something, and every text holds its own word. */
const CONTENT = {
  name: 'Loket Tanpa Bolak-balik',
  acronym: 'LOTABA',
  initiator: WORD('initiator'),
  form: 'pelayanan-publik',
  digital: true,
  stage: 'penerapan',
  initiatedOn: '2019-01-02',
  trialOn: '2019-03-04',
  appliedOn: '2019-05-06',
  summary: 'Warga cukup datang sekali.',
  topics: ['bolak-balik'],
  problem: WORD('problem'),
  goal: WORD('goal'),
  howItWorks: WORD('howItWorks'),
  novelty: WORD('novelty'),
  services: [WORD('services')],
  hours: WORD('hours'),
  places: WORD('places'),
  partners: [WORD('partners')],
  people: 3,
  peopleNote: WORD('peopleNote'),
  budget: 75_000_000,
  budgetNote: WORD('budgetNote'),
  weeksToStart: 7,
  connectivity: 'internet-sesekali',
  regionTypes: ['pesisir'],
  legalBasis: [{ kind: 'Perbup', number: WORD('legalBasis'), on: null, title: '' }],
  steps: [{ body: WORD('steps'), days: 5 }],
  challenges: WORD('challenges'),
  lessons: WORD('lessons'),
  results: [
    { what: WORD('results'), before: '3', after: '1', unit: 'kali', method: '', n: null, period: '' },
  ],
  beneficiaries: WORD('beneficiaries'),
  links: [{ title: WORD('links'), url: 'https://contoh.id/' }],
  contact: { name: WORD('contact'), post: '', phone: '', email: '' },
};
/** What goes with every shared entry: without it nobody could find it. */
const ALWAYS = ['name', 'acronym', 'form', 'digital', 'stage', 'summary', 'topics'];
/** Facets that tell of a ticked field. */
const FACET_OF: Readonly<Record<string, { column: string; value: unknown; empty: unknown }>> = {
  services: { column: 'services', value: [WORD('services')], empty: [] },
  people: { column: 'people_band', value: '3-5', empty: null },
  budget: { column: 'cost_band', value: '50-200-juta', empty: null },
  connectivity: { column: 'connectivity', value: 'internet-sesekali', empty: null },
  regionTypes: { column: 'region_types', value: ['pesisir'], empty: [] },
  results: { column: 'proof', value: 'dilaporkan-sendiri', empty: 'belum-ada-data' },
};

describe('sharing an innovation, by API', () => {
  let world: EntryWorld;
  const send: EntryWorld['send'] = (...call) => world.send(...call);
  const rowOf: EntryWorld['rowOf'] = (id) => world.rowOf(id);
  const published = () => world.published(CONTENT);

  beforeAll(async () => {
    world = await startEntryWorld('contoh-berbagi', NOW);
  });
  beforeEach(() => world.product.setNow(NOW));
  afterAll(() => world.product.stop());

  const share = (id: string, audience: string, fields: readonly string[] = [], figures = false) =>
    send('camat.hulu', 'PUT', `/${id}/sharing`, { audience, fields, figures });
  /** Words of unticked fields that stand anywhere in the row; the search column holds stems, lower case. */
  const leaked = (row: unknown, ticked: readonly string[]) =>
    TICKABLE_FIELDS.filter((field) => !ticked.includes(field)).filter((field) =>
      JSON.stringify(row).toLowerCase().includes(WORD(field).slice(0, -1)),
    );

  it('leaves nothing outside before it is chosen, and none of a draft', async () => {
    const entry = await published();
    expect(await rowOf(entry.id)).toBeUndefined();
    accepted(await share(entry.id, 'forcasi', ['problem']));
    const { revision } = entry;
    accepted(
      await send('camat.hulu', 'PATCH', `/${entry.id}`, {
        values: { problem: 'Masalah yang belum terbit' },
        readAt: { problem: revision },
      }),
    );
    accepted(await share(entry.id, 'public', ['problem']));
    expect(JSON.stringify(await rowOf(entry.id))).not.toContain('belum terbit');
  });

  it('lets nothing out but what always goes when no field is ticked', async () => {
    const entry = await published();
    accepted(await share(entry.id, 'public'));
    const row = await rowOf(entry.id);
    expect(Object.keys(row?.['content'] as object).toSorted()).toEqual(ALWAYS.toSorted());
    expect(leaked(row, [])).toEqual([]);
    for (const { column, empty } of Object.values(FACET_OF))
      expect<unknown>(row?.[column]).withContext(column).toEqual(empty);
    expect([row?.['figures'], row?.['shared_fields'], row?.['stopped_lesson']]).toEqual([null, [], null]);
  });

  it('lets out each field by its own tick, and no other with it', async () => {
    const entry = await published();
    for (const field of TICKABLE_FIELDS) {
      accepted(await share(entry.id, 'forcasi', [field]));
      const row = await rowOf(entry.id);
      expect(Object.keys(row?.['content'] as object).toSorted())
        .withContext(field)
        .toEqual([...ALWAYS, field].toSorted());
      expect(leaked(row, [field]))
        .withContext(field)
        .toEqual([]);
      for (const [of, { column, value, empty }] of Object.entries(FACET_OF))
        expect<unknown>(row?.[column])
          .withContext(`${field}: ${column}`)
          .toEqual(of === field ? value : empty);
    }
  });

  it('finds a ticked word by the search column, and no other', async () => {
    const entry = await published();
    accepted(await share(entry.id, 'forcasi', ['problem', 'steps']));
    const found = async (field: string): Promise<boolean> => {
      const result: { rows: { found: boolean }[] } = await world.product.database.owner.raw(
        `select search @@ to_tsquery('pg_catalog.indonesian', ?) as found from catalogue_entries where id = ?`,
        [WORD(field), entry.id],
      );
      return result.rows[0]?.found ?? false;
    };
    expect([await found('problem'), await found('steps')]).toEqual([true, true]);
    for (const field of ['goal', 'howItWorks', 'services', 'lessons', 'contact', 'results'])
      expect(await found(field))
        .withContext(field)
        .toBeFalse();
  });

  it('lets figures out only where they are ticked, and tells nobody that there are any', async () => {
    const entry = await published();
    await world.product.database.owner('innovation_proofs').insert({
      kabupaten_code: world.kabupaten,
      id: '0198c0de-0000-7000-8000-0000000000f1',
      innovation_id: entry.id,
      measure: FIGURE.measure,
      field: FIGURE.field,
      unit_code: 'hulu',
      started_on: '2026-03-01',
      before_from: '2025-09-01',
      before_to: '2026-02-28',
      locked_at: NOW,
      locked_by: 'Camat',
      result: JSON.stringify(FIGURE),
    });
    await world.product.database.owner('innovations').where({ id: entry.id }).update({ proof: 'terukur' });
    accepted(await share(entry.id, 'forcasi', ['results'], false));
    const without = await rowOf(entry.id);
    expect([without?.['figures'], without?.['proof']]).toEqual([null, 'dilaporkan-sendiri']);
    expect(JSON.stringify(without)).not.toContain('sameVisitShare');
    accepted(await share(entry.id, 'forcasi', [], true));
    const withThem = await rowOf(entry.id);
    expect<unknown>([withThem?.['figures'], withThem?.['proof']]).toEqual([[FIGURE], 'terukur']);
  });

  it('shows beforehand exactly what leaves', async () => {
    const entry = await published();
    const path = `/${entry.id}/sharing/preview?audience=public&fields=problem,budget,bukan-isian`;
    const preview = accepted(await send('camat.hulu', 'GET', path)).json as SharedCopy;
    expect(await rowOf(entry.id)).toBeUndefined();
    const { copy } = accepted(await share(entry.id, 'public', ['problem', 'budget'])).json as Sharing;
    expect(copy).toEqual({ ...preview, publishedAt: copy?.publishedAt ?? '' });
    expect(preview.content).toEqual(
      jasmine.objectContaining({ problem: WORD('problem'), budget: 75_000_000 }),
    );
    expect<unknown>((await rowOf(entry.id))?.['content']).toEqual(preview.content);
  });

  it('takes back what is not shared any more, by field and as a whole', async () => {
    const entry = await published();
    accepted(await share(entry.id, 'public', ['problem', 'contact']));
    accepted(await share(entry.id, 'public', ['problem']));
    expect(leaked(await rowOf(entry.id), ['problem'])).toEqual([]);
    const home = accepted(await share(entry.id, 'own', ['problem'])).json as Sharing;
    expect<unknown>([home.copy, await rowOf(entry.id)]).toEqual([null, undefined]);
  });

  it('renews the copy with every publication, by the same ticks', async () => {
    const entry = await published();
    accepted(await share(entry.id, 'forcasi', ['goal']));
    const first = await rowOf(entry.id);
    await world.publish(entry.id, { goal: 'Sekali datang', problem: `${WORD('problem')} baru` });
    const second = await rowOf(entry.id);
    expect((second?.['content'] as { goal: string }).goal).toBe('Sekali datang');
    expect([second?.['version'], leaked(second, ['goal'])]).toEqual([2, []]);
    expect<unknown>(second?.['published_at']).toEqual(first?.['published_at']);
  });

  it('is the choice of who answers for the unit', async () => {
    const entry = await published();
    const body = { audience: 'public', fields: [], figures: false };
    expect((await send('camat.hilir', 'PUT', `/${entry.id}/sharing`, body)).status).toBe(404);
    expect((await send('camat.lain', 'PUT', `/${entry.id}/sharing`, body)).status).toBe(404);
    expect((await send('camat.lain', 'GET', `/${entry.id}/sharing`)).status).toBe(404);
    expect(await rowOf(entry.id)).toBeUndefined();
    const shared = accepted(await send('organisasi', 'PUT', `/${entry.id}/sharing`, body)).json as Sharing;
    expect(shared.audience).toBe('public');
  });

  it('keeps an archived entry readable for others, marked as such', async () => {
    const entry = await published();
    accepted(await share(entry.id, 'public'));
    accepted(
      await send('camat.hulu', 'POST', `/${entry.id}/archive`, { archived: true, reason: 'sudah diganti' }),
    );
    expect((await rowOf(entry.id))?.['archived']).toBeTrue();
  });
});

/** A figure as its proof keeps it. */
const FIGURE = {
  measure: 'turnaround',
  field: 'sameVisitShare',
  label: 'Selesai sekali datang',
  unit: '%',
  decimals: 0,
  startedOn: '2026-03-01',
  before: { from: '2025-09-01', to: '2026-02-28', value: 0.61, n: 840 },
  after: { from: '2026-03-01', to: '2026-10-31', value: 0.94, n: 1_208 },
  verdict: 'membaik',
  changedSince: '2026-03-01',
  points: [],
};
