/** The product in a process of its own, without a web server: specs kill it in the middle of a job or of a mail. */
import { compose } from '../compose.ts';
import { clockAt } from '../platform/clock.ts';

export interface JobProcessOptions {
  readonly url: string;
  readonly dataDir: string;
  /** ISO instant the clock stands at. */
  readonly now: string;
  /** Set: the process looks after subscriptions and alerts too, and sends their mails. */
  readonly mail?: { readonly url: string; readonly from: string; readonly publicUrl: string };
}

const options = JSON.parse(process.argv[2] ?? '{}') as JobProcessOptions;
const now = new Date(options.now);
const { mail } = options;
const product = await compose({
  url: options.url,
  dataDir: options.dataDir,
  clientDir: null,
  sessionSecret: 'rahasia-uji',
  demo: false,
  clock: (zone) => clockAt(now, zone),
  rounds: mail !== undefined,
  ...(mail === undefined ? {} : { mail, publicUrl: mail.publicUrl, deliveryRoundMs: 200 }),
  jobs: { pollSeconds: 1, superviseSeconds: 1, heartbeatSeconds: 10, pauseSeconds: 1 },
});
process.once('SIGTERM', () => void product.stop().then(() => process.exit(0)));
await product.start();
