import type { ApiAnswer, ApiCaller } from '../../../testing/api-caller.ts';
import { problemOf } from '../../../testing/api-caller.ts';
import { startTestProduct, TEST_PASSWORD, type TestProduct } from '../../../testing/test-product.ts';

describe('guessing passwords', () => {
  const KABUPATEN = '64.02';
  let now = Date.UTC(2026, 2, 17, 2);
  let product: TestProduct;

  beforeAll(async () => {
    product = await startTestProduct({ now: new Date(now).toISOString(), trustProxy: 1 });
    await product.addKabupaten(KABUPATEN, 'Asia/Makassar');
    for (const username of ['sasaran', 'orang-lain', 'baru'])
      await product.addPerson(username, { role: 'bupati', kabupaten: KABUPATEN });
  });
  // Hours later everything is forgiven.
  beforeEach(() => pass(4 * 3600));
  afterAll(() => product.stop());

  function pass(seconds: number): void {
    now += seconds * 1000;
    product.setNow(new Date(now).toISOString());
  }

  const knock = (
    caller: ApiCaller,
    username: string,
    password: string,
    address: string,
  ): Promise<ApiAnswer> =>
    caller.send('POST', '/session', {
      body: { username, password },
      headers: { 'X-Forwarded-For': address },
    });
  const addressAt = (index: number): string => `10.66.${Math.floor(index / 250)}.${(index % 250) + 1}`;

  /** Half of the attempts take longer than this many milliseconds. */
  async function medianOf(times: number, call: () => Promise<ApiAnswer>): Promise<number> {
    const taken: number[] = [];
    for (let round = 0; round < times; round += 1) {
      const start = performance.now();
      expect((await call()).status).toBe(200);
      taken.push(performance.now() - start);
    }
    return taken.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? NaN;
  }

  /** Attempts, so many times as fast as a thousand in a minute; answers how often which code came. */
  async function attack(
    usernameAt: (index: number) => string,
    times = 1000,
    speed = 8,
  ): Promise<Record<string, number>> {
    const codes: Record<string, number> = {};
    const one = async (index: number): Promise<void> => {
      const answer = await knock(product.stranger(), usernameAt(index), `tebakan-${index}`, addressAt(index));
      const { code } = problemOf(answer);
      codes[code] = (codes[code] ?? 0) + 1;
    };
    const running: Promise<void>[] = [];
    for (let index = 0; index < times; index += 1) {
      running.push(one(index));
      await new Promise((resolve) => setTimeout(resolve, 60_000 / 1000 / speed));
    }
    await Promise.all(running);
    return codes;
  }

  it('at one person neither keeps the person out nor slows others down', async () => {
    const other = await product.signIn('orang-lain');
    const known = await product.signIn('sasaran');
    await known.send('DELETE', '/session');
    const summary = () => other.get('/measures/summary');
    await medianOf(5, summary);
    const calm = await medianOf(20, summary);

    const attacked = attack(() => 'sasaran');
    const during = await medianOf(20, summary);
    // On the browser used before the person walks in, and a stranger to the attack gets in on a new one.
    expect((await knock(known, 'sasaran', TEST_PASSWORD, '10.1.1.1')).status).toBe(200);
    const newcomer = await knock(product.stranger(), 'baru', TEST_PASSWORD, '10.1.1.2');
    expect(newcomer.status).withContext(newcomer.text).toBe(200);
    const codes = await attacked;
    expect(codes).toEqual({ 'wrong-credentials': 10, 'too-many-attempts': 990 });
    expect(during)
      .withContext(`${calm} ms before, ${during} ms during the attack`)
      .toBeLessThan(calm * 10 + 100);

    // On a new browser: not while the attack goes on, but soon after it.
    const stranger = product.stranger();
    const held = await knock(stranger, 'sasaran', TEST_PASSWORD, '10.1.1.3');
    expect([held.status, Number(held.headers.get('Retry-After'))]).toEqual([429, 40]);
    pass(40);
    expect((await knock(stranger, 'sasaran', TEST_PASSWORD, '10.1.1.3')).status).toBe(200);
  });

  it('at ever new names from ever new addresses leaves the processor to others', async () => {
    const other = await product.signIn('orang-lain');
    const summary = () => other.get('/measures/summary');
    const calm = await medianOf(20, summary);
    const attacked = attack((index) => `nama-${index}`, 300, 2);
    const during = await medianOf(20, summary);
    expect((await knock(other, 'orang-lain', TEST_PASSWORD, '10.1.1.4')).status).toBe(200);
    const codes = await attacked;
    // On a small machine some are turned away at once instead of being hashed; nobody learns anything from either.
    const { 'wrong-credentials': wrong = 0, 'sign-in-busy': busy = 0 } = codes;
    expect(wrong + busy).toBe(300);
    expect(wrong).toBeGreaterThan(0);
    expect(during)
      .withContext(`${calm} ms before, ${during} ms during the attack`)
      .toBeLessThan(calm * 10 + 100);
  });

  it('from many addresses with one cookie of another person helps nobody', async () => {
    const guesser = await product.signIn('orang-lain');
    const codes: number[] = [];
    for (let index = 0; index < 8; index += 1)
      codes.push((await knock(guesser, 'sasaran', 'salah', '10.1.1.5')).status);
    // The mark of one's own browser does not count for another person.
    expect(codes).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
    // Nor does one that was made up, or taken over with another mark.
    const [, signature = ''] = (guesser.cookies.get('pandu.device') ?? '').split('.');
    for (const forged of ['AAAAAAAAAAAAAAAA.tandatangan', `AAAAAAAAAAAAAAAA.${signature}`, '~~.~', '']) {
      guesser.cookies.set('pandu.device', forged);
      expect((await knock(guesser, 'orang-lain', TEST_PASSWORD, '10.1.1.5')).status).toBe(200);
      for (let index = 0; index < 2; index += 1)
        expect((await knock(guesser, 'sasaran', TEST_PASSWORD, '10.1.1.5')).status).toBe(429);
    }
  });

  it('is on record, but not a thousand times', async () => {
    await product.addPerson('dicatat', { role: 'camat', kabupaten: KABUPATEN, unit: '64.02.07' });
    await attack((index) => (index % 2 === 0 ? 'dicatat' : 'tidak-ada'), 200);
    const { id } = (await product.database.owner('users').where({ username: 'dicatat' }).first('id')) as {
      id: string;
    };
    const entries = async () =>
      product.database
        .owner('audit_entries')
        .select('action', 'user_id', 'role')
        .where({ kabupaten_code: KABUPATEN, subject: `users/${id}` });
    // They are written beside the answers.
    await settled(async () => (await entries()).length);
    const actions = (await entries()).map(({ action }: { action: string }) => action).toSorted();
    expect(actions).toEqual([...Array.from({ length: 10 }, () => 'sign-in-failed'), 'sign-in-slowed']);
    // Nobody proved to be that person.
    expect((await entries())[0]).toEqual({ action: 'sign-in-failed', user_id: null, role: 'publik' });
    const strangers = product.database.owner('platform_audit_entries').where({ action: 'sign-in-failed' });
    expect((await strangers).length).toBeLessThanOrEqual(60);
    const [opened] = await product.audit.openPersonal(
      product.database.owner,
      (await strangers).map(({ personal }: { personal: Buffer }) => personal),
    );
    expect(opened?.actor).toEqual(jasmine.objectContaining({ address: jasmine.stringMatching(/^10\./) }));
  });

  /** Waits until a number stays the same for a while. */
  async function settled(read: () => Promise<number>): Promise<void> {
    for (let last = -1; ;) {
      const now = await read();
      if (now === last) return;
      last = now;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
});
