import { existsSync, globSync, readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';

const REPOSITORY = resolve(import.meta.dirname, '../..');
const PARTS = ['client', 'server', 'db', 'reports', 'e2e'];
const TOP_LEVEL = [
  ...PARTS,
  ...[
    'angular.json',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'Dockerfile',
    'compose.yaml',
    'LICENSE',
  ],
  ...['README.md', 'DECISIONS.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md'],
];
/** Made on this machine and not part of the repository. */
const GENERATED = ['node_modules', 'dist', 'coverage'];
/** Names that say nothing about what is inside. */
const EMPTY_NAMES = /(^|[/.-])(utils?|helpers?|common|misc)([/.-]|$)/;
const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/;

function codeFiles(): readonly string[] {
  return globSync(`{${PARTS.join(',')}}/**/*.{ts,mjs,cjs,html,css}`, { cwd: REPOSITORY });
}

describe('layout of the repository', () => {
  it('has nothing unexpected at the top', () => {
    const entries = readdirSync(REPOSITORY).filter(
      (name) => !name.startsWith('.') && !GENERATED.includes(name),
    );
    expect(entries.filter((name) => !TOP_LEVEL.includes(name) && !name.endsWith('.log'))).toEqual([]);
  });

  it('explains every top-level folder', () => {
    expect(PARTS.filter((part) => !existsSync(resolve(REPOSITORY, part, 'README.md')))).toEqual([]);
  });

  it('names files and folders for what they hold, in kebab-case', () => {
    const files = codeFiles();
    expect(files.length).toBeGreaterThan(50);
    expect(files.filter((file) => EMPTY_NAMES.test(file))).toEqual([]);
    expect(files.filter((file) => !KEBAB_CASE.test(basename(file)))).toEqual([]);
  });

  it('has no barrels', () => {
    expect(codeFiles().filter((file) => basename(file) === 'index.ts')).toEqual([]);
  });

  it('would see a wrong name', () => {
    const wrong = [
      'server/utils/a.ts',
      'client/src/app/common/a.ts',
      'server/date-helpers.ts',
      'db/helper.ts',
    ];
    expect(wrong.filter((file) => !EMPTY_NAMES.test(file))).toEqual([]);
    expect(EMPTY_NAMES.test('server/domain/commonly-asked.ts')).toBeFalse();
    expect(['BadName.ts', 'bad_name.ts'].filter((name) => KEBAB_CASE.test(name))).toEqual([]);
    expect(KEBAB_CASE.test('complaint.queries.ts')).toBeTrue();
  });
});
