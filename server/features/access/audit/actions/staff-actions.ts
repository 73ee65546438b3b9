import { type ActionText, text } from './action-text.ts';

/** Proposals about staff. None of these sentences names the person: the trail is read by others than the proposal. */
export const STAFF_ACTIONS: Readonly<Record<string, ActionText>> = {
  'staff-flag-explained': text(
    'Penjelasan pegawai',
    'Explanation given',
    'Pegawai memberi penjelasan atas suatu usulan.',
    'The member of staff explained a proposal.',
  ),
  'staff-flag-reviewed': text(
    'Menelaah usulan pegawai',
    'Proposal reviewed',
    'Menelaah suatu usulan tentang pegawai.',
    'Reviewed a proposal about a member of staff.',
  ),
  'staff-flag-confirmed': text(
    'Menguatkan usulan pegawai',
    'Proposal confirmed',
    'Memutuskan suatu usulan tentang pegawai: dikuatkan.',
    'Decided on a proposal about a member of staff: confirmed.',
  ),
  'staff-flag-dismissed': text(
    'Mengesampingkan usulan pegawai',
    'Proposal dismissed',
    'Memutuskan suatu usulan tentang pegawai: dikesampingkan.',
    'Decided on a proposal about a member of staff: dismissed.',
  ),
  'staff-rule-set': text(
    'Mengatur aturan kepegawaian',
    'Staff rule set',
    'Mengatur aturan “{rule}”[ menurut {legalBasis}].',
    'Set the rule “{rule}”[ according to {legalBasis}].',
  ),
  'staff-rule-switched-off': text(
    'Mematikan aturan kepegawaian',
    'Staff rule switched off',
    'Mematikan aturan “{rule}”[ menurut {legalBasis}].',
    'Switched the rule “{rule}” off[ according to {legalBasis}].',
  ),
  'staff-added': text(
    'Menambah pegawai',
    'Staff added',
    'Menambah seorang pegawai {unit} ke daftar pegawai.',
    'Added a member of staff of {unit} to the register.',
  ),
  'staff-changed': text(
    'Memperbaiki keterangan pegawai',
    'Staff corrected',
    'Memperbaiki {fields} keterangan seorang pegawai.',
    'Corrected {fields} details of a member of staff.',
  ),
  'remote-post-added': text(
    'Menambah pos terpencil',
    'Remote post added',
    'Menambah pos terpencil {unit} sejak {from} menurut {legalBasis}.',
    'Added a remote post of {unit} from {from}, according to {legalBasis}.',
  ),
  'remote-post-ended': text(
    'Mengakhiri pos terpencil',
    'Remote post ended',
    'Mengakhiri pos terpencil {unit} per {to}.',
    'Ended a remote post of {unit} as of {to}.',
  ),
  'outage-recorded': text(
    'Mencatat gangguan sistem',
    'Outage recorded',
    'Mencatat gangguan {system} dari {from} sampai {to}.',
    'Recorded an outage of {system} from {from} to {to}.',
  ),
  'trial-period-set': text(
    'Mengatur masa uji',
    'Trial period set',
    'Mengatur masa uji berakhir {to}, karena: {reason}.',
    'Set the trial period to end on {to}, because: {reason}.',
  ),
  'conduct-examined': text(
    'Mencatat hasil pemeriksaan perilaku',
    'Examination of conduct recorded',
    'Mencatat hasil pemeriksaan atas {subject}.',
    'Recorded the outcome of an examination of {subject}.',
  ),
};
