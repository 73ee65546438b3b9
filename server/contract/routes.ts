import { readEvents } from './events.ts';
import {
  createImport,
  listImports,
  previewImport,
  readDatasets,
  readImport,
  readRejectedRows,
  readTemplate,
} from './imports.ts';
import { readBreakdown, readMatrix, readSeries, readSummary, readTrends } from './measures.ts';
import { readCalendar, readChannels, readMeasures, readServices, readUnits } from './reference.ts';
import type { RouteDescriptor } from './route.ts';
import { createSession, deleteSession, readSession, readSignInHint, switchRole } from './session.ts';

/** Every route of the API, in the order of the documentation. */
export const ROUTES: readonly RouteDescriptor[] = [
  createSession,
  readSession,
  switchRole,
  deleteSession,
  readSignInHint,
  readUnits,
  readServices,
  readChannels,
  readMeasures,
  readCalendar,
  readSummary,
  readMatrix,
  readTrends,
  readSeries,
  readBreakdown,
  readDatasets,
  readTemplate,
  previewImport,
  createImport,
  listImports,
  readImport,
  readRejectedRows,
  readEvents,
];
