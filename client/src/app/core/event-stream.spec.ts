import { reconnectDelay } from './event-stream.ts';

describe('reconnectDelay', () => {
  it('doubles from one second up to a minute', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 20].map(reconnectDelay)).toEqual([
      1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000,
    ]);
  });
});
