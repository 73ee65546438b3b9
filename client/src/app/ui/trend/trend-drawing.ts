import { fitted, notePlaces } from './note-places.ts';
import type { LabelledPoint, TrendStyle } from './trend-style.ts';

/** Height of a row of notes over the chart, in pixels. */
export const NOTE_ROW = 20;
/** Notes longer than this are cut; the whole text stands under the chart. */
const LONGEST_NOTE = 300;
const FONT = '"Plus Jakarta Sans", system-ui, sans-serif';
const GAP = 6;

/** A note with the place of its words: `left` in pixels, rows counted from the chart upwards. */
export interface PlacedNote {
  readonly at: number;
  readonly text: string;
  readonly left: number;
  readonly row: number;
}

/** What ECharts hands to a series that draws by itself; only what is used here. */
interface DrawingArea {
  readonly coordSys: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
}
interface DrawingApi {
  coord(point: readonly [number, number]): [number, number];
}

type Shape = Readonly<Record<string, unknown>>;

/** The notes in rows; the outer list has one entry a row, so that its length is the room they need. */
export function noteRows(
  { layers, width, narrow, measure }: TrendStyle,
  left: number,
  place: (index: number) => number,
): readonly (readonly PlacedNote[])[] {
  const room = Math.max(0, Math.min(LONGEST_NOTE, (width - left) * (narrow ? 0.8 : 0.5)));
  const notes = layers.notes.map(({ at, text }) => ({ at, text: fitted(text, room, measure) }));
  const places = notePlaces(
    notes.map(({ at, text }) => ({ x: place(at), width: measure(text) })),
    left,
    width - 4,
  );
  const placed = notes.map((note, index): PlacedNote => {
    const { left: start, width: room, row } = places[index] ?? { left, width: 0, row: 0 };
    return { at: note.at, text: fitted(note.text, room, measure), left: start, row };
  });
  const count = Math.max(0, ...placed.map(({ row }) => row + 1));
  return Array.from({ length: count }, (_, row) => placed.filter((note) => note.row === row));
}

/** Behind the line: the limits as a band with their mean, and the target. */
export function backLayer({ layers, colours }: TrendStyle): Shape {
  return drawn(1, (_area, api) =>
    layers.bands.flatMap((band): Shape[] => {
      const [x1, top] = api.coord([band.from, band.upper]);
      const [x2, bottom] = api.coord([band.to, band.lower]);
      const [, centre] = api.coord([band.from, band.centre]);
      // A baseline of one point still has a width that can be seen.
      const [from, to] = x2 - x1 < 4 ? [x1 - 2, x1 + 2] : [x1, x2];
      return [
        {
          type: 'rect',
          shape: { x: from, y: top, width: to - from, height: Math.max(1, bottom - top) },
          style: { fill: colours.band },
        },
        line([from, centre, to, centre], colours.control, 1),
      ];
    }),
  );
}

/** Before the line: the target with its words at the right end, new baselines, and the notes with their leaders. */
export function frontLayer(
  points: readonly LabelledPoint[],
  style: TrendStyle,
  rows: readonly (readonly PlacedNote[])[],
): Shape {
  const { layers, colours } = style;
  const newest = points.findLast((point) => point.value !== null)?.value ?? null;
  return drawn(2, ({ coordSys: area }, api) => [
    ...(layers.target === null ? [] : targetShapes(layers.target, newest, style, area, api)),
    ...layers.marks.flatMap((mark): Shape[] => {
      const text = fitted(mark.text, LONGEST_NOTE, style.measure);
      const [x] = api.coord([mark.at, style.axis.min]);
      const room = area.x + area.width - x;
      const leftwards = room < style.measure(text) + GAP;
      return [
        line([x, area.y, x, area.y + area.height], colours.muted, 1, [1, 3]),
        words(text, x + (leftwards ? -GAP : GAP), area.y + area.height - 2, colours.muted, {
          align: leftwards ? 'right' : 'left',
          verticalAlign: 'bottom',
          halo: colours.paper,
        }),
      ];
    }),
    ...rows.flat().flatMap((note): Shape[] => {
      const value = points[note.at]?.value ?? null;
      const [x, y] = api.coord([note.at, value ?? style.axis.min]);
      const top = area.y - 8 - note.row * NOTE_ROW;
      return [
        line([x, top, x, Math.max(top, y - GAP)], colours.muted, 1),
        words(note.text, note.left, top - 2, colours.ink, { align: 'left', verticalAlign: 'bottom' }),
      ];
    }),
  ]);
}

function targetShapes(
  target: { readonly value: number; readonly text: string },
  newest: number | null,
  { colours, narrow }: TrendStyle,
  area: DrawingArea['coordSys'],
  api: DrawingApi,
): Shape[] {
  const [, y] = api.coord([0, target.value]);
  const end = area.x + area.width;
  // The newest value stands on its own side of the target: the words keep to the other.
  const below = newest !== null && newest >= target.value;
  return [
    line([area.x, y, end, y], colours.ink, 1, [3, 3]),
    narrow
      ? words(target.text, end, y + (below ? 5 : -4), colours.muted, {
          align: 'right',
          verticalAlign: below ? 'top' : 'bottom',
          halo: colours.paper,
        })
      : words(target.text, end + 8, y + (below ? 5 : -5), colours.muted, {
          align: 'left',
          verticalAlign: 'middle',
        }),
  ];
}

/** A series of one item that draws shapes over the coordinates of the chart. */
function drawn(z: number, shapes: (area: DrawingArea, api: DrawingApi) => readonly Shape[]): Shape {
  return {
    type: 'custom',
    data: [[0, 0]],
    encode: { x: 0, y: 1 },
    clip: false,
    silent: true,
    animation: false,
    z,
    tooltip: { show: false },
    renderItem: (area: DrawingArea, api: DrawingApi) => ({ type: 'group', children: shapes(area, api) }),
  };
}

function line(
  [x1, y1, x2, y2]: readonly [number, number, number, number],
  stroke: string,
  lineWidth: number,
  lineDash: readonly number[] | null = null,
): Shape {
  // On half pixels a thin line is one pixel wide, not two of half the colour.
  const [a, b, c, d] = [x1, y1, x2, y2].map((at) => Math.round(at) + 0.5);
  return { type: 'line', shape: { x1: a, y1: b, x2: c, y2: d }, style: { stroke, lineWidth, lineDash } };
}

function words(
  text: string,
  x: number,
  y: number,
  fill: string,
  place: { readonly align: string; readonly verticalAlign: string; readonly halo?: string },
): Shape {
  const { halo, ...aligned } = place;
  return {
    type: 'text',
    x,
    y,
    style: {
      text,
      fill,
      fontFamily: FONT,
      fontSize: 12,
      ...aligned,
      ...(halo === undefined ? {} : { stroke: halo, lineWidth: 3 }),
    },
  };
}
