/** Ideas on their road. */
export const IDEA_MESSAGES = {
  'idea-not-found': {
    id: 'Gagasan ini tidak ada di kabupaten Anda. Periksa alamatnya atau buka daftar gagasan.',
    en: 'There is no such idea in your regency. Check the address or open the list of ideas.',
  },
  'idea-step-order': {
    id: 'Gagasan ini tidak dapat dibawa ke tahap itu dari tahapnya sekarang. Muat ulang halamannya.',
    en: 'This idea cannot be brought to that stage from where it stands. Reload the page.',
  },
  'idea-own': {
    id: 'Gagasan ini milik Anda sendiri. Keputusannya diambil orang lain, yaitu Sekda atau Bagian Organisasi.',
    en: 'This idea is your own. Somebody else decides about it: the Sekda or Bagian Organisasi.',
  },
  'idea-trial-until': {
    id: 'Uji coba berakhir paling cepat besok dan paling lama setahun lagi. Isi tanggal di antaranya.',
    en: 'A trial ends tomorrow at the earliest and a year from now at the latest. Enter a day between.',
  },
} as const;
