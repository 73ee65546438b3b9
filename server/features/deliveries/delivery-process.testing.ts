/** The product in a process of its own, without a web server: a spec kills it in the middle of a job. */
import { compose } from '../../compose.ts';
import { clockAt } from '../../platform/clock.ts';

export interface DeliveryProcessOptions {
  readonly url: string;
  readonly dataDir: string;
  readonly smtpUrl: string;
  readonly from: string;
  readonly publicUrl: string;
  /** ISO instant the clock stands at. */
  readonly now: string;
}

const options = JSON.parse(process.argv[2] ?? '{}') as DeliveryProcessOptions;
const now = new Date(options.now);
const product = await compose({
  url: options.url,
  dataDir: options.dataDir,
  clientDir: null,
  sessionSecret: 'rahasia-uji',
  demo: false,
  clock: (zone) => clockAt(now, zone),
  publicUrl: options.publicUrl,
  mail: { url: options.smtpUrl, from: options.from },
  deliveryRoundMs: 200,
  jobs: { pollSeconds: 1, superviseSeconds: 1, heartbeatSeconds: 10, pauseSeconds: 1 },
});
process.once('SIGTERM', () => void product.stop().then(() => process.exit(0)));
await product.start();
