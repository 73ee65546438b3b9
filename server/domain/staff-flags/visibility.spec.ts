import { ROLES, type Capacity, type Role } from '../permissions.ts';
import {
  flagRelation,
  isOpenToOthers,
  seesEveryFlag,
  superiorPosts,
  type FlagAsker,
  type FlagPlace,
  type HeadPost,
} from './visibility.ts';

const head = (id: string, unitCode: string | null, role: Role, ...holders: string[]): HeadPost => ({
  id,
  title: id,
  role,
  unitCode,
  holders,
});
const HEADS = [
  head('camat-a', 'a', 'camat', 'ibu-camat'),
  head('lurah', 'a.1', 'kepala-skpd', 'pak-lurah'),
  head('sekda', null, 'sekda', 'pak-sekda'),
];
const titles = (subject: string | null, ...path: string[]): string[] =>
  superiorPosts(subject, path, HEADS).map(({ title }) => title);

describe('the direct superior', () => {
  it('heads the unit of the person', () => {
    expect(titles('petugas', 'a', 'kab')).toEqual(['camat-a']);
    expect(titles(null, 'a.1', 'a', 'kab')).toEqual(['lurah']);
  });

  it('of who heads the unit is the next one above, and never the person', () => {
    expect(titles('pak-lurah', 'a.1', 'a', 'kab')).toEqual(['camat-a']);
    expect(titles('ibu-camat', 'a', 'kab')).toEqual(['sekda']);
    expect(titles('pak-sekda', 'kab')).toEqual([]);
  });

  it('of a unit without a head is the next one above', () => {
    expect(titles('petugas', 'b', 'kab')).toEqual(['sekda']);
    expect(titles('petugas', 'a.2', 'a', 'kab')).toEqual(['camat-a']);
  });

  it('who stands in above and is the subject too gives way to the next', () => {
    const twice = [
      head('camat-a', 'a', 'camat', 'ibu'),
      head('lurah', 'a.1', 'kepala-skpd', 'ibu'),
      HEADS[2] as HeadPost,
    ];
    expect(superiorPosts('ibu', ['a.1', 'a', 'kab'], twice).map(({ title }) => title)).toEqual(['sekda']);
  });
});

describe('who sees a proposal', () => {
  const flag = (more: Partial<FlagPlace> = {}): FlagPlace => ({
    subject: 'petugas',
    unitCode: 'a',
    explained: false,
    explainUntil: '2026-11-23',
    withdrawnOn: null,
    ...more,
  });
  const asker = (role: Role, more: Partial<FlagAsker> = {}): FlagAsker => ({
    userId: `orang-${role}`,
    role,
    capacity: 'tetap',
    postId: role === 'camat' ? 'camat-a' : role,
    ...more,
  });
  const superiors = [HEADS[0] as HeadPost];
  const relation = (who: FlagAsker, what: FlagPlace, today: string) =>
    flagRelation(who, what, superiors, today);
  const AFTER = '2026-11-24';

  it('the person from the first day; the others once it was explained or the time for it is over', () => {
    expect(isOpenToOthers(flag(), '2026-11-23')).toBe(false);
    expect(isOpenToOthers(flag(), AFTER)).toBe(true);
    expect(isOpenToOthers(flag({ explained: true }), '2026-11-16')).toBe(true);
    expect(relation(asker('petugas', { userId: 'petugas' }), flag(), '2026-11-16')).toBe('subject');
    expect(relation(asker('camat'), flag(), '2026-11-23')).toBeNull();
  });

  it('nobody but the person when it was withdrawn before', () => {
    expect(isOpenToOthers(flag({ withdrawnOn: '2026-11-23' }), '2027-01-01')).toBe(false);
    expect(isOpenToOthers(flag({ withdrawnOn: AFTER }), '2027-01-01')).toBe(true);
  });

  it('superior, Inspektorat and decider, and no other role', () => {
    const seen = ROLES.map((role) => [role, relation(asker(role), flag(), AFTER)]).filter(
      ([, found]) => found !== null,
    );
    expect(seen).toEqual([
      ['camat', 'superior'],
      ['inspektorat', 'inspektorat'],
      ['bkpsdm', 'decider'],
    ]);
    expect(relation(asker('camat', { postId: 'camat-b' }), flag(), AFTER)).toBeNull();
  });

  it('no ajudan and no program, even for who would see it', () => {
    const capacities: (Capacity | null)[] = ['tetap', 'plt', 'plh', 'ajudan', null];
    expect(capacities.map((capacity) => relation(asker('inspektorat', { capacity }), flag(), AFTER))).toEqual(
      ['inspektorat', 'inspektorat', 'inspektorat', null, null],
    );
    expect(relation(asker('petugas', { userId: 'petugas', capacity: 'ajudan' }), flag(), AFTER)).toBeNull();
    expect(relation(asker('bkpsdm', { userId: null }), flag({ subject: null }), AFTER)).toBeNull();
  });

  it('who holds an office is only the subject of what is about them', () => {
    expect(relation(asker('bkpsdm', { userId: 'petugas' }), flag(), AFTER)).toBe('subject');
    expect(relation(asker('inspektorat', { userId: 'petugas' }), flag(), AFTER)).toBe('subject');
  });
});

describe('who sees every proposal', () => {
  it('is the Inspektorat and who decides on staff, not who reads for them, and no program', () => {
    const asker = (role: Role, capacity: Capacity | null = 'tetap'): FlagAsker => ({
      userId: capacity === null ? null : 'x',
      role,
      capacity,
      postId: 'p',
    });
    const roles: Role[] = [
      'bupati',
      'sekda',
      'camat',
      'kepala-skpd',
      'inspektorat',
      'organisasi',
      'bkpsdm',
      'admin',
    ];
    expect(roles.filter((role) => seesEveryFlag(asker(role)))).toEqual(['inspektorat', 'bkpsdm']);
    expect(seesEveryFlag(asker('inspektorat', 'ajudan'))).toBeFalse();
    expect(seesEveryFlag(asker('bkpsdm', null))).toBeFalse();
  });
});
