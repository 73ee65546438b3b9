import type { WritingEntry } from '#contract/innovations/writing';
import { problemOf, type ApiAnswer, type ApiCaller } from '../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../testing/test-product.ts';

/** Two kabupaten with two kecamatan each, and the people who write and share entries in them. */
export interface EntryWorld {
  readonly product: TestProduct;
  readonly kabupaten: string;
  readonly as: (username: string) => Promise<ApiCaller>;
  /** Calls below `/innovation-entries`. */
  readonly send: (username: string, method: string, path: string, body?: unknown) => Promise<ApiAnswer>;
  /** Writes fields of an entry as camat.hulu, submits and publishes it. */
  readonly publish: (id: string, values: Record<string, unknown>) => Promise<WritingEntry>;
  /** A published entry of the kecamatan hulu. */
  readonly published: (content: Record<string, unknown> & { readonly name: string }) => Promise<WritingEntry>;
  /** The row of the shared catalogue as the database holds it, whole. */
  readonly rowOf: (id: string) => Promise<Record<string, unknown> | undefined>;
}

/** @param now ISO instant the clock stands at */
export async function startEntryWorld(kabupaten: string, now: string): Promise<EntryWorld> {
  const product = await startTestProduct({ now });
  const other = `${kabupaten}-lain`;
  for (const code of [kabupaten, other]) {
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
  await product.addPerson('organisasi', { role: 'organisasi', kabupaten });
  for (const unit of ['hulu', 'hilir'])
    await product.addPerson(`camat.${unit}`, { role: 'camat', kabupaten, unit });
  await product.addPerson('camat.lain', { role: 'camat', kabupaten: other, unit: 'hulu' });

  const callers = new Map<string, ApiCaller>();
  const as = async (username: string): Promise<ApiCaller> => {
    const known = callers.get(username) ?? (await product.signIn(username));
    callers.set(username, known);
    return known;
  };
  const send = async (username: string, method: string, path: string, body?: unknown) =>
    (await as(username)).send(method, `/innovation-entries${path}`, body === undefined ? {} : { body });
  const publish = async (id: string, values: Record<string, unknown>): Promise<WritingEntry> => {
    const { revision } = done(await send('camat.hulu', 'GET', `/${id}`));
    const readAt = Object.fromEntries(Object.keys(values).map((field) => [field, revision]));
    const saved = accepted(await send('camat.hulu', 'PATCH', `/${id}`, { values, readAt }));
    const at = { revision: (saved.json as { entry: WritingEntry }).entry.revision };
    accepted(await send('camat.hulu', 'POST', `/${id}/submit`, at));
    return done(await send('organisasi', 'POST', `/${id}/publish`, at));
  };
  return {
    product,
    kabupaten,
    as,
    send,
    publish,
    published: async (content) => {
      const begun = done(await send('camat.hulu', 'POST', '', { name: content.name, unit: 'hulu' }));
      return publish(begun.id, content);
    },
    rowOf: async (id) =>
      (await product.database.owner('catalogue_entries').where({ id }).first()) as
        Record<string, unknown> | undefined,
  };
}

/** The answer, which must not be a refusal. */
export function accepted(answer: ApiAnswer): ApiAnswer {
  expect(answer.status).withContext(answer.text).toBeLessThan(300);
  return answer;
}

/** The entry that a call answers with. */
export function done(answer: ApiAnswer): WritingEntry {
  return accepted(answer).json as WritingEntry;
}

/** Status and code of a refusal. */
export function refusal(answer: ApiAnswer): [number, string] {
  return [answer.status, problemOf(answer).code];
}
