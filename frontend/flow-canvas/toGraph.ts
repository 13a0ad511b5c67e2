import type { Edge, Node } from '@xyflow/react';
import type {
  CallData,
  CanvasFlow,
  CanvasLink,
  CanvasNode,
  CustomizationData,
  Direction,
  LogicData,
  NoteData,
  TriggerData,
} from './model';
import { nameOf, sizeOf } from './model';

/** What every node component gets beside its own data. `plugged` are the ports that have a link. */
type Frame = { readonly direction: Direction; readonly plugged: readonly string[]; readonly readOnly: boolean };

export type TriggerNode = Node<{ step: TriggerData } & Frame, 'trigger'>;
export type CallNode = Node<{ step: CallData } & Frame, 'call'>;
export type LogicNode = Node<{ step: LogicData } & Frame, 'logic'>;
export type CustomizationNode = Node<{ step: CustomizationData } & Frame, 'customization'>;
export type NoteNode = Node<{ step: NoteData } & Frame, 'note'>;
export type GraphNode = TriggerNode | CallNode | LogicNode | CustomizationNode | NoteNode;

export type LinkEdge = Edge<{ link: CanvasLink; label: string | null }, 'link'>;
/** `place` counts the cables into one call in the order in which they apply; null for the only one. */
export type CableEdge = Edge<{ link: CanvasLink; place: number | null }, 'cable'>;
export type GraphEdge = LinkEdge | CableEdge;

export type Graph = { readonly nodes: GraphNode[]; readonly edges: GraphEdge[] };

/** The element within a node that says how the node is announced. */
export const labelId = (id: string): string => `fc-label-${id}`;

/** The handle at the left edge where an error link from a neighbour ends. */
export const SIDE = 'in:side';

/** Flow → nodes and edges. Nodes and edges that did not change are taken over from `before`, so that React skips them. */
export const toGraph = (flow: CanvasFlow, readOnly: boolean, before?: Graph): Graph => {
  const byId = new Map(flow.nodes.map((node) => [node.id, node]));
  const edges = flow.links.flatMap((link) => {
    const from = byId.get(link.from);
    const to = byId.get(link.to);
    return from !== undefined && to !== undefined ? [toEdge(link, from, to, flow)] : [];
  });
  const plugged = new Map<string, Set<string>>();
  for (const edge of edges) {
    plug(plugged, edge.source, edge.sourceHandle ?? '');
    plug(plugged, edge.target, edge.targetHandle ?? '');
  }
  const nodes = flow.nodes.map((node) =>
    toNode(node, flow.direction, [...(plugged.get(node.id) ?? [])].sort(), readOnly),
  );
  return before === undefined
    ? { nodes, edges }
    : { nodes: keep(nodes, before.nodes), edges: keep(edges, before.edges) };
};

const plug = (plugged: Map<string, Set<string>>, id: string, port: string): void => {
  plugged.set(id, (plugged.get(id) ?? new Set()).add(port));
};

const toNode = (step: CanvasNode, direction: Direction, plugged: readonly string[], readOnly: boolean): GraphNode => {
  const common = {
    id: step.id,
    position: { x: step.x, y: step.y },
    ...sizeOf(step),
    zIndex: step.type === 'note' ? -1 : 0,
    domAttributes: { 'aria-labelledby': labelId(step.id) },
  };
  const frame = { direction, plugged, readOnly };
  switch (step.type) {
    case 'trigger':
      return { ...common, type: 'trigger', data: { step, ...frame } };
    case 'call':
      return { ...common, type: 'call', data: { step, ...frame } };
    case 'logic':
      return { ...common, type: 'logic', data: { step, ...frame } };
    case 'customization':
      return { ...common, type: 'customization', data: { step, ...frame } };
    case 'note':
      return { ...common, type: 'note', data: { step, ...frame } };
  }
};

const toEdge = (link: CanvasLink, from: CanvasNode, to: CanvasNode, flow: CanvasFlow): GraphEdge => {
  const ends = { id: link.id, source: link.from, sourceHandle: link.fromPort, target: link.to };
  if (link.toPort === 'customize') {
    const place = placeOf(link, flow);
    return {
      ...ends,
      type: 'cable',
      targetHandle: 'customize',
      data: { link, place },
      ariaLabel: `${nameOf(from)} customizes ${nameOf(to)}${place === null ? '' : `, number ${String(place)}`}`,
    };
  }
  const label = link.fromPort === 'next' ? null : link.fromPort;
  return {
    ...ends,
    type: 'link',
    targetHandle: entersAtSide(link, from, to, flow) ? SIDE : link.toPort,
    data: { link, label },
    ariaLabel: `${label === null ? 'Link' : `Link ${label}`} from ${nameOf(from)} to ${nameOf(to)}`,
  };
};

const placeOf = (link: CanvasLink, flow: CanvasFlow): number | null => {
  const cables = flow.links.filter((other) => other.to === link.to && other.toPort === 'customize');
  return cables.length < 2 ? null : cables.findIndex((other) => other.id === link.id) + 1;
};

/** An error link to the next step beside goes straight across; a cable there has the older right to that edge. */
const entersAtSide = (link: CanvasLink, from: CanvasNode, to: CanvasNode, flow: CanvasFlow): boolean => {
  if (link.fromPort !== 'error' || flow.links.some((other) => other.to === to.id && other.toPort === 'customize')) {
    return false;
  }
  const size = sizeOf(from);
  return flow.direction === 'down'
    ? to.x >= from.x + size.width + 20 && Math.abs(to.y - from.y) <= size.height
    : to.y >= from.y + size.height + 20 && Math.abs(to.x - from.x) <= size.width / 2;
};

const keep = <T extends { id: string }>(now: T[], before: readonly T[]): T[] => {
  const old = new Map(before.map((item) => [item.id, item]));
  return now.map((item) => {
    const same = old.get(item.id);
    return same !== undefined && JSON.stringify(same) === JSON.stringify(item) ? same : item;
  });
};
