import type express from 'express';
import type { Logger } from 'pino';
import { awardDraftRoutes } from './features/innovations/award-drafts/award-drafts.routes.ts';
import { followRoutes } from './features/innovations/forum/follows.routes.ts';
import { forumRoutes } from './features/innovations/forum/forum.routes.ts';
import { moderationRoutes } from './features/innovations/forum/moderation.routes.ts';
import { adoptionRoutes } from './features/innovations/adoption/adoption.routes.ts';
import { ideaRoutes } from './features/innovations/ideas/ideas.routes.ts';
import { catalogueRoutes } from './features/innovations/catalogue/catalogue.routes.ts';
import { proofRoutes } from './features/innovations/proof/proof.routes.ts';
import { publicCatalogueRoutes } from './features/innovations/public/public-catalogue.routes.ts';
import { sharingRoutes } from './features/innovations/sharing/sharing.routes.ts';
import { writingRoutes } from './features/innovations/writing/writing.routes.ts';
import { contextForAll } from './features/overview/context-for-all.ts';
import { summarise } from './features/overview/overview-service.ts';
import { contextOfPerson } from './features/overview/context-of-person.ts';
import type { OverviewDeps } from './features/overview/overview.routes.ts';
import type { AuditLog } from './platform/audit/audit-log.repository.ts';
import type { ClockSource } from './platform/clock.ts';
import type { Database } from './platform/database/pool.ts';
import { measureProof } from './measure-sources.ts';

export interface InnovationDeps {
  readonly database: Database;
  readonly clock: ClockSource;
  readonly audit: AuditLog;
  readonly log: Logger;
  /** Origin of the links in feeds and public pages; null when it is not set. */
  readonly publicUrl: string | null;
}

/** Innovations with what they need of the figures: measured proofs, an adopter's measures, a draft's facts. */
export function innovationRoutes(router: express.Router, deps: InnovationDeps, overview: OverviewDeps): void {
  const { database, clock } = deps;
  const innovations = { database, clock, audit: deps.audit };
  writingRoutes(router, innovations);
  catalogueRoutes(router, innovations);
  publicCatalogueRoutes(router, { database, clock, publicUrl: deps.publicUrl });
  sharingRoutes(router, innovations);
  proofRoutes(router, { ...innovations, measure: measureProof });
  adoptionRoutes(router, {
    ...innovations,
    log: deps.log,
    summarise: async (transaction, at, asked) => {
      const context = await contextForAll(transaction, overview, at, { ...asked, service: null });
      return context && summarise(context);
    },
  });
  ideaRoutes(router, innovations);
  forumRoutes(router, { ...innovations, log: deps.log });
  moderationRoutes(router, { ...innovations, log: deps.log });
  followRoutes(router, innovations);
  awardDraftRoutes(router, {
    database,
    clock,
    summarise: async (transaction, asker, selection) =>
      summarise(await contextOfPerson(transaction, overview, asker, selection)),
  });
}
