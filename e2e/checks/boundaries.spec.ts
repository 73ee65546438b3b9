import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { boundaryRuleNames, checkBoundaries } from './boundaries.ts';

const REPOSITORY = resolve(import.meta.dirname, '../..');
const PARTS = ['client', 'server', 'db', 'reports', 'e2e'];

/** Files that keep every rule, each importing what its place allows. */
const CLEAN_TREE: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    type: 'module',
    imports: { '#domain/*': './server/domain/*.ts', '#contract/*': './server/contract/*.ts' },
    dependencies: { zod: '1', knex: '1', pg: '1' },
    devDependencies: { prettier: '1' },
  }),
  ...fakePackage('zod'),
  ...fakePackage('knex'),
  ...fakePackage('pg'),
  ...fakePackage('prettier'),
  'server/domain/share.ts': 'export const share = 1;',
  'server/contract/summary.ts':
    "import { z } from 'zod';\nimport { share } from '#domain/share';\nexport const summary = [z, share];",
  'server/platform/http.ts':
    "import { readFileSync } from 'node:fs';\nimport { summary } from '#contract/summary';\nexport const http = [readFileSync, summary];",
  'server/platform/database/pool.ts': "import pg from 'pg';\nexport const pool = pg;",
  'server/features/complaints/complaint.queries.ts':
    "import knex from 'knex';\nimport { http } from '../../platform/http.ts';\nexport const complaints = [knex, http];",
  'server/features/services/services.service.ts':
    "import { share } from '#domain/share';\nexport const services = share;",
  'server/app.ts':
    "import { complaints } from './features/complaints/complaint.queries.ts';\nimport { services } from './features/services/services.service.ts';\nexport const app = [complaints, services];",
  'server/main.ts':
    "import { app } from './app.ts';\nimport { start } from '../db/start.ts';\nvoid [app, start];",
  'db/start.ts': "import { pool } from '../server/platform/database/pool.ts';\nexport const start = pool;",
  'reports/definitions/monthly.ts': "import { share } from '#domain/share';\nexport const monthly = share;",
  'client/src/app/core/session.ts':
    "import { summary } from '#contract/summary';\nexport const session = summary;",
  'client/src/app/ui/tile.ts': "import { share } from '#domain/share';\nexport const tile = share;",
  'client/src/app/features/overview/page.ts':
    "import { session } from '../../core/session.ts';\nimport { tile } from '../../ui/tile.ts';\nexport const page = [session, tile];",
  'client/src/app/features/complaints/page.ts':
    "import { tile } from '../../ui/tile.ts';\nexport const page = tile;",
  'e2e/product.ts': "import { start } from '../db/start.ts';\nexport const product = start;",
};

