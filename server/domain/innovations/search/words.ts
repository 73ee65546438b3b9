import { EVERYDAY_WAYS } from './everyday-words.ts';
import { COMMON_WORDS, STOP_WORDS } from './stop-words.ts';

const WAYS_BY_FIRST = new Map<string, (typeof EVERYDAY_WAYS)[number][]>();
for (const way of EVERYDAY_WAYS) {
  const first = way.words[0] ?? '';
  WAYS_BY_FIRST.set(first, [...(WAYS_BY_FIRST.get(first) ?? []), way]);
}

/** The words of a text in lower case without accents; "KTP-el" and "bolak-balik" are two words each. */
export function plainWords(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** A word to search by, and how it was written. */
export interface SearchWord {
  readonly token: string;
  readonly written: string;
}

/** Cut into what means one thing: the everyday ways of saying it become their token, the rest stays as it is. */
function meanings(words: readonly string[]): { token: string; written: string[]; known: boolean }[] {
  const found: { token: string; written: string[]; known: boolean }[] = [];
  for (let at = 0; at < words.length;) {
    const word = words[at] ?? '';
    const way = WAYS_BY_FIRST.get(word)?.find((one) => one.words.every((part, i) => words[at + i] === part));
    const length = way?.words.length ?? 1;
    found.push({
      token: way?.token ?? word,
      written: words.slice(at, at + length),
      known: way !== undefined,
    });
    at += length;
  }
  return found;
}

/**
 * A text as it is put into the index: every everyday way of saying something also as its token ("kartu keluarga" is
 * found by "KK" and by "kartu"), without words that say nothing. Still to be stemmed.
 *
 * @param whole keeps those words too: names are made of them ("SATU PINTU")
 */
export function indexedText(text: string, whole = false): string {
  return meanings(plainWords(text))
    .flatMap(({ token, written, known }) => {
      const words = whole ? written : written.filter((word) => !STOP_WORDS.has(word));
      return known && !words.includes(token) ? [token, ...words] : words;
    })
    .join(' ');
}

/** A text without the words that say nothing. */
export function tellingWords(text: string): string {
  return plainWords(text)
    .filter((word) => !STOP_WORDS.has(word))
    .join(' ');
}

/**
 * The words that a question is searched by, each once, in their order: everyday ways of saying something by their
 * token, without words that say nothing, nor those that nearly every entry has. Where no other is left, these are kept.
 */
export function askedWords(question: string): SearchWord[] {
  const all = meanings(plainWords(question)).map(({ token, written }) => ({
    token,
    written: written.join(' '),
  }));
  const telling = all.filter(({ token }) => !STOP_WORDS.has(token));
  const special = telling.filter(({ token }) => !COMMON_WORDS.has(token));
  const chosen = special.length > 0 ? special : telling.length > 0 ? telling : all;
  return chosen.filter(({ token }, i) => chosen.findIndex((other) => other.token === token) === i);
}
