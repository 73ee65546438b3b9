import type { IndicationRule } from '#contract/oversight/indications';
import type { Told } from '#domain/attention/attention-words';
import { CLOSE_THEN_REOPEN } from '#domain/oversight/indications/close-then-reopen';
import { COMPLETION_BEFORE_RECEIPT } from '#domain/oversight/indications/completion-before-receipt';
import { FEE_ABOVE_STANDARD } from '#domain/oversight/indications/fee-above-standard';
import { IDENTICAL_FORMS } from '#domain/oversight/indications/identical-forms';
import { IKM_AGAINST_COMPLAINTS } from '#domain/oversight/indications/ikm-against-complaints';
import { LATE_ENTRY } from '#domain/oversight/indications/late-entry';
import { MASS_CLOSING } from '#domain/oversight/indications/mass-closing';
import { REFUSAL_BEFORE_DEADLINE } from '#domain/oversight/indications/refusal-before-deadline';
import { findFees, findLateEntries, findMassClosing, findRefusals } from './find-in-cases.ts';
import {
  findBackwards,
  findIdenticalForms,
  findIkmAgainstComplaints,
  findReopened,
} from './find-in-other-facts.ts';
import type { FindIndications } from './found-indication.ts';

/** A published rule with its look at the records. */
export interface PublishedRule {
  readonly name: Told;
  readonly definition: Told;
  readonly innocent: Told;
  readonly find: FindIndications;
}

/** The published rules. */
export const RULES: Readonly<Record<IndicationRule, PublishedRule>> = {
  'mass-closing': { ...MASS_CLOSING, find: findMassClosing },
  'close-then-reopen': { ...CLOSE_THEN_REOPEN, find: findReopened },
  'completion-before-receipt': { ...COMPLETION_BEFORE_RECEIPT, find: findBackwards },
  'late-entry': { ...LATE_ENTRY, find: findLateEntries },
  'identical-forms': { ...IDENTICAL_FORMS, find: findIdenticalForms },
  'refusal-before-deadline': { ...REFUSAL_BEFORE_DEADLINE, find: findRefusals },
  'ikm-against-complaints': { ...IKM_AGAINST_COMPLAINTS, find: findIkmAgainstComplaints },
  'fee-above-standard': { ...FEE_ABOVE_STANDARD, find: findFees },
};
