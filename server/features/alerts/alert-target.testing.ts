import { ANY, type TargetRecord } from '#domain/targets/target-in-force';

/** A target of 90 % on time for every unit since January 2026, with what is changed of it. */
export const onTimeTarget = (more: Partial<TargetRecord> = {}): TargetRecord => ({
  unit: ANY,
  unitKind: ANY,
  service: ANY,
  measure: 'turnaround',
  field: 'dueMetShare',
  atLeast: 0.9,
  atMost: null,
  legalBasis: null,
  validFrom: '2026-01-01',
  validTo: null,
  ...more,
});
