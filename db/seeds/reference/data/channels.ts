/** The ways by which people reach a service or bring a complaint. */

export interface ChannelSeed {
  /** Stable code, also the accepted value of `kanal` in an import. */
  readonly code: string;
  readonly name: string;
  readonly usedFor: readonly ('services' | 'complaints')[];
}

export const CHANNELS: readonly ChannelSeed[] = [
  { code: 'tatap-muka', name: 'Tatap muka (loket)', usedFor: ['services', 'complaints'] },
  { code: 'titik-layanan-desa', name: 'Titik layanan di desa', usedFor: ['services'] },
  { code: 'jemput-bola', name: 'Jemput bola', usedFor: ['services'] },
  { code: 'aplikasi', name: 'Aplikasi', usedFor: ['services', 'complaints'] },
  { code: 'web', name: 'Situs web', usedFor: ['services', 'complaints'] },
  { code: 'whatsapp', name: 'WhatsApp', usedFor: ['services', 'complaints'] },
  { code: 'call-center', name: 'Call center', usedFor: ['complaints'] },
  { code: 'facebook', name: 'Facebook', usedFor: ['complaints'] },
  { code: 'instagram', name: 'Instagram', usedFor: ['complaints'] },
  { code: 'x', name: 'X (Twitter)', usedFor: ['complaints'] },
  { code: 'email', name: 'Surat elektronik', usedFor: ['services', 'complaints'] },
  { code: 'kotak-saran', name: 'Kotak saran', usedFor: ['complaints'] },
  { code: 'sp4n-lapor', name: 'SP4N-LAPOR!', usedFor: ['complaints'] },
];
