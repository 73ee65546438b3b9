import type { Connectivity, CostBand, Proof } from '#domain/innovations/entry-facets';
import type { Alive } from '#domain/innovations/heartbeat';
import type { Language } from '#domain/language';

interface InnovationWords {
  readonly title: string;
  readonly untold: string;
  readonly archived: string;
  readonly source: string;
  readonly undated: string;
  readonly unconfirmed: string;
  readonly proof: Readonly<Record<Proof, string>>;
  readonly alive: Readonly<Record<Alive, string>>;
  readonly adopted: string;
  readonly stopped: string;
  readonly fields: Readonly<Record<'problem' | 'howItWorks' | 'challenges' | 'lessons', string>>;
  readonly state: string;
  readonly needs: string;
  readonly people: string;
  readonly connectivity: Readonly<Record<Connectivity, string>>;
  readonly cost: string;
  readonly costs: Readonly<Record<CostBand, string>>;
  readonly weeks: string;
  readonly services: string;
  readonly steps: string;
  readonly results: string;
  readonly what: string;
  readonly before: string;
  readonly after: string;
  readonly by: string;
  readonly measured: string;
  readonly told: string;
  readonly contact: string;
  readonly noData: string;
  readonly version: string;
}

const ID: InnovationWords = {
  title: 'Lembar inovasi',
  untold: 'belum disebutkan',
  archived: 'arsip',
  source: 'Sumber',
  undated: '(tanpa tanggal)',
  unconfirmed: 'Ditulis ulang dari sumber itu; pemiliknya belum mengonfirmasi.',
  proof: {
    terukur: 'terukur',
    'dilaporkan-sendiri': 'dilaporkan sendiri',
    'belum-ada-data': 'belum ada data hasil',
  },
  alive: {
    berjalan: 'berjalan',
    'perlu-konfirmasi': 'perlu konfirmasi',
    vakum: 'vakum',
    berhenti: 'berhenti',
    'belum-dikonfirmasi': 'belum dikonfirmasi pemilik',
  },
  adopted: 'diadopsi {adoptions} unit',
  stopped: 'Berhenti {day}.',
  fields: { problem: 'Masalah', howItWorks: 'Cara kerja', challenges: 'Tantangan', lessons: 'Pelajaran' },
  state: 'Keadaan',
  needs: 'Butuh',
  people: '{people} petugas',
  connectivity: {
    'tanpa-internet': 'tanpa internet',
    'internet-sesekali': 'internet sesekali',
    'internet-tetap': 'internet tetap',
  },
  cost: 'biaya setahun',
  costs: {
    'tanpa-biaya': 'tanpa biaya tambahan',
    'di-bawah-50-juta': 'di bawah Rp50 juta',
    '50-200-juta': 'Rp50–200 juta',
    '200-juta-1-miliar': 'Rp200 juta–Rp1 miliar',
    'di-atas-1-miliar': 'Rp1 miliar ke atas',
  },
  weeks: 'siap dalam {weeks} minggu',
  services: 'Layanan yang tercakup',
  steps: 'Langkah meniru',
  results: 'Hasil sebelum dan sesudah',
  what: 'Yang diukur',
  before: 'Sebelum',
  after: 'Sesudah',
  by: 'Menurut',
  measured: 'PANDU',
  told: 'pemilik',
  contact: 'Narahubung',
  noData: 'tidak ada data',
  version: 'Versi {version}, terbit {day}.',
};

const EN: InnovationWords = {
  title: 'Innovation sheet',
  untold: 'not told yet',
  archived: 'archive',
  source: 'Source',
  undated: '(undated)',
  unconfirmed: 'Rewritten from that source; its owner has not confirmed it.',
  proof: {
    terukur: 'measured',
    'dilaporkan-sendiri': 'self-reported',
    'belum-ada-data': 'no data on results yet',
  },
  alive: {
    berjalan: 'running',
    'perlu-konfirmasi': 'to be confirmed',
    vakum: 'dormant',
    berhenti: 'stopped',
    'belum-dikonfirmasi': 'not confirmed by its owner',
  },
  adopted: 'adopters: {adoptions}',
  stopped: 'Stopped on {day}.',
  fields: { problem: 'Problem', howItWorks: 'How it works', challenges: 'Challenges', lessons: 'Lessons' },
  state: 'State',
  needs: 'Needs',
  people: '{people} staff',
  connectivity: {
    'tanpa-internet': 'no internet',
    'internet-sesekali': 'internet at times',
    'internet-tetap': 'constant internet',
  },
  cost: 'cost a year:',
  costs: {
    'tanpa-biaya': 'no extra cost',
    'di-bawah-50-juta': 'under Rp50 million',
    '50-200-juta': 'Rp50–200 million',
    '200-juta-1-miliar': 'Rp200 million–Rp1 billion',
    'di-atas-1-miliar': 'Rp1 billion and above',
  },
  weeks: 'ready in {weeks} weeks',
  services: 'Services covered',
  steps: 'Steps to replicate',
  results: 'Results before and after',
  what: 'Measured',
  before: 'Before',
  after: 'After',
  by: 'According to',
  measured: 'PANDU',
  told: 'owner',
  contact: 'Contact person',
  noData: 'no data',
  version: 'Version {version}, published {day}.',
};

/** The words of the sheet in a language. */
export function innovationWords(language: Language): InnovationWords {
  return language === 'en' ? EN : ID;
}
