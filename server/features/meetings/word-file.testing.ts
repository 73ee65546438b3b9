import { SaxesParser } from 'saxes';

/** Children of an element in the order that ECMA-376 (wml.xsd, transitional) lets them stand in; others may not be there. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  'w:document': ['w:body'],
  'w:styles': ['w:docDefaults', 'w:style'],
  'w:docDefaults': ['w:rPrDefault', 'w:pPrDefault'],
  'w:rPrDefault': ['w:rPr'],
  'w:pPrDefault': ['w:pPr'],
  'w:style': ['w:name', 'w:basedOn', 'w:next', 'w:link', 'w:uiPriority', 'w:qFormat', 'w:pPr', 'w:rPr'],
  'w:pPr': [
    'w:pStyle',
    'w:keepNext',
    'w:keepLines',
    'w:pBdr',
    'w:shd',
    'w:spacing',
    'w:ind',
    'w:jc',
    'w:outlineLvl',
  ],
  'w:rPr': ['w:rStyle', 'w:rFonts', 'w:b', 'w:i', 'w:color', 'w:sz', 'w:u', 'w:lang'],
  'w:p': ['w:pPr', 'w:r'],
  'w:tbl': ['w:tblPr', 'w:tblGrid', 'w:tr'],
  'w:tblPr': [
    'w:tblStyle',
    'w:tblW',
    'w:jc',
    'w:tblInd',
    'w:tblBorders',
    'w:shd',
    'w:tblLayout',
    'w:tblCellMar',
  ],
  'w:tblBorders': ['w:top', 'w:left', 'w:bottom', 'w:right', 'w:insideH', 'w:insideV'],
  'w:tblGrid': ['w:gridCol'],
  'w:tr': ['w:trPr', 'w:tc'],
  'w:trPr': ['w:cantSplit', 'w:tblHeader'],
  'w:tcPr': ['w:tcW', 'w:gridSpan', 'w:shd', 'w:vAlign'],
  'w:sectPr': ['w:pgSz', 'w:pgMar'],
};
/** Paragraphs and tables in any order; then what must come last, or may. */
const BLOCKS: Readonly<Record<string, { readonly first?: string; readonly last: string }>> = {
  'w:body': { last: 'w:sectPr' },
  'w:tc': { first: 'w:tcPr', last: 'w:p' },
};

/** Reads a part of a Word file as strictly as the schema: what stands in the body, and what does not belong where it is. */
export function readWord(xml: string): {
  readonly children: readonly string[];
  readonly problems: readonly string[];
} {
  const problems: string[] = [];
  const open: { readonly name: string; readonly children: string[] }[] = [];
  let body: readonly string[] = [];
  let columns = 0;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    open.at(-1)?.children.push(name);
    open.push({ name, children: [] });
  });
  parser.on('closetag', ({ name }) => {
    const { children } = open.pop() ?? { children: [] };
    problems.push(...wrongIn(name, children));
    if (name === 'w:body') body = children;
    if (name === 'w:tblGrid') columns = children.length;
    const cells = children.filter((each) => each === 'w:tc').length;
    if (name === 'w:tr' && cells !== columns) problems.push(`w:tr has ${cells} cells of ${columns}`);
  });
  parser.write(xml).close();
  return { children: body, problems };
}

function wrongIn(name: string, children: readonly string[]): string[] {
  const block = BLOCKS[name];
  if (block !== undefined) {
    const middle = children.slice(children[0] === block.first ? 1 : 0, -1);
    const fits = children.at(-1) === block.last && middle.every((each) => each === 'w:p' || each === 'w:tbl');
    return fits ? [] : [`${name}: ${children.join(' ')}`];
  }
  const order = ORDER[name];
  if (order === undefined) return [];
  const places = children.map((each) => order.indexOf(each));
  const fits = places.every((place, index) => place >= (places[index - 1] ?? 0));
  return fits ? [] : [`${name}: ${children.join(' ')}`];
}
