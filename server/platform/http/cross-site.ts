import type { RequestHandler } from 'express';
import { ProblemException } from './problem-error.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses changes that another site's page sends (Fetch Metadata, `Sec-Fetch-Site`), signing in included: nobody is to
 * work unknowingly in an account somebody else chose. A second lock beside the XSRF token; programs and old browsers
 * do not send the header and pass.
 */
export function refuseOtherSites(): RequestHandler {
  return (request, _response, next) => {
    if (!SAFE_METHODS.has(request.method) && request.get('Sec-Fetch-Site') === 'cross-site')
      throw new ProblemException(403, 'xsrf-missing');
    next();
  };
}
