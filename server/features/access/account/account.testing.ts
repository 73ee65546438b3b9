import { problemOf, type ApiAnswer } from '../../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../../testing/test-product.ts';

export const KABUPATEN = '64.02';
export const NEW_PASSWORD = 'perahu di sungai mahakam';

/** A product with two kabupaten for specs about accounts; each spec adds a person of its own. Call it in a `describe`. */
export function useAccounts() {
  let product: TestProduct;
  let now = Date.UTC(2026, 2, 17, 2);
  let count = 0;

  beforeAll(async () => {
    product = await startTestProduct({ now: new Date(now).toISOString() });
    await product.addKabupaten(KABUPATEN, 'Asia/Makassar');
    await product.addKabupaten('32.16', 'Asia/Jakarta');
  });
  afterAll(() => product.stop());

  /** Adds a person and answers the username. */
  async function add(role: 'camat' | 'bupati' | 'admin' | 'inspektorat' = 'camat', kabupaten = KABUPATEN) {
    count += 1;
    const username = `orang${count}`;
    const unit = kabupaten === KABUPATEN ? '64.02.07' : '32.16.09';
    await product.addPerson(username, { role, kabupaten, ...(role === 'camat' ? { unit } : {}) });
    return username;
  }
  const enter = (username: string, password: string, code?: string, caller = product.stranger()) =>
    caller.post('/session', { username, password, ...(code === undefined ? {} : { code }) });
  const codeOf = (answer: ApiAnswer) => [answer.status, problemOf(answer).code];
  const userId = async (username: string): Promise<string> =>
    ((await product.database.owner('users').where({ username }).first('id')) as { id: string }).id;
  /** What the trail says was done to the person, in order. */
  async function actionsOf(username: string): Promise<string[]> {
    const rows = (await product.database
      .owner('audit_entries')
      .select('action')
      .where({ kabupaten_code: KABUPATEN, subject: `users/${await userId(username)}` })
      .orderBy('sequence')) as { action: string }[];
    return rows.map(({ action }) => action);
  }

  return {
    add,
    enter,
    codeOf,
    userId,
    actionsOf,
    product: () => product,
    /** Epoch milliseconds of the product's clock. */
    now: () => now,
    /** Lets so many seconds pass on the product's clock. */
    pass: (seconds: number) => {
      now += seconds * 1000;
      product.setNow(new Date(now).toISOString());
    },
  };
}
