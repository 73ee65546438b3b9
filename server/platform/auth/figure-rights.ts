import { readsOversightComplaints } from '#domain/complaints/visibility';
import { DETAIL_PERMISSIONS, type DetailRights } from '#domain/suppression/field-groups';
import { may, type Person } from './person.ts';

/** Whose small cells a person may see; a program sees none, because no token can be given the right. */
export function detailRightsOf(person: Person): DetailRights {
  return {
    services: may(person, DETAIL_PERMISSIONS.services),
    complaints: may(person, DETAIL_PERMISSIONS.complaints),
    surveys: may(person, DETAIL_PERMISSIONS.surveys),
  };
}

/** Whether figures count complaints of suspected abuse: only for who could also list them, so for no program. */
export function countsOversight(person: Person): boolean {
  return may(person, 'complaints:read') && readsOversightComplaints(person.role);
}
