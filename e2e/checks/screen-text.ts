import type { parseTemplate } from '@angular/compiler';

export interface Translations {
  readonly [key: string]: string | Translations;
}

const READ_BY_PEOPLE: ReadonlySet<string> = new Set(['alt', 'aria-label', 'label', 'placeholder', 'title']);
const KEY = /^[a-z][A-Za-z0-9]*(\.[A-Za-z0-9*-]+)+$/;

/** All keys of a translation file, joined by points. */
export function keysOf(translations: Translations, above = ''): string[] {
  return Object.entries(translations).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${above}${key}`] : keysOf(value, `${above}${key}.`),
  );
}

/** The words that stand literally in the templates of a source file. */
export function literalTexts(file: string, source: string, parse: typeof parseTemplate): string[] {
  const templates = file.endsWith('.html')
    ? [source]
    : [...source.matchAll(/template: `([^`]*)`/g)].map((match) => match[1] ?? '');
  return templates.flatMap((template) => {
    const found: string[] = [];
    collect(parse(template, file).nodes, found);
    return found;
  });
}

/**
 * The translation keys that a source file names: strings that begin with a first part of the translations, with `*` for
 * what is filled in at run time.
 */
export function usedKeys(source: string, firstParts: ReadonlySet<string>): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  // Strings inside the values of a template literal count as well as the literal around them.
  const literals = [...code.matchAll(/('[^'\n]*')(\s*\+)?/g), ...code.matchAll(/(`[^`\n]+`)(\s*\+)?/g)].map(
    ([, literal = '', plus]) => {
      const text = literal.slice(1, -1).replace(/\$\{[^{}]*(\{[^{}]*\}[^{}]*)*\}/g, '*');
      return plus === undefined ? text : `${text}*`;
    },
  );
  return literals.filter(
    (key) => (KEY.test(key) && firstParts.has(key.split('.')[0] ?? '')) || key === 'product',
  );
}

/** Walks whatever the compiler gives: texts, texts with values in them, attributes, and everything below. */
function collect(node: unknown, found: string[]): void {
  if (Array.isArray(node)) {
    node.forEach((child) => collect(child, found));
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const entry = node as Readonly<Record<string, unknown>>;
  const kind = node.constructor.name;
  if (/^Text(\$\d+)?$/.test(kind) && typeof entry['value'] === 'string') note(entry['value'], found);
  if (kind.startsWith('BoundText')) noteParts(entry['value'], found);
  if (kind.startsWith('TextAttribute') && READ_BY_PEOPLE.has(String(entry['name'])))
    note(String(entry['value']), found);
  for (const key of [
    'attributes',
    'children',
    'branches',
    'cases',
    'groups',
    'empty',
    'placeholder',
    'loading',
    'error',
    'templateAttrs',
  ]) {
    if (key in entry && !kind.startsWith('TextAttribute')) collect(entry[key], found);
  }
}

/** The literal parts around the values of an interpolation. */
function noteParts(value: unknown, found: string[]): void {
  const ast = (value as { ast?: { strings?: readonly string[] } } | null)?.ast;
  ast?.strings?.forEach((part) => note(part, found));
}

function note(text: string, found: string[]): void {
  if (/\p{L}/u.test(text.replace(/&\w+;/g, ''))) found.push(text.trim());
}
