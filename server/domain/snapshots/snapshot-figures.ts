/**
 * Every number of frozen figures by its address. An address is unique in the content, and the same in every report that
 * shows the number:
 *
 *   summary.turnaround.dueMetShare               the unit, over the period
 *   summary.turnaround.previous.dueMetShare      the unit, over the period before
 *   summary.ikm.unsur.U4                         mean of an unsur
 *   matrix.64.02.05.turnaround.dueMetShare       a unit directly below
 *   trends.turnaround.dueMetShare.2026-10-01     a month; with `.n` the number of records behind it
 *   breakdowns.turnaround.service.kk.dueMetShare a service (channel, class, unit, unsur); `*` for the whole
 *   respondents.education.SMA                    who answered the surveys (sex, education)
 *   peers.turnaround.dueMetShare.median          quartiles of the peers, and `own`
 */
import { MEASURE_IDS, type MeasureId } from '../measures.ts';

type Block = Readonly<Record<string, unknown>>;
type Blocks = Readonly<Partial<Record<MeasureId, Block | null>>>;
type Keyed = Block & { readonly key: string; readonly label: string };

const RESPONDENT_SIDES = ['sex', 'education'] as const;
type RespondentSide = (typeof RESPONDENT_SIDES)[number];

/** As much of the content of a snapshot as figures are found in. */
export interface FigureContent {
  readonly summary: Blocks;
  readonly matrix: {
    readonly items: readonly (Blocks & { readonly key: string; readonly label: string })[];
  } | null;
  readonly trends: {
    readonly items: readonly {
      readonly measure: MeasureId;
      readonly field: string;
      readonly points: readonly {
        readonly from: string;
        readonly value: number | null;
        readonly n: number;
      }[];
    }[];
  };
  readonly breakdowns: readonly {
    readonly measure: MeasureId;
    readonly by: string;
    readonly items: readonly Keyed[];
    readonly total: Block;
  }[];
  readonly respondents?:
    | Readonly<Record<RespondentSide, readonly { readonly key: string; readonly count: number }[]>>
    | null
    | undefined;
  readonly peers: readonly {
    readonly measure: MeasureId;
    readonly field: string;
    readonly own: number | null;
    readonly quartiles: { readonly q1: number; readonly median: number; readonly q3: number } | null;
  }[];
}

export const FIGURE_PARTS = [
  'summary',
  'previous',
  'matrix',
  'trends',
  'breakdowns',
  'respondents',
  'peers',
] as const;

/** Where a figure stands. */
export interface FigurePlace {
  readonly part: (typeof FIGURE_PARTS)[number];
  readonly measure: MeasureId;
  /** Of the measure, e.g. `dueMetShare`; `unsur.U4`; `n` beside a month of a trend. */
  readonly field: string;
  /** Dimension of a breakdown; of respondents `sex` or `education`. */
  readonly by: string | null;
  /** What the figure is of where it is not of the whole: the name of a unit, a service, a channel …; a group's key. */
  readonly label: string | null;
  /** First day of the month of a trend. */
  readonly month: string | null;
}

export interface SnapshotFigure extends FigurePlace {
  readonly address: string;
  readonly value: number | null;
}

/** All figures of a content, in the order in which it is read. */
export function figuresOf(content: FigureContent): SnapshotFigure[] {
  return [
    ...figuresOfSummary(content.summary),
    ...(content.matrix?.items ?? []).flatMap((item) =>
      MEASURE_IDS.flatMap((measure) =>
        figuresOfBlock(item[measure] ?? null, `matrix.${item.key}.${measure}`, {
          part: 'matrix',
          measure,
          label: item.label,
        }),
      ),
    ),
    ...content.trends.items.flatMap(figuresOfTrend),
    ...content.breakdowns.flatMap(({ measure, by, items, total }) => {
      const address = `breakdowns.${measure}.${by}`;
      const place = { part: 'breakdowns' as const, measure, by };
      return [
        ...items.flatMap((item) =>
          figuresOfBlock(item, `${address}.${item.key}`, { ...place, label: item.label }),
        ),
        ...figuresOfBlock(total, `${address}.*`, place),
      ];
    }),
    ...RESPONDENT_SIDES.flatMap((by) =>
      (content.respondents?.[by] ?? []).map(({ key, count }) =>
        figureAt(`respondents.${by}.${key}`, count, {
          part: 'respondents',
          measure: 'ikm',
          field: 'respondents',
          by,
          label: key,
        }),
      ),
    ),
    ...content.peers.flatMap(({ measure, field, own, quartiles }) =>
      Object.entries({ ...quartiles, own }).map(([name, value]) =>
        figureAt(`peers.${measure}.${field}.${name}`, value, { part: 'peers', measure, field, label: name }),
      ),
    ),
  ];
}

function figuresOfSummary(summary: Blocks): SnapshotFigure[] {
  return MEASURE_IDS.flatMap((measure) => {
    const block = summary[measure] ?? null;
    const previous = block?.['previous'];
    const address = `summary.${measure}`;
    return [
      ...figuresOfBlock(block, address, { part: 'summary', measure }),
      ...figuresOfBlock(isBlock(previous) ? previous : null, `${address}.previous`, {
        part: 'previous',
        measure,
      }),
    ];
  });
}

function figuresOfTrend({
  measure,
  field,
  points,
}: FigureContent['trends']['items'][number]): SnapshotFigure[] {
  return points.flatMap(({ from, value, n }) => {
    const address = `trends.${measure}.${field}.${from}`;
    const place = { part: 'trends' as const, measure, month: from };
    return [
      figureAt(address, value, { ...place, field }),
      figureAt(`${address}.n`, n, { ...place, field: 'n' }),
    ];
  });
}

type Place = Partial<FigurePlace> & Pick<FigurePlace, 'part' | 'measure'>;

/** The numbers of a measure's block, those that are missing among them; of lists those of the unsur. */
function figuresOfBlock(block: Block | null, address: string, place: Place): SnapshotFigure[] {
  if (block === null) return [];
  return Object.entries(block).flatMap(([field, value]) => {
    if (typeof value === 'number' || value === null)
      return [figureAt(`${address}.${field}`, value, { ...place, field })];
    if (field !== 'unsur' || !Array.isArray(value)) return [];
    return value
      .filter(isUnsur)
      .map(({ code, mean }) =>
        figureAt(`${address}.unsur.${code}`, mean, { ...place, field: `unsur.${code}` }),
      );
  });
}

function figureAt(
  address: string,
  value: number | null,
  place: Place & { readonly field: string },
): SnapshotFigure {
  return { address, value, by: null, label: null, month: null, ...place };
}

function isBlock(value: unknown): value is Block {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isUnsur(value: unknown): value is { readonly code: string; readonly mean: number } {
  return isBlock(value) && typeof value['code'] === 'string' && typeof value['mean'] === 'number';
}
