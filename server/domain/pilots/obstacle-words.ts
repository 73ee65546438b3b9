/** Kinds of obstacles as sentences name them. */
export const OBSTACLE_WORDS = {
  'sdm-ti': 'SDM TI',
  jaringan: 'jaringan',
  sarana: 'sarana',
  anggaran: 'anggaran',
  regulasi: 'regulasi',
  lainnya: 'lain-lain',
} as const;
