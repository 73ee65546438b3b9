/** The words of *Publikasi IKM*, after the form of PermenPANRB 14/2017. */
const ID = {
  label: 'Nilai Indeks Kepuasan Masyarakat',
  grade: 'Mutu pelayanan {grade} ({gradeLabel})',
  noGrade: 'Belum dapat digolongkan',
  services: 'Layanan yang dinilai',
  allServices: 'semua layanan yang disurvei',
  respondents: 'Jumlah responden',
  sex: 'Jenis kelamin',
  education: 'Pendidikan',
  groupsWithheld: 'hanya bagi jabatan yang berhak atas rincian survei',
  required: 'Responden yang diperlukan',
  enough: 'Kecukupan',
  sufficient: 'memadai',
  insufficient: 'belum memadai',
  unknown: 'belum dapat dinilai',
  period: 'Periode survei',
  instrument: 'Instrumen',
  unsur: 'Nilai rata-rata setiap unsur',
  others: 'Instrumen lain dalam periode yang sama: {instrument}, {respondents} responden.',
  thanks:
    'Terima kasih atas penilaian yang telah Anda berikan. Masukan Anda sangat bermanfaat untuk kemajuan unit kami agar terus memperbaiki dan meningkatkan kualitas pelayanan bagi masyarakat.',
};

const EN: typeof ID = {
  label: 'Citizen satisfaction index (IKM)',
  grade: 'Service grade {grade} ({gradeLabel})',
  noGrade: 'Cannot be graded yet',
  services: 'Services rated',
  allServices: 'all services with a survey',
  respondents: 'Respondents',
  sex: 'Sex',
  education: 'Education',
  groupsWithheld: 'only for posts with a right to details of surveys',
  required: 'Respondents needed',
  enough: 'Sufficiency',
  sufficient: 'sufficient',
  insufficient: 'not sufficient yet',
  unknown: 'cannot be judged yet',
  period: 'Survey period',
  instrument: 'Instrument',
  unsur: 'Mean of every element',
  others: 'Another instrument in the same period: {instrument}, {respondents} respondents.',
  thanks: 'Thank you for your assessment. It helps our unit to keep improving its services.',
};

export const IKM_WORDS = { id: ID, en: EN };
