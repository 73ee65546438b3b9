import { resolve } from 'node:path';
import { ESLint } from 'eslint';

const REPOSITORY = resolve(import.meta.dirname, '../..');
/** Files that exist, because rules that need types read them as part of the project. */
const PURE_FILE = resolve(REPOSITORY, 'server/domain/scope.ts');
const OTHER_FILE = resolve(REPOSITORY, 'e2e/checks/boundaries.ts');

const eslint = new ESLint({
  cwd: REPOSITORY,
  overrideConfigFile: resolve(import.meta.dirname, 'eslint.config.mjs'),
  // With CI=true the parser reads every file once and would go on judging the first text.
  overrideConfig: { languageOptions: { parserOptions: { disallowAutomaticSingleRunInference: true } } },
});

async function errorsIn(file: string, text: string): Promise<readonly string[]> {
  const [result] = await eslint.lintText(text, { filePath: file });
  return (result?.messages ?? [])
    .filter(({ severity }) => severity === 2)
    .map(({ ruleId }) => ruleId ?? 'parser');
}

describe('lint rules', () => {
  for (const clock of [
    'new Date()',
    'Date.now()',
    'Date()',
    'performance.now()',
    'Temporal.Now.instant()',
    'Math.random()',
  ]) {
    it(`refuse ${clock} in the domain`, async () => {
      expect(await errorsIn(PURE_FILE, `export const value: unknown = ${clock};\n`)).toContain(
        'no-restricted-syntax',
      );
    });
  }

  it('accept a date made from an argument in the domain, and the clock elsewhere', async () => {
    expect(await errorsIn(PURE_FILE, "export const start = new Date('2026-01-02T00:00:00Z');\n")).toEqual([]);
    expect(await errorsIn(OTHER_FILE, 'export const now = new Date();\n')).toEqual([]);
  });

  it('refuse any', async () => {
    expect(await errorsIn(OTHER_FILE, 'export const value: any = 1;\n')).toContain(
      '@typescript-eslint/no-explicit-any',
    );
  });

  it('refuse a promise that nobody waits for', async () => {
    expect(await errorsIn(OTHER_FILE, 'Promise.resolve(1);\n')).toContain(
      '@typescript-eslint/no-floating-promises',
    );
  });

  it('refuse a focused test', async () => {
    // Put together here, so that a search for focused tests does not find this one.
    const focused = ['f', "it('alone', () => { expect(1).toBe(1); });\n"].join('');
    expect(await errorsIn(OTHER_FILE, focused)).toContain('no-restricted-syntax');
  });

  it('refuse barrels', async () => {
    expect(await errorsIn(OTHER_FILE, "export * from './a.ts';\n")).toContain('no-restricted-syntax');
    expect(
      await errorsIn(OTHER_FILE, "export { a } from './a.ts';\nexport { b } from './b.ts';\n"),
    ).toContain('no-restricted-syntax');
  });

  it('cannot be switched off in a file', async () => {
    const text = '/* eslint-disable */\nexport const value: any = 1;\n';
    expect(await errorsIn(OTHER_FILE, text)).toContain('@typescript-eslint/no-explicit-any');
  });
});
