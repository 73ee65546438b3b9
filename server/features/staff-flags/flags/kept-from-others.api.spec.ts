import { ROUTES } from '#contract/routes';
import { matrixPath } from '../../../role-matrix-input.testing.ts';
import { newRecordId } from '../../../platform/database/record-id.ts';
import type { ApiCaller } from '../../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../../testing/test-product.ts';
import { ALL } from '../../../who-may-call.testing.ts';

const KABUPATEN = '64.02';
/** The unit that the walk through all routes asks for. */
const UNIT = '64.02.07';
const NAME = 'Zubaidah Tersembunyi';
const NIP = '198501012010017731';
const EXPLANATION = 'penjelasan-yang-hanya-untuk-berempat';
const REVIEW = 'telaah-yang-hanya-untuk-berempat';
const REASON = 'alasan-yang-hanya-untuk-berempat';
const RULE = 'Ketepatan waktu yang perlu diklarifikasi';
/** What must not be found anywhere; the name of the rule is published, but not that it struck somebody. */
const SECRETS = [NAME, NIP, EXPLANATION, REVIEW, REASON];
/** The person, the direct superior (head of the unit), the Inspektorat and the official in charge. */
const ENTITLED = ['zubaidah', 'camat', 'inspektorat', 'bkpsdm'];

/**
 * Somebody who wants to know asks every address that can be read, as every role, with the proposal's own id wherever an
 * id fits, and with the person's name wherever something can be searched for.
 */
