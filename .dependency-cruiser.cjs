// Which part may import which: the directions described in e2e/README.md, as rules that fail the tests.
//
//   domain ← contract ← platform ← features ← app, main, commands
//   domain, contract ← client/core, client/ui ← client/features
//   domain, contract ← reports

/** Specifications, and what only they use. */
const SPEC = '(^server/testing/.*|\\.(spec|journey|testing))\\.ts$';
const OWN_CODE = '^(client|server|db|reports|e2e)/';
const DOMAIN_OR_CONTRACT = '^server/(domain|contract)/';
const COMPOSITION_ROOT = '^server/(app\\.ts$|compose\\.ts$|main\\.ts$|commands/)';
/** What a specification may use besides the code that it tests. */
const SPEC_SUPPORT =
  '^(db/embedded/|db/distribute/|db/seeds/|db/migrate\\.ts$|server/(app|compose)\\.ts$|server/testing/|server/commands/|e2e/)';
/** Packages that speak SQL. */
const DATABASE_PACKAGE = '(^|node_modules/)(@types/)?(knex|pg|pg-copy-streams)(/|$)';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment: 'The domain imports only itself: no npm package, no Node module, no other part.',
      severity: 'error',
      from: { path: '^server/domain/', pathNot: SPEC },
      to: { pathNot: '^server/domain/' },
    },
    {
      name: 'domain-specs-run-in-both',
      comment: 'Domain specs run in Node and in the browser, so they import the domain and fast-check only.',
      severity: 'error',
      from: { path: `^server/domain/.*${SPEC}` },
      to: { pathNot: '^server/domain/|(^|node_modules/)fast-check(/|$)' },
    },
    {
      name: 'contract-imports-domain-and-zod',
      severity: 'error',
      from: { path: '^server/contract/', pathNot: SPEC },
      to: { pathNot: `${DOMAIN_OR_CONTRACT}|(^|node_modules/)zod(/|$)` },
    },
    {
      name: 'contract-specs-stay-low',
      severity: 'error',
      from: { path: `^server/contract/.*${SPEC}` },
      to: { path: OWN_CODE, pathNot: DOMAIN_OR_CONTRACT },
    },
    {
      name: 'platform-imports-domain-and-contract',
      severity: 'error',
      from: { path: '^server/platform/', pathNot: SPEC },
      to: { path: OWN_CODE, pathNot: '^server/(domain|contract|platform)/' },
    },
    {
      name: 'platform-specs-stay-low',
      severity: 'error',
      from: { path: `^server/platform/.*${SPEC}` },
      to: { path: OWN_CODE, pathNot: `^server/(domain|contract|platform)/|${SPEC_SUPPORT}` },
    },
    {
      name: 'feature-imports-lower-parts',
      severity: 'error',
      from: { path: '^server/features/', pathNot: SPEC },
      to: { path: OWN_CODE, pathNot: '^(server/(domain|contract|platform|features)|reports)/' },
    },
    {
      name: 'feature-never-another-feature',
      comment: 'What a feature needs of another one it is handed by the composition root.',
      severity: 'error',
      from: { path: '^server/features/([^/]+)/' },
      to: { path: '^server/features/', pathNot: '^server/features/$1/' },
    },
    {
      name: 'composition-root-is-not-imported',
      severity: 'error',
      from: { pathNot: `${COMPOSITION_ROOT}|${SPEC}|^e2e/` },
      to: { path: COMPOSITION_ROOT },
    },
    {
      name: 'db-never-above-platform',
      severity: 'error',
      from: { path: '^db/', pathNot: SPEC },
      to: { path: OWN_CODE, pathNot: '^db/|^server/(domain|contract|platform)/' },
    },
    {
      name: 'reports-are-data',
      severity: 'error',
      from: { path: '^reports/' },
      to: { path: OWN_CODE, pathNot: `^reports/|${DOMAIN_OR_CONTRACT}` },
    },
    {
      name: 'e2e-is-not-imported',
      comment: 'The product runs without its checks.',
      severity: 'error',
      from: { pathNot: `^e2e/|${SPEC}` },
      to: { path: '^e2e/' },
    },
    {
      name: 'client-is-not-imported',
      severity: 'error',
      from: { pathNot: '^client/' },
      to: { path: '^client/' },
    },
    {
      name: 'client-shares-domain-and-contract-only',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: OWN_CODE, pathNot: `^client/|${DOMAIN_OR_CONTRACT}` },
    },
    {
      name: 'client-runs-in-a-browser',
      comment: 'No Node module in code that is sent to a browser.',
      severity: 'error',
      from: { path: '^client/src/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'client-core-never-ui-or-features',
      severity: 'error',
      from: { path: '^client/src/app/core/' },
      to: { path: '^client/src/app/(ui|features)/' },
    },
    {
      name: 'client-ui-never-features',
      severity: 'error',
      from: { path: '^client/src/app/ui/' },
      to: { path: '^client/src/app/features/' },
    },
    {
      name: 'client-feature-never-another-feature',
      severity: 'error',
      from: { path: '^client/src/app/features/([^/]+)/' },
      to: { path: '^client/src/app/features/', pathNot: '^client/src/app/features/$1/' },
    },
    {
      name: 'sql-in-queries-and-repositories',
      comment: 'knex and pg only in *.queries.ts, *.repository.ts, server/platform/database, db and specs.',
      severity: 'error',
      from: { pathNot: `\\.(queries|repository)\\.ts$|^server/platform/database/|^db/|^e2e/|${SPEC}` },
      to: { path: DATABASE_PACKAGE },
    },
    {
      name: 'no-development-package-in-the-product',
      severity: 'error',
      from: { path: '^(server|db|reports|client/src)/', pathNot: SPEC },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm', 'npm-optional'] },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'everything-resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-orphans',
      comment: 'A file that imports nothing and is imported by nothing is either an entry point or dead.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          SPEC,
          '\\.d\\.ts$',
          '\\.worker\\.ts$',
          COMPOSITION_ROOT,
          '^server/check-node\\.mjs$',
          '^db/migrations/',
          '^client/karma\\.conf\\.cjs$',
          '^client/src/main\\.ts$',
          '^client/(src|public)/[^/]+\\.js$',
          '^e2e/run-tests\\.ts$',
          '^e2e/checks/eslint\\.config\\.mjs$',
          '^e2e/checks/bench/',
        ],
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage|\\.angular|\\.data|\\.tmp)/' },
    // Type imports count: a type from a forbidden part ties the parts together just as a value does.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
    },
  },
};
