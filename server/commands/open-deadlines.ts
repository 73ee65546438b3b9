import type { MoveDeadlines } from '../../db/seeds/reference/seed-reference.ts';
import { moveOpenComplaintDeadlines } from '../features/complaints/move-open-deadlines.repository.ts';
import { moveOpenDeadlines } from '../features/services/derive-cases.repository.ts';

/** Open cases and complaints get the deadline of their calendar's present version; what was judged keeps its verdict. */
export const moveAllOpenDeadlines: MoveDeadlines = async (transaction, kabupaten, calendarCodes) => {
  await moveOpenDeadlines(transaction, kabupaten, calendarCodes, null);
  await moveOpenComplaintDeadlines(transaction, kabupaten, calendarCodes);
};
