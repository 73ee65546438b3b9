import { SaxesParser } from 'saxes';
import { escapeXml, uniqueSheetNames, xlsxFrame } from './xlsx-markup.ts';

/** What a file or another program may bring along: controls, halves of a pair, and characters that XML 1.0 excludes. */
const HOSTILE = 'Sebulu\u0000\u0001\u000b\u001f\ufffe\uffff\ud83d\r\n"<&>';

/** @throws Error where the text is no well-formed XML */
function parse(xml: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
}

describe('the markup of workbooks', () => {
  it('stays well-formed whatever stands in a name', () => {
    for (const [path, xml] of xlsxFrame([HOSTILE, HOSTILE]))
      expect(() => parse(xml))
        .withContext(path)
        .not.toThrow();
    expect(() => parse(`<a b="${escapeXml(HOSTILE)}">${escapeXml(HOSTILE)}</a>`)).not.toThrow();
    // The parser does refuse what is left out.
    expect(() => parse('<a>\u0001</a>')).toThrow();
  });

  it('leaves nothing out but what XML has no place for', () => {
    expect(escapeXml('Kota Bangun – 5 < 6 & "7"\t日本 😀\n')).toBe(
      'Kota Bangun – 5 &lt; 6 &amp; &quot;7&quot;\t日本 😀\n',
    );
    expect(escapeXml(HOSTILE)).toBe('Sebulu\r\n&quot;&lt;&amp;&gt;');
  });

  it('gives sheets names that the list of repeated rows can repeat', () => {
    expect(uniqueSheetNames(['a\nb', 'A B', 'a:b/c'])).toEqual(['a b', 'A B 2', 'a b c']);
  });
});
