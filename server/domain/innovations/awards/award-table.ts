/** Where a table of an award comes from, and whether it was read in the decree itself. */
export interface AwardSource {
  readonly name: string;
  /** Null where the day is not known. */
  readonly on: string | null;
  /** False: found second-hand, to be checked against the document before anything is handed in. */
  readonly confirmed: boolean;
}

/** One row of an index: levels 1 to 3 in order, each worth `weight` × level points. */
export interface IndicatorRow {
  readonly number: number;
  /** "a", "b" where one indicator has two rows. */
  readonly sub: string;
  readonly variable: string;
  readonly name: string;
  readonly weight: number;
  readonly mandatory: boolean;
  readonly levels: readonly [string, string, string];
}

/** The Indeks Inovasi Daerah of a year: its indicators and how they are summed. */
export interface IndexTable {
  readonly year: number;
  readonly source: AwardSource;
  /** Of the region as a whole (Satuan Pemerintah Daerah). */
  readonly spd: readonly IndicatorRow[];
  /** Of every innovation (Satuan Inovasi Daerah). */
  readonly sid: readonly IndicatorRow[];
  /** Points of all three parts at most. */
  readonly most: number;
  readonly count: {
    readonly points: number;
    readonly each: number;
    readonly most: number;
    /** Of the six affairs of basic services, so many must be covered, else the number of innovations counts nothing. */
    readonly affairsNeeded: number;
  };
  /** The mean over innovations is taken over so many at least. */
  readonly divisorAtLeast: number;
  /** Lowest index of each predicate, the best first. */
  readonly predicates: readonly { readonly from: number; readonly name: string }[];
}

/** Points that the rows give at most. */
export function mostPoints(rows: readonly IndicatorRow[]): number {
  return rows.reduce((sum, { weight }) => sum + weight * 3, 0);
}
