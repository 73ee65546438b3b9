import { type ActionText, text } from './action-text.ts';

/** The installation itself: kabupaten, backups, the chain of the trail, refused calls. */
export const INSTALLATION_ACTIONS: Readonly<Record<string, ActionText>> = {
  'kabupaten-added': text(
    'Menambah kabupaten',
    'Regency added',
    'Menambah kabupaten {name} dengan zona waktu {timeZone}.',
    'Added the regency {name} with the time zone {timeZone}.',
  ),
  'demo-removed': text(
    'Menghapus data contoh',
    'Demo data removed',
    'Menghapus data contoh[ {kabupaten}][ dan {users} akun contoh].',
    'Removed the demo data[ of {kabupaten}][ and {users} demo accounts].',
  ),
  backup: text(
    'Membuat cadangan',
    'Backup written',
    'Menyimpan cadangan seluruh data ke “{fileName}” ({rows} baris).',
    'Saved a backup of all data to “{fileName}” ({rows} rows).',
  ),
  restore: text(
    'Memulihkan cadangan',
    'Backup restored',
    'Memulihkan cadangan “{fileName}” yang dibuat {createdAt} ({rows} baris).',
    'Restored the backup “{fileName}” made at {createdAt} ({rows} rows).',
  ),
  'chain-begun': text(
    'Rantai riwayat dimulai',
    'Chain begun',
    'Rantai riwayat dimulai; {count} catatan lama dikunci dengan satu sidik.',
    'The chain of the audit trail began; {count} earlier entries are sealed by one digest.',
  ),
  'akses-ditolak': text(
    'Akses ditolak',
    'Access refused',
    'Meminta “{subject}”[ untuk unit {unit}], yang bukan wewenangnya; ditolak ({status}).',
    'Asked for “{subject}”[ of the unit {unit}], which is not theirs; refused ({status}).',
  ),
  'akses-ditolak-lagi': text(
    'Banyak akses ditolak',
    'Many accesses refused',
    'Dalam satu menit masih {count} permintaan lain ditolak, selain yang tercatat satu per satu.',
    'Within a minute {count} more calls were refused, besides those on record one by one.',
  ),
};
