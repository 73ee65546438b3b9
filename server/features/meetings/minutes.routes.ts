import type { IRouter } from 'express';
import { readMinutes, readMinutesFile } from '#contract/reports/meetings';
import type { ReportDocument } from '#contract/reports/report-document';
import type { RouteDescriptor } from '#contract/route';
import { minutesDocument } from '../../../reports/definitions/notulen-rapat/minutes-document.ts';
import { recordExport } from '../../platform/audit/record-export.ts';
import { readInScope } from '../../platform/database/scoped.ts';
import { attachmentHeader } from '../../platform/http/attachment.ts';
import { bindRoute, type RouteCall } from '../../platform/http/bind-route.ts';
import { ProblemException } from '../../platform/http/problem-error.ts';
import { addressOf } from '../../platform/http/request-address.ts';
import { knownMeeting, readerOf } from './known-meeting.ts';
import { meetingAnswer } from './meeting-answers.ts';
import type { MeetingDeps } from './meeting-deps.ts';
import { writeDocx } from './minutes-docx.ts';

const TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** Minutes of closed meetings: on the screen, as PDF, and as a file that Word opens. */
export function minutesRoutes(router: IRouter, deps: MeetingDeps): void {
  bindRoute(router, readMinutes, (call) => minutesOf(deps, call, call.params.id));

  bindRoute(router, readMinutesFile, async (call) => {
    const { params, query, person, request, response } = call;
    const document = await minutesOf(deps, call, params.id);
    const file = query.format === 'pdf' ? await deps.sources.writePdf(document) : await writeDocx(document);
    const name = `notulen-${document.unit}-${document.period.from}.${query.format}`;
    await recordExport(
      deps.database,
      deps.audit,
      { person, address: addressOf(request) },
      {
        action: 'export-minutes',
        subject: `meetings/${params.id}`,
        details: { unit: document.unit, heldOn: document.period.from, format: query.format },
      },
    );
    response.set({
      'Content-Type': TYPES[query.format],
      'Content-Length': String(file.length),
      'Content-Disposition': attachmentHeader(name),
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, no-store',
    });
    response.end(file);
    return undefined;
  });
}

/** @throws ProblemException 404 for others' meetings, 409 while there are no minutes yet */
async function minutesOf(
  deps: MeetingDeps,
  { person, language }: RouteCall<RouteDescriptor>,
  id: string,
): Promise<ReportDocument> {
  const reader = readerOf(deps, person, language);
  const { timeZone } = reader.scope;
  return readInScope(deps.database, reader.scope, async (transaction) => {
    const { meeting, units } = await knownMeeting(transaction, reader, id);
    if (meeting.state !== 'closed') throw new ProblemException(409, 'meeting-not-closed');
    return minutesDocument({
      meeting: await meetingAnswer(transaction, meeting, units, reader),
      dataVersion: meeting.data_version ?? 0,
      definitionsVersion: meeting.definitions_version ?? '',
      letterhead: await deps.sources.letterhead(transaction, meeting.unit_code),
      language,
      demo: meeting.demo,
      link: deps.publicUrl === null ? null : `${deps.publicUrl}/rapat/${id}`,
      madeAt: deps.clock(timeZone).now,
      timeZone,
    });
  });
}
