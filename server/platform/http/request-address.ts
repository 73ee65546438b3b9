import type { Request, RequestHandler } from 'express';
import type { Logger } from 'pino';

/** Proxies whose headers are believed: a number of hops, or their addresses and networks; null believes none. */
export type TrustedProxies = number | readonly string[] | null;

/**
 * The network address a request came from, for the audit trail and for throttling. Behind a trusted proxy
 * (`PANDU_TRUST_PROXY`) it is the one the proxy saw; otherwise what a caller writes into `X-Forwarded-For` changes
 * nothing. An IPv4 address inside an IPv6 one is written as IPv4.
 */
export function addressOf(request: Request): string {
  const address = request.ip ?? request.socket.remoteAddress ?? '';
  return address.startsWith('::ffff:') && address.includes('.') ? address.slice('::ffff:'.length) : address;
}

/**
 * Says once that calls come through a proxy nobody told PANDU about: everyone then has the proxy's address, in the trail
 * and before the limits. (A caller who writes the header by hand causes the line as well; once, and without a value.)
 */
export function warnOfUntrustedProxy(log: Logger): RequestHandler {
  let said = false;
  return (request, _response, next) => {
    if (!said && request.headers['x-forwarded-for'] !== undefined) {
      said = true;
      log.warn(
        'A call carries X-Forwarded-For and PANDU_TRUST_PROXY is not set: behind a proxy, limits and the audit trail take the address of the proxy for that of everybody. See SECURITY.md.',
      );
    }
    next();
  };
}
