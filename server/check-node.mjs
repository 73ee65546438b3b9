// Runs before everything else, on whatever Node is there: plain JavaScript that old versions understand.
import { existsSync } from 'node:fs';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 24 || (major === 24 && minor < 15)) {
  console.error(
    `PANDU memerlukan Node.js 24.15 atau lebih baru, sedangkan yang terpasang ${process.versions.node}: ` +
      'jalankan "npm ci" tanpa --omit=optional lalu "npm start", atau pasang Node.js 24 dari https://nodejs.org.',
  );
  process.exit(1);
}

if (!existsSync(new URL('../node_modules/express', import.meta.url))) {
  console.error('Paket-paket PANDU belum terpasang: jalankan "npm ci" lebih dahulu, lalu "npm start".');
  process.exit(1);
}
