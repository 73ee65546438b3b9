/** A mapping for a foreign file, as the contract describes it; further keys pass through as they were written. */
export type Mapping = Readonly<Record<string, unknown>> & {
  readonly columns?: Readonly<Record<string, string>>;
};

const PREVIEW_BYTES = 512 * 1024;
const LINE_FEED = 10;

/**
 * As much of a file as a preview needs. A CSV is cut after a whole line, because half a character would spoil the
 * recognition of its encoding; other files cannot be cut.
 */
export async function previewPart(file: File): Promise<File> {
  if (!/\.(csv|tsv|txt)$/i.test(file.name) || file.size <= PREVIEW_BYTES) return file;
  const bytes = new Uint8Array(await file.slice(0, PREVIEW_BYTES).arrayBuffer());
  const end = bytes.lastIndexOf(LINE_FEED);
  return end < 0 ? file : new File([bytes.subarray(0, end + 1)], file.name, { type: file.type });
}

/** A file with its mapping, as the server takes it; null for a file whose columns say themselves what they are. */
export function mappedForm(file: File, mapping: Mapping | null): FormData {
  const body = new FormData();
  // The mapping goes first, so that the server knows it when the rows begin to arrive.
  if (mapping !== null) body.set('mapping', JSON.stringify(mapping));
  body.set('file', file);
  return body;
}
