/** Words that say nothing about what somebody looks for, in the language of people and of offices. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `ada adalah adanya agar akan aku anda antara apa apabila apakah atas atau bagaimana bagi bahwa baik banyak
   beberapa belum berada beserta bila bisa boleh buat bukan cara dalam dan dapat dari daripada dengan di dia
   dimana dulu gimana hal hanya harus hingga ia ingin ini itu jadi jangan jika juga kalau kami kapan karena ke kenapa
   kepada ketika kita kok lagi lain lalu lebih maka mana mau melalui mengapa menjadi mereka merupakan mungkin nya
   oleh pada padahal paling para perlu pernah pula punya saat saja saling sama sampai sangat satu saya se sebagai
   sebab sebuah secara sedang sehingga sejak sekali selain selalu semua seperti serta setelah setiap si solusi
   sudah supaya tanpa tapi telah tentang terhadap terlalu tersebut tetap tetapi tiap tidak tolong untuk waktu warga
   yaitu yang inovasi program kegiatan dst dll dsb yg utk dgn tdk`
    .split(/\s+/)
    .filter(Boolean),
);

/** Words that nearly every entry of such a catalogue has: beside others they say nothing, alone they are looked for. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `kecamatan kabupaten kantor daerah pemerintah layanan pelayanan melayani dilayani publik masyarakat orang penduduk`
    .split(/\s+/)
    .filter(Boolean),
);
