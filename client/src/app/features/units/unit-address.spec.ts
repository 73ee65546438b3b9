import { unitWay } from './unit-address.ts';

describe('the address of a unit', () => {
  it('stays where path and selection name the same unit', () => {
    expect(unitWay('64.02.06', '64.02.06', null)).toBe('here');
  });

  it('takes the unit of the path for who comes from elsewhere, whatever was selected there', () => {
    expect(unitWay('64.02.06', '64.02.07', null)).toEqual({ unit: '64.02.06' });
    expect(unitWay('64.02.06', null, { code: '64.02.07', asked: '64.02.07' })).toEqual({ unit: '64.02.06' });
  });

  it('goes to the unit that is chosen on the screen itself', () => {
    expect(unitWay('64.02.06', '64.02.07', { code: '64.02.06', asked: '64.02.06' })).toEqual({
      unit: '64.02.07',
    });
  });

  it('goes home when no unit is left', () => {
    expect(unitWay('64.02.06', null, { code: '64.02.06', asked: '64.02.06' })).toBe('home');
  });
});
