import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseTemplate } from '@angular/compiler';
import { type Translations, keysOf, literalTexts, usedKeys } from './screen-text.ts';

const CLIENT = join(import.meta.dirname, '../../client');
const read = (file: string): string => readFileSync(join(CLIENT, file), 'utf8');
const sources = globSync('src/app/**/*.{ts,html}', { cwd: CLIENT }).filter(
  (file) => !file.endsWith('.spec.ts'),
);
const indonesian = ['src/i18n/id.json', 'src/i18n/id-screens.json'].flatMap((file) =>
  keysOf(JSON.parse(read(file)) as Translations),
);

const firstParts = new Set(indonesian.map((key) => key.split('.')[0] ?? ''));

describe('text on the screens', () => {
  it('stands in the translation files, never in a template', () => {
    expect(sources.length).toBeGreaterThan(50);
    const found = sources.flatMap((file) =>
      literalTexts(file, read(file), parseTemplate).map((text) => `${file}: ${text}`),
    );
    expect(found).toEqual([]);
  });

  it('is found under every key that the code names', () => {
    const unknown = sources.flatMap((file) =>
      usedKeys(read(file), firstParts)
        .filter((key) => !matches(key))
        .map((key) => `${file}: ${key}`),
    );
    expect(unknown).toEqual([]);
  });

  it('is used: no translation is left over', () => {
    const used = sources.flatMap((file) => usedKeys(read(file), firstParts));
    const patterns = used.map(
      (key) => new RegExp(`^${key.replaceAll('.', '\\.').replaceAll('*', '[\\w-]+')}$`),
    );
    expect(indonesian.filter((key) => !patterns.some((pattern) => pattern.test(key)))).toEqual([]);
  });
});

describe('literalTexts', () => {
  it('finds words between tags and in attributes that people read', () => {
    const source = '@Component({ template: `<p>Halo {{ name }}</p><b title="Judul">{{ t(\'a.b\') }}</b>` })';
    expect(literalTexts('x.ts', source, parseTemplate)).toEqual(['Halo', 'Judul']);
  });

  it('lets signs and numbers pass', () => {
    expect(literalTexts('x.html', '<p>{{ a }}, {{ b }} ›</p>', parseTemplate)).toEqual([]);
  });
});

function matches(key: string): boolean {
  if (!key.includes('*')) return indonesian.includes(key);
  const pattern = new RegExp(`^${key.replaceAll('.', '\\.').replaceAll('*', '[\\w-]+')}$`);
  return indonesian.some((candidate) => pattern.test(candidate));
}
