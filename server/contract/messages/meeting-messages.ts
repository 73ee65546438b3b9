/** Meetings and what is decided in them. */
export const MEETING_MESSAGES = {
  'meeting-not-found': {
    id: 'Rapat ini tidak ada di lingkup Anda, atau sudah dibatalkan. Muat ulang daftar rapat.',
    en: 'There is no such meeting in your scope, or it was called off. Reload the list of meetings.',
  },
  'meeting-running': {
    id: 'Masih ada rapat unit ini yang berjalan. Lanjutkan atau tutup rapat itu dahulu.',
    en: 'Another meeting of this unit is still running. Go on with it or close it first.',
  },
  'meeting-begun': {
    id: 'Rapat ini sudah dimulai. Muat ulang halamannya untuk melanjutkan.',
    en: 'This meeting has begun already. Reload the page to go on.',
  },
  'meeting-not-begun': {
    id: 'Rapat ini belum dimulai, jadi belum ada yang dapat dicatat. Mulai rapatnya dahulu.',
    en: 'This meeting has not begun, so nothing can be written down yet. Start it first.',
  },
  'meeting-closed': {
    id: 'Rapat ini sudah ditutup dan notulennya tetap. Keputusan baru dicatat pada rapat berikutnya.',
    en: 'This meeting is closed and its minutes stand. Write new decisions down at the next meeting.',
  },
  'meeting-not-closed': {
    id: 'Notulen baru ada setelah rapat ditutup.',
    en: 'There are minutes only after the meeting was closed.',
  },
  'meeting-starts-today': {
    id: 'Rapat hanya dapat dimulai pada harinya. Untuk hari lain, jadwalkan rapatnya.',
    en: 'A meeting can only be started on its day. Plan it for another day instead.',
  },
  'meeting-day-past': {
    id: 'Tanggal rapat sudah lewat. Isi tanggal hari ini atau sesudahnya.',
    en: 'The day of the meeting has passed. Enter today or a later day.',
  },
  'meeting-next-past': {
    id: 'Tanggal rapat berikutnya harus sesudah hari ini.',
    en: 'The next meeting must be after today.',
  },
  'meeting-has-decisions': {
    id: 'Sudah ada keputusan yang dicatat. Hapus keputusannya dahulu, atau tutup rapatnya.',
    en: 'A decision was written down already. Remove it first, or close the meeting.',
  },
  'meeting-decisions-unready': {
    id: 'Masih ada {count} keputusan yang belum lengkap. Isi apa yang dikerjakan, siapa penanggung jawabnya, dan tanggal yang belum lewat.',
    en: '{count} decisions are not complete yet. Enter what is to be done, who answers for it, and a day that has not passed.',
  },
  'meeting-item-not-found': {
    id: 'Butir agenda ini tidak ada atau sudah dihapus. Muat ulang halamannya.',
    en: 'There is no such item on the agenda, or it was removed. Reload the page.',
  },
  'meeting-decision-not-found': {
    id: 'Keputusan ini tidak ada atau sudah dihapus. Muat ulang halamannya.',
    en: 'There is no such decision, or it was removed. Reload the page.',
  },
  'meeting-point-nameless': {
    id: 'Beri nama butir ini, sedikitnya tiga huruf.',
    en: 'Give this item a name of at least three letters.',
  },
  'meeting-full': {
    id: 'Rapat ini sudah memuat {most} butir sejenis. Tutup rapat ini dan lanjutkan pada rapat berikutnya.',
    en: 'This meeting holds {most} of these already. Close it and go on at the next one.',
  },
  'meetings-planned-full': {
    id: 'Sudah ada {most} rapat unit ini yang dijadwalkan. Batalkan yang tidak jadi, lalu jadwalkan lagi.',
    en: '{most} meetings of this unit are planned already. Call off those that will not be held, then plan again.',
  },
  'meeting-written-on': {
    id: 'Orang lain baru saja mengubahnya. Baca dahulu tulisannya, lalu ulangi.',
    en: 'Somebody else has just changed it. Read what they wrote, then try again.',
  },
} as const;
