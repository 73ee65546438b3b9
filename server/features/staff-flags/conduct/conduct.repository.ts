import { writeInScope } from '../../../platform/database/scoped.ts';
import type { StaffDesk } from '../staff-flags-deps.ts';

export interface NewConductFinding {
  readonly complaint: string;
  readonly staff: string;
  readonly upheld: boolean;
  readonly decidedOn: string;
  readonly letterNumber: string;
  readonly letterOn: string;
  readonly note: string | null;
}

/** Records whether a complaint about conduct was upheld; a later letter takes the place of an earlier one. */
export async function storeConductFinding(desk: StaffDesk, finding: NewConductFinding): Promise<void> {
  const { kabupatenCode } = desk;
  await writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    await transaction('conduct_findings')
      .insert({
        kabupaten_code: kabupatenCode,
        complaint_id: finding.complaint,
        staff_id: finding.staff,
        upheld: finding.upheld,
        decided_on: finding.decidedOn,
        letter_number: finding.letterNumber,
        letter_on: finding.letterOn,
        note: finding.note === '' ? null : finding.note,
        post_title: desk.postTitle,
        created_at: desk.now,
      })
      .onConflict(['kabupaten_code', 'complaint_id', 'staff_id'])
      .merge();
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: 'conduct-examined',
      // Neither whom it is about nor how it ended: the trail is read by others than the finding.
      subject: `complaints/${finding.complaint}`,
      personal: {
        staff: finding.staff,
        outcome: finding.upheld ? 'terbukti' : 'tidak terbukti',
        letter: finding.letterNumber,
        ...(finding.note === null ? {} : { note: finding.note }),
      },
    });
    // A rule rests on it: proposals are looked at again.
    return { result: undefined, changed: true };
  });
}
