import { createServer, type RequestListener, type Server } from 'node:http';

/** How long a caller may take, in milliseconds. */
export interface Patience {
  /** From the first byte to the end of the headers. */
  readonly headers: number;
  /** For the whole request: an upload of half a gigabyte over a slow line takes its time. */
  readonly request: number;
  /** How often connections are looked at. */
  readonly check: number;
}

const PATIENCE: Patience = { headers: 15_000, request: 60 * 60_000, check: 5_000 };
/** Address and headers together, in bytes; longer ones are refused with 431. */
const HEADER_BYTES = 16 * 1024;

/** A web server that cuts callers who send their headers or their request too slowly (slowloris). */
export function createWebServer(listener: RequestListener, patience: Patience = PATIENCE): Server {
  return createServer(
    {
      headersTimeout: patience.headers,
      requestTimeout: patience.request,
      connectionsCheckingInterval: patience.check,
      maxHeaderSize: HEADER_BYTES,
    },
    listener,
  );
}
