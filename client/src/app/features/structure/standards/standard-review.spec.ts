import type { Standard } from '#contract/structure/services';
import { needsReview } from '#domain/standards/standard-components';
import { reviewedOn, standardInForce } from './standard-review.ts';

function standard(validFrom: string, heldOn: string | null = null): Standard {
  return {
    validFrom,
    promise: { unit: 'working-days', amount: 3 },
    fee: null,
    legalBasis: null,
    components: {},
    consultation:
      heldOn === null ? null : { heldOn, participants: '', minutes: '', agreedChanges: '', followUp: '' },
    confirmed: true,
  };
}

describe('the review of a standard', () => {
  it('finds the version in force, not the one to come', () => {
    const versions = [standard('2027-01-01'), standard('2026-01-01'), standard('2025-01-01')];
    expect(standardInForce(versions, '2026-12-31')?.validFrom).toBe('2026-01-01');
    expect(standardInForce(versions, '2027-01-01')?.validFrom).toBe('2027-01-01');
    expect(standardInForce(versions, '2024-12-31')).toBeNull();
  });

  it('counts a year from the last look at it: its first day, or a later consultation', () => {
    expect(reviewedOn(standard('2026-01-01'))).toBe('2026-01-01');
    expect(reviewedOn(standard('2026-01-01', '2025-11-20'))).toBe('2026-01-01');
    expect(reviewedOn(standard('2025-01-01', '2025-11-20'))).toBe('2025-11-20');
    expect(needsReview('2025-11-20', '2026-11-20')).toBeFalse();
    expect(needsReview('2025-11-20', '2026-11-21')).toBeTrue();
  });
});
