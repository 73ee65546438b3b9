import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { ImportResult } from '#contract/imports';
import { problemSchema, type Problem } from '#contract/problem';
import type { RouteDescriptor } from '#contract/route';
import { ROUTES } from '#contract/routes';

export interface ApiRequest {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a string is sent as it stands. */
  readonly body?: unknown;
  /** Sent as multipart/form-data. */
  readonly form?: FormData;
  /** False leaves the XSRF token out, as a foreign page would. */
  readonly xsrf?: boolean;
}

export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The answer's JSON; null when it is none. */
  readonly json: unknown;
}

/**
 * A browser without a screen: keeps cookies, repeats the XSRF token, and checks every answer against the contract,
 * so that each call in a spec is a test of the described API as well.
 */
export class ApiCaller {
  readonly cookies = new Map<string, string>();
  readonly #address: string;

  /** @param address such as `http://127.0.0.1:41234` */
  constructor(address: string) {
    this.#address = address;
  }

  /**
   * Sends one request.
   * @param path below `/api/v1`, or whole when it begins with `/api/`, `/health` or `//`
   * @throws Error when the answer is not what the contract describes
   */
  async send(method: string, path: string, request: ApiRequest = {}): Promise<ApiAnswer> {
    const url =
      /^\/(api|health)\//.test(path) || path.startsWith('//') ? path.replace(/^\/\//, '/') : `/api/v1${path}`;
    const response = await fetch(this.#address + url, {
      method,
      redirect: 'manual',
      headers: { ...this.#cookieHeaders(request.xsrf ?? true), ...bodyHeaders(request), ...request.headers },
      ...bodyOf(request),
    });
    this.#keepCookies(response.headers);
    const text = await response.text();
    const answer = {
      status: response.status,
      headers: response.headers,
      text,
      json: jsonOf(response.headers, text),
    };
    if (url.startsWith('/api/v1')) checkAnswer(method, url.slice('/api/v1'.length), answer);
    return answer;
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<ApiAnswer> {
    return this.send('GET', path, { headers });
  }

  /** The JSON of a GET that must succeed. */
  async read<T>(path: string): Promise<T> {
    const answer = await this.get(path);
    if (answer.status !== 200) throw new Error(`GET ${path}: ${answer.status} ${answer.text}`);
    return answer.json as T;
  }

  post(path: string, body?: unknown): Promise<ApiAnswer> {
    return this.send('POST', path, body === undefined ? {} : { body });
  }

  /** Uploads a file to a dataset, with an optional mapping. Answers the id of the import. */
  async upload(
    dataset: string,
    file: { name: string; path: string } | { name: string; text: string },
    options: { mapping?: unknown; query?: string } = {},
  ): Promise<string> {
    const answer = await this.send('POST', `/imports/${dataset}${options.query ?? ''}`, {
      form: formWith(file, options.mapping),
    });
    if (answer.status !== 202) throw new Error(`upload of ${file.name}: ${answer.status} ${answer.text}`);
    return (answer.json as { id: string }).id;
  }

  /** The result of an import, as soon as there is one. @throws Error when it takes longer than 40 seconds */
  async importEnded(id: string): Promise<ImportResult> {
    for (let round = 0; round < 2_000; round += 1) {
      const result = await this.read<ImportResult>(`/imports/${id}`);
      if (result.status === 'succeeded' || result.status === 'failed') return result;
      await wait(20);
    }
    throw new Error(`import ${id} did not end`);
  }

  #cookieHeaders(xsrf: boolean): Record<string, string> {
    const token = this.cookies.get('XSRF-TOKEN');
    return {
      ...(this.cookies.size === 0
        ? {}
        : { Cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }),
      ...(xsrf && token !== undefined ? { 'X-XSRF-TOKEN': token } : {}),
    };
  }

  #keepCookies(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';');
      const name = pair.slice(0, pair.indexOf('='));
      const value = pair.slice(pair.indexOf('=') + 1);
      const expired = value === '' || attributes.some((each) => /^\s*expires=Thu, 01 Jan 1970/i.test(each));
      if (expired) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}

/** A multipart form with one file, and a mapping when there is one. */
export function formWith(
  file: { name: string; path: string } | { name: string; text: string },
  mapping?: unknown,
): FormData {
  const form = new FormData();
  const content = 'path' in file ? readFileSync(file.path) : file.text;
  form.append('file', new Blob([content]), file.name);
  if (mapping !== undefined)
    form.append('mapping', typeof mapping === 'string' ? mapping : JSON.stringify(mapping));
  return form;
}

/** The problem an answer carries. @throws Error when it is none */
export function problemOf(answer: ApiAnswer): Problem {
  return problemSchema.parse(answer.json);
}

function bodyHeaders({ body, form }: ApiRequest): Record<string, string> {
  return body !== undefined && form === undefined ? { 'Content-Type': 'application/json' } : {};
}

function bodyOf({ body, form }: ApiRequest): { body?: string | FormData } {
  if (form !== undefined) return { body: form };
  if (body === undefined) return {};
  return { body: typeof body === 'string' ? body : JSON.stringify(body) };
}

function jsonOf(headers: Headers, text: string): unknown {
  return /^application\/(problem\+)?json/.test(headers.get('Content-Type') ?? '') ? JSON.parse(text) : null;
}

function checkAnswer(method: string, url: string, answer: ApiAnswer): void {
  if (answer.status >= 400) {
    const problem = problemSchema.parse(answer.json);
    if (
      !answer.headers.get('Content-Type')?.startsWith('application/problem+json') ||
      problem.status !== answer.status
    ) {
      throw new Error(`${method} ${url}: not a problem of its own status: ${answer.text}`);
    }
    return;
  }
  const route = findRoute(method, url.replace(/\?.*$/, ''));
  if (!route || answer.status === 304) return;
  if (answer.status !== route.status)
    throw new Error(`${method} ${url}: ${answer.status} instead of ${route.status}`);
  // An answer asked for as a file is no JSON.
  if (/[?&]format=/.test(url)) return;
  if (route.produces === 'application/json' && answer.status !== 204) route.answer.parse(answer.json);
}

function findRoute(method: string, path: string): RouteDescriptor | undefined {
  return ROUTES.find(
    (route) =>
      route.method === method.toLowerCase() &&
      new RegExp(`^${route.path.replace(/:\w+/g, '[^/]+')}$`).test(path),
  );
}
