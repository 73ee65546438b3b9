/**
 * What a notice says, by kind, in both languages. A `{name}` is filled from the notice's parameters. Nothing in a
 * sentence may tell more than its receiver may know: a proposal about a member of staff names nobody but to the one
 * who must act on it.
 */
export const NOTICE_SENTENCES = {
  'disposition-received': {
    id: 'Disposisi dari {from}: {about}',
    en: 'Disposition from {from}: {about}',
  },
  'disposition-reported': {
    id: '{to} melaporkan disposisi sudah dikerjakan: {about}',
    en: '{to} reports a disposition as done: {about}',
  },
  'disposition-sent-back': {
    id: '{from} mengembalikan disposisi untuk dikerjakan lagi: {about}',
    en: '{from} sent a disposition back: {about}',
  },
  'reminder-received': {
    id: 'Pengingat dari {from}: {about}',
    en: 'Reminder from {from}: {about}',
  },
  'commitment-received': {
    id: 'Keputusan rapat {meeting}: {about}',
    en: 'Decision of the meeting of {meeting}: {about}',
  },
  'milestone-to-sign': {
    id: '{programme}: tonggak “{milestone}” dilaporkan selesai dan menunggu pengesahan.',
    en: '{programme}: milestone “{milestone}” is reported as done and waits to be signed off.',
  },
  'milestone-signed': {
    id: '{programme}: tonggak “{milestone}” disahkan oleh {by}.',
    en: '{programme}: milestone “{milestone}” was signed off by {by}.',
  },
  'obstacle-help-asked': {
    id: '{programme}: bantuan diminta untuk hambatan {kind}: {asked}',
    en: '{programme}: help is asked for an obstacle ({kind}): {asked}',
  },
  'obstacle-resolved': {
    id: '{programme}: hambatan {kind} sudah teratasi.',
    en: '{programme}: an obstacle ({kind}) is resolved.',
  },
  'document-ending': {
    id: '{programme}: masa berlaku {document} berakhir {on}.',
    en: '{programme}: {document} is valid until {on}.',
  },
  'flag-to-explain': {
    id: 'Ada usulan tentang Anda ({rule}). Anda yang pertama melihatnya; beri penjelasan paling lambat {until}.',
    en: 'There is a proposal about you ({rule}). You are the first to see it; explain until {until}.',
  },
  'flag-raised-reward': {
    id: 'Anda diusulkan menerima apresiasi ({rule}).',
    en: 'You are proposed for appreciation ({rule}).',
  },
  'flag-to-review': {
    id: 'Usulan tentang pegawai di unit Anda menunggu telaah ({rule}).',
    en: 'A proposal about staff of your unit waits for your review ({rule}).',
  },
  'flag-to-decide': {
    id: 'Usulan tentang seorang pegawai menunggu keputusan ({rule}).',
    en: 'A proposal about a member of staff waits for a decision ({rule}).',
  },
  'flag-decided': {
    id: 'Usulan tentang Anda sudah diputuskan ({rule}).',
    en: 'The proposal about you was decided ({rule}).',
  },
  'flag-withdrawn': {
    id: 'Usulan ({rule}) ditarik: data yang mendasarinya dikoreksi.',
    en: 'A proposal ({rule}) was withdrawn: the records it rested on were corrected.',
  },
  'flag-facts-changed': {
    id: 'Data yang mendasari keputusan atas suatu usulan ({rule}) dikoreksi; periksa kembali.',
    en: 'Records behind a decided proposal ({rule}) were corrected; look at it again.',
  },
  'finding-opened': {
    id: 'Temuan {source} nomor {number}: {count} rekomendasi untuk unit Anda, tenggat {due}.',
    en: '{source} finding {number}: {count} recommendations for your unit, due {due}.',
  },
  'recommendation-to-verify': {
    id: '{unit} melaporkan tindak lanjut atas rekomendasi {number}; menunggu verifikasi.',
    en: '{unit} reported on recommendation {number}; it waits for verification.',
  },
  'recommendation-to-decide': {
    id: 'Rekomendasi {number} diverifikasi {status}; catat keputusan {decider} dengan suratnya.',
    en: 'Recommendation {number} was verified as {status}; record the decision of {decider} with its letter.',
  },
  'recommendation-found-short': {
    id: 'Verifikasi rekomendasi {number}: {status}. Lengkapi tindak lanjutnya sebelum {due}.',
    en: 'Recommendation {number} was verified as {status}. Complete what was done before {due}.',
  },
  'recommendation-decided': {
    id: 'Rekomendasi {number} diputuskan {status} ({letter}).',
    en: 'Recommendation {number} was decided {status} ({letter}).',
  },
  'recommendation-returned': {
    id: 'Rekomendasi {number} belum sesuai; tenggat baru {due}.',
    en: 'Recommendation {number} is not met yet; new date {due}.',
  },
  'recommendation-blocked': {
    id: '{unit} menyatakan tindak lanjut rekomendasi {number} tertahan di unit Anda: {reason}',
    en: '{unit} says that recommendation {number} waits for your unit: {reason}',
  },
  'recommendation-due': {
    id: 'Rekomendasi {number} jatuh tempo {due}.',
    en: 'Recommendation {number} falls due {due}.',
  },
  'recommendation-late': {
    id: 'Rekomendasi {number} lewat tenggat sejak {due}.',
    en: 'Recommendation {number} is past its date of {due}.',
  },
  'innovation-to-review': {
    id: 'Inovasi “{innovation}” dari {unit} menunggu telaah Anda.',
    en: 'The innovation “{innovation}” of {unit} waits for your review.',
  },
  'innovation-returned': {
    id: 'Naskah inovasi “{innovation}” dikembalikan: {reason}',
    en: 'The draft of the innovation “{innovation}” was sent back: {reason}',
  },
  'innovation-published': {
    id: 'Inovasi “{innovation}” sudah terbit (versi {version}).',
    en: 'The innovation “{innovation}” is published (version {version}).',
  },
  'innovation-to-confirm': {
    id: 'Apakah inovasi “{innovation}” masih berjalan? Terakhir dinyatakan {since}.',
    en: 'Is the innovation “{innovation}” still running? Last confirmed {since}.',
  },
  'innovation-asleep': {
    id: 'Inovasi “{innovation}” tercatat vakum: setahun tanpa kabar sejak {since}. Nyatakan masih berjalan, atau berhenti dengan pelajarannya.',
    en: 'The innovation “{innovation}” is listed as dormant: a year without word since {since}. Say that it runs, or that it stopped and what was learnt.',
  },
  'innovation-adopted': {
    id: '{unit} ({kabupaten}) mengadopsi inovasi “{innovation}”.',
    en: '{unit} ({kabupaten}) is adopting the innovation “{innovation}”.',
  },
  'innovation-adoption-done': {
    id: '{unit} ({kabupaten}) selesai mengadopsi “{innovation}”; hasilnya ada di silsilah.',
    en: '{unit} ({kabupaten}) completed the adoption of “{innovation}”; its result stands in the lineage.',
  },
  'innovation-adoption-stopped': {
    id: '{unit} ({kabupaten}) menghentikan adopsi “{innovation}”; pelajarannya ada di silsilah.',
    en: '{unit} ({kabupaten}) stopped adopting “{innovation}”; what was learnt stands in the lineage.',
  },
  'innovation-followed-new': {
    id: 'Inovasi baru pada masalah yang Anda ikuti: “{innovation}” dari {home}.',
    en: 'A new innovation on a problem you follow: “{innovation}” of {home}.',
  },
  'innovation-followed-version': {
    id: 'Inovasi “{innovation}” yang Anda ikuti diperbarui, kini versi {version}.',
    en: 'The innovation “{innovation}” that you follow was updated and is now version {version}.',
  },
  'innovation-followed-stopped': {
    id: 'Inovasi “{innovation}” yang Anda ikuti berhenti sejak {on}.',
    en: 'The innovation “{innovation}” that you follow stopped on {on}.',
  },
  'innovation-followed-question': {
    id: '{by} bertanya tentang inovasi “{innovation}” yang Anda ikuti.',
    en: '{by} asked about the innovation “{innovation}” that you follow.',
  },
  'innovation-followed-answer': {
    id: '{by} menjawab pertanyaan tentang inovasi “{innovation}” yang Anda ikuti.',
    en: '{by} answered a question about the innovation “{innovation}” that you follow.',
  },
  'innovation-asked': {
    id: '{by} bertanya tentang inovasi “{innovation}” dan menunggu jawaban Anda.',
    en: '{by} asked about the innovation “{innovation}” and waits for your answer.',
  },
  'innovation-post-reported': {
    id: 'Tulisan di forum inovasi “{innovation}” dilaporkan dan menunggu keputusan Anda.',
    en: 'A post at the innovation “{innovation}” was reported and waits for your decision.',
  },
  'innovation-post-hidden': {
    id: 'Tulisan Anda di forum inovasi “{innovation}” disembunyikan moderator: {reason}',
    en: 'Your post at the innovation “{innovation}” was hidden by a moderator: {reason}',
  },
  'idea-to-decide': {
    id: 'Gagasan dari {by} menunggu keputusan Anda: {idea}',
    en: 'An idea of {by} waits for your decision: {idea}',
  },
  'idea-tried': {
    id: '{by} memulai uji coba gagasan “{idea}”.',
    en: '{by} put the idea “{idea}” to trial.',
  },
  'idea-applied': {
    id: '{by} menerapkan gagasan “{idea}”; draf inovasinya sudah dibuat.',
    en: '{by} applied the idea “{idea}”; a draft of the innovation was made.',
  },
  'idea-stopped': {
    id: '{by} menghentikan gagasan “{idea}”; pelajarannya tercatat.',
    en: '{by} ended the idea “{idea}”; what was learnt is on record.',
  },
  'delivery-failed-address': {
    id: 'Surel “{told}” tidak terkirim karena alamat surel Anda tidak dapat menerimanya; periksa alamat itu.',
    en: 'The mail “{told}” was not delivered because your address does not take it; check the address.',
  },
  'delivery-failed-here': {
    id: 'Surel “{told}” tidak terkirim karena gangguan di pihak kami; laporannya tetap dapat dibuka di PANDU.',
    en: 'The mail “{told}” was not delivered because of a fault on our side; the report can still be opened in PANDU.',
  },
  'mail-server-failing': {
    id: 'Surel PANDU tidak terkirim: server surel {trouble}. Periksa server surel dan pengaturannya; catatan pengiriman menyebut surel yang tertahan dan yang gagal.',
    en: 'PANDU sends no mail: the mail server {trouble}. Check the mail server and its settings; the delivery log names the mails that wait and those that failed.',
  },
  'subscription-ended-post': {
    id: 'Langganan “{told}” berhenti karena Anda tidak lagi memegang jabatan yang mendasarinya.',
    en: 'The subscription “{told}” ended because you no longer hold the post it rested on.',
  },
  'subscription-ended-rights': {
    id: 'Langganan “{told}” berhenti karena laporan itu tidak lagi dapat dibuka dengan jabatan Anda.',
    en: 'The subscription “{told}” ended because the report can no longer be opened with your post.',
  },
  'idea-reopened': {
    id: '{by} membuka kembali gagasan “{idea}”.',
    en: '{by} took up the idea “{idea}” again.',
  },
  'made-report-ready': {
    id: '{report} siap diunduh di halaman Laporan.',
    en: '{report} is ready on the Reports page.',
  },
  'alert-opened': {
    id: 'Peringatan baru. {unit}: {text}',
    en: 'New alert. {unit}: {text}',
  },
  'alert-escalated': {
    id: 'Peringatan bertambah berat. {unit}: {text}',
    en: 'Alert more serious now. {unit}: {text}',
  },
  'alert-several': {
    id: 'Peringatan: {text}',
    en: 'Alerts: {text}',
  },
  'alert-opening': {
    id: 'Pemantauan dimulai: {text}',
    en: 'Watching has begun: {text}',
  },
  'alert-reminded': {
    id: 'Masih berlangsung. {unit}: {text}',
    en: 'Still going on. {unit}: {text}',
  },
  'alert-recovered': {
    id: 'Sudah pulih. {unit}: {text}',
    en: 'Recovered. {unit}: {text}',
  },
} as const satisfies Record<string, { id: string; en: string }>;

export type NoticeKind = keyof typeof NOTICE_SENTENCES;
export const NOTICE_KINDS = Object.keys(NOTICE_SENTENCES) as NoticeKind[];

/**
 * What fills a sentence; dates as `2026-11-20`, written out when the sentence is made. Words that differ between the
 * languages stand under `name.id` and `name.en`.
 */
export type NoticeParams = Readonly<Record<string, string | number>>;

/**
 * The sentence of a notice. An unknown kind (of a later version) or a parameter that is missing leaves no braces behind.
 * @param write how a value is written in the language, e.g. a date
 */
export function noticeSentence(
  kind: string,
  params: NoticeParams,
  language: 'id' | 'en',
  write: (value: string | number) => string = String,
): string {
  const template = (NOTICE_SENTENCES as Record<string, { id: string; en: string } | undefined>)[kind];
  if (template === undefined) return '';
  return template[language].replaceAll(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = params[`${name}.${language}`] ?? params[name];
    return value === undefined ? '–' : write(value);
  });
}
