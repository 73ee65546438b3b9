/** The innovation catalogue: writing, reviewing and sharing an entry. */
export const INNOVATION_MESSAGES = {
  'innovation-not-found': {
    id: 'Inovasi ini tidak ada, atau belum dibagikan kepada Anda.',
    en: 'There is no such innovation, or it is not shared with you.',
  },
  'innovation-in-review': {
    id: 'Naskah ini sedang ditelaah, jadi tidak dapat diubah. Tarik kembali dahulu kalau masih ada yang perlu diperbaiki.',
    en: 'This draft is being reviewed and cannot be changed. Take it back first if something is to be corrected.',
  },
  'innovation-archived': {
    id: 'Inovasi ini sudah diarsipkan. Keluarkan dari arsip dahulu untuk mengubahnya.',
    en: 'This innovation is archived. Take it out of the archive first to change it.',
  },
  'innovation-changed-meanwhile': {
    id: 'Naskah ini diubah orang lain sesudah Anda membacanya. Muat ulang dan baca dahulu perubahannya.',
    en: 'Somebody changed this draft after you read it. Reload it and read the changes first.',
  },
  'innovation-incomplete': {
    id: 'Naskah belum dapat diajukan: {count} bagian wajib masih kosong.',
    en: 'The draft cannot be submitted yet: {count} required sections are empty.',
  },
  'innovation-unchanged': {
    id: 'Naskah ini sama dengan yang sudah terbit. Ubah dahulu bagian yang perlu, baru ajukan.',
    en: 'This draft says the same as what is published. Change what needs changing before submitting it.',
  },
  'innovation-not-submitted': {
    id: 'Naskah ini tidak sedang menunggu telaah; mungkin sudah ditarik atau diputuskan. Muat ulang halamannya.',
    en: 'This draft does not wait for a review; it may have been taken back or decided. Reload the page.',
  },
  'innovation-second-person': {
    id: 'Anda ikut menulis atau mengajukan naskah ini. Yang menerbitkan harus orang lain, agar ada mata kedua yang memeriksa.',
    en: 'You wrote or submitted part of this draft. Somebody else has to publish it, so that a second person has read it.',
  },
  'innovation-not-published': {
    id: 'Inovasi ini belum pernah terbit. Terbitkan dahulu lewat telaah.',
    en: 'This innovation was never published. Publish it by a review first.',
  },
  'innovation-not-archivable': {
    id: 'Hanya inovasi yang sudah terbit dan tidak sedang ditelaah yang dapat diarsipkan.',
    en: 'Only an innovation that is published and not being reviewed can be archived.',
  },
  'innovation-not-archived': {
    id: 'Inovasi ini tidak berada di arsip. Muat ulang halamannya.',
    en: 'This innovation is not in the archive. Reload the page.',
  },
  'innovation-stopped-already': {
    id: 'Inovasi ini sudah dinyatakan berhenti. Kalau berjalan lagi, nyatakan masih berjalan.',
    en: 'This innovation was said to have stopped already. If it runs again, confirm that it does.',
  },
  'innovation-day-ahead': {
    id: 'Tanggal {day} belum tiba. Isi tanggal hari ini atau sebelumnya.',
    en: '{day} has not come yet. Enter today or an earlier day.',
  },
  'innovation-claimed': {
    id: 'Inovasi ini sudah diakui sebagai milik kabupaten Anda. Muat ulang halamannya.',
    en: 'This innovation was claimed for your kabupaten already. Reload the page.',
  },
} as const;
