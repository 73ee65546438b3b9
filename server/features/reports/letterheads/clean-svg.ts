import { SaxesParser } from 'saxes';

/** A drawing as it is kept: its text, and its size in units of the drawing. */
export interface CleanSvg {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

/** What draws, and what drawings refer to. Everything else goes: scripts, foreign content, pictures, links, motion. */
const ELEMENTS: ReadonlySet<string> = new Set([
  ...['svg', 'g', 'defs', 'symbol', 'use', 'title', 'desc', 'style'],
  ...['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan'],
  ...['linearGradient', 'radialGradient', 'stop', 'clipPath', 'mask', 'pattern'],
]);
const SVG = 'http://www.w3.org/2000/svg';
/** Attributes of handlers (`onload` …) and those by which something from elsewhere would be fetched. */
const HANDLER = /^on/i;
const REFERENCE = /^(xlink:)?href$/i;
const FOREIGN_ADDRESS = /url\s*\(\s*(?!['"]?#)|@import|expression\s*\(|javascript:|\\/i;
const MOST_DEPTH = 60;

/**
 * A drawing with nothing in it but its drawing: elements that do not draw are left out with all they hold, and so are
 * handlers, comments, and references to anything outside of it.
 *
 * @returns null when it is no well-formed SVG, declares entities, or tells no size
 */
export function cleanSvg(source: string): CleanSvg | null {
  const parser = new SaxesParser({ xmlns: true });
  const out: string[] = [];
  let depth = 0;
  /** Depth of the outermost element that is left out. */
  let omittedAt: number | null = null;
  let style: string | null = null;
  let size: { width: number; height: number } | null = null;
  let refused = false;
  parser.on('error', () => (refused = true));
  // Entities can blow a small file up, and name other files.
  parser.on('doctype', (text) => {
    if (/\[|<!ENTITY/i.test(text)) refused = true;
  });
  parser.on('opentag', ({ local, uri, prefix, attributes }) => {
    depth += 1;
    if (depth > MOST_DEPTH || (depth === 1 && (local !== 'svg' || uri !== SVG))) refused = true;
    if (omittedAt !== null || refused) return;
    if (uri !== SVG || prefix !== '' || !ELEMENTS.has(local)) {
      omittedAt = depth;
      return;
    }
    const kept = Object.values(attributes)
      .filter(({ name, value }) => isHarmless(name, value))
      .map(
        ({ name, value }) =>
          ` ${name.toLowerCase() === 'xlink:href' ? 'xlink:href' : name}="${escaped(value)}"`,
      );
    const isTop = depth === 1;
    if (isTop)
      size = sizeOf(Object.fromEntries(Object.values(attributes).map(({ name, value }) => [name, value])));
    const names = isTop ? ` xmlns="${SVG}" xmlns:xlink="http://www.w3.org/1999/xlink"` : '';
    out.push(`<${local}${names}${kept.join('')}>`);
    if (local === 'style') style = '';
  });
  const onText = (text: string): void => {
    if (omittedAt !== null || depth === 0) return;
    if (style === null) out.push(escaped(text));
    else style += text;
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('closetag', ({ local }) => {
    if (omittedAt === null && !refused) {
      if (style !== null && local === 'style') {
        if (!FOREIGN_ADDRESS.test(style)) out.push(escaped(style));
        style = null;
      }
      out.push(`</${local}>`);
    }
    if (omittedAt === depth) omittedAt = null;
    depth -= 1;
  });
  try {
    parser.write(source).close();
  } catch {
    return null;
  }
  const found = size as { width: number; height: number } | null;
  return refused || found === null ? null : { text: out.join(''), ...found };
}

function isHarmless(name: string, value: string): boolean {
  if (HANDLER.test(name) || FOREIGN_ADDRESS.test(value)) return false;
  if (REFERENCE.test(name)) return value.startsWith('#');
  // Names of other vocabularies (Inkscape and its like) draw nothing; those of XML itself are kept.
  return !name.includes(':') && name !== 'xmlns' ? true : name.startsWith('xml:');
}

/** The size of the drawing: of its view box, else its width and height in pixels. */
function sizeOf(attributes: Readonly<Record<string, string>>): { width: number; height: number } | null {
  const [, , boxWidth, boxHeight] = (attributes['viewBox'] ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const width = boxWidth ?? Number.parseFloat(attributes['width'] ?? '');
  const height = boxHeight ?? Number.parseFloat(attributes['height'] ?? '');
  return width > 0 && height > 0 && Number.isFinite(width) && Number.isFinite(height)
    ? { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) }
    : null;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
