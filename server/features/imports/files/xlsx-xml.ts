import type { Readable } from 'node:stream';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { ImportFileError } from './import-file-error.ts';
import { damaged, tooLarge } from './xlsx-package.ts';

/** What is told about one part while it is read. Names come without their namespace prefix. */
export interface XmlListener {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** A text or tag longer than this within a part is no spreadsheet: Excel ends a cell at 32,767 characters. */
const MAX_TOKEN_CHARACTERS = 4_000_000;

/**
 * Reads the XML of one part piece by piece; yields after every piece, so that the caller can hand on what
 * the listener has gathered and reading waits until it has done so.
 *
 * A document type is refused: without one there are no entities but the five of XML, so nothing can be
 * fetched from outside or multiplied.
 * @throws ImportFileError when the XML is damaged, has a document type, or has a token without end
 */
export async function* readXml(stream: Readable, listener: XmlListener): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let untilEvent = 0;
  parser.on('opentag', (tag: SaxesTagPlain) => {
    untilEvent = 0;
    listener.open?.(localName(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag: SaxesTagPlain) => {
    untilEvent = 0;
    listener.close?.(localName(tag.name));
  });
  const text = (value: string): void => {
    untilEvent = 0;
    listener.text?.(value);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('doctype', () => {
    throw damaged();
  });
  parser.on('error', (error) => {
    throw damaged(error);
  });

  const decoder = new TextDecoder('utf-8');
  try {
    for await (const bytes of stream as AsyncIterable<Buffer>) {
      const piece = decoder.decode(bytes, { stream: true });
      untilEvent += piece.length;
      if (untilEvent > MAX_TOKEN_CHARACTERS) throw tooLarge('satu isian terlalu panjang');
      parser.write(piece);
      yield;
    }
    parser.write(decoder.decode());
    parser.close();
  } catch (error) {
    throw error instanceof ImportFileError ? error : damaged(error);
  } finally {
    stream.destroy();
  }
  yield;
}

/** Reads a whole (small) part for its listener. */
export async function readWholeXml(stream: Readable, listener: XmlListener): Promise<void> {
  const reading = readXml(stream, listener);
  while ((await reading.next()).done !== true);
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** Text of a cell as it is meant: `_x000D_` in the file stands for the character of that number. */
export function unescapeXlsxText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
