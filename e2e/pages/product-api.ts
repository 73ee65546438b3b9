import { readSummary, summarySchema, type Summary } from '#contract/measures';
import { testedProduct } from '../product.ts';

const ROOT = '/api/v1';

/** The API as a program sees it, signed in as one demo account, apart from any browser. */
export class ProductApi {
  readonly #address: string;
  readonly #cookie: string;

  private constructor(address: string, cookie: string) {
    this.#address = address;
    this.#cookie = cookie;
  }

  /** @throws when the account cannot sign in */
  static async signIn(username: string): Promise<ProductApi> {
    const { address, password } = testedProduct();
    const answer = await fetch(`${address}${ROOT}/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    if (!answer.ok) throw new Error(`${username} could not sign in: ${answer.status}.`);
    const cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
    return new ProductApi(address, cookie.join('; '));
  }

  /** All measures of one selection, checked against the contract. */
  async summary(selection: Readonly<Record<string, string>>): Promise<Summary> {
    const answer = await this.get(`${readSummary.path}?${new URLSearchParams(selection).toString()}`);
    if (!answer.ok) throw new Error(`The API answered ${answer.status}: ${await answer.text()}`);
    return summarySchema.parse(await answer.json());
  }

  /** The raw answer to `path` below the API's root, whatever its status. */
  async get(path: string): Promise<Response> {
    return fetch(`${this.#address}${ROOT}${path}`, { headers: { Cookie: this.#cookie } });
  }
}
