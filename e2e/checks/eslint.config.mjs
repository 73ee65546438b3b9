// Run with: eslint --config e2e/checks/eslint.config.mjs .
import angular from 'angular-eslint';
import tseslint from 'typescript-eslint';

const NODE_CODE = ['server/**/*.ts', 'db/**/*.ts', 'reports/**/*.ts', 'e2e/**/*.ts'];
const CLIENT_CODE = ['client/**/*.ts'];
const SPECS = ['**/*.spec.ts', '**/*.journey.ts', '**/*.testing.ts', 'server/testing/**/*.ts'];
/** Code whose answers depend on its arguments alone. */
const PURE_CODE = ['server/domain/**/*.ts', 'server/contract/**/*.ts'];

const NO_FOCUSED_TEST = {
  selector: 'CallExpression[callee.name=/^(fdescribe|fit|xdescribe|xit)$/]',
  message: 'A focused test hides the others, and an excluded one cannot fail.',
};
const NO_BARREL = [
  { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that defines the name.' },
  {
    selector: 'Program[body.length>0]:not(:has(> *:not(ExportNamedDeclaration[source])))',
    message: 'No barrels: a file that only re-exports has nothing of its own.',
  },
];
const NO_ENUM = {
  selector: 'TSEnumDeclaration',
  message: 'Node removes types and keeps the rest, so enums do not run: use a union of strings.',
};
const NO_CLOCK = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: '`now` is an argument: this code has no clock.',
  },
  {
    selector: "CallExpression[callee.name='Date']",
    message: '`now` is an argument: this code has no clock.',
  },
  {
    selector: "CallExpression[callee.object.name=/^(Date|performance)$/][callee.property.name='now']",
    message: '`now` is an argument: this code has no clock.',
  },
  {
    selector: "MemberExpression[object.name='Temporal'][property.name='Now']",
    message: '`now` is an argument: this code has no clock.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'The same arguments give the same answer: pass the random value in.',
  },
];
const EVERYWHERE = [NO_FOCUSED_TEST, ...NO_BARREL, NO_ENUM];

export default tseslint.config(
  {
    ignores: ['**/node_modules/', 'dist/', 'coverage/', '.angular/', '.data/', '.tmp/', 'client/public/'],
  },
  // A rule that can be switched off in the file it judges is not a rule.
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' } },
  {
    files: [...NODE_CODE, ...CLIENT_CODE],
    extends: [tseslint.configs.strictTypeChecked],
    rules: {
      'no-restricted-syntax': ['error', ...EVERYWHERE],
      'max-lines': ['warn', { max: 400 }],
      eqeqeq: ['error', 'always'],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // There are no enums of our own, and those of packages are handed back to the same packages.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      // Deprecated by its authors only to stand out: PANDU uses it for a provider on this very machine.
      '@typescript-eslint/no-deprecated': [
        'error',
        { allow: [{ from: 'package', name: 'allowInsecureRequests', package: 'openid-client' }] },
      ],
      'no-console': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // Handlers and builders promise by their type, whether or not they wait for something today.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // What comes from outside (a database row, a file) is checked although its type says it is there.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
    },
  },
  {
    files: NODE_CODE,
    languageOptions: { parserOptions: { project: ['tsconfig.json'], tsconfigRootDir: process.cwd() } },
  },
  {
    files: CLIENT_CODE,
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    languageOptions: {
      parserOptions: {
        project: ['client/tsconfig.app.json', 'client/tsconfig.spec.json'],
        tsconfigRootDir: process.cwd(),
      },
    },
  },
  {
    files: ['client/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
  },
  { files: PURE_CODE, rules: { 'no-restricted-syntax': ['error', ...EVERYWHERE, ...NO_CLOCK] } },
  {
    files: SPECS,
    rules: {
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Broken input is what specs are about: characters cut in two, fields taken away.
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      '@typescript-eslint/use-unknown-in-catch-callback-variable': 'off',
    },
  },
);
