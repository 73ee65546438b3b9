import type { AwardDrafts } from './award-drafts-api.ts';

/**
 * The drafts as one text, to be pasted into a letter or a form. It is Indonesian in every language, as the forms are; what
 * is missing says so, so that nobody hands in a gap unseen.
 */
export function igaText({ innovation, iga }: AwardDrafts): string {
  const lines = iga.sid.map(({ number, name, level, levels, text }) => {
    const reached =
      level === null ? 'parameter belum dipilih' : `parameter ${level}: ${levels[level - 1] ?? ''}`;
    return `${number}. ${name} (${reached})\n   ${text === '' ? '[belum diisi]' : text}`;
  });
  return [`IGA ${iga.year}: ${titleOf(innovation)}`, `Sumber tabel: ${iga.source.name}`, '', ...lines].join(
    '\n',
  );
}

/** The proposal section by section, with how many of the words each takes. */
export function kippText({ innovation, kipp }: AwardDrafts): string {
  const parts = kipp.sections.map(
    ({ name, words, mostWords, text }) =>
      `${name} (${words} dari ${mostWords} kata)\n${text === '' ? '[belum diisi]' : text}\n`,
  );
  return [`KIPP: ${titleOf(innovation)}`, `Sumber formulir: ${kipp.source.name}`, '', ...parts]
    .join('\n')
    .trimEnd();
}

function titleOf({ name, acronym, unit }: AwardDrafts['innovation']): string {
  const full = acronym === '' || name.includes(acronym) ? name : `${name} (${acronym})`;
  return `${full}, ${unit.name}`;
}
