import type { RequestHandler } from 'express';
import helmet from 'helmet';

const TWO_YEARS = 63_072_000;

/** Devices a screen never asks for: neither the page nor anything in it may use them. */
const REFUSED_DEVICES = [
  'accelerometer',
  'bluetooth',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'serial',
  'usb',
  'xr-spatial-tracking',
];
const PERMISSIONS_POLICY = REFUSED_DEVICES.map((device) => `${device}=()`).join(', ');

/** What a browser only fetches into a page: no rule for pages has an effect on it, and a first view fetches many. */
const PARTS_OF_PAGES = /\.(?:js|css|woff2|json|png|ico)$/;

const FOR_PAGES = [
  'Content-Security-Policy',
  'Cross-Origin-Opener-Policy',
  'Origin-Agent-Cluster',
  'X-DNS-Prefetch-Control',
  'X-Download-Options',
  'X-Frame-Options',
  'X-Permitted-Cross-Domain-Policies',
  'X-XSS-Protection',
];

/**
 * Headers that bind the browser (OWASP ASVS 5.0, V3.4): own scripts only, no frames, no guesses of content, own
 * origin only. HSTS only where the public address is https: a kabupaten may serve plain http in its own network, and
 * a browser that was told once would not come back.
 */
export function securityHeaders(options: { readonly https: boolean }): RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'", "'unsafe-inline'"],
          imgSrc: ["'self'", 'data:', 'blob:'],
          fontSrc: ["'self'"],
          connectSrc: ["'self'"],
          objectSrc: ["'none'"],
          baseUri: ["'self'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
      },
      crossOriginOpenerPolicy: { policy: 'same-origin' },
      crossOriginResourcePolicy: { policy: 'same-origin' },
      strictTransportSecurity: options.https ? { maxAge: TWO_YEARS, includeSubDomains: false } : false,
      referrerPolicy: { policy: 'same-origin' },
    }),
    (request, response, next) => {
      if (PARTS_OF_PAGES.test(request.path)) {
        for (const header of FOR_PAGES) response.removeHeader(header);
      } else if (!request.path.startsWith('/api/v1/')) {
        response.set('Permissions-Policy', PERMISSIONS_POLICY);
      }
      next();
    },
  ];
}

/** Answers of the API stay in no cache, unless a route says which one may keep them. */
export function keepOutOfCaches(): RequestHandler {
  return (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  };
}
