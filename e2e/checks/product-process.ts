// The product without its client, in a process of its own that a check may kill. Prints `port N` once it listens.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { compose } from '../../server/compose.ts';

const product = await compose({
  url: process.env['DATABASE_URL'] ?? '',
  dataDir: process.env['PANDU_DATA_DIR'] ?? '',
  clientDir: null,
  sessionSecret: 'rahasia-uji',
  demo: false,
  rateLimits: null,
});
await product.start();
const server = createServer(product.app);
server.listen(0, '127.0.0.1', () => console.log(`port ${(server.address() as AddressInfo).port}`));
