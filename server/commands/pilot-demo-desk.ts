import type { DemoHand } from '../../db/seeds/demo/demo-hand.ts';
import type { DemoPilotDesk } from '../../db/seeds/demo/pilot-desk.ts';
import {
  reportOnMilestone,
  signMilestoneOff,
} from '../features/pilots/milestones/milestone-reports.repository.ts';
import { changeMilestonePlan, insertMilestone } from '../features/pilots/milestones/milestones.repository.ts';
import type { PilotDesk } from '../features/pilots/pilot-deps.ts';
import { insertProgramme } from '../features/pilots/programmes/programmes.repository.ts';
import { endObstacle, insertObstacle } from '../features/pilots/surroundings/obstacles.repository.ts';
import {
  insertDocument,
  insertTraining,
  insertVisit,
  writePoint,
} from '../features/pilots/surroundings/surroundings.repository.ts';

/** What the demo's posts do about pilots, by the code of the screens. */
export function pilotDemoDesk(deskOf: (hand: DemoHand) => PilotDesk): DemoPilotDesk {
  return {
    open: (hand, programme) => insertProgramme(deskOf(hand), programme),
    addMilestone: (hand, programme, milestone) => insertMilestone(deskOf(hand), programme, milestone),
    replan: (hand, programme, milestone, plan, reason) =>
      changeMilestonePlan(deskOf(hand), programme, milestone, plan, reason),
    report: (hand, programme, milestone, report, signers) =>
      reportOnMilestone(deskOf(hand), programme, milestone, report, signers),
    sign: (hand, programme, milestone, reporter) =>
      signMilestoneOff(deskOf(hand), programme, milestone, reporter),
    addObstacle: (hand, programme, obstacle) => insertObstacle(deskOf(hand), programme, obstacle),
    resolveObstacle: (hand, programme, { id, kind, owner, help }, solved) =>
      endObstacle(
        deskOf(hand),
        programme,
        { id, kind, ownerPost: owner.post, helpPost: help?.post ?? null },
        solved,
      ),
    addDocument: (hand, programme, document) => insertDocument(deskOf(hand), programme, document),
    addVisit: (hand, programme, visit) => insertVisit(deskOf(hand), programme, visit),
    savePoint: (hand, programme, point) => writePoint(deskOf(hand), programme, point),
    addTraining: (hand, programme, training) => insertTraining(deskOf(hand), programme, training),
  };
}
