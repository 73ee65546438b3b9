import type { AddressInfo, Socket } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/**
 * How a server fails: `421` turns every connection away, `451` takes no mail for now after having read it whole,
 * `broken` breaks the connection in the middle of the mail.
 */
export type MailFault = '421' | '451' | 'broken';

/** A real SMTP server for specs: what it took, and how it behaves. */
export interface MailServer {
  readonly port: number;
  readonly url: string;
  /** Mails taken, oldest first. */
  readonly mails: ParsedMail[];
  /** Connections so far. */
  readonly connections: () => number;
  /** Answers 550 to this address. */
  refuse(address: string): void;
  /** Holds the answer to the next mail back until the promise resolves. `reached` resolves when it has come so far. */
  holdNext(until: Promise<void>): { readonly reached: Promise<void> };
  /** Fails in this way from now on; null: works again. */
  fail(fault: MailFault | null): void;
  /** Nothing answers at its port any more. */
  goDown(): Promise<void>;
  /** It answers again, at the same port. */
  comeUp(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a server that takes mail for anybody, without sign-in. */
export async function startMailServer(): Promise<MailServer> {
  const mails: ParsedMail[] = [];
  const refused = new Set<string>();
  let connections = 0;
  let fault: MailFault | null = null;
  const breakConnection = new Map<number, () => void>();
  let held: { readonly until: Promise<void>; readonly reach: () => void } | null = null;
  const options: SMTPServerOptions = {
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onConnect: (_session, callback) => {
      connections += 1;
      callback(fault === '421' ? answered(421, 'Service not available') : null);
    },
    onRcptTo: ({ address }, _session, callback) => {
      if (!refused.has(address)) return callback();
      return callback(answered(550, 'No such user here'));
    },
    onData: (stream, session, callback) => {
      if (fault === 'broken') {
        stream.once('data', () => breakConnection.get(session.remotePort)?.());
        stream.once('error', () => undefined);
        return;
      }
      if (fault === '451') {
        stream.once('end', () => callback(answered(451, 'Local error in processing')));
        stream.resume();
        return;
      }
      const hold = held;
      held = null;
      simpleParser(stream)
        .then(async (mail) => {
          hold?.reach();
          await hold?.until;
          return mail;
        })
        .then(
          (mail) => {
            mails.push(mail);
            callback();
          },
          (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
        );
    },
  };
  const listen = async (at: number): Promise<SMTPServer> => {
    const started = await listening(options, at);
    started.server.on('connection', (socket: Socket) => {
      const { remotePort } = socket;
      if (remotePort === undefined) return;
      breakConnection.set(remotePort, () => socket.destroy());
      socket.once('close', () => breakConnection.delete(remotePort));
    });
    return started;
  };
  let server = await listen(0);
  const { port } = server.server.address() as AddressInfo;
  const close = () => new Promise<void>((done) => server.close(() => done()));
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    mails,
    connections: () => connections,
    refuse: (address) => refused.add(address),
    holdNext: (until) => {
      let reach: () => void = () => undefined;
      const reached = new Promise<void>((resolve) => (reach = resolve));
      held = { until, reach };
      return { reached };
    },
    fail: (way) => {
      fault = way;
    },
    goDown: close,
    comeUp: async () => {
      server = await listen(port);
    },
    stop: close,
  };
}

function answered(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode });
}

async function listening(options: SMTPServerOptions, port: number): Promise<SMTPServer> {
  const server = new SMTPServer(options);
  // A killed sender breaks its connection: for the server that is no failure.
  server.on('error', () => undefined);
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  return server;
}
