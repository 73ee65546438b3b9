/** Headings stay with what follows them: they are laid out together with as much room as its first part takes. */
import type { Content } from 'pdfmake/interfaces.js';
import type { ReportBlock, Span } from '#contract/reports/report-document';
import { blockContent } from './block-content.ts';
import { SIZE } from './paper-style.ts';
import type { Paper } from './paper.ts';
import { widthsOf } from './table-content.ts';
import { keepingOf } from './table-keeping.ts';
import { heightOfText, LINE } from './text-height.ts';

/** At most this part of a page is kept free below a heading. */
const MOST = 0.8;
/** Lines of a text that stand on the page of its heading. */
const FIRST_LINES = 2;

/**
 * The blocks of a section below its title. Every heading stands on the page on which what follows it begins, and
 * signatures on the page of the words above them, where those are few.
 */
export function headed(title: Content, blocks: readonly ReportBlock[], paper: Paper): Content[] {
  let above: Content[] = [title];
  const contents: Content[] = [];
  for (const piece of piecesOf(blocks, paper)) {
    if (piece.isHeading) above.push(piece.content);
    else {
      contents.push(...(above.length === 0 ? [] : withRoom(above, piece.opening, paper)), piece.content);
      above = [];
    }
  }
  return [...contents, ...above];
}

/** What is laid out as one, and the points that its first part takes. */
interface Piece {
  readonly content: Content;
  readonly opening: number;
  readonly isHeading: boolean;
}

function piecesOf(blocks: readonly ReportBlock[], paper: Paper): Piece[] {
  const isSigned = (index: number): boolean => {
    const block = blocks[index];
    return block !== undefined && isShort(block) && blocks[index + 1]?.kind === 'signatures';
  };
  return blocks.flatMap((block, index): Piece[] => {
    const next = blocks[index + 1];
    const content = blockContent(block, paper);
    if (next !== undefined && isSigned(index))
      return [
        {
          content: { unbreakable: true, stack: [content, blockContent(next, paper)] },
          opening: paper.height / 3,
          isHeading: false,
        },
      ];
    if (block.kind === 'signatures' && isSigned(index - 1)) return [];
    return [{ content, opening: openingOf(block, paper), isHeading: block.kind === 'heading' }];
  });
}

/** So many points or lines at most go with the signatures below them. */
const FEW = 5;

function isShort(block: ReportBlock): boolean {
  switch (block.kind) {
    case 'lines':
      return block.count <= FEW;
    case 'list':
      return block.items.length <= FEW;
    case 'paragraph':
      return true;
    default:
      return false;
  }
}

/** Words above, laid out with as much room below them as the first part of what follows takes. */
function withRoom(above: readonly Content[], opening: number, { height }: Paper): Content[] {
  const room = Math.min(opening, height * MOST);
  return [
    { unbreakable: true, stack: [{ stack: [...above], margin: [0, 0, 0, room] }] },
    // What follows takes the room that was kept.
    { stack: [], margin: [0, 0, 0, -room] },
  ];
}

/** Points that the part of a block takes which cannot be broken; reckoned, and rather too many. */
function openingOf(block: ReportBlock, { width, height }: Paper): number {
  switch (block.kind) {
    case 'heading':
      return 12 + heightOfText(block.text, SIZE.heading, width, LINE.body);
    case 'paragraph':
      return 5 + firstLines(block.spans, block.small === true ? SIZE.note + 0.4 : SIZE.body, width);
    case 'list':
      return 8 + firstLines(block.items[0] ?? [], SIZE.body, width - 16);
    case 'number':
      return 80;
    case 'facts':
      return 8 + firstLines(block.items[0]?.spans ?? [], SIZE.table + 0.4, width * 0.7);
    case 'table':
      return 12 + keepingOf(block, widthsOf(block.columns, width), height).opening;
    case 'chart':
      return 250 + heightOfText(block.title, SIZE.finding, width, LINE.body);
    case 'lines':
      return 30 + 22 * Math.min(block.count, 10);
    case 'signatures':
      return 150;
  }
}

function firstLines(spans: readonly Span[], size: number, width: number): number {
  const whole = heightOfText(spans.map(({ text }) => text).join(''), size, width, LINE.body);
  return Math.min(whole, FIRST_LINES * size * LINE.body);
}
