import type { Attention } from '#contract/attention';
import type { Breakdown, Matrix, Peers, Summary, Trends } from '#contract/measures';
import type { Language } from '#contract/messages';
import type { RespondentProfile } from '#domain/ikm/respondent-profile';
import type { BreakdownBy, MeasureId } from '#domain/measures';
import type { Period } from '#domain/period/period';
import type { FigureReader } from '#domain/snapshots/figure-reader';
import type { Clock } from '../../../platform/database/rollups/selection.ts';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';

/** How figures are looked at: by whom, when, and in which language their sentences are told. */
export interface FigureView {
  readonly reader: FigureReader;
  readonly language: Language;
  readonly clock: Clock;
  /** During the trial period: the last day whose figures the reader sees yet. */
  readonly shownUntil: string | null;
}

/** What is looked at. */
export interface FigureSubject {
  readonly unit: string;
  readonly period: Period;
}

/** A look at one unit and period. */
export interface FigureLook extends FigureView, FigureSubject {}

/**
 * The answers that screens show, computed for a reader who need not be there: figures are frozen for everybody who may
 * ever read them. Handed in by the composition root.
 */
export interface FigureSources {
  summary(transaction: ReadTransaction, look: FigureLook): Promise<Summary>;
  matrix(transaction: ReadTransaction, look: FigureLook): Promise<Matrix>;
  /** By month. */
  trends(transaction: ReadTransaction, look: FigureLook): Promise<Trends>;
  breakdown(
    transaction: ReadTransaction,
    look: FigureLook,
    measure: MeasureId,
    by: BreakdownBy,
  ): Promise<Breakdown>;
  /** Who answered the surveys that the score is made of; null without the right to details of surveys. */
  respondents(transaction: ReadTransaction, look: FigureLook): Promise<RespondentProfile | null>;
  /** The ranked exceptions as the list stood at the clock of the look. */
  attention(transaction: ReadTransaction, look: FigureLook): Promise<Attention>;
  peers(transaction: ReadTransaction, look: FigureLook, measure: MeasureId, field: string): Promise<Peers>;
}
