import { TestBed } from '@angular/core/testing';
import { Countdown } from './sign-in-countdown.ts';

describe('the countdown of the sign-in page', () => {
  beforeEach(() => {
    jasmine.clock().install();
    jasmine.clock().mockDate(new Date('2026-11-20T08:00:00Z'));
  });
  afterEach(() => {
    jasmine.clock().uninstall();
  });

  it('counts whole seconds down to nothing, and stays there', () => {
    const countdown = TestBed.runInInjectionContext(() => new Countdown());
    countdown.start(3);
    const seen = [countdown.left()];
    for (let second = 1; second <= 4; second += 1) {
      jasmine.clock().tick(1000);
      seen.push(countdown.left());
    }
    expect(seen).toEqual([3, 2, 1, 0, 0]);
  });

  it('goes by the clock after a sleep', () => {
    const countdown = TestBed.runInInjectionContext(() => new Countdown());
    countdown.start(60);
    jasmine.clock().mockDate(new Date('2026-11-20T08:00:50Z'));
    jasmine.clock().tick(1000);
    expect(countdown.left()).toBe(9);
  });

  it('begins anew, and can be stopped', () => {
    const countdown = TestBed.runInInjectionContext(() => new Countdown());
    countdown.start(10);
    countdown.start(5);
    jasmine.clock().tick(2000);
    expect(countdown.left()).toBe(3);
    countdown.stop();
    expect(countdown.left()).toBe(0);
  });
});
