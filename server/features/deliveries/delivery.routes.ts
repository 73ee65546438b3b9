import type { IRouter } from 'express';
import { deliver } from './deliver.ts';
import { DELIVER, type DeliveryDeps, type DeliveryJob } from './delivery-deps.ts';
import { deliveryLogRoutes } from './delivery-log.routes.ts';
import { mailAddressRoutes } from './mail-address.routes.ts';
import { subscriptionRoutes } from './subscription.routes.ts';
import { unsubscribeRoutes } from './unsubscribe.routes.ts';

/** Reports and news by e-mail: subscriptions, addresses, the log, and the job that sends. */
export function deliveryRoutes(router: IRouter, deps: DeliveryDeps): void {
  subscriptionRoutes(router, deps);
  mailAddressRoutes(router, deps);
  deliveryLogRoutes(router, deps);
  unsubscribeRoutes(router, deps);
  if (deps.mailer !== null) deps.jobs.work<DeliveryJob>(DELIVER, (call) => deliver(deps, call));
}
