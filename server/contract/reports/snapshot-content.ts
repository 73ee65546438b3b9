import * as z from 'zod';
import { EDUCATION_LEVELS, SEXES } from '#domain/ikm/respondent-profile';
import { attentionSchema } from '../attention.ts';
import { breakdownSchema, matrixSchema, peersSchema, summarySchema, trendsSchema } from '../measures.ts';

/** A snapshot is of a whole month or a whole quarter. */
export const SNAPSHOT_GRAINS = ['month', 'quarter'] as const;

/**
 * How far figures have come: *sementara* while they may change by themselves, *tetap* once frozen, *perbaikan* when
 * frozen again because records were corrected.
 */
export const FIGURE_STATES = ['sementara', 'tetap', 'perbaikan'] as const;
export type FigureState = (typeof FIGURE_STATES)[number];

const countsOf = <Keys extends readonly [string, ...string[]]>(keys: Keys) =>
  z.array(z.object({ key: z.enum(keys), count: z.number().int() }));

/**
 * The figures of one unit and one period: the very answers that the screens show, as one reader may see them. Everything
 * that is printed, sent or compared is taken from here and calculated nowhere else.
 */
export const snapshotContentSchema = z.object({
  summary: summarySchema,
  /** Every measure of every unit directly below; null for a unit that has none below. */
  matrix: matrixSchema.nullable(),
  /** The headline of every measure by month, 24 months up to the end of the period, with limits and verdicts. */
  trends: trendsSchema,
  /** Measures along the dimensions that reports tell: by service, class, channel, unsur and unit. */
  breakdowns: z.array(breakdownSchema),
  /**
   * Who answered the surveys, by sex and education; null without the right to details of surveys, missing in what was
   * frozen before it was told.
   */
  respondents: z
    .object({ sex: countsOf(SEXES), education: countsOf(EDUCATION_LEVELS) })
    .nullable()
    .optional(),
  /** The ranked exceptions of the unit at the end of the period; null for who may not read them. */
  attention: attentionSchema.nullable(),
  /** Where the unit stands among its peers, as aggregates; empty for the kabupaten and where there are too few. */
  peers: z.array(peersSchema),
});
export type SnapshotContent = z.infer<typeof snapshotContentSchema>;