/** For each rule one file, added to the clean tree, that breaks it. */
const BREAKING_FILES: readonly { rule: string; file: string; text: string }[] = [
  { rule: 'domain-is-pure', file: 'server/domain/with-zod.ts', text: "import 'zod';" },
  { rule: 'domain-is-pure', file: 'server/domain/with-node.ts', text: "import 'node:fs';" },
  { rule: 'domain-is-pure', file: 'server/domain/with-contract.ts', text: "import '#contract/summary';" },
  { rule: 'domain-specs-run-in-both', file: 'server/domain/share.spec.ts', text: "import 'node:fs';" },
  {
    rule: 'contract-imports-domain-and-zod',
    file: 'server/contract/with-node.ts',
    text: "import 'node:fs';",
  },
  {
    rule: 'contract-imports-domain-and-zod',
    file: 'server/contract/upwards.ts',
    text: "import '../platform/http.ts';",
  },
  {
    rule: 'contract-specs-stay-low',
    file: 'server/contract/summary.spec.ts',
    text: "import '../platform/http.ts';",
  },
  {
    rule: 'platform-imports-domain-and-contract',
    file: 'server/platform/with-db.ts',
    text: "import '../../db/start.ts';",
  },
  {
    rule: 'platform-specs-stay-low',
    file: 'server/platform/http.spec.ts',
    text: "import '../features/services/services.service.ts';",
  },
  {
    rule: 'feature-imports-lower-parts',
    file: 'server/features/services/with-db.ts',
    text: "import '../../../db/start.ts';",
  },
  {
    rule: 'feature-never-another-feature',
    file: 'server/features/services/sideways.ts',
    text: "import '../complaints/complaint.queries.ts';",
  },
  {
    rule: 'composition-root-is-not-imported',
    file: 'server/features/services/root.ts',
    text: "import '../../app.ts';",
  },
  {
    rule: 'db-never-above-platform',
    file: 'db/upwards.ts',
    text: "import '../server/features/services/services.service.ts';",
  },
  {
    rule: 'reports-are-data',
    file: 'reports/definitions/upwards.ts',
    text: "import '../../server/platform/http.ts';",
  },
  {
    rule: 'e2e-is-not-imported',
    file: 'server/platform/with-e2e.ts',
    text: "import '../../e2e/product.ts';",
  },
  {
    rule: 'client-is-not-imported',
    file: 'server/platform/with-client.ts',
    text: "import '../../client/src/app/ui/tile.ts';",
  },
  {
    rule: 'client-shares-domain-and-contract-only',
    file: 'client/src/app/core/with-platform.ts',
    text: "import '../../../../server/platform/http.ts';",
  },
  { rule: 'client-runs-in-a-browser', file: 'client/src/app/core/with-node.ts', text: "import 'node:fs';" },
  {
    rule: 'client-core-never-ui-or-features',
    file: 'client/src/app/core/upwards.ts',
    text: "import '../ui/tile.ts';",
  },
  {
    rule: 'client-ui-never-features',
    file: 'client/src/app/ui/upwards.ts',
    text: "import '../features/overview/page.ts';",
  },
  {
    rule: 'client-feature-never-another-feature',
    file: 'client/src/app/features/overview/sideways.ts',
    text: "import '../complaints/page.ts';",
  },
  {
    rule: 'sql-in-queries-and-repositories',
    file: 'server/features/services/with-knex.ts',
    text: "import type { Knex } from 'knex';\nexport type Database = Knex;",
  },
  { rule: 'sql-in-queries-and-repositories', file: 'server/platform/with-pg.ts', text: "import 'pg';" },
  {
    rule: 'no-development-package-in-the-product',
    file: 'server/platform/with-prettier.ts',
    text: "import 'prettier';",
  },
  {
    rule: 'no-cycles',
    file: 'server/domain/left.ts',
    text: "import { right } from './right.ts';\nexport const left = right;",
  },
  { rule: 'everything-resolves', file: 'server/platform/lost.ts', text: "import './nowhere.ts';" },
  { rule: 'no-orphans', file: 'server/platform/alone.ts', text: 'export const alone = 1;' },
];

function fakePackage(name: string): Record<string, string> {
  return {
    [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
    [`node_modules/${name}/index.js`]: 'module.exports = {};',
  };
}

describe('boundaries', () => {
  let folder: string;

  async function write(files: Readonly<Record<string, string>>): Promise<void> {
    for (const [file, text] of Object.entries(files)) {
      const path = join(folder, file);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
    }
  }

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'boundaries-'));
    await write(CLEAN_TREE);
  });

  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('lets every part import what its place allows', async () => {
    const report = await checkBoundaries(folder, PARTS);
    expect(report.violations).toEqual([]);
    expect(report.modules).toBeGreaterThan(12);
  });

  it('sees every broken rule, in the file that breaks it', async () => {
    await write(Object.fromEntries(BREAKING_FILES.map(({ file, text }) => [file, text])));
    await write({
      'server/domain/right.ts': "import { left } from './left.ts';\nexport const right = left;",
    });
    const { violations } = await checkBoundaries(folder, PARTS);
    const seen = new Set(violations.map(({ rule, from }) => `${rule} ${from}`));
    expect(BREAKING_FILES.map(({ rule, file }) => `${rule} ${file}`).filter((key) => !seen.has(key))).toEqual(
      [],
    );
  });

  it('has a breaking example for every rule', () => {
    const shown = new Set(BREAKING_FILES.map(({ rule }) => rule));
    expect(boundaryRuleNames().filter((name) => !shown.has(name))).toEqual([]);
  });

  it('are kept by this repository', async () => {
    const report = await checkBoundaries(REPOSITORY, PARTS);
    expect(report.violations.map(({ rule, from, to }) => `${rule}: ${from} → ${to}`)).toEqual([]);
    expect(report.modules).toBeGreaterThan(20);
  });
});
