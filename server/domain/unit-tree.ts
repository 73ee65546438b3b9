import type { IsoDate } from './period/civil-date.ts';

export interface UnitRecord {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly parentCode: string | null;
  /** First day the unit exists, and the first day it no longer does (null: still exists). */
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
}

/** The units of a kabupaten as a tree; pure and built once per version of the structure. */
export class UnitTree {
  readonly #units: ReadonlyMap<string, UnitRecord>;
  readonly #children = new Map<string, UnitRecord[]>();

  constructor(units: readonly UnitRecord[]) {
    this.#units = new Map(units.map((unit) => [unit.code, unit]));
    for (const unit of units) {
      if (unit.parentCode === null) continue;
      const siblings = this.#children.get(unit.parentCode) ?? [];
      siblings.push(unit);
      this.#children.set(unit.parentCode, siblings);
    }
  }

  find(code: string): UnitRecord | null {
    return this.#units.get(code) ?? null;
  }

  /** Units directly below, in their given order. */
  childrenOf(code: string): readonly UnitRecord[] {
    return this.#children.get(code) ?? [];
  }

  /** The unit and everything below it; empty when there is no such unit. */
  subtreeCodes(code: string): string[] {
    if (!this.#units.has(code)) return [];
    return [code, ...this.childrenOf(code).flatMap((child) => this.subtreeCodes(child.code))];
  }

  /** True when `code` is `root` or lies below it. */
  isWithin(code: string, root: string): boolean {
    for (
      let unit = this.find(code);
      unit !== null;
      unit = unit.parentCode === null ? null : this.find(unit.parentCode)
    ) {
      if (unit.code === root) return true;
    }
    return false;
  }

  /** All ancestors of a unit, nearest first. */
  ancestorsOf(code: string): UnitRecord[] {
    const ancestors: UnitRecord[] = [];
    let parent = this.find(code)?.parentCode ?? null;
    while (parent !== null) {
      const unit = this.find(parent);
      if (!unit) break;
      ancestors.push(unit);
      parent = unit.parentCode;
    }
    return ancestors;
  }

  all(): readonly UnitRecord[] {
    return [...this.#units.values()];
  }
}
