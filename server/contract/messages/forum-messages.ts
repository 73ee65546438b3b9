/** The forum at shared innovations. */
export const FORUM_MESSAGES = {
  'forum-closed': {
    id: 'Tanya jawab inovasi ini ditutup, karena inovasinya tidak (lagi) dibagikan atau sudah diarsipkan.',
    en: 'The forum of this innovation is closed, because it is not shared (any more) or is archived.',
  },
  'forum-identity-number': {
    id: 'Tulisan memuat nomor 16 angka seperti NIK atau nomor KK. Hapus nomor itu dahulu; data warga tidak boleh keluar dari kabupaten.',
    en: 'The text has a number of 16 digits like a NIK or a family card number. Remove it first: data of residents must not leave the regency.',
  },
  'forum-too-many-posts': {
    id: 'Anda sudah menulis {most} kali dalam satu jam terakhir. Lanjutkan satu jam lagi.',
    en: 'You have written {most} times within the last hour. Go on in an hour.',
  },
  'forum-repeated': {
    id: 'Tulisan yang sama sudah Anda kirim di inovasi ini.',
    en: 'You have already posted the same text at this innovation.',
  },
  'forum-question-gone': {
    id: 'Pertanyaan itu tidak ada di inovasi ini, atau disembunyikan moderator. Muat ulang halamannya.',
    en: 'There is no such question at this innovation, or a moderator has hidden it. Reload the page.',
  },
  'forum-own-innovation': {
    id: 'Inovasi unit sendiri tidak dapat Anda dukung; dukungan diberikan unit lain.',
    en: 'You cannot endorse an innovation you answer for; endorsements come from other units.',
  },
  'forum-not-endorsed': {
    id: 'Anda tidak sedang mendukung inovasi ini. Muat ulang halamannya.',
    en: 'You do not endorse this innovation. Reload the page.',
  },
  'forum-post-not-found': {
    id: 'Tulisan ini tidak ada, atau bukan untuk Anda. Muat ulang halamannya.',
    en: 'There is no such post, or it is not for you. Reload the page.',
  },
  'forum-not-reportable': {
    id: 'Tulisan ini milik Anda sendiri atau sudah disembunyikan, jadi tidak perlu dilaporkan.',
    en: 'This post is your own or hidden already; it need not be reported.',
  },
  'forum-reported-already': {
    id: 'Laporan Anda tentang tulisan ini sudah diterima dan menunggu keputusan moderator.',
    en: 'Your report about this post was received and waits for a moderator.',
  },
  'forum-too-many-reports': {
    id: 'Anda sudah mengirim {most} laporan dalam sehari terakhir. Lanjutkan besok.',
    en: 'You have sent {most} reports within the last day. Go on tomorrow.',
  },
  'forum-nothing-to-decide': {
    id: 'Tulisan ini sudah diputuskan. Muat ulang halamannya.',
    en: 'This post was decided already. Reload the page.',
  },
  'forum-own-post': {
    id: 'Tulisan ini milik Anda sendiri. Anda boleh menyembunyikannya, tetapi membiarkannya diputuskan moderator lain.',
    en: 'This post is your own. You may hide it; that it stays is for another moderator to decide.',
  },
  'follow-unknown': {
    id: 'Inovasi atau masalah itu tidak dikenal, atau belum dibagikan kepada Anda.',
    en: 'There is no such innovation or topic, or it is not shared with you.',
  },
} as const;
