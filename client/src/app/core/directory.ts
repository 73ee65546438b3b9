import { Injectable, computed, signal } from '@angular/core';
import { type UnitNode, channelsSchema, servicesSchema, unitsSchema } from '#contract/reference';
import { liveResource } from './live-resource.ts';

/** A unit in the tree, with how deep it stands there. */
export interface UnitEntry {
  readonly code: string;
  readonly name: string;
  readonly depth: number;
  readonly kind: string;
  /** From the top of the visible tree down to the unit itself. */
  readonly path: readonly { readonly code: string; readonly name: string }[];
}

/** The units, services and channels in scope. Each list is fetched when a screen first needs it. */
@Injectable({ providedIn: 'root' })
export class Directory {
  private readonly wanted = signal({ units: false, services: false, channels: false });

  private readonly unitTree = liveResource(
    () => (this.wanted().units ? { path: '/units' } : null),
    unitsSchema,
  );
  private readonly serviceList = liveResource(
    () => (this.wanted().services ? { path: '/services' } : null),
    servicesSchema,
  );
  private readonly channelList = liveResource(
    () => (this.wanted().channels ? { path: '/channels' } : null),
    channelsSchema,
  );

  readonly units = computed<readonly UnitEntry[] | undefined>(() => {
    const tree = this.unitTree.value();
    return tree === undefined ? undefined : flatten(tree.items);
  });
  readonly services = computed(() => this.serviceList.value()?.items);
  readonly channels = computed(() => this.channelList.value()?.items);
  readonly problem = computed(
    () => this.unitTree.problem() ?? this.serviceList.problem() ?? this.channelList.problem(),
  );

  /** Asks for a list; it arrives in the signal of the same name. */
  need(list: 'units' | 'services' | 'channels'): void {
    if (!this.wanted()[list]) this.wanted.update((wanted) => ({ ...wanted, [list]: true }));
  }

  /** The unit with this code, or null while the tree is not there or does not hold it. */
  findUnit(code: string): UnitEntry | null {
    return this.units()?.find((unit) => unit.code === code) ?? null;
  }

  /** Name of a service; its code until the list is there. */
  serviceName(code: string): string {
    return this.services()?.find((service) => service.code === code)?.name ?? code;
  }

  /** Name of a channel; its code until the list is there. */
  channelName(code: string): string {
    return this.channels()?.find((channel) => channel.code === code)?.name ?? code;
  }
}

/** The tree as a list in reading order. */
export function flatten(nodes: readonly UnitNode[], above: UnitEntry['path'] = []): UnitEntry[] {
  return nodes.flatMap((node) => {
    const path = [...above, { code: node.code, name: node.name }];
    return [
      { code: node.code, name: node.name, depth: above.length, kind: node.kind, path },
      ...flatten(node.children, path),
    ];
  });
}
