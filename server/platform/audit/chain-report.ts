import type { Database } from '../database/pool.ts';
import { verifyAllChains, type ChainFault, type ChainState } from './verify-chain.repository.ts';

const FAULTS: Readonly<Record<ChainFault['kind'], (sequence: string) => string>> = {
  missing: (sequence) => `catatan nomor ${sequence} hilang`,
  changed: (sequence) => `catatan nomor ${sequence} diubah atau dipindahkan`,
  'out-of-order': (sequence) =>
    `catatan nomor ${sequence} tidak bersambung dengan catatan sebelumnya (disisipkan, atau yang sebelumnya diubah)`,
  'cut-off': (sequence) => `catatan di ujung rantai hilang, mulai nomor ${sequence}`,
  'beyond-end': (sequence) => `ada catatan sesudah ujung rantai, mulai nomor ${sequence}`,
  'earlier-changed': () => 'catatan dari sebelum rantai ada yang diubah, ditambah, atau dihapus',
};

/**
 * Checks every chain as a whole and tells of each in a sentence, then what to do.
 *
 * @returns true when all are whole
 */
export async function reportChains(database: Database, log: (line: string) => void): Promise<boolean> {
  let whole = true;
  for await (const { kabupaten, state } of verifyAllChains(database)) {
    log(chainSentence(kabupaten, state));
    whole &&= state.fault === null;
  }
  log(
    whole
      ? 'Riwayat utuh. Catat ujung rantai di atas di tempat lain: dengan itu terbukti bahwa riwayat tidak ditulis ulang.'
      : 'Riwayat TIDAK utuh. Jangan ubah apa pun; simpan cadangan basis data ini dan laporkan kepada Inspektorat.',
  );
  return whole;
}

/** What the check of one chain found, as a sentence for the operator. */
export function chainSentence(
  kabupaten: { readonly code: string; readonly name: string } | null,
  state: ChainState,
): string {
  const whose = kabupaten === null ? 'Pemasangan' : `${kabupaten.name} (${kabupaten.code})`;
  const earlier =
    state.earlier === 0 ? '' : `; ${number(state.earlier)} catatan dari sebelum rantai, tanpa nomor urut`;
  if (state.fault !== null)
    return `${whose}: TIDAK UTUH, ${FAULTS[state.fault.kind](number(state.fault.sequence))}${earlier}.`;
  if (state.end === null) return `${whose}: belum ada catatan berantai${earlier}.`;
  return `${whose}: utuh, ${number(state.entries)} catatan, ujung rantai ${state.end.slice(0, 16)}${earlier}.`;
}

function number(value: number): string {
  return value.toLocaleString('id-ID');
}
