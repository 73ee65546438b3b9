/** Units, services with their standards, calendars, sessions and targets. */
export const STRUCTURE_MESSAGES = {
  'structure-moved-on': {
    id: 'Data ini sudah diubah orang lain sejak Anda membukanya. Tutup isian ini, lihat keadaan terbaru, lalu ubah lagi.',
    en: 'Somebody else changed this since you opened it. Close the form, look at it as it is now, and change it again.',
  },
  'code-taken': {
    id: 'Kode “{code}” sudah dipakai. Pilih kode lain.',
    en: 'The code “{code}” is taken. Choose another one.',
  },
  'validity-reversed': {
    id: 'Hari terakhir ({to}) mendahului hari pertama ({from}).',
    en: 'The last day ({to}) is before the first ({from}).',
  },
  'unit-is-root': {
    id: 'Unit kabupaten adalah puncak susunan: induk, jenis, dan masa berlakunya tidak dapat diubah.',
    en: 'The unit of the regency is the top of the tree: its parent, kind and validity cannot be changed.',
  },
  'unit-circle': {
    id: '“{parent}” berada di bawah “{unit}”, jadi tidak dapat menjadi induknya. Pilih induk lain.',
    en: '“{parent}” lies below “{unit}” and so cannot be its parent. Choose another one.',
  },
  'parent-ended': {
    id: 'Induk “{parent}” hanya berlaku sampai {to}. Pilih induk yang masih berlaku, atau akhiri unit ini paling lambat pada hari itu.',
    en: 'The parent “{parent}” is valid until {to} only. Choose one that is still valid, or end this unit by that day.',
  },
  'units-below': {
    id: '“{unit}” belum dapat berakhir, karena masih ada unit di bawahnya: {below}. Akhiri atau pindahkan dahulu unit-unit itu.',
    en: '“{unit}” cannot end yet, because there are units below it: {below}. End or move them first.',
  },
  'unit-ended-before': {
    id: '“{unit}” sudah berakhir pada {to}. Pengganti mulai sehari sesudahnya, atau ubah dahulu tanggal akhirnya.',
    en: '“{unit}” ended on {to}. Its successor begins the day after, or change its last day first.',
  },
  'calendar-not-found': {
    id: 'Kalender “{calendar}” tidak ada.',
    en: 'There is no calendar “{calendar}”.',
  },
  'hours-reversed': {
    id: 'Jam buka {day}: jam tutup harus sesudah jam buka, paling akhir 24.00.',
    en: 'Opening hours of {day}: closing comes after opening, at 24:00 at the latest.',
  },
  'hours-overlap': {
    id: 'Jam buka {day} saling bertindih. Urutkan dan pisahkan, misalnya 08.00–12.00 lalu 13.00–16.00.',
    en: 'The opening hours of {day} overlap. Put them in order and apart, e.g. 08:00–12:00, then 13:00–16:00.',
  },
  'hours-too-many': {
    id: 'Paling banyak empat jam buka dalam sehari ({day}).',
    en: 'At most four intervals a day ({day}).',
  },
  'hours-validity-reversed': {
    id: 'Jam buka {day}: masa berlakunya berakhir sebelum mulai.',
    en: 'Opening hours of {day}: the validity ends before it begins.',
  },
  'hours-same-start': {
    id: 'Jam buka {day} tertulis dua kali dengan tanggal mulai yang sama.',
    en: 'The opening hours of {day} stand twice with the same first day.',
  },
  'closure-twice': {
    id: 'Tanggal {day} tertulis dua kali sebagai hari tutup.',
    en: 'The day {day} stands twice among the closures.',
  },
  'standard-not-found': {
    id: 'Versi standar pelayanan ini tidak ada; mungkin sudah dibatalkan.',
    en: 'There is no such version of the standard; it may have been taken back.',
  },
  'standard-in-force': {
    id: 'Versi ini sudah berlaku sejak {date} dan tidak dapat dibatalkan. Buat versi baru dengan tanggal berlaku berikutnya.',
    en: 'This version has been in force since {date} and cannot be taken back. Make a new version from a later date.',
  },
  'standard-judged': {
    id: 'Sudah ada permohonan selesai yang dinilai dengan janji versi {date}, jadi janji waktunya tidak dapat diubah. Buat versi baru dengan tanggal berlaku lain.',
    en: 'Completed applications were judged by the promise of the version of {date}, so it cannot be changed. Make a new version with another date.',
  },
  'session-reversed': {
    id: 'Jam selesai sesi harus sesudah jam mulainya.',
    en: 'A session ends after it begins.',
  },
  'session-overlaps': {
    id: 'Pada {day} sudah ada sesi {hours} untuk layanan itu. Pilih jam lain, atau hapus dahulu sesi yang ada.',
    en: 'There already is a session {hours} for that service on {day}. Choose other hours, or remove that one first.',
  },
  'session-too-many': {
    id: 'Paling banyak {most} hari sekali tambah. Perpendek rentang tanggalnya.',
    en: 'At most {most} days at once. Shorten the range of days.',
  },
  'target-not-found': {
    id: 'Target ini tidak ada; mungkin sudah dicabut.',
    en: 'There is no such target; it may have been taken away.',
  },
  'target-empty': {
    id: 'Isi batas paling sedikit, paling banyak, atau keduanya.',
    en: 'Give a lower limit, an upper one, or both.',
  },
  'target-reversed': {
    id: 'Batas paling sedikit lebih besar daripada batas paling banyak.',
    en: 'The lower limit is above the upper one.',
  },
  'target-share': {
    id: 'Target persen paling tinggi 100.',
    en: 'A target in percent is at most 100.',
  },
  'target-unit-or-kind': {
    id: 'Pilih satu unit atau satu jenis unit, tidak keduanya.',
    en: 'Choose one unit or one kind of units, not both.',
  },
  'target-exists': {
    id: 'Target untuk ukuran, unit, dan layanan ini yang mulai {from} sudah ada. Ubah target itu, atau pilih tanggal mulai lain.',
    en: 'There already is a target for this number, unit and service from {from}. Change that one, or choose another first day.',
  },
} as const;
