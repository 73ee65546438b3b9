import { HashingQueue, HashingQueueFull } from './hashing-queue.ts';

describe('the queue of passwords to hash', () => {
  /** Work that ends when it is told to. */
  function heldWork(): { work: () => Promise<string>; end: () => void; begun: () => boolean } {
    let release = (): void => undefined;
    let running = false;
    const held = new Promise<void>((resolve) => (release = resolve));
    return {
      work: async () => {
        running = true;
        await held;
        return 'selesai';
      },
      end: () => release(),
      begun: () => running,
    };
  }
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

  it('runs one after the other and refuses when too many wait', async () => {
    const queue = new HashingQueue({ running: 1, waiting: 1 });
    const [first, second] = [heldWork(), heldWork()];
    const [one, two] = [queue.run(first.work), queue.run(second.work)];
    await expectAsync(queue.run(async () => 'tidak')).toBeRejectedWithError(HashingQueueFull);
    await settle();
    expect([first.begun(), second.begun()]).toEqual([true, false]);
    first.end();
    await settle();
    expect(second.begun()).toBeTrue();
    second.end();
    expect([await one, await two]).toEqual(['selesai', 'selesai']);
  });

  it('lets known people go ahead, also when it is full for others', async () => {
    const queue = new HashingQueue({ running: 1, waiting: 1 });
    const first = heldWork();
    const order: string[] = [];
    const all = [
      queue.run(first.work),
      queue.run(async () => order.push('orang lain')),
      queue.run(async () => order.push('dikenal'), true),
    ];
    first.end();
    await Promise.all(all);
    expect(order).toEqual(['dikenal', 'orang lain']);
  });

  it('goes on after a failure', async () => {
    const queue = new HashingQueue({ running: 1, waiting: 0 });
    await expectAsync(queue.run(() => Promise.reject(new Error('gagal')))).toBeRejectedWithError('gagal');
    expect(await queue.run(async () => 'lagi')).toBe('lagi');
  });
});
