import type { Language } from '#contract/messages';
import { ACCOUNT_ACTIONS } from './actions/account-actions.ts';
import type { ActionText } from './actions/action-text.ts';
import { ADOPTION_ACTIONS } from './actions/adoption-actions.ts';
import { ALERT_ACTIONS } from './actions/alert-actions.ts';
import { COMPLAINT_ACTIONS } from './actions/complaint-actions.ts';
import { DATA_ACTIONS } from './actions/data-actions.ts';
import { DELIVERY_ACTIONS } from './actions/delivery-actions.ts';
import { FINDING_ACTIONS } from './actions/finding-actions.ts';
import { EVIDENCE_ACTIONS } from './actions/evidence-actions.ts';
import { FORUM_ACTIONS } from './actions/forum-actions.ts';
import { IDEA_ACTIONS } from './actions/idea-actions.ts';
import { INNOVATION_ACTIONS } from './actions/innovation-actions.ts';
import { INSPECTION_ACTIONS } from './actions/inspection-actions.ts';
import { INSTALLATION_ACTIONS } from './actions/installation-actions.ts';
import { LEADERSHIP_ACTIONS } from './actions/leadership-actions.ts';
import { LETTERHEAD_ACTIONS } from './actions/letterhead-actions.ts';
import { MEETING_ACTIONS } from './actions/meeting-actions.ts';
import { PEOPLE_ACTIONS } from './actions/people-actions.ts';
import { PILOT_ACTIONS } from './actions/pilot-actions.ts';
import { SHEET_ACTIONS } from './actions/sheet-actions.ts';
import { SIGNAL_ACTIONS } from './actions/signal-actions.ts';
import { SNAPSHOT_ACTIONS } from './actions/snapshot-actions.ts';
import { STAFF_ACTIONS } from './actions/staff-actions.ts';
import { STAFF_RULE_ACTIONS } from './actions/staff-rule-actions.ts';
import { STRUCTURE_ACTIONS } from './actions/structure-actions.ts';

/** Every action that has a sentence; an action that is missing here is shown by its code. */
export const ACTIONS: ReadonlyMap<string, ActionText> = new Map(
  Object.entries({
    ...DATA_ACTIONS,
    ...INSTALLATION_ACTIONS,
    ...ACCOUNT_ACTIONS,
    ...PEOPLE_ACTIONS,
    ...COMPLAINT_ACTIONS,
    ...SIGNAL_ACTIONS,
    ...LEADERSHIP_ACTIONS,
    ...PILOT_ACTIONS,
    ...FINDING_ACTIONS,
    ...STAFF_ACTIONS,
    ...STAFF_RULE_ACTIONS,
    ...STRUCTURE_ACTIONS,
    ...INSPECTION_ACTIONS,
    ...EVIDENCE_ACTIONS,
    ...INNOVATION_ACTIONS,
    ...ADOPTION_ACTIONS,
    ...IDEA_ACTIONS,
    ...FORUM_ACTIONS,
    ...ALERT_ACTIONS,
    ...DELIVERY_ACTIONS,
    ...MEETING_ACTIONS,
    ...LETTERHEAD_ACTIONS,
    ...SHEET_ACTIONS,
    ...SNAPSHOT_ACTIONS,
  }),
);

/** The label of an action; of an unknown one its code in plain letters. */
export function actionLabel(action: string, language: Language): string {
  const known = ACTIONS.get(action)?.label[language];
  if (known !== undefined) return known;
  const words = action.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The actions whose label or sentence has the word, in either language. */
export function actionsSaying(word: string): string[] {
  const wanted = word.toLowerCase();
  return [...ACTIONS].flatMap(([action, { label, sentence }]) => {
    const said = [label.id, label.en, sentence.id, sentence.en].map((each) => each.replace(/\{\w+\}/g, ' '));
    return said.some((each) => each.toLowerCase().includes(wanted)) ? [action] : [];
  });
}
