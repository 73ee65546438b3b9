import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Knex } from 'knex';
import { attachOrStartEmbedded, requireMigrateUrl, roleOf } from '../../../db/embedded/attach.ts';
import { migrate } from '../../../db/migrate.ts';
import { seedReference } from '../../../db/seeds/reference/seed-reference.ts';
import { hashPassword } from '../../../server/platform/auth/sign-in.ts';
import { openDatabase } from '../../../server/platform/database/pool.ts';
import { addUser } from '../../../server/platform/kabupaten/user-accounts.repository.ts';
import { fillCases, makeKabupaten, writeCaseFile } from './bench-kabupaten.ts';
import { client, FOLDER, PASSWORD, serve, startProduct } from './bench-servers.ts';
import { measureFirstView } from './first-view.ts';
import { measureCatalogue } from './measure-catalogue.ts';
import { measureDrill } from './measure-drill.ts';
import { bareCopy, importFile, oneCase } from './measure-imports.ts';
import {
  mixedPaths,
  pairedRatio,
  plainGroupBy,
  round2,
  summaryPath,
  throughput,
  TRIVIAL,
} from './measure-reads.ts';
import { measureScreens } from './measure-screens.ts';

const USAGE = `npm run bench -- [--cases 200000] [--import-rows 60000] [--keep]
  --cases        cases in the larger kabupaten (the smaller one has a tenth); the full run is 10000000
  --import-rows  rows of the imported file (and three times as many, for the memory); the full run is 1000000
  --keep         keep and reuse the database of the last run with the same number of cases`;

const log = (line: string): void => console.error(line);

