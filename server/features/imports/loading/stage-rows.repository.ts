import { once } from 'node:events';
import type { Knex } from 'knex';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { DatasetLoader, FieldValue } from '../../../platform/database/dataset-loader.ts';
import { newRecordId } from '../../../platform/database/record-id.ts';
import { copyLine } from './copy-text.ts';

const CHUNK = 64 * 1024;

/** Creates `stage_rows` for a dataset: row number, key for a new record, and the loader's columns. */
export async function createStage(transaction: Knex.Transaction, loader: DatasetLoader): Promise<void> {
  const columns = stagedColumns(loader).map(({ name, type }) => `${name} ${type}`);
  await transaction.raw(`create temporary table stage_rows (${columns.join(', ')}) on commit drop`);
}

function stagedColumns(loader: DatasetLoader): { name: string; type: string }[] {
  return [{ name: 'row_number', type: 'bigint' }, { name: 'id', type: 'uuid' }, ...loader.columns];
}

/** Streams rows into `stage_rows` by COPY; memory holds one chunk, however many rows come. */
export class StageWriter {
  readonly #copy: ReturnType<typeof copyFrom>;
  readonly #finished: Promise<unknown>;
  #chunk = '';

  private constructor(connection: PoolClient, columns: readonly string[]) {
    this.#copy = connection.query(copyFrom(`copy stage_rows (${columns.join(', ')}) from stdin`));
    this.#finished = once(this.#copy, 'finish');
    this.#finished.catch(() => undefined);
  }

  static async open(transaction: Knex.Transaction, loader: DatasetLoader): Promise<StageWriter> {
    const connection = await (
      transaction.client as { acquireConnection(): Promise<PoolClient> }
    ).acquireConnection();
    return new StageWriter(
      connection,
      stagedColumns(loader).map(({ name }) => name),
    );
  }

  async write(row: number, values: readonly FieldValue[]): Promise<void> {
    this.#chunk += copyLine([row, newRecordId(), ...values]);
    if (this.#chunk.length < CHUNK) return;
    const chunk = this.#chunk;
    this.#chunk = '';
    if (!this.#copy.write(chunk)) await once(this.#copy, 'drain');
  }

  async end(): Promise<void> {
    this.#copy.end(this.#chunk);
    await this.#finished;
  }

  /** Breaks the copy off; the transaction can then only be rolled back. */
  abort(): void {
    this.#copy.destroy();
  }
}
