import { type ActionText, text } from './action-text.ts';

/** What the published rules did about staff by themselves. Neither who nor where: whoever reads the trail need not know. */
export const STAFF_RULE_ACTIONS: Readonly<Record<string, ActionText>> = {
  'staff-flag-raised': text(
    'Mengusulkan menurut aturan',
    'Proposed by a rule',
    'Aturan “{rule}” mengusulkan satu hal tentang seorang pegawai.',
    'The rule “{rule}” made a proposal about a member of staff.',
  ),
  'staff-flag-withdrawn': text(
    'Menarik usulan',
    'Proposal withdrawn',
    'Usulan menurut aturan “{rule}” ditarik, karena data yang mendasarinya dikoreksi.',
    'A proposal by the rule “{rule}” was withdrawn, because the records it rested on were corrected.',
  ),
  'staff-flag-facts-changed': text(
    'Memberi tahu perubahan data',
    'Told of changed records',
    'Pejabat yang memutuskan diberi tahu bahwa data yang mendasari usulan menurut aturan “{rule}” dikoreksi.',
    'The deciding official was told that the records behind a proposal by the rule “{rule}” were corrected.',
  ),
  'staff-flag-expired': text(
    'Mengakhiri masa berlaku usulan',
    'Proposal expired',
    'Masa berlaku usulan menurut aturan “{rule}” berakhir.',
    'A proposal by the rule “{rule}” expired.',
  ),
};
