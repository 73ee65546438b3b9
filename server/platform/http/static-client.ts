import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import express, { type Express, type Request, type Response } from 'express';
import { answerProblem } from './error-answer.ts';
import { ProblemException } from './problem-error.ts';

/** Names that carry a hash of their content never change. */
const HASHED = /-[A-Z0-9]{8}\.[a-z0-9]+$/i;
const FOR_EVER = 'public, max-age=31536000, immutable';
/** Screens with the code of a unit in their address; codes have dots (`64.02.11`) and are no files. */
const WITH_CODE = /^\/(unit|pengaturan\/(unit|layanan|kalender))\//;

/** Serves the built client, its text files in the brotli copies made at build time; every other address is a screen. */
export function serveClient(app: Express, clientDir: string): void {
  const compressed = compressedFiles(clientDir);
  // Below a root, so that a dot in a folder further up (`~/.apps`) does not make it a hidden file.
  const send = (request: Request, response: Response, name: string): void => {
    response.set('Cache-Control', HASHED.test(name) ? FOR_EVER : 'no-cache').vary('Accept-Encoding');
    if (compressed.has(name) && request.acceptsEncodings('br') === 'br') {
      response.type(name.slice(name.lastIndexOf('.'))).set('Content-Encoding', 'br');
      response.sendFile(`${name}.br`, { root: clientDir });
    } else {
      response.sendFile(name, { root: clientDir });
    }
  };
  app.use((request, response, next) => {
    const name = request.path.slice(1);
    if (
      (request.method === 'GET' || request.method === 'HEAD') &&
      compressed.has(name) &&
      name !== 'index.html'
    )
      send(request, response, name);
    else next();
  });
  app.use(
    express.static(clientDir, {
      index: false,
      setHeaders: (response, path) =>
        response.setHeader('Cache-Control', HASHED.test(path) ? FOR_EVER : 'no-cache'),
    }),
  );
  app.get('/{*splat}', (request, response) => {
    const isFile = /\.[a-z0-9]{2,5}$/i.test(request.path) && !WITH_CODE.test(request.path);
    if (!request.accepts('html') || isFile || !existsSync(join(clientDir, 'index.html'))) {
      answerProblem(request, response, new ProblemException(404, 'not-found'));
      return;
    }
    send(request, response, 'index.html');
  });
}

/** Files that have a `.br` beside them, named as in an address. */
function compressedFiles(clientDir: string): ReadonlySet<string> {
  if (!existsSync(clientDir)) return new Set();
  const files = readdirSync(clientDir, { recursive: true, withFileTypes: true });
  return new Set(
    files
      .filter((entry) => entry.isFile() && entry.name.endsWith('.br'))
      .map((entry) =>
        relative(clientDir, join(entry.parentPath, entry.name)).split(sep).join('/').slice(0, -'.br'.length),
      ),
  );
}
