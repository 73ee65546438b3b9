import { changeOf, lowestOf, unsurChanges } from './unsur-changes.ts';

describe('unsur beside the period before', () => {
  const now = {
    instrument: 'permenpanrb-14-2017',
    unsur: [
      { code: 'U1', name: 'Persyaratan', mean: 3.25 },
      { code: 'U2', name: 'Sistem, mekanisme, dan prosedur', mean: 3.1 },
    ],
  };

  it('puts the same unsur side by side', () => {
    const before = { ...now, unsur: [{ code: 'U1', name: 'Persyaratan', mean: 3.4 }] };
    expect(unsurChanges(now, before).map((unsur) => unsur.before)).toEqual([3.4, null]);
  });

  it('never compares what two instruments asked under the same code', () => {
    const before = { ...now, instrument: 'permenpanrb-16-2014' };
    expect(unsurChanges(now, before).map((unsur) => unsur.before)).toEqual([null, null]);
    expect(unsurChanges(now, { instrument: null, unsur: [] })[0]?.before).toBeNull();
  });

  it('tells the change between the two numbers that are read', () => {
    // 3.104 reads 3,10 and 3.146 reads 3,15: the change reads −0,05, although it is −0,042.
    expect(changeOf({ mean: 3.104, before: 3.146 })).toBe(-0.05);
    expect(changeOf({ mean: 3.5, before: 3.25 })).toBe(0.25);
    expect(changeOf({ mean: 3.5, before: 3.5 })).toBe(0);
    expect(changeOf({ mean: 3.5, before: null })).toBeNull();
  });

  it('names the lowest, the first of equals', () => {
    expect(lowestOf(now.unsur)?.code).toBe('U2');
    expect(lowestOf(now.unsur.map((unsur) => ({ ...unsur, mean: 3 })))?.code).toBe('U1');
    expect(lowestOf([])).toBeNull();
  });
});
