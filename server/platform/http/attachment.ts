/**
 * `Content-Disposition` of a file that is to be saved and never opened in the page (RFC 6266): the name in UTF-8
 * (RFC 8187), and one of plain letters for programs that do not read it.
 */
export function attachmentHeader(fileName: string): string {
  const plain = fileName.normalize('NFD').replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const exact = encodeURIComponent(fileName.toWellFormed()).replaceAll(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}
