import { networkOf, OncePer, SignInPace, type Knock } from './sign-in-pace.ts';

describe('the pace of signing in', () => {
  let now: number;
  let pace: SignInPace;
  beforeEach(() => {
    now = Date.UTC(2026, 2, 17);
    pace = new SignInPace(() => now);
  });

  const knock = (values: Partial<Knock> = {}): Knock => ({
    username: 'camat',
    address: '10.1.1.1',
    knownDevice: null,
    ...values,
  });
  /** Seconds to wait, 0 when the (wrong) attempt could be made. */
  const wrong = (values?: Partial<Knock>): number => {
    const attempt = pace.begin(knock(values));
    return typeof attempt === 'number' ? attempt : 0;
  };
  const right = (values?: Partial<Knock>): number => {
    const attempt = pace.begin(knock(values));
    if (typeof attempt === 'number') return attempt;
    attempt.succeed();
    return 0;
  };

  it('lets five mistakes pass, then waits 5, 10, 20 … seconds, a quarter of an hour at most', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map(() => wrong())).toEqual([0, 0, 0, 0, 0, 5, 5]);
    now += 4_999;
    expect(wrong()).toBe(1);
    now += 1;
    expect([wrong(), wrong()]).toEqual([0, 10]);
    now += 10_000;
    expect([wrong(), wrong()]).toEqual([0, 20]);
    const waits: number[] = [];
    for (let round = 0; round < 8; round += 1) {
      now += wrong() * 1000;
      waits.push(wrong(), wrong());
    }
    expect(Math.max(...waits)).toBe(900);
  });

  it('forgets mistakes when the person gets in, and after an hour', () => {
    for (let round = 0; round < 4; round += 1) wrong();
    expect(right()).toBe(0);
    expect([1, 2, 3, 4, 5, 6].map(() => wrong()).slice(0, 5)).toEqual([0, 0, 0, 0, 0]);
    now += 3_600_000;
    expect([wrong(), wrong()]).toEqual([0, 0]);
  });

  it('gives a username at most 100 wrong ones in an hour from unknown devices, whatever the addresses', () => {
    let through = 0;
    for (let second = 0; second < 3600; second += 1) {
      now += 1000;
      if (wrong({ address: `10.2.${second % 250}.${Math.floor(second / 250)}` }) === 0) through += 1;
    }
    expect(through).toBeLessThanOrEqual(100);
    expect(through).toBeGreaterThan(90);
    // After a pause of 40 seconds the person gets in from a new device.
    now += 40_000;
    expect(right({ address: '10.9.9.9' })).toBe(0);
  });

  it('never slows a known device for what others do', () => {
    for (let round = 0; round < 1000; round += 1) wrong({ address: `10.3.${round % 200}.1` });
    expect(right({ address: '10.4.0.1' })).toBeGreaterThan(0);
    expect(right({ knownDevice: 'gawai-ibu' })).toBe(0);
    // Its own mistakes count, and only against itself.
    for (let round = 0; round < 5; round += 1) wrong({ knownDevice: 'gawai-ibu' });
    expect(right({ knownDevice: 'gawai-ibu' })).toBe(5);
    expect(right({ knownDevice: 'gawai-lain' })).toBe(0);
  });

  it('gives an address a ceiling over all usernames', () => {
    const through = Array.from({ length: 300 }, (_, index) => wrong({ username: `nama${index}` }));
    expect(through.filter((wait) => wait === 0).length).toBe(100);
    expect(wrong({ username: 'lain', address: '10.1.1.2' })).toBe(0);
    now += 6_000;
    expect(right({ username: 'lagi' })).toBe(0);
  });

  it('does not count what was right, or neither right nor wrong', () => {
    for (let round = 0; round < 300; round += 1) expect(right()).toBe(0);
    for (let round = 0; round < 300; round += 1) {
      const attempt = pace.begin(knock());
      if (typeof attempt === 'number') fail(`waits ${attempt} s in round ${round}`);
      else attempt.withdraw();
    }
    expect([1, 2, 3, 4, 5, 6].map(() => wrong())).toEqual([0, 0, 0, 0, 0, 5]);
  });

  it('counts attempts that are made at the same time', () => {
    const attempts = Array.from({ length: 50 }, () => pace.begin(knock()));
    expect(attempts.filter((attempt) => typeof attempt !== 'number').length).toBe(5);
  });

  it('takes an IPv6 network for one place', () => {
    expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64');
    expect(networkOf('2001:DB8::1')).toBe('2001:db8:0:0::/64');
    expect(networkOf('::1')).toBe('0:0:0:0::/64');
    expect(networkOf('::ffff:10.1.2.3')).toBe('10.1.2.3');
    expect(networkOf('10.1.2.3')).toBe('10.1.2.3');
  });

  it('records at most once a minute', () => {
    const once = new OncePer(() => now, 60_000);
    expect([once.due('a'), once.due('a'), once.due('b')]).toEqual([true, false, true]);
    now += 60_000;
    expect(once.due('a')).toBeTrue();
  });
});
