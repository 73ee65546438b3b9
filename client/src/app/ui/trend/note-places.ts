/** A note to be placed: the place of its point and the width of its words, in pixels. */
export interface NoteBox {
  readonly x: number;
  readonly width: number;
}

export interface NotePlace {
  /** Left end of the words, in pixels. */
  readonly left: number;
  /** Room for the words: less than they need only where a note at the left end would cover the next ones. */
  readonly width: number;
  /** 0 is the row next to the chart; higher numbers lie above it. */
  readonly row: number;
}

/** Distance between words, in pixels. */
const GAP = 8;
/** No note gets less room than this: a day and the beginning of what happened. */
const SHORTEST = 64;

/**
 * Places the words of notes in rows over a chart, between `left` and `right`: over the point where a note is alone, else
 * ending at it, the later ones higher. Words never overlap, and no leader runs through the words of another note unless
 * several points crowd at the left end. The places come in the order of the notes.
 */
export function notePlaces(notes: readonly NoteBox[], left: number, right: number): readonly NotePlace[] {
  const order = notes.map((note, index) => ({ ...note, index })).toSorted((a, b) => a.x - b.x);
  const centred = (note: NoteBox): number =>
    Math.max(left, Math.min(note.x - note.width / 2, right - note.width));
  const placed: (NotePlace & { readonly x: number; readonly index: number })[] = [];
  order.forEach((note, position) => {
    const alone = order.every(
      (other) => other === note || !overlaps(centred(note), note.width, centred(other), other.width),
    );
    const untilNext = (order[position + 1]?.x ?? Infinity) - GAP - left;
    const width = alone ? note.width : Math.min(note.width, Math.max(note.x - left, untilNext, SHORTEST));
    const start = alone ? centred(note) : Math.max(left, note.x - width);
    const box = { x: note.x, left: start, width };
    let row = 0;
    while (row < placed.length && !isFree(box, row, placed)) row += 1;
    placed.push({ ...box, row, index: note.index });
  });
  return placed
    .toSorted((a, b) => a.index - b.index)
    .map((place) => ({
      left: place.left,
      width: place.width,
      row: place.row,
    }));
}

type Box = Omit<NotePlace, 'row'> & { readonly x: number };

function isFree(box: Box, row: number, placed: readonly (Box & NotePlace)[]): boolean {
  return placed.every((other) => {
    if (other.row === row) return !overlaps(box.left, box.width, other.left, other.width);
    // The leader of the upper one passes the words of the lower one.
    return other.row > row ? !crosses(other.x, box) : !crosses(box.x, other);
  });
}

function overlaps(start: number, width: number, otherStart: number, otherWidth: number): boolean {
  return start < otherStart + otherWidth + GAP && otherStart < start + width + GAP;
}

function crosses(x: number, words: Box): boolean {
  return x > words.left && x < words.left + words.width;
}

/** Shortens words to `room` pixels, with an ellipsis; `measure` tells the width of words in pixels. */
export function fitted(words: string, room: number, measure: (words: string) => number): string {
  if (measure(words) <= room) return words;
  let length = words.length;
  while (length > 1 && measure(`${words.slice(0, length).trimEnd()} …`) > room) length -= 1;
  return `${words.slice(0, length).trimEnd()} …`;
}
