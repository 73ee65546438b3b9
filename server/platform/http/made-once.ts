import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { RequestHandler } from 'express';
import { isKnown } from './answer-cache.ts';

interface Made {
  readonly plain: Buffer;
  readonly zipped: Buffer;
  readonly etag: string;
}

/** Sends a JSON document that is the same for everybody: made, packed and marked with its ETag at the first call only. */
export function sendMadeOnce(make: () => unknown): RequestHandler {
  let made: Made | null = null;
  return (request, response) => {
    made ??= prepare(make());
    // Weak: packed or not, it is the same document.
    response.set({ ETag: `W/${made.etag}`, 'Cache-Control': 'no-cache' }).vary('Accept-Encoding');
    if (isKnown(request.get('If-None-Match'), made.etag)) {
      response.status(304).end();
      return;
    }
    response.type('application/json');
    const zipped = request.acceptsEncodings('gzip') !== false;
    if (zipped) response.set('Content-Encoding', 'gzip');
    response.send(zipped ? made.zipped : made.plain);
  };
}

function prepare(document: unknown): Made {
  const plain = Buffer.from(JSON.stringify(document));
  const mark = createHash('sha256').update(plain).digest('base64url').slice(0, 27);
  return { plain, zipped: gzipSync(plain), etag: `"${mark}"` };
}
