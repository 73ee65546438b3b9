import { administratorsOn, firstShortage, type AdministratorTenure } from './people-administrators.ts';

describe('the second administrator', () => {
  const TODAY = '2026-03-17';

  function tenure(userId: string, from = '2026-01-01', to: string | null = null): AdministratorTenure {
    return { kabupatenCode: '64.02', userId, from, to };
  }

  it('is counted by person and day, the last day being the first without', () => {
    const tenures = [tenure('a'), tenure('a', '2026-02-01'), tenure('b', '2026-03-10', '2026-03-17')];
    expect(administratorsOn(tenures, '64.02', '2026-03-09')).toBe(1);
    expect(administratorsOn(tenures, '64.02', '2026-03-16')).toBe(2);
    expect(administratorsOn(tenures, '64.02', '2026-03-17')).toBe(1);
    expect(administratorsOn(tenures, '32.16', '2026-03-16')).toBe(0);
  });

  it('must not be lost today', () => {
    const [a, b, c] = [tenure('a'), tenure('b'), tenure('c')];
    expect(firstShortage([a, b, c], [a, b], TODAY)).toBeNull();
    expect(firstShortage([a, b], [a], TODAY)).toBe(TODAY);
    expect(firstShortage([a], [], TODAY)).toBe(TODAY);
  });

  it('must not be lost on a later day either', () => {
    const ending = tenure('b', '2026-01-01', '2026-04-01');
    expect(firstShortage([tenure('a'), tenure('b')], [tenure('a'), ending], TODAY)).toBe('2026-04-01');
    expect(
      firstShortage([tenure('a'), tenure('b')], [tenure('a'), ending, tenure('c', '2026-04-01')], TODAY),
    ).toBeNull();
    // C leaves on 1 May, when B will have gone already.
    const third = [tenure('a'), ending, tenure('c', '2026-01-01', '2026-05-01')];
    expect(firstShortage([tenure('a'), ending, tenure('c')], third, TODAY)).toBe('2026-05-01');
  });

  it('may be replaced, and missing ones may be added one by one', () => {
    expect(firstShortage([tenure('a'), tenure('b')], [tenure('a'), tenure('c', TODAY)], TODAY)).toBeNull();
    expect(firstShortage([tenure('a')], [tenure('b', TODAY)], TODAY)).toBeNull();
    expect(firstShortage([], [tenure('a')], TODAY)).toBeNull();
  });
});
