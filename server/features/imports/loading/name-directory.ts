import type { Creatable } from '#contract/import-mapping';
import type { NameLookups, RowFault } from '../../../platform/database/dataset-loader.ts';
import { nearestName, normaliseName } from '../recognition/names.ts';
import { codeOf, numberedCode } from '../recognition/slug.ts';

export interface KnownName {
  readonly code: string;
  readonly name: string;
}

export interface Created extends KnownName {
  readonly kind: Creatable;
}

export interface DirectorySource {
  readonly units: readonly KnownName[];
  readonly services: readonly KnownName[];
  readonly channels: readonly KnownName[];
  readonly areas: readonly KnownName[];
  /** Codes of units the person may write to; null = all of the kabupaten. */
  readonly writableUnits: ReadonlySet<string> | null;
  /** What the mapping allows to create; nothing is created where `writableUnits` is limited. */
  readonly createMissing: ReadonlySet<Creatable>;
}

const LABELS: Readonly<Record<Creatable, string>> = { unit: 'Unit', service: 'Layanan', channel: 'Kanal' };
const COLUMNS: Readonly<Record<Creatable, string>> = { unit: 'unit', service: 'layanan', channel: 'kanal' };

/** Remembered answers per kind at most: a file may name millions of different things that are not there. */
const REMEMBERED = 50_000;
/** Units, services or channels one file may create: more is a wrong column, not a new kabupaten. */
const CREATED_AT_MOST = 5_000;

/**
 * Finds the units, services and channels a file names, by code or by name in any spelling of case, blanks and
 * punctuation; where the mapping allows it, creates what is missing. Never guesses: what is only similar becomes a
 * question in the error.
 */
export class NameDirectory implements NameLookups {
  readonly created: Created[] = [];
  readonly #source: DirectorySource;
  readonly #known: Readonly<Record<Creatable | 'area', Map<string, string>>>;
  readonly #codes: Readonly<Record<Creatable, Set<string>>>;
  readonly #remembered: Readonly<Record<Creatable, Map<string, string | RowFault>>> = {
    unit: new Map(),
    service: new Map(),
    channel: new Map(),
  };

  constructor(source: DirectorySource) {
    this.#source = source;
    this.#known = {
      unit: byText(source.units),
      service: byText(source.services),
      channel: byText(source.channels),
      area: byText(source.areas),
    };
    this.#codes = {
      unit: codesOf(source.units),
      service: codesOf(source.services),
      channel: codesOf(source.channels),
    };
  }

  unit(text: string): string | RowFault {
    return this.#find('unit', text);
  }

  anyUnit(text: string): string | RowFault {
    const named = text.trim();
    const code = this.#codes.unit.has(named) ? named : this.#known.unit.get(normaliseName(named));
    return code ?? this.#unknown('unit', named);
  }

  service(text: string): string | RowFault {
    return this.#find('service', text);
  }

  channel(text: string): string | RowFault {
    return this.#find('channel', text);
  }

  area(text: string): string | null {
    return this.#known.area.get(normaliseName(text)) ?? null;
  }

  #find(kind: Creatable, text: string): string | RowFault {
    const remembered = this.#remembered[kind].get(text);
    if (remembered !== undefined) return remembered;
    const found = this.#lookUp(kind, text.trim());
    if (this.#remembered[kind].size < REMEMBERED) this.#remembered[kind].set(text, found);
    return found;
  }

  #lookUp(kind: Creatable, text: string): string | RowFault {
    const code = this.#codes[kind].has(text) ? text : this.#known[kind].get(normaliseName(text));
    if (code !== undefined) return kind === 'unit' ? this.#writable(code, text) : code;
    // The catalogue is the kabupaten's: whoever writes for some of its units adds nothing to it.
    const mayCreate = this.#source.writableUnits === null && this.#source.createMissing.has(kind);
    if (mayCreate && text !== '') {
      if (this.created.length >= CREATED_AT_MOST) {
        return {
          column: COLUMNS[kind],
          code: 'too-many-created',
          message: `lebih dari ${CREATED_AT_MOST} nama baru dalam satu berkas; periksa apakah kolomnya benar.`,
        };
      }
      return this.#create(kind, text);
    }
    return this.#unknown(kind, text);
  }

  #writable(code: string, text: string): string | RowFault {
    const { writableUnits } = this.#source;
    if (writableUnits === null || writableUnits.has(code)) return code;
    return {
      column: 'unit',
      code: 'unit-outside-scope',
      message: `unit “${text}” di luar wilayah kerja Anda.`,
    };
  }

  #create(kind: Creatable, text: string): string {
    let code = codeOf(text);
    for (let number = 2; this.#codes[kind].has(code); number += 1) code = numberedCode(codeOf(text), number);
    this.#codes[kind].add(code);
    this.#known[kind].set(normaliseName(text), code);
    this.created.push({ kind, code, name: text });
    return code;
  }

  #unknown(kind: Creatable, text: string): RowFault {
    const names = {
      unit: this.#source.units,
      service: this.#source.services,
      channel: this.#source.channels,
    }[kind];
    const nearest = nearestName(
      text,
      names.flatMap(({ code, name }) => [name, code]),
    );
    const hint =
      nearest === null ? 'daftarkan dahulu atau perbaiki ejaannya.' : `apakah maksudnya “${nearest}”?`;
    return {
      column: COLUMNS[kind],
      code: `${kind}-unknown`,
      message: `${LABELS[kind]} “${text}” tidak dikenal; ${hint}`,
    };
  }
}

/** Codes and names → code. A name that two entries share finds neither: the file must then use codes. */
function byText(entries: readonly KnownName[]): Map<string, string> {
  const found = new Map<string, string>();
  const doubtful = new Set<string>();
  for (const { code, name } of entries) {
    const key = normaliseName(name);
    const other = found.get(key);
    if (other !== undefined && other !== code) doubtful.add(key);
    found.set(key, code);
  }
  for (const key of doubtful) found.delete(key);
  for (const { code } of entries) found.set(normaliseName(code), code);
  return found;
}

function codesOf(entries: readonly KnownName[]): Set<string> {
  return new Set(entries.map(({ code }) => code));
}
