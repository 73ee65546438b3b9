import type { Role } from '../permissions.ts';
import { UnitTree } from '../unit-tree.ts';
import { readerOfRole, readersOfUnit, rightsKey } from './figure-reader.ts';

const unit = (code: string, parentCode: string | null) => ({
  code,
  name: code,
  kind: parentCode === null ? 'kabupaten' : 'kecamatan',
  parentCode,
  validFrom: '2020-01-01',
  validTo: null,
});
const UNITS = new UnitTree([unit('64.02', null), unit('64.02.07', '64.02'), unit('64.02.07.1', '64.02.07')]);

describe('the readers of frozen figures', () => {
  it('share a key exactly where they see the same', () => {
    const key = (role: Role, root = '64.02') => rightsKey(readerOfRole(role, root));
    expect(key('bupati')).toBe('64.02 services+complaints+surveys');
    expect(key('sekda')).toBe(key('bupati'));
    // Complaints of suspected abuse are for the Inspektorat alone.
    expect(key('inspektorat')).toBe('64.02 services+complaints+surveys oversight');
    expect(key('diskominfo')).toBe('64.02 complaints ladder');
    expect(key('organisasi')).toBe('64.02 surveys');
    expect(key('camat', '64.02.07')).toBe('64.02.07 services+complaints+surveys peers');
    expect(key('camat', '64.02.07')).toBe(key('kepala-skpd', '64.02.07'));
    expect(key('petugas', '64.02.07')).toBe('64.02.07 services+complaints+surveys');
    expect(key('camat', '64.02.07')).not.toBe(key('camat', '64.02.08'));
  });

  it('of the kabupaten are those who see all of it', () => {
    expect(readersOfUnit(UNITS, '64.02', '64.02').map(rightsKey).toSorted()).toEqual([
      '64.02 complaints ladder',
      '64.02 services+complaints+surveys',
      '64.02 services+complaints+surveys oversight',
      '64.02 surveys',
    ]);
  });

  it('of a unit are these, those of the unit, and those of the units above it', () => {
    expect(readersOfUnit(UNITS, '64.02.07.1', '64.02').map(rightsKey).toSorted()).toEqual([
      '64.02 complaints ladder',
      '64.02 services+complaints+surveys',
      '64.02 services+complaints+surveys oversight',
      '64.02 surveys',
      '64.02.07 services+complaints+surveys',
      '64.02.07 services+complaints+surveys peers',
      '64.02.07.1 services+complaints+surveys',
      '64.02.07.1 services+complaints+surveys peers',
    ]);
  });
});
