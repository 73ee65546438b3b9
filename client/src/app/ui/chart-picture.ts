/** A chart that can be taken out of the page as a picture. */
export abstract class ChartPicture {
  /** Address of the drawing as an image, or null while it is not drawn. */
  abstract picture(): string | null;
}

/** What is written into the image of a chart, so that it stays honest where it travels. */
export interface PictureText {
  readonly finding: string;
  readonly selection: string;
  readonly source: string;
  /** The mark of demonstration data; null for real data. */
  readonly demo: string | null;
}

const WIDTH = 1200;
const MARGIN = 40;

/** Draws chart and words on one canvas: the finding above, selection and source below, the demo mark at the top. */
export async function chartImage(
  drawing: string,
  text: PictureText,
  colours: { paper: string; ink: string; muted: string },
): Promise<Blob | null> {
  const image = new Image();
  image.src = drawing;
  await image.decode();
  const height = Math.round((image.height / image.width) * (WIDTH - 2 * MARGIN));
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (pen === null) return null;
  pen.font = font(600, 28);
  const lines = wrap(text.finding, WIDTH - 2 * MARGIN, (words) => pen.measureText(words).width);
  const top = (text.demo === null ? 0 : 44) + MARGIN;
  const chartTop = top + lines.length * 36 + 24;
  canvas.width = WIDTH;
  canvas.height = chartTop + height + 96;

  pen.fillStyle = colours.paper;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = colours.ink;
  if (text.demo !== null) {
    pen.font = font(600, 18);
    pen.fillText(text.demo, MARGIN, MARGIN + 8);
    pen.strokeStyle = colours.ink;
    pen.setLineDash([4, 3]);
    pen.strokeRect(MARGIN - 10, MARGIN - 14, pen.measureText(text.demo).width + 20, 32);
  }
  pen.font = font(600, 28);
  lines.forEach((line, index) => pen.fillText(line, MARGIN, top + 28 + index * 36));
  pen.drawImage(image, MARGIN, chartTop, WIDTH - 2 * MARGIN, height);
  pen.font = font(400, 16);
  pen.fillStyle = colours.muted;
  pen.fillText(text.selection, MARGIN, chartTop + height + 40);
  pen.fillText(text.source, MARGIN, chartTop + height + 66);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

/** Breaks a sentence into lines no wider than `width`. */
export function wrap(sentence: string, width: number, measure: (words: string) => number): string[] {
  const lines: string[] = [];
  for (const word of sentence.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && measure(`${line} ${word}`) <= width)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function font(weight: number, size: number): string {
  return `${weight} ${size}px "Plus Jakarta Sans", system-ui, sans-serif`;
}
