import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { countsOf, useImports } from './import-file.testing.ts';

const square = (west: number) => [
  [west, 0],
  [west + 1, 0],
  [west + 1, 1],
  [west, 1],
  [west, 0],
];
const feature = (properties: Record<string, unknown>, coordinates: unknown, type = 'Polygon') => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
});
const SEBULU = feature({ kode: 'sebulu', nama: 'Sebulu', luas: 12.5 }, [square(116)]);

describe('outlines of areas', () => {
  const { load, rows, product } = useImports();

  async function loadFeatures(features: unknown[], dryRun = false, type = 'FeatureCollection') {
    const path = join(product().dataDir, `peta-${String(Math.random())}.geojson`);
    await writeFile(path, JSON.stringify({ type, features }));
    return load({ dataset: 'boundaries', path, dryRun });
  }
  const stored = () =>
    rows<{ area_code: string; geometry: unknown }>(
      'select area_code, geometry from boundaries where kabupaten_code = ? order by area_code',
    );

  it('are stored by the code of their unit, and the same file changes nothing', async () => {
    expect(countsOf(await loadFeatures([SEBULU]))).toEqual([1, 1, 0, 0, 0]);
    expect(await stored()).toEqual([{ area_code: 'sebulu', geometry: [[square(116)]] }]);
    expect(countsOf(await loadFeatures([SEBULU]))).toEqual([1, 0, 0, 1, 0]);
    const moved = feature({ kode: 'sebulu', nama: 'Sebulu' }, [square(117)]);
    expect(countsOf(await loadFeatures([moved]))).toEqual([1, 0, 1, 0, 0]);
  });

  it('find their unit by name where the code is foreign or missing', async () => {
    const result = await loadFeatures([feature({ kode: '99.01', nama: 'KECAMATAN SEBULU' }, [square(116)])]);
    expect(countsOf(result)).toEqual([1, 1, 0, 0, 0]);
    expect((await stored()).map(({ area_code }) => area_code)).toEqual(['sebulu']);
  });

  it('are only tried in a dry run', async () => {
    expect(countsOf(await loadFeatures([SEBULU], true))).toEqual([1, 1, 0, 0, 0]);
    expect(await stored()).toEqual([]);
  });

  it('are rejected one by one with the place of the feature and the reason', async () => {
    const result = await loadFeatures([
      SEBULU,
      feature({ kode: 'x1', nama: 'Antah Berantah' }, [square(118)]),
      feature({ kode: 'dinas', nama: 'Dinas Contoh' }, [
        [
          [500_000, 9_950_000],
          [500_001, 9_950_000],
          [500_001, 9_950_001],
          [500_000, 9_950_000],
        ],
      ]),
      feature({ kode: 'dinas', nama: 'Dinas Contoh' }, [116, 0], 'Point'),
    ]);
    expect(countsOf(result)).toEqual([4, 1, 0, 0, 3]);
    expect(result.errors.map(({ row, code }) => [row, code])).toEqual([
      [2, 'unit-unknown'],
      [3, 'not-degrees'],
      [4, 'not-an-area'],
    ]);
  });

  it('are repaired where that is safe, with a warning', async () => {
    const open = feature({ kode: 'sebulu', nama: 'Sebulu' }, [
      square(116).slice(0, 4),
      square(116).slice(0, 2),
    ]);
    const result = await loadFeatures([open]);
    expect(countsOf(result)).toEqual([1, 1, 0, 0, 0]);
    expect(result.warnings).toEqual([
      'Baris 1: garis batas yang belum tertutup ditutup.',
      'Baris 1: garis batas dengan kurang dari empat titik dilewatkan.',
    ]);
    expect(await stored()).toEqual([{ area_code: 'sebulu', geometry: [[square(116)]] }]);
  });

  it('come from a collection of features and from nothing else', async () => {
    const result = await loadFeatures([SEBULU], false, 'Topology');
    expect([result.status, result.failure]).toEqual([
      'failed',
      'Berkas GeoJSON harus berupa FeatureCollection dengan satu fitur per wilayah.',
    ]);
  });
});
