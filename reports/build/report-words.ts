/** The sentences of reports in both languages; `{names}` are numbers or words of the figures. */
import type { Language } from '#domain/language';
import { IKM_WORDS } from './ikm-words.ts';

const ID = {
  columns: {
    unit: 'Unit',
    service: 'Layanan',
    channel: 'Kanal',
    class: 'Klasifikasi',
    'weekday-hour': 'Hari dan jam',
    unsur: 'Unsur',
    figure: 'Ukuran',
    change: 'Perubahan',
    n: 'n',
    mark: 'Tanda',
    matter: 'Hal',
    owner: 'Penanggung jawab',
    since: 'Sejak',
    grade: 'Mutu',
    mean: 'Nilai rata-rata',
    code: 'Kode',
  },
  /** Headers where a field's own label would be mistaken for another's. */
  headers: {
    'volume.received': 'Permohonan diterima',
    'volume.completed': 'Permohonan selesai',
    'turnaround.dueMetShare': 'Tepat waktu',
    'turnaround.medianWorkingMinutes': 'Median, jam dinas',
    'turnaround.p90WorkingMinutes': '90 % dalam, jam dinas',
    'complaints.received': 'Aduan diterima',
    'complaints.valid': 'Aduan sah',
    'complaints.followedUpShare': 'Ditindaklanjuti',
    'complaints.resolvedShare': 'Aduan tuntas',
    'complaints.withinDeadlineShare': 'Tuntas tepat waktu',
    'ikm.score': 'IKM',
  },
  /** Headers in a table of one measure, where the field's own label is long. */
  shortHeaders: {
    'turnaround.p90WorkingMinutes': '90 % dalam, jam dinas',
  } as Readonly<Record<string, string>>,
  own: '{unit}, tanpa unit di bawahnya',
  whole: 'Seluruhnya',
  summary: {
    volume: 'Selama {period} diterima {received} permohonan dan diselesaikan {completed}.',
    volumeOpen: 'Pada akhir periode {open} permohonan belum selesai.',
    volumePartly: 'Permohonan selama {period}: diterima {received}; selesai {completed}.',
    volumeNone: 'Selama {period} tidak ada data permohonan.',
    onTime: 'Dari {due} permohonan yang jatuh tempo, {dueMetShare} selesai tepat waktu.',
    onTimeChange:
      'Dari {due} permohonan yang jatuh tempo, {dueMetShare} selesai tepat waktu, {change} dibanding {before} pada {previous}.',
    onTimeNone: 'Ketepatan waktu: {dueMetShare}.',
    median: 'Separuh permohonan selesai dalam {median} menurut jam dinas.',
    ikm: 'Nilai IKM {score}, mutu {grade} ({gradeLabel}), dari {respondents} responden.',
    ikmChange:
      'Nilai IKM {score}, mutu {grade} ({gradeLabel}), dari {respondents} responden; {change} dibanding {before} pada {previous}.',
    ikmThin: 'Responden belum memadai: diperlukan {required}.',
    ikmNone: 'Nilai IKM: {score}.',
    complaints:
      'Diterima {received} aduan; dari {valid} aduan yang sah, {followedUpShare} ditindaklanjuti dan {resolvedShare} tuntas.',
    complaintsChange:
      'Diterima {received} aduan; dari {valid} aduan yang sah, {followedUpShare} ditindaklanjuti dan {resolvedShare} tuntas ({change} dibanding {before} pada {previous}).',
    complaintsPartly:
      'Aduan: diterima {received}; sah {valid}; ditindaklanjuti {followedUpShare}; tuntas {resolvedShare}.',
    complaintsZero: 'Diterima {received} aduan.',
    complaintsNone: 'Tidak ada data aduan selama {period}.',
    pilots:
      'Kemajuan {programmes} program percontohan {progressShare}, menurut rencana {plannedShare}; {milestonesLate} tonggak lewat tanggal.',
    reporting: '{reported} dari {expected} unit sudah melapor.',
    reportingSilent: '{reported} dari {expected} unit sudah melapor; belum melapor: {silent}.',
    reportingOne: '{unit} sudah melapor.',
    reportingOneSilent: '{unit} belum melapor.',
    matters: '{count} hal perlu keputusan.',
    noMatters: 'Tidak ada hal yang perlu keputusan.',
  },
  exceptions: {
    caption: 'Yang paling mendesak lebih dulu',
    none: 'Tidak ada hal yang perlu keputusan pada akhir periode ini.',
    hidden: 'Daftar hal yang perlu keputusan tidak tersedia untuk pembaca laporan ini.',
    more: 'Masih ada {more} hal lain; lihat halaman Beranda.',
    chance: 'Dari {checked} deret yang diperiksa, sekitar {chance} bisa tampak berubah karena kebetulan.',
    chanceNone: 'Dari {checked} deret yang diperiksa, kurang dari satu bisa tampak berubah karena kebetulan.',
    noOwner: 'belum ada penanggung jawab',
  },
  marks: {
    worse: 'memburuk',
    better: 'membaik',
    'small-sample': 'sampel kurang',
    'no-data': 'tidak ada data',
    neutral: 'berubah',
  },
  praise: { none: 'Belum ada perbaikan yang menonjol pada periode ini.' },
  matrix: {
    caption: 'Semua unit, {period}',
    note: 'Tanda menunjukkan perubahan dari 24 bulan terakhir sampai bulan terakhir yang dinilai; angka tanpa tanda tidak dinilai.',
    targets: 'Target: {targets}.',
    target: '{label} {value}',
  },
  trend: {
    axis: '{label} per bulan',
    none: 'Belum ada data {label} dalam 24 bulan terakhir.',
  },
  breakdown: {
    caption: '{measure} menurut {by}, {period}',
    by: {
      unit: 'unit',
      service: 'layanan',
      channel: 'kanal',
      class: 'klasifikasi',
      'weekday-hour': 'hari dan jam',
      unsur: 'unsur',
    },
    none: '{measure} menurut {by}: tidak ada data dalam {period}.',
    withheld: '{measure} menurut {by}: disamarkan, karena sedikit orang di baliknya.',
    more: '{more} {by} lain yang lebih kecil tidak ditampilkan, tetapi ikut dalam baris terakhir.',
    rowWithheld:
      'Angka yang disamarkan: kurang dari 5 orang di baliknya, atau dapat dihitung dari angka lain.',
    unsurNote: 'Nilai rata-rata unsur: 1 (terendah) sampai 4 (tertinggi).',
  },
  figures: { caption: '{measure}, {period} dibanding {previous}' },
  ikm: IKM_WORDS.id,
  methods: {
    basis: 'Dasar: {basis}.',
    n: 'Jumlah data (n)',
    nVolume: '{received} permohonan diterima',
    nTurnaround: '{due} jatuh tempo, {completed} selesai',
    nComplaints: '{valid} aduan sah dari {received} diterima',
    nIkm: '{respondents} responden',
    nPilots: '{programmes} program',
    left: 'Yang tidak dihitung',
    leftVolume: '{cancelled} permohonan dibatalkan pemohon tidak masuk ketepatan waktu.',
    lateEntries:
      '{lateEntries} permohonan adalah entri susulan: dicatat lebih dari satu hari kerja setelah diterima, atau sekaligus dengan selesainya.',
    leftComplaints:
      '{invalidShare} aduan dinyatakan tidak valid atau bukan kewenangan dan tidak masuk penyebut.',
    approximate: 'Median dan persentil dapat berbeda sampai 1 % dari nilai eksak.',
    suppressed:
      'Angka yang disamarkan bukan nol: kurang dari 5 orang di baliknya, atau dapat dihitung dari angka lain.',
    absence:
      '“Tidak ada data”, “belum cukup data”, “disamarkan”, dan “tidak berlaku” berbeda artinya, dan tidak satu pun berarti nol.',
    trial: 'Masa uji: pimpinan melihat angka sampai {day}.',
    signals:
      'Tanda berasal dari peta kendali (XmR) atas 24 bulan: di luar batas, dua dari tiga di dekat batas, tujuh bulan searah, atau tujuh bulan di satu sisi rata-rata. Perubahan dari satu bulan ke bulan berikutnya saja bukan tanda.',
    state: 'Keadaan angka',
    period: 'Periode',
    unit: 'Unit',
    dataVersion: 'Versi data',
    dataVersionAt: '{version}, data sampai {at}',
    definitions: 'Versi definisi',
    code: 'Kode cuplikan',
    noCode: 'belum ditetapkan',
    made: 'Laporan dibuat',
    identity: 'Identitas angka',
  },
  states: { sementara: 'angka sementara', tetap: 'angka tetap', perbaikan: 'angka perbaikan' },
};

