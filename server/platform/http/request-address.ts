import type { Request } from 'express';

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
