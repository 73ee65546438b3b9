/** Looks at the pages of a PDF as a reader does: by where its words stand, not by what was asked of the layout. */
import { getDocumentProxy } from 'unpdf';
import { PAGE, SIZE } from '../../../../reports/templates/pdf/paper-style.ts';

/** Words that stand on one line, in points from the left upper corner of the page. */
interface Words {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the small letters, without what hangs below the line. */
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
}

/** One page of a file. */
export interface LaidPage {
  readonly width: number;
  readonly height: number;
  readonly words: readonly Words[];
}

/** Letters without ascenders are half as high as their size. */
const SMALL_LETTERS = 0.5;
/** Points by which boxes may touch: letters lean over their edges. */
const TOUCHING = 1;
/** Sizes in which only headings are set. */
const HEADINGS: readonly number[] = [SIZE.title, SIZE.heading];

/** The pages of a PDF with the words on them. */
export async function laidPages(file: Buffer): Promise<LaidPage[]> {
  const proxy = await getDocumentProxy(new Uint8Array(file));
  const pages: LaidPage[] = [];
  for (let number = 1; number <= proxy.numPages; number++) {
    const page = await proxy.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const words = items.flatMap((item): Words[] => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const transform = item.transform as readonly number[];
      const [size, left, line] = [
        Math.abs(transform[3] ?? 0),
        transform[4] ?? 0,
        height - (transform[5] ?? 0),
      ];
      return [
        {
          text: item.str,
          left,
          right: left + item.width,
          top: line - SMALL_LETTERS * size,
          bottom: line,
          size,
        },
      ];
    });
    pages.push({ width, height, words });
  }
  return pages;
}

/** What is wrong with pages, in words that name page and place; nothing where all stands as it should. */
export function faultsOf(pages: readonly LaidPage[]): string[] {
  return pages.flatMap((page, index) =>
    [...outside(page), ...overlapping(page), ...headingsAlone(page), ...empty(page)].map(
      (fault) => `page ${index + 1}: ${fault}`,
    ),
  );
}

/** Words that reach over the margins of the page. */
function outside({ width, height, words }: LaidPage): string[] {
  return words
    .filter(
      ({ left, right, top, bottom }) =>
        left < PAGE.left - TOUCHING ||
        right > width - PAGE.right + TOUCHING ||
        top < TOUCHING ||
        bottom > height - TOUCHING,
    )
    .map(({ text }) => `"${text}" stands outside`);
}

/** Words over words. */
function overlapping({ words }: LaidPage): string[] {
  return words.flatMap((one, index) =>
    words
      .slice(index + 1)
      .filter(
        (other) =>
          Math.min(one.right, other.right) - Math.max(one.left, other.left) > TOUCHING &&
          Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > TOUCHING,
      )
      .map((other) => `"${one.text}" overlaps "${other.text}"`),
  );
}

/** A heading as the last words of its page. */
function headingsAlone({ height, words }: LaidPage): string[] {
  const body = words.filter(({ bottom }) => bottom < height - PAGE.bottom + TOUCHING);
  const last = body.reduce<Words | null>(
    (low, each) => (low === null || each.bottom > low.bottom ? each : low),
    null,
  );
  return last !== null && HEADINGS.some((size) => Math.abs(size - last.size) < 0.05)
    ? [`the heading "${last.text}" stands last`]
    : [];
}

/** A page with nothing between head and foot. */
function empty({ height, words }: LaidPage): string[] {
  return words.some(
    ({ top, bottom }) => top > PAGE.top - TOUCHING && bottom < height - PAGE.bottom + TOUCHING,
  )
    ? []
    : ['nothing stands on it'];
}
