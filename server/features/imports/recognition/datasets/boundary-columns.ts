import type { DatasetDefinition } from '../dataset-columns.ts';

/** Outlines of areas for the map. A GeoJSON file becomes such rows: its properties are the columns. */
export const BOUNDARIES: DatasetDefinition = {
  name: 'boundaries',
  label: 'Batas wilayah',
  description:
    'Garis batas kecamatan untuk peta: berkas GeoJSON (bujur dan lintang, WGS 84) dengan satu fitur per wilayah. Nomor baris pada pesan kesalahan adalah urutan fiturnya.',
  key: 'kode',
  columns: [
    {
      field: 'code',
      names: ['kode', 'code', 'kode_kecamatan', 'kode_wilayah', 'kdkec', 'kdcpum', 'kode_unit'],
      kind: 'text',
      required: false,
      explanation: 'Kode wilayah Kemendagri atau kode unit; boleh kosong bila namanya dikenal.',
      example: '64.02.07',
    },
    {
      field: 'name',
      names: ['nama', 'name', 'kecamatan', 'nama_kecamatan', 'wadmkc', 'namobj', 'nama_wilayah'],
      kind: 'text',
      required: true,
      explanation: 'Nama wilayah, dipakai mencari unitnya bila kodenya tidak dikenal.',
      example: 'Sebulu',
    },
    {
      field: 'geometry',
      names: ['geometri', 'geometry'],
      kind: 'text',
      required: true,
      maxLength: 8_000_000,
      explanation:
        'Garis batas sebagai GeoJSON Polygon atau MultiPolygon; pada berkas GeoJSON terisi sendiri.',
      example: '{"type":"Polygon","coordinates":[[[116.9,-0.4],[117,-0.4],[117,-0.3],[116.9,-0.4]]]}',
    },
    {
      field: 'source',
      names: ['sumber', 'source'],
      kind: 'text',
      required: false,
      explanation: 'Sumber garis batas, misalnya nama peta dan tahunnya.',
      example: 'Peta batas kecamatan 2024',
    },
  ],
};
