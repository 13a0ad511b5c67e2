import type { Edge, Node } from '@xyflow/react';
import type {
  CallData,
  CanvasFlow,
  CanvasLink,
  CanvasNode,
  ContainerData,
  CustomizationData,
  Direction,
  LogicData,
  NoteData,
  TriggerData,
} from './model';
import { depthOf, HEAD_HEIGHT, nameOf, parentOf, sizeOf } from './model';

/** What every node component gets beside its own data. `plugged` are the ports that have a link. */
type Frame = { readonly direction: Direction; readonly plugged: readonly string[]; readonly readOnly: boolean };

export type Place = { readonly x: number; readonly y: number };

export type TriggerNode = Node<{ step: TriggerData } & Frame, 'trigger'>;
export type CallNode = Node<{ step: CallData } & Frame, 'call'>;
export type LogicNode = Node<{ step: LogicData } & Frame, 'logic'>;
export type CustomizationNode = Node<{ step: CustomizationData } & Frame, 'customization'>;
/** `entries` are where what starts inside stands, seen from the container; `origin` is the place of what the container is in. */
export type ContainerNode = Node<
  { step: ContainerData; entries: readonly Place[]; origin: Place } & Frame,
  'container'
>;
export type NoteNode = Node<{ step: NoteData; origin: Place } & Frame, 'note'>;
export type GraphNode = TriggerNode | CallNode | LogicNode | ContainerNode | CustomizationNode | NoteNode;

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
  const nodes = parentsFirst(flow, byId).map((node) =>
    toNode(node, flow, byId, [...(plugged.get(node.id) ?? [])].sort(), readOnly),
  );
  return before === undefined
    ? { nodes, edges }
    : { nodes: keep(nodes, before.nodes), edges: keep(edges, before.edges) };
};

const plug = (plugged: Map<string, Set<string>>, id: string, port: string): void => {
  plugged.set(id, (plugged.get(id) ?? new Set()).add(port));
};

/** React Flow wants containers before what is inside of them; before their neighbours too, so that these are drawn over them. */
const parentsFirst = (flow: CanvasFlow, byId: ReadonlyMap<string, CanvasNode>): readonly CanvasNode[] => {
  const rank = (node: CanvasNode): number => depthOf(byId, node) * 2 + (node.type === 'container' ? 0 : 1);
  return flow.nodes
    .map((node, i) => ({ node, rank: rank(node), i }))
    .sort((a, b) => a.rank - b.rank || a.i - b.i)
    .map(({ node }) => node);
};

const NOWHERE: Place = { x: 0, y: 0 };

const toNode = (
  step: CanvasNode,
  flow: CanvasFlow,
  byId: ReadonlyMap<string, CanvasNode>,
  plugged: readonly string[],
  readOnly: boolean,
): GraphNode => {
  const parent = parentOf(step);
  const around = parent === null ? undefined : byId.get(parent);
  const origin = around === undefined ? NOWHERE : { x: around.x, y: around.y };
  const common = {
    id: step.id,
    position: { x: step.x - origin.x, y: step.y - origin.y },
    ...(around === undefined ? {} : { parentId: around.id }),
    ...sizeOf(step),
    zIndex: step.type === 'note' ? -1 : 0,
    domAttributes: { 'aria-labelledby': labelId(step.id) },
  };
  const frame = { direction: flow.direction, plugged, readOnly };
  switch (step.type) {
    case 'trigger':
      return { ...common, type: 'trigger', data: { step, ...frame } };
    case 'call':
      return { ...common, type: 'call', data: { step, ...frame } };
    case 'logic':
      return { ...common, type: 'logic', data: { step, ...frame } };
    case 'container':
      return {
        ...common,
        type: 'container',
        dragHandle: '.fc-container-head',
        data: { step, entries: entriesOf(step, flow), origin, ...frame },
      };
    case 'customization':
      return { ...common, type: 'customization', data: { step, ...frame } };
    case 'note':
      return { ...common, type: 'note', data: { step, origin, ...frame } };
  }
};

/** What starts when a container does: those inside that no link leads to. */
const entriesOf = (container: ContainerData, flow: CanvasFlow): readonly Place[] =>
  flow.nodes
    .filter((node) => parentOf(node) === container.id)
    .filter((node) => node.type === 'call' || node.type === 'logic' || node.type === 'container')
    .filter((node) => !flow.links.some((link) => link.to === node.id && link.toPort !== 'customize'))
    .map((node) => {
      const size = sizeOf(node);
      return flow.direction === 'down'
        ? { x: node.x - container.x + size.width / 2, y: node.y - container.y }
        : { x: node.x - container.x, y: node.y - container.y + size.height / 2 };
    })
    .filter((place) => (flow.direction === 'down' ? place.y > HEAD_HEIGHT : place.x > 0));

/** Where a node stands on the whole canvas. */
export const absolute = (nodes: readonly GraphNode[], node: GraphNode): Place => {
  const byId = new Map(nodes.map((one) => [one.id, one]));
  let { x, y } = node.position;
  for (let id = node.parentId; id !== undefined;) {
    const parent = byId.get(id);
    x += parent?.position.x ?? 0;
    y += parent?.position.y ?? 0;
    id = parent?.parentId;
  }
  return { x, y };
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