describe('a proposal about a member of staff, looked for by everybody everywhere', () => {
  let product: TestProduct;
  let flag = '';
  const callers = new Map<string, ApiCaller>();
  const as = (name: string): ApiCaller => callers.get(name) ?? product.stranger();

  beforeAll(async () => {
    product = await startTestProduct({ now: '2026-11-20T10:00:00+08:00' });
    await product.addKabupaten(KABUPATEN, 'Asia/Makassar');
    for (const role of ALL) await product.addPerson(role, { role, kabupaten: KABUPATEN, unit: UNIT });
    await product.addPerson('admin-kedua', { role: 'admin', kabupaten: KABUPATEN });
    await product.addPerson('zubaidah', { role: 'petugas', kabupaten: KABUPATEN, unit: UNIT });
    await product.addPerson('camat-tetangga', { role: 'camat', kabupaten: KABUPATEN, unit: '64.02.08' });
    for (const name of [...ALL, 'zubaidah', 'camat-tetangga']) callers.set(name, await product.signIn(name));
    const { owner } = product.database;
    const account: { id: string } | undefined = await owner('users')
      .where({ username: 'zubaidah' })
      .first('id');
    // Two heads of one unit would both be superiors: the unit of this spec has the camat alone.
    await owner('posts')
      .where({ kabupaten_code: KABUPATEN, role: 'kepala-skpd' })
      .update({ unit_code: '64.02.09' });
    const staff = newRecordId();
    flag = newRecordId();
    await owner('staff_members').insert({
      kabupaten_code: KABUPATEN,
      id: staff,
      code: 'Z-1',
      name: NAME,
      nip: NIP,
      employment: 'pns',
      unit_code: UNIT,
      user_id: account?.id ?? null,
    });
    await owner('staff_flags').insert({
      kabupaten_code: KABUPATEN,
      id: flag,
      staff_id: staff,
      unit_code: UNIT,
      rule_id: 'aturan-uji',
      kind: 'sanction',
      period_from: '2026-04-01',
      period_to: '2026-09-30',
      evidence: JSON.stringify({ observations: [], fairness: [], proposes: null }),
      settings: '{}',
      data_version: 1,
      state: 'proposed',
      raised_at: '2026-11-16T00:00:00Z',
      explain_until: '2026-11-23',
      expires_on: '2027-11-16',
    });
    const step = async (name: string, path: string, body: object): Promise<void> => {
      const answer = await as(name).post(`/staff-flags/${flag}/${path}`, body);
      expect(answer.status).withContext(`${path}: ${answer.text}`).toBe(200);
    };
    await step('zubaidah', 'explanation', { text: EXPLANATION });
    await step('camat', 'review', { text: REVIEW });
    await step('bkpsdm', 'decision', { verdict: 'dismissed', reason: REASON, number: null, on: null });
  });
  afterAll(() => product.stop());

  const others = (): string[] => [...callers.keys()].filter((name) => !ENTITLED.includes(name));
  const leaksIn = (text: string): string[] => SECRETS.filter((secret) => text.includes(secret));

  it('is there for the four who may know', async () => {
    for (const name of ENTITLED) {
      const { status, text } = await as(name).get(`/staff-flags/${flag}`);
      expect([status, leaksIn(text)])
        .withContext(name)
        .toEqual([200, [NAME, EXPLANATION, REVIEW, REASON]]);
    }
  });

  it('is found by nobody else at any address that can be read', async () => {
    const readable = ROUTES.filter(({ method, id }) => method === 'get' && id !== 'readEvents');
    expect(readable.length).toBeGreaterThan(60);
    let asked = 0;
    for (const name of others())
      for (const route of readable) {
        const path = matrixPath(route).replace('0198c0de-0000-7000-8000-000000000000', flag);
        const { status, text } = await as(name).get(path);
        asked += 1;
        // Who keeps the register of staff knows who is on it, but neither their NIP nor what is proposed.
        const known = route.id === 'listStaff' && name === 'admin' ? [NAME] : [];
        expect(leaksIn(text)).withContext(`${name}: ${path} (${status})`).toEqual(known);
        // The trail names a proposal by its id alone; no other list does.
        if (!/audit/i.test(route.id)) expect(text.includes(flag)).withContext(`${name}: ${path}`).toBeFalse();
      }
    expect(asked).toBe(others().length * readable.length);
  });

  it('is found by no search, no export and no file', async () => {
    const word = encodeURIComponent(NAME);
    const paths = [
      `/complaints?search=${word}`,
      `/complaints/export?format=csv&search=${word}`,
      `/service-cases?search=Z-1`,
      '/service-cases/export?format=csv',
      `/audit?search=${word}`,
      `/audit?search=${encodeURIComponent(EXPLANATION)}`,
      `/audit?search=${flag}&limit=200`,
      '/notices?limit=100',
      `/evidence?about=staff-flag&id=${flag}`,
      '/staff-flags?box=all&limit=100',
      `/staff-flags?unit=${UNIT}`,
      '/staff-flags/counts',
    ];
    for (const name of others())
      for (const path of paths) {
        const { status, text } = await as(name).get(path);
        expect(leaksIn(text)).withContext(`${name}: ${path} (${status})`).toEqual([]);
      }
    // Nor can a file be laid beside it, or taken from it.
    for (const name of others())
      expect((await as(name).get(`/evidence?about=staff-flag&id=${flag}`)).status)
        .withContext(name)
        .not.toBe(200);
  });

  it('is counted for nobody as a small number', async () => {
    const { text } = await as('bupati').get('/staff-flags/counts');
    expect(JSON.parse(text)).toEqual(jasmine.objectContaining({ reward: 0, sanction: null }));
  });

  it('is not told by the stream when a step is taken', async () => {
    const cookie = [...as('bupati').cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const abort = new AbortController();
    const response = await fetch(`${product.address}/api/v1/events`, {
      headers: { Cookie: cookie },
      signal: abort.signal,
    });
    const heard: string[] = [];
    const reading = (async () => {
      for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>)
        heard.push(new TextDecoder().decode(part));
    })().catch(() => undefined);
    await product.database.owner('staff_flags').where({ id: flag }).update({ state: 'reviewed' });
    const body = { verdict: 'dismissed', reason: REASON, number: null, on: null };
    expect((await as('bkpsdm').post(`/staff-flags/${flag}/decision`, body)).status).toBe(200);
    const told = await new Promise<boolean>((resolve) => {
      const started = Date.now();
      const look = (): void => {
        if (heard.join('').includes('notices-changed')) resolve(true);
        else if (Date.now() - started > 5000) resolve(false);
        else setTimeout(look, 20);
      };
      look();
    });
    abort.abort();
    await reading;
    // That something waits for somebody is told to all; what and for whom is not.
    expect(told).toBeTrue();
    for (const secret of [...SECRETS, flag, 'zubaidah', RULE]) expect(heard.join('')).not.toContain(secret);
  });
});
