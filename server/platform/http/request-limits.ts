import type { RequestHandler, Response } from 'express';
import { personOf } from '../auth/request-person.ts';
import { answerProblem } from './error-answer.ts';
import { ProblemException } from './problem-error.ts';

/** Longest address that is answered, in characters. */
const LONGEST_ADDRESS = 8_000;
/** How long a body may take that is no upload, in milliseconds. */
const BODY_MS = 30_000;
/** How long an event stream lasts before the browser has to ask anew, in milliseconds. */
const STREAM_MS = 10 * 60_000;

/** Refuses addresses too long to be meant. */
export function limitAddressLength(): RequestHandler {
  return (request, _response, next) => {
    if (request.originalUrl.length > LONGEST_ADDRESS) throw new ProblemException(414, 'address-too-long');
    next();
  };
}

/**
 * Cuts requests whose body does not arrive in time. Files of people who are signed in are left to the server's
 * patience: they may be half a gigabyte over a slow line.
 *
 * @param milliseconds how long a body may take
 */
export function limitBodyTime(milliseconds: number = BODY_MS): RequestHandler {
  return (request, response, next) => {
    if (request.get('Content-Length') === undefined && request.get('Transfer-Encoding') === undefined) {
      next();
      return;
    }
    const timer = setTimeout(() => {
      const isUpload = request.is('multipart/form-data') && personOf(request).role !== 'publik';
      if (request.complete || isUpload) return;
      if (!response.headersSent) {
        response.set('Connection', 'close');
        answerProblem(request, response, new ProblemException(408, 'body-too-slow'));
      }
      request.socket.destroySoon();
    }, milliseconds);
    const stop = (): void => clearTimeout(timer);
    request.on('end', stop);
    response.on('close', stop);
    next();
  };
}

/**
 * Refuses calls over plain http where the public address is https: neither a password nor a session may travel
 * readable. The proxy in front says by `X-Forwarded-Proto` how it was called.
 */
export function requireHttps(publicUrl: string): RequestHandler {
  return (request, _response, next) => {
    if (!request.secure) throw new ProblemException(403, 'https-needed', { url: publicUrl });
    next();
  };
}

/**
 * Ends an event stream after a while. The browser asks anew by itself, and whoever has been signed out, switched off or
 * given another post meanwhile gets no more events.
 *
 * @param milliseconds how long the stream lasts
 */
export function limitStreamTime(response: Response, milliseconds: number = STREAM_MS): void {
  const timer = setTimeout(() => response.end(), milliseconds);
  response.on('close', () => clearTimeout(timer));
}
