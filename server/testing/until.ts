/**
 * Waits until something holds that others bring about: a job, a mail, another process.
 * @param what for whoever reads the failure @throws Error when it does not hold in time
 */
export async function until(
  holds: () => boolean | Promise<boolean>,
  patienceMs = 20_000,
  what = 'it',
): Promise<void> {
  const end = performance.now() + patienceMs;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`${what} never came`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
