import { yearBefore } from './year-before.ts';

describe('yearBefore', () => {
  it('is the same days a year earlier', () => {
    expect(yearBefore({ from: '2026-11-01', to: '2026-11-20' })).toEqual({
      from: '2025-11-01',
      to: '2025-11-20',
    });
  });

  it('keeps whole months whole, also around 29 February', () => {
    expect(yearBefore({ from: '2025-02-01', to: '2025-02-28' })).toEqual({
      from: '2024-02-01',
      to: '2024-02-29',
    });
    expect(yearBefore({ from: '2024-02-29', to: '2024-02-29' })).toEqual({
      from: '2023-02-28',
      to: '2023-02-28',
    });
  });
});