const { values } = parseArgs({
  options: {
    cases: { type: 'string' },
    'import-rows': { type: 'string' },
    keep: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});
if (values.help === true) {
  console.log(USAGE);
} else {
  console.log(
    JSON.stringify(
      await bench(
        Number(values.cases ?? 200_000),
        Number(values['import-rows'] ?? 60_000),
        values.keep === true,
      ),
      null,
      2,
    ),
  );
}

/** The table "Speed": every figure a ratio measured in this one run, with its target beside it. */
async function bench(cases: number, importRows: number, keep: boolean): Promise<Record<string, unknown>> {
  if (!keep) await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  const config = { databaseUrl: null, databaseMigrateUrl: null, dataDir: join(FOLDER, 'data') };
  const attached = await attachOrStartEmbedded(config, log);
  const ownerUrl = requireMigrateUrl(attached);
  const owner = openDatabase(ownerUrl, { max: 4 });
  const application = openDatabase(attached.url, { max: 4 });
  try {
    await migrate(owner, roleOf(attached.url));
    await seedReference(owner);
    await prepare(owner, application, cases);
    // A kabupaten of its own for every run: a file that is there already would change nothing.
    const target = `muat-${Date.now()}`;
    await prepareKabupaten(owner, application, target);
    return {
      cases,
      importRows,
      ...(await measureReads(attached.url, owner)),
      ...(await measureProduct(config.dataDir, ownerUrl, importRows, target)),
    };
  } finally {
    await application.destroy();
    await owner.destroy();
    await attached.release();
  }
}

async function prepare(owner: Knex, application: Knex, cases: number): Promise<void> {
  const found = await owner<{ code: string }>('kabupaten').select('code');
  if (found.some(({ code }) => code === 'besar')) return;
  for (const [code, count] of [
    ['kecil', Math.ceil(cases / 10)],
    ['besar', cases],
  ] as const) {
    await prepareKabupaten(owner, application, code);
    await fillCases(owner, code, count, log);
  }
}

async function prepareKabupaten(owner: Knex, application: Knex, code: string): Promise<void> {
  await makeKabupaten(application, code);
  await addUser(owner, {
    username: `bupati.${code}`,
    name: `Bupati ${code}`,
    passwordHash: await hashPassword(PASSWORD),
    demo: false,
    grants: [
      {
        role: 'bupati',
        kabupatenCode: code,
        unitCode: null,
        title: `Bupati ${code}`,
        validFrom: '2020-01-01',
      },
    ],
  });
}

async function measureReads(url: string, owner: Knex): Promise<Record<string, unknown>> {
  const plain = await serve(url, 0);
  const cached = await serve(url, 2_000);
  try {
    const [large, small, trivial, warm, warmTrivial] = await Promise.all([
      client(plain.origin, 'besar'),
      client(plain.origin, 'kecil'),
      client(plain.origin, 'besar'),
      client(cached.origin, 'besar', 64),
      client(cached.origin, 'besar', 64),
    ]);
    log('measuring reads');
    const uncached = await pairedRatio(large, trivial, summaryPath(), TRIVIAL);
    const fromCache = await pairedRatio(warm, warmTrivial, summaryPath(), TRIVIAL);
    const sizes = await pairedRatio(large, small, summaryPath(), summaryPath());
    const groupBy = await plainGroupBy(owner, 'besar');
    const screens = await measureScreens(cached, { large, trivial, warm });
    log('measuring the catalogue');
    const catalogueSearch = await measureCatalogue(owner, large);
    const mixed = mixedPaths();
    for (const path of mixed) await warm.get(path);
    const perSecond = { mixed: [] as number[], trivial: [] as number[] };
    for (let round = 0; round < 3; round += 1) {
      perSecond.trivial.push(await throughput(warmTrivial, [TRIVIAL], 3));
      perSecond.mixed.push(await throughput(warm, mixed, 3));
    }
    const rate = (list: number[]) => list.reduce((sum, each) => sum + each, 0) / list.length;
    for (const each of [large, small, trivial, warm, warmTrivial]) each.close();
    const figures = {
      summaryToTrivial: { ...uncached, target: '≤ 5 (goal 3)' },
      cachedSummaryToTrivial: { ...fromCache, target: '≤ 1.3' },
      groupByToSummary: {
        ratio: Math.round(groupBy / uncached.ms),
        groupByMs: Math.round(groupBy),
        target: '≥ 200',
      },
      largeToTenth: { ...sizes, target: '≤ 1.2' },
      mixedReadsToTrivial: {
        ratio: round2(rate(perSecond.mixed) / rate(perSecond.trivial)),
        mixedPerSecond: Math.round(rate(perSecond.mixed)),
        trivialPerSecond: Math.round(rate(perSecond.trivial)),
        target: '≥ 0.5',
      },
      ...screens,
      catalogueSearch,
    };
    log(JSON.stringify(figures));
    return figures;
  } finally {
    await plain.stop();
    await cached.stop();
  }
}

/** Loading and the first view, on the product as an operator starts it. */
async function measureProduct(
  dataDir: string,
  ownerUrl: string,
  rows: number,
  target: string,
): Promise<Record<string, unknown>> {
  const file = join(FOLDER, 'muat.csv');
  const larger = join(FOLDER, 'muat-3.csv');
  const tiny = join(FOLDER, 'muat-0.csv');
  await writeCaseFile(file, rows);
  await writeCaseFile(larger, rows * 3);
  await writeCaseFile(tiny, 2_000);
  const product = await startProduct(dataDir);
  try {
    const loader = await client(product.origin, target);
    // The worker and its code are loaded once; that is not what a large file costs.
    await importFile(loader, product.pid, tiny, 'kecil.csv');
    log('measuring imports');
    const copySeconds = await bareCopy(ownerUrl, file);
    const first = await importFile(loader, product.pid, file, 'muat.csv');
    const second = await importFile(loader, product.pid, larger, 'muat-3.csv');
    const large = await client(product.origin, 'besar');
    log(JSON.stringify({ copySeconds, first, second }));
    const written = await oneCase(large, product.origin, 33);
    const view = await measureFirstView(product.origin, 'bupati.besar', PASSWORD);
    const drill = await measureDrill(
      product.origin,
      { username: 'bupati.besar', password: PASSWORD },
      'from=2025-11-01&to=2025-11-30',
    );
    loader.close();
    large.close();
    return {
      importToCopy: {
        ratio: round2(first.seconds / copySeconds),
        seconds: round2(first.seconds),
        copySeconds: round2(copySeconds),
        target: '≤ 20 (goal 12)',
      },
      importPeakMegabytes: {
        file: first.peakMegabytes,
        threeTimesTheFile: second.peakMegabytes,
        target: '≤ 150, the same for both',
      },
      oneCaseToSummaryMs: { ...written, target: '≤ 250 (p95)' },
      firstView: { ...view, target: '≤ 200 kB, ≤ 5 calls' },
      clickToNextLevel: { ...drill, target: 'medianMs ≤ 200' },
    };
  } finally {
    await product.stop();
  }
}