/** All that a report says by itself. */
export type ReportWords = typeof ID;

const EN: ReportWords = {
  columns: {
    unit: 'Unit',
    service: 'Service',
    channel: 'Channel',
    class: 'Class',
    'weekday-hour': 'Weekday and hour',
    unsur: 'Element',
    figure: 'Figure',
    change: 'Change',
    n: 'n',
    mark: 'Sign',
    matter: 'Matter',
    owner: 'Who answers for it',
    since: 'Since',
    grade: 'Grade',
    mean: 'Mean',
    code: 'Code',
  },
  headers: {
    'volume.received': 'Applications received',
    'volume.completed': 'Applications completed',
    'turnaround.dueMetShare': 'On time',
    'turnaround.medianWorkingMinutes': 'Median, official clock',
    'turnaround.p90WorkingMinutes': '90% within, official clock',
    'complaints.received': 'Complaints received',
    'complaints.valid': 'Valid complaints',
    'complaints.followedUpShare': 'Followed up',
    'complaints.resolvedShare': 'Complaints resolved',
    'complaints.withinDeadlineShare': 'Resolved in time',
    'ikm.score': 'IKM',
  },
  shortHeaders: { 'turnaround.p90WorkingMinutes': '90% within, official clock' },
  own: '{unit}, without the units below it',
  whole: 'All together',
  summary: {
    volume: 'In {period}, {received} applications were received and {completed} were completed.',
    volumeOpen: 'At the end of the period {open} applications were still open.',
    volumePartly: 'Applications in {period}: received {received}; completed {completed}.',
    volumeNone: 'There are no data on applications in {period}.',
    onTime: 'Of {due} applications that fell due, {dueMetShare} were completed on time.',
    onTimeChange:
      'Of {due} applications that fell due, {dueMetShare} were completed on time, {change} from {before} in {previous}.',
    onTimeNone: 'On time: {dueMetShare}.',
    median: 'Half of the applications were completed within {median} by the official clock.',
    ikm: 'The IKM score is {score}, grade {grade} ({gradeLabel}), from {respondents} respondents.',
    ikmChange:
      'The IKM score is {score}, grade {grade} ({gradeLabel}), from {respondents} respondents; {change} from {before} in {previous}.',
    ikmThin: 'There are too few respondents: {required} are needed.',
    ikmNone: 'IKM score: {score}.',
    complaints:
      '{received} complaints were received; of {valid} valid complaints {followedUpShare} were followed up and {resolvedShare} resolved.',
    complaintsChange:
      '{received} complaints were received; of {valid} valid complaints {followedUpShare} were followed up and {resolvedShare} resolved ({change} from {before} in {previous}).',
    complaintsPartly:
      'Complaints: received {received}; valid {valid}; followed up {followedUpShare}; resolved {resolvedShare}.',
    complaintsZero: '{received} complaints were received.',
    complaintsNone: 'There are no data on complaints in {period}.',
    pilots:
      'The progress of {programmes} pilot programmes is {progressShare}, planned {plannedShare}; milestones past their date: {milestonesLate}.',
    reporting: '{reported} of {expected} units have reported.',
    reportingSilent: '{reported} of {expected} units have reported; not yet: {silent}.',
    reportingOne: '{unit} has reported.',
    reportingOneSilent: '{unit} has not reported yet.',
    matters: '{count} matters need a decision.',
    noMatters: 'No matter needs a decision.',
  },
  exceptions: {
    caption: 'The most pressing first',
    none: 'No matter needed a decision at the end of this period.',
    hidden: 'The list of matters that need a decision is not available to the reader of this report.',
    more: '{more} further matters: see the home page.',
    chance: 'Of {checked} series that were checked, about {chance} may seem to have changed by chance.',
    chanceNone: 'Of {checked} series that were checked, fewer than one may seem to have changed by chance.',
    noOwner: 'nobody answers for it yet',
  },
  marks: {
    worse: 'worsening',
    better: 'improving',
    'small-sample': 'small sample',
    'no-data': 'no data',
    neutral: 'changed',
  },
  praise: { none: 'No improvement stands out in this period.' },
  matrix: {
    caption: 'All units, {period}',
    note: 'The signs tell what has changed in the past 24 months up to the month judged last; figures without a sign are not judged.',
    targets: 'Targets: {targets}.',
    target: '{label} {value}',
  },
  trend: {
    axis: '{label} by month',
    none: 'There are no data on {label} in the past 24 months.',
  },
  breakdown: {
    caption: '{measure} by {by}, {period}',
    by: {
      unit: 'unit',
      service: 'service',
      channel: 'channel',
      class: 'class',
      'weekday-hour': 'weekday and hour',
      unsur: 'element',
    },
    none: '{measure} by {by}: no data in {period}.',
    withheld: '{measure} by {by}: withheld, because few people stand behind it.',
    more: '{more} smaller ones (by {by}) are not shown, but are part of the last row.',
    rowWithheld:
      'Withheld figures: fewer than 5 people stand behind them, or they could be worked out from others.',
    unsurNote: 'Mean of an element: 1 (lowest) to 4 (highest).',
  },
  figures: { caption: '{measure}, {period} against {previous}' },
  ikm: IKM_WORDS.en,
  methods: {
    basis: 'Basis: {basis}.',
    n: 'Number of records (n)',
    nVolume: '{received} applications received',
    nTurnaround: '{due} fell due, {completed} completed',
    nComplaints: '{valid} valid complaints of {received} received',
    nIkm: '{respondents} respondents',
    nPilots: '{programmes} programmes',
    left: 'Not counted',
    leftVolume:
      '{cancelled} applications were cancelled by the applicants and are not part of the figures on time.',
    lateEntries:
      '{lateEntries} applications are late entries: recorded more than a working day after receipt, or together with completion.',
    leftComplaints:
      '{invalidShare} of the complaints were invalid or not within competence and are in no denominator.',
    approximate: 'Medians and percentiles may differ by up to 1% from the exact value.',
    suppressed:
      'Withheld figures are not zero: fewer than 5 people stand behind them, or they could be worked out from others.',
    absence:
      '“No data”, “not enough data”, “withheld” and “not applicable” are different things, and none of them is zero.',
    trial: 'Trial period: leadership sees figures up to {day}.',
    signals:
      'Signs come from control charts (XmR) of 24 months: beyond a limit, two of three near a limit, seven months in one direction, or seven months on one side of the mean. A change from one month to the next alone is no sign.',
    state: 'State of the figures',
    period: 'Period',
    unit: 'Unit',
    dataVersion: 'Data version',
    dataVersionAt: '{version}, data up to {at}',
    definitions: 'Definitions version',
    code: 'Snapshot code',
    noCode: 'not frozen',
    made: 'Report made',
    identity: 'Identity of the figures',
  },
  states: { sementara: 'provisional figures', tetap: 'final figures', perbaikan: 'corrected figures' },
};

const WORDS: Readonly<Record<Language, ReportWords>> = { id: ID, en: EN };

/** The words of a language. */
export function reportWords(language: Language): ReportWords {
  return WORDS[language];
}

/** A pattern with its `{names}` filled in by words. */
export function filled(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
