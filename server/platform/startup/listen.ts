import { createServer, type Server, type ServerResponse } from 'node:http';
import { errorCode, OperatorError } from '../operator-error.ts';

/** Where the web server listens. */
export interface ListenAddress {
  /** 0–65535; 0 for any free port. */
  readonly port: number;
  /** Address of one network card, or null for all. */
  readonly host: string | null;
}

/** A web server that accepts connections. */
export interface Listening {
  /** The port in use. */
  readonly port: number;
  /**
   * Stops accepting connections, ends event streams and waits for the requests under way, at most 3 s; what
   * is still open then is cut.
   */
  readonly close: () => Promise<void>;
}

const GRACE_MS = 3_000;

/**
 * Starts listening.
 *
 * @throws OperatorError when the port is taken or not allowed
 */
export async function listen(server: Server, address: ListenAddress): Promise<Listening> {
  const answering = new Set<ServerResponse>();
  server.on('request', (_, response) => {
    answering.add(response);
    response.once('close', () => answering.delete(response));
  });
  const port = await bind(server, address);
  return {
    port,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const response of answering) {
        if (String(response.getHeader('content-type')).startsWith('text/event-stream')) response.end();
      }
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), GRACE_MS);
      await closed;
      clearTimeout(timer);
    },
  };
}

async function bind(server: Server, { port, host }: ListenAddress): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(explainListenError(error, port, host)));
    server.listen({ port, ...(host === null ? {} : { host }) }, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/** Finds out at once whether the port can be had, before the long steps of a start. */
export async function requireFreePort(address: ListenAddress): Promise<void> {
  const probe = createServer();
  await bind(probe, address);
  await new Promise((resolve) => probe.close(resolve));
}

function explainListenError(error: Error, port: number, host: string | null): OperatorError {
  const say = (sentence: string) => new OperatorError(sentence, { cause: error });
  switch (errorCode(error)) {
    case 'EADDRINUSE':
      return say(
        `Port ${port} sedang dipakai program lain (mungkin PANDU sudah berjalan): hentikan program itu, atau pilih port lain, misalnya PORT=${port < 65535 ? port + 1 : 3000}.`,
      );
    case 'EACCES':
      return say(
        `Sistem tidak mengizinkan PANDU memakai port ${port}: pilih port 1024 ke atas, misalnya PORT=3000.`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return say(
        `Alamat "${host ?? ''}" di PANDU_HOST bukan alamat mesin ini: kosongkan, atau isi alamat yang benar.`,
      );
    default:
      return say(
        `PANDU tidak dapat menerima sambungan di port ${port} (${errorCode(error) ?? error.message}).`,
      );
  }
}
