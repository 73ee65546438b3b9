/** What proves an innovation, and plans to take one home. */
export const ADOPTION_MESSAGES = {
  'proof-field-unknown': {
    id: 'Ukuran “{field}” tidak dapat dijadikan bukti. Pilih ukuran yang punya arah baik dan buruk, misalnya selesai sekali datang.',
    en: 'The figure “{field}” cannot prove anything. Choose one of which a direction is good, such as single visit.',
  },
  'proof-start-ahead': {
    id: 'Tanggal mulai belum tiba. Kunci buktinya sesudah inovasi dimulai, sebelum hasilnya dilihat.',
    en: 'The start has not come yet. Lock the proof once the innovation has begun, before the result is seen.',
  },
  'proof-months-whole': {
    id: 'Pembanding harus bulan penuh: dari tanggal 1 sampai hari terakhir bulan.',
    en: 'The comparison has to be whole months: from the first to the last day of a month.',
  },
  'proof-before-start': {
    id: 'Bulan pembanding harus berakhir sebelum bulan mulai inovasi.',
    en: 'The months compared with have to end before the month in which the innovation began.',
  },
  'proof-months-count': {
    id: 'Pilih paling sedikit 3 dan paling banyak 24 bulan sebelum inovasi dimulai.',
    en: 'Choose 3 months at least and 24 at most before the innovation began.',
  },
  'proof-locked-already': {
    id: 'Ukuran ini sudah dikunci untuk inovasi ini. Hasilnya diperbarui sendiri setiap ada data baru.',
    en: 'This figure is locked for this innovation already. Its result renews itself with new data.',
  },
  'proof-too-many': {
    id: 'Satu inovasi paling banyak punya {count} ukuran bukti: siapa mencoba banyak ukuran akan menemukan yang kebetulan bagus.',
    en: 'An innovation has {count} proving figures at most: whoever tries many finds one that is good by chance.',
  },
  'proof-too-few-peers': {
    id: 'Perlu paling sedikit {count} unit sejenis sebagai pembanding. Bandingkan dengan bulan sebelumnya saja.',
    en: 'At least {count} units of the same kind are needed to compare with. Compare with the months before alone.',
  },
  'adoption-not-found': {
    id: 'Rencana adopsi ini tidak ada di lingkup Anda. Buka daftar rencana adopsi.',
    en: 'There is no such adoption plan in your scope. Open the list of adoption plans.',
  },
  'adoption-own-unit': {
    id: 'Inovasi ini milik unit itu sendiri, jadi tidak perlu diadopsi.',
    en: 'This innovation is that unit’s own and need not be adopted.',
  },
  'adoption-open': {
    id: 'Unit ini sudah punya rencana untuk inovasi yang sama dan belum selesai. Lanjutkan rencana itu.',
    en: 'This unit already has a plan for this innovation that is not over. Go on with that plan.',
  },
  'adoption-archived': {
    id: 'Inovasi ini sudah diarsipkan pemiliknya. Masih dapat dibaca, tetapi tidak ditawarkan lagi untuk diadopsi.',
    en: 'Its owner archived this innovation. It can still be read, but is not offered for adoption any more.',
  },
  'adoption-changed-meanwhile': {
    id: 'Rencana ini diubah orang lain sesudah Anda membukanya. Muat ulang, lalu ulangi perubahan Anda.',
    en: 'Somebody changed this plan after you opened it. Reload it and make your change again.',
  },
  'adoption-state': {
    id: 'Rencana ini tidak lagi pada tahap itu. Muat ulang halamannya.',
    en: 'This plan is not at that stage any more. Reload the page.',
  },
  'adoption-day': {
    id: 'Tanggal {day} tidak dapat dipakai: belum tiba, atau sebelum rencana dimulai.',
    en: '{day} cannot be used: it has not come yet, or lies before the plan began.',
  },
  'adoption-step-unknown': {
    id: 'Salah satu langkah bukan bagian dari rencana ini. Muat ulang halamannya.',
    en: 'One of the steps is not part of this plan. Reload the page.',
  },
} as const;
