import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportResult } from '#contract/imports';
import type { ApiCaller } from '../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../testing/test-product.ts';

export interface ImportDesk {
  readonly product: TestProduct;
  /** Of 64.02, Kutai Kartanegara (WITA). */
  readonly bupati: ApiCaller;
  /** Of the unit 64.02.07. */
  readonly camat: ApiCaller;
}

/** A product with two kabupaten; `bupati.lain` leads the other one. */
export async function openImportDesk(): Promise<ImportDesk> {
  const kabupaten = '64.02';
  const product = await startTestProduct({ now: '2026-06-30T02:00:00Z' });
  await product.addKabupaten(kabupaten, 'Asia/Makassar');
  await product.addKabupaten('32.16', 'Asia/Jakarta');
  await product.addPerson('bupati', { role: 'bupati', kabupaten });
  await product.addPerson('camat', { role: 'camat', kabupaten, unit: '64.02.07' });
  await product.addPerson('bupati.lain', { role: 'bupati', kabupaten: '32.16' });
  return { product, bupati: await product.signIn('bupati'), camat: await product.signIn('camat') };
}

/** Rows read, inserted, updated, unchanged, rejected. */
export function countsOf(result: ImportResult): number[] {
  return [
    result.rowsRead,
    result.rowsInserted,
    result.rowsUpdated,
    result.rowsUnchanged,
    result.rowsRejected,
  ];
}

/** Names of the uploaded files that still lie on the disk. */
export function uploadsOf(product: TestProduct): string[] {
  const folder = join(product.dataDir, 'uploads');
  return existsSync(folder) ? readdirSync(folder) : [];
}
