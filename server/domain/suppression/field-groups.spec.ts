import { complaintFigures } from '../complaints/complaint-figures.ts';
import { ikmFigures } from '../ikm/ikm-figures.ts';
import { MEASURES, type JudgedMeasure } from '../measures.ts';
import { turnaroundFigures, volumeFigures } from '../turnaround/service-figures.ts';
import { decidingCounts, isFieldHidden, veilBlock, type CellTallies, type Group } from './field-groups.ts';

const CELL: CellTallies = {
  services: {
    received: 41,
    completed: 42,
    rejected: 6,
    cancelled: 7,
    open: 43,
    lateEntries: 9,
    due: 44,
    dueMet: 40,
    overdue: 8,
    promised: 45,
    withinStandard: 30,
    visitsKnown: 46,
    singleVisit: 20,
    preparedKnown: 30,
    preparedOnline: 10,
    citizen: { 100: 42 },
    official: { 90: 42 },
    onSite: { 80: 20 },
  },
  complaints: {
    received: 51,
    valid: 50,
    followedUp: 49,
    resolved: 48,
    judged: 47,
    inTime: 45,
    overdue: 9,
    reopened: 8,
    responded: 46,
    escalated: 7,
    durations: { 100: 48 },
    official: { 90: 48 },
    response: { 80: 46 },
  },
  surveys: [
    {
      instrument: 'permenpanrb-14-2017',
      respondents: 61,
      totals: [183, 183, 183, 183, 183, 183, 183, 183, 183],
    },
    {
      instrument: 'permenpanrb-16-2014',
      respondents: 62,
      totals: [186, 186, 186, 186, 186, 186, 186, 186, 186],
    },
  ],
};
const BLOCKS: Readonly<Record<JudgedMeasure, object>> = {
  volume: volumeFigures(CELL.services),
  turnaround: turnaroundFigures(CELL.services),
  complaints: complaintFigures(CELL.complaints),
  ikm: ikmFigures(CELL.surveys, 42),
};
const MAIN: Readonly<Record<JudgedMeasure, Group>> = {
  volume: 'services',
  turnaround: 'services',
  complaints: 'complaints',
  ikm: 'surveys',
};

describe('figures that are hidden together', () => {
  it('leave nothing of a block whose cell is hidden, whatever figure is added to it', () => {
    for (const measure of ['volume', 'turnaround', 'complaints', 'ikm'] as const) {
      const { suppressed, ...veiled } = veilBlock(measure, BLOCKS[measure], new Set([MAIN[measure]]));
      expect(suppressed).toBeTrue();
      const told = Object.entries(veiled).filter(
        ([name, value]) => name !== 'approximate' && value !== null && JSON.stringify(value) !== '[]',
      );
      expect(told).withContext(measure).toEqual([]);
      for (const field of MEASURES[measure].fields)
        expect(isFieldHidden(measure, field.id, new Set([MAIN[measure]])))
          .withContext(field.id)
          .toBeTrue();
    }
  });

  it('take along what they could be worked out from, and leave the rest', () => {
    const complaints = veilBlock('complaints', BLOCKS.complaints, new Set<Group>(['complaints-state']));
    // Open complaints are valid less resolved ones.
    expect(complaints).toEqual(
      jasmine.objectContaining({ received: 51, valid: 50, resolved: null, open: null, suppressed: true }),
    );
    const visits = veilBlock('turnaround', BLOCKS.turnaround, new Set<Group>(['services-visits']));
    expect(visits).toEqual(jasmine.objectContaining({ visitsKnown: null, sameVisitShare: null, due: 44 }));
    expect(visits).toEqual(jasmine.objectContaining({ medianOnSiteMinutes: null, overdue: 8 }));
    // One person's time is hidden, that there was one visit of so many is not.
    const onSite = veilBlock('turnaround', BLOCKS.turnaround, new Set<Group>(['services-on-site']));
    expect(onSite).toEqual(
      jasmine.objectContaining({ medianOnSiteMinutes: null, visitsKnown: 46, singleVisit: 20 }),
    );
    // Respondents divided by the participation are the people served.
    const ikm = veilBlock('ikm', BLOCKS.ikm, new Set<Group>(['services']));
    expect(ikm).toEqual(
      jasmine.objectContaining({ respondents: 61, participationShare: null, requiredRespondents: null }),
    );
    expect(veilBlock('volume', BLOCKS.volume, new Set<Group>())).toBe(BLOCKS.volume);
    expect(veilBlock('volume', BLOCKS.volume, new Set<Group>(['complaints']))).toBe(BLOCKS.volume);
  });

  it('are decided by the records behind them', () => {
    expect(decidingCounts('services', CELL)).toEqual([41, 42, 44]);
    expect(decidingCounts('services-rest', CELL)).toEqual([6, 7, 43]);
    expect(decidingCounts('services-on-site', CELL)).toEqual([20]);
    expect(decidingCounts('services-prepared', CELL)).toEqual([30]);
    expect(decidingCounts('services-overdue', CELL)).toEqual([43]);
    expect(decidingCounts('complaints', CELL)).toEqual([51, 50]);
    // Resolved, judged, overdue, 50 − 48 open, and answered in substance.
    expect(decidingCounts('complaints-state', CELL)).toEqual([48, 47, 9, 2, 46]);
    // Every instrument by itself, the oldest first: none of 2004.
    expect(decidingCounts('surveys', CELL)).toEqual([0, 62, 61]);
  });
});
