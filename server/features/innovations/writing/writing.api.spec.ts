import type { SavedConflict, WritingEntry, WritingLine } from '#contract/innovations/writing';
import { problemOf, type ApiAnswer, type ApiCaller } from '../../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../../testing/test-product.ts';

const KABUPATEN = 'contoh-inovasi';
const OTHER = 'contoh-inovasi-lain';
/** Friday 2026-11-20, 10.00 WITA (UTC+8). */
const NOW = '2026-11-20T10:00:00+08:00';

interface Saved {
  readonly entry: WritingEntry;
  readonly saved: readonly string[];
  readonly conflicts: readonly SavedConflict[];
}

describe('writing an innovation, by API', () => {
  let product: TestProduct;
  const callers = new Map<string, ApiCaller>();
  let number = 0;

  beforeAll(async () => {
    product = await startTestProduct({ now: NOW });
    for (const code of [KABUPATEN, OTHER]) {
      await product.addKabupaten(code, 'Asia/Makassar');
      await product.load(
        code,
        'units',
        ['hulu', 'hilir'].map((unit) => ({
          code: unit,
          name: `Kecamatan ${unit}`,
          kind: 'kecamatan',
          parentCode: code,
          validFrom: null,
          validTo: null,
          predecessorCode: null,
        })),
      );
    }
    for (const role of ['bupati', 'sekda', 'organisasi'] as const)
      await product.addPerson(role, { role, kabupaten: KABUPATEN });
    for (const unit of ['hulu', 'hilir']) {
      await product.addPerson(`camat.${unit}`, { role: 'camat', kabupaten: KABUPATEN, unit });
      await product.addPerson(`petugas.${unit}`, { role: 'petugas', kabupaten: KABUPATEN, unit });
    }
    await product.addPerson(
      'rangkap',
      { role: 'camat', kabupaten: KABUPATEN, unit: 'hulu' },
      { role: 'organisasi', kabupaten: KABUPATEN },
    );
    await product.addPerson('organisasi.lain', { role: 'organisasi', kabupaten: OTHER });
  });
  beforeEach(() => product.setNow(NOW));
  afterAll(() => product.stop());

  async function as(username: string): Promise<ApiCaller> {
    const known = callers.get(username) ?? (await product.signIn(username));
    callers.set(username, known);
    return known;
  }
  const send = async (username: string, method: string, path: string, body?: unknown) =>
    (await as(username)).send(method, path, body === undefined ? {} : { body });
  const read = async (username: string, id: string) =>
    (await as(username)).read<WritingEntry>(`/innovation-entries/${id}`);
  const list = async (username: string, show = 'own') =>
    (await (await as(username)).read<{ items: WritingLine[] }>(`/innovation-entries?show=${show}`)).items;
  const refusal = (answer: ApiAnswer) => [answer.status, problemOf(answer).code];
  function accepted(answer: ApiAnswer): ApiAnswer {
    expect(answer.status).withContext(answer.text).toBeLessThan(300);
    return answer;
  }
  const done = (answer: ApiAnswer) => accepted(answer).json as WritingEntry;

  const begin = async (username = 'camat.hulu', unit = 'hulu') => {
    number += 1;
    return done(await send(username, 'POST', '/innovation-entries', { name: `Loket Cepat ${number}`, unit }));
  };
  /** Saves fields as read at a revision. */
  const save = async (username: string, id: string, values: Record<string, unknown>, at: number) =>
    accepted(
      await send(username, 'PATCH', `/innovation-entries/${id}`, {
        values,
        readAt: Object.fromEntries(Object.keys(values).map((field) => [field, at])),
      }),
    ).json as Saved;
  const WHOLE = {
    stage: 'penerapan',
    summary: 'Warga cukup datang sekali.',
    topics: ['bolak-balik'],
    problem: 'Warga datang dua sampai tiga kali.',
    howItWorks: 'Berkas disiapkan di desa, selesai di kecamatan.',
  };
  /** An entry that is told as far as a review needs. */
  const complete = async (username = 'camat.hulu') => {
    const begun = await begin(username);
    return (await save(username, begun.id, WHOLE, begun.revision)).entry;
  };
  const submit = async (username: string, { id, revision }: WritingEntry) =>
    send(username, 'POST', `/innovation-entries/${id}/submit`, { revision });
  const publish = async (username: string, { id, revision }: WritingEntry) =>
    send(username, 'POST', `/innovation-entries/${id}/publish`, { revision, note: 'Pertama kali terbit' });
  const notices = async (username: string) =>
    (
      await (
        await as(username)
      ).read<{ items: { kind: string; sentence: string; done: boolean }[] }>('/notices')
    ).items;

  it('begins as a draft that only its writers and reviewers know', async () => {
    const begun = await begin();
    expect([begun.state, begun.version, begun.content.name, begun.slug]).toEqual([
      'draft',
      0,
      `Loket Cepat ${number}`,
      `loket-cepat-${number}`,
    ]);
    expect(begun.missing).toEqual(['stage', 'summary', 'topics', 'problem', 'howItWorks']);
    for (const username of ['petugas.hulu', 'organisasi', 'sekda'])
      expect((await read(username, begun.slug)).id)
        .withContext(username)
        .toBe(begun.id);
    for (const username of ['camat.hilir', 'bupati', 'organisasi.lain'])
      expect((await (await as(username)).get(`/innovation-entries/${begun.id}`)).status)
        .withContext(username)
        .toBe(404);
    expect(
      refusal(await send('camat.hulu', 'POST', '/innovation-entries', { name: 'Lain', unit: 'hilir' })),
    ).toEqual([404, 'unit-not-found']);
    expect((await list('camat.hulu')).map(({ id }) => id)).toContain(begun.id);
    expect(await list('camat.hilir')).toEqual([]);
  });

  it('gives entries of one name addresses of their own', async () => {
    const body = { name: 'Antar Jemput Berkas', acronym: 'ANTAR', unit: 'hulu' };
    const slugs = [
      done(await send('camat.hulu', 'POST', '/innovation-entries', body)).slug,
      done(await send('camat.hulu', 'POST', '/innovation-entries', body)).slug,
    ];
    expect(slugs).toEqual(['antar-jemput-berkas', 'antar-jemput-berkas-2']);
  });

  it('loses no text of three authors who write at once', async () => {
    const begun = await begin();
    const { id, revision } = begun;
    // All three read the draft at the same moment; each changes a field of its own, and all the problem.
    const [camat, petugas, organisasi] = await Promise.all([
      save('camat.hulu', id, { goal: 'Tujuan camat', problem: 'Masalah menurut camat' }, revision),
      save(
        'petugas.hulu',
        id,
        { lessons: 'Pelajaran petugas', problem: 'Masalah menurut petugas' },
        revision,
      ),
      save(
        'organisasi',
        id,
        { novelty: 'Kebaruan organisasi', problem: 'Masalah menurut organisasi' },
        revision,
      ),
    ]);
    const all = [camat, petugas, organisasi];
    // One of them was first; the other two are shown both texts, and their other field is saved all the same.
    expect(all.filter(({ saved }) => saved.includes('problem')).length).toBe(1);
    const now = await read('camat.hulu', id);
    expect([now.content.goal, now.content.lessons, now.content.novelty]).toEqual([
      'Tujuan camat',
      'Pelajaran petugas',
      'Kebaruan organisasi',
    ]);
    const names = ['camat', 'petugas', 'organisasi'];
    const titles = ['Jabatan camat.hulu', 'Jabatan petugas.hulu', 'Jabatan organisasi'];
    const winner = names.findIndex((name) => now.content.problem === `Masalah menurut ${name}`);
    expect(winner).toBeGreaterThan(-1);
    for (const [index, each] of all.entries()) {
      const [conflict] = each.conflicts;
      if (index === winner) expect(each.conflicts).toEqual([]);
      else
        expect([conflict?.field, conflict?.mine, conflict?.theirs, conflict?.by])
          .withContext(names[index] ?? '')
          .toEqual(['problem', `Masalah menurut ${names[index]}`, now.content.problem, titles[winner]]);
    }
    // Having read the other text, one of them decides; the other, who read no more than that, meets the decision again.
    const [decides = '', late = ''] = ['camat.hulu', 'petugas.hulu', 'organisasi'].filter(
      (_, index) => index !== winner,
    );
    expect((await save(decides, id, { problem: 'Masalah menurut kita' }, now.revision)).conflicts).toEqual(
      [],
    );
    const refused = await save(late, id, { problem: 'Menimpa' }, now.revision);
    expect([refused.conflicts[0]?.theirs, refused.saved]).toEqual(['Masalah menurut kita', []]);
    expect((await read('camat.hulu', id)).content.problem).toBe('Masalah menurut kita');
  });

  it('takes the same text as no change, and lets an author go on in an own field', async () => {
    const begun = await begin();
    const first = await save('camat.hulu', begun.id, { goal: 'Sekali datang' }, begun.revision);
    expect([first.entry.revision, first.saved]).toEqual([2, ['goal']]);
    // The same words from somebody who read the old text: nobody loses anything.
    const same = await save('petugas.hulu', begun.id, { goal: 'Sekali datang' }, begun.revision);
    expect([same.entry.revision, same.saved, same.conflicts]).toEqual([2, [], []]);
    const next = await save('camat.hulu', begun.id, { goal: 'Sekali datang, selesai' }, first.entry.revision);
    expect([next.conflicts, next.entry.content.goal]).toEqual([[], 'Sekali datang, selesai']);
    expect(next.entry.fields.goal).toEqual(
      jasmine.objectContaining({ revision: 3, by: 'Jabatan camat.hulu' }),
    );
  });

  it('is published by a second person, who wrote none of it', async () => {
    const begun = await begin();
    expect(refusal(await submit('camat.hulu', begun))).toEqual([409, 'innovation-incomplete']);
    const entry = (await save('camat.hulu', begun.id, WHOLE, begun.revision)).entry;
    expect(refusal(await submit('camat.hulu', begun))).toEqual([409, 'innovation-changed-meanwhile']);
    const submitted = done(await submit('camat.hulu', entry));
    expect([submitted.state, submitted.submitted?.by]).toEqual(['submitted', 'Jabatan camat.hulu']);
    expect((await list('organisasi', 'review')).map(({ id }) => id)).toContain(entry.id);
    expect(await list('camat.hulu', 'review')).toEqual([]);
    expect((await notices('organisasi')).map(({ kind }) => kind)).toContain('innovation-to-review');
    expect(
      refusal(
        await send('camat.hulu', 'PATCH', `/innovation-entries/${entry.id}`, {
          values: { goal: 'x' },
          readAt: {},
        }),
      ),
    ).toEqual([409, 'innovation-in-review']);
    expect(submitted.actions).not.toContain('publish');
    expect((await read('organisasi', entry.id)).actions).toContain('publish');
    const published = done(await publish('organisasi', entry));
    expect([published.state, published.version, published.ahead, published.confirmedOn]).toEqual([
      'published',
      1,
      false,
      '2026-11-20',
    ]);
    expect((await notices('camat.hulu')).map(({ kind }) => kind)).toContain('innovation-published');
    expect(refusal(await publish('sekda', entry))).toEqual([409, 'innovation-not-submitted']);
  });

  it('is not published by who submitted it, nor by who wrote a part of it', async () => {
    const rangkap = await as('rangkap');
    const own = await complete('rangkap');
    done(await submit('rangkap', own));
    expect((await rangkap.post('/session/role', { role: 'organisasi' })).status).toBeLessThan(300);
    // The same person in the post that reviews.
    expect(refusal(await publish('rangkap', own))).toEqual([403, 'innovation-second-person']);
    const helped = await complete();
    const changed = (await save('organisasi', helped.id, { goal: 'Disunting' }, helped.revision)).entry;
    done(await submit('camat.hulu', changed));
    expect((await read('organisasi', changed.id)).actions).not.toContain('publish');
    expect(refusal(await publish('organisasi', changed))).toEqual([403, 'innovation-second-person']);
    expect(done(await publish('sekda', changed)).version).toBe(1);
    // What was published is judged; of the next version the same person may be the reader.
    const next = (await save('camat.hulu', changed.id, { goal: 'Versi dua' }, changed.revision)).entry;
    done(await submit('camat.hulu', next));
    expect(done(await publish('organisasi', next)).version).toBe(2);
  });

  it('goes back to its writers with the reason, and can be taken back', async () => {
    const entry = await complete();
    done(await submit('camat.hulu', entry));
    const path = `/innovation-entries/${entry.id}`;
    const returned = done(
      await send('organisasi', 'POST', `${path}/return`, { reason: 'Sebutkan sumber angkanya' }),
    );
    expect([returned.state, returned.returnedReason]).toEqual(['draft', 'Sebutkan sumber angkanya']);
    expect(
      (await notices('camat.hulu')).some(({ sentence }) => sentence.includes('Sebutkan sumber')),
    ).toBeTrue();
    const again = done(await submit('petugas.hulu', returned));
    expect(again.returnedReason).toBeNull();
    expect(done(await send('camat.hulu', 'POST', `${path}/recall`)).state).toBe('draft');
    expect(refusal(await send('organisasi', 'POST', `${path}/return`, { reason: 'terlambat' }))).toEqual([
      409,
      'innovation-not-submitted',
    ]);
  });

  it('keeps every version with what changed, and the published one while the next is written', async () => {
    const entry = await complete();
    done(await submit('camat.hulu', entry));
    done(await publish('organisasi', entry));
    expect(refusal(await submit('camat.hulu', entry))).toEqual([409, 'innovation-unchanged']);
    const next = (
      await save(
        'camat.hulu',
        entry.id,
        { problem: 'Warga datang dua kali.', goal: 'Sekali datang.' },
        entry.revision,
      )
    ).entry;
    expect([next.state, next.ahead, next.changed, next.published?.problem]).toEqual([
      'published',
      true,
      ['problem', 'goal'],
      'Warga datang dua sampai tiga kali.',
    ]);
    done(await submit('camat.hulu', next));
    done(await publish('organisasi', next));
    const path = `/innovation-entries/${entry.id}/versions`;
    const bupati = await as('bupati');
    const { items } = await bupati.read<{
      items: { version: number; changed: string[]; note: string | null }[];
    }>(path);
    expect(items.map(({ version, changed }) => [version, changed])).toEqual([
      [2, ['problem', 'goal']],
      [1, ['name', 'stage', 'summary', 'topics', 'problem', 'howItWorks']],
    ]);
    const second = await bupati.read<{ content: { problem: string }; before: { problem: string } }>(
      `${path}/2`,
    );
    expect([second.content.problem, second.before.problem]).toEqual([
      'Warga datang dua kali.',
      'Warga datang dua sampai tiga kali.',
    ]);
    expect((await (await as('organisasi.lain')).get(path)).status).toBe(404);
    expect((await (await as('organisasi.lain')).get(`${path}/1`)).status).toBe(404);
    expect((await bupati.get(`${path}/3`)).status).toBe(404);
  });

  it('stays readable in the archive, and is not written there', async () => {
    const entry = await complete();
    const path = `/innovation-entries/${entry.id}`;
    const archive = (archived: boolean) =>
      send('camat.hulu', 'POST', `${path}/archive`, { archived, reason: 'digabung dengan yang lain' });
    expect(refusal(await archive(true))).toEqual([409, 'innovation-not-archivable']);
    done(await submit('camat.hulu', entry));
    done(await publish('organisasi', entry));
    expect(done(await archive(true)).state).toBe('archived');
    expect((await (await as('bupati')).get(`${path}/versions/1`)).status).toBe(200);
    expect(
      refusal(await send('camat.hulu', 'PATCH', path, { values: { goal: 'x' }, readAt: { goal: 9 } })),
    ).toEqual([409, 'innovation-archived']);
    expect(done(await archive(false)).state).toBe('published');
  });

  it('writes who did what into the trail, and of autosaving no more than who wrote which field', async () => {
    const begun = await begin();
    let revision = begun.revision;
    for (const goal of ['S', 'Se', 'Sek', 'Seka'])
      revision = (await save('camat.hulu', begun.id, { goal }, revision)).entry.revision;
    await save('petugas.hulu', begun.id, { goal: 'Sekali' }, revision);
    const rows = (await product.database
      .owner('audit_entries')
      .select('action', 'details')
      .where({ subject: `innovations/${begun.id}` })
      .orderBy('sequence')) as { action: string; details: { fields?: string[] } }[];
    expect(rows.map(({ action, details }) => [action, details.fields ?? null])).toEqual([
      ['innovation-begun', null],
      ['innovation-written', ['goal']],
      ['innovation-written', ['goal']],
    ]);
  });
});
