import type { CanvasFlow, CanvasLink, CanvasNode } from './model';
import { inPorts, outPorts, parentOf } from './model';

export type Ends = { from: string; fromPort: string; to: string; toPort: string };

/** Whether a link may be drawn: ports exist and fit each other, it is new, and the flow stays acyclic. */
export const canConnect = (flow: CanvasFlow, ends: Ends): boolean => {
  const from = flow.nodes.find((node) => node.id === ends.from);
  const to = flow.nodes.find((node) => node.id === ends.to);
  if (from === undefined || to === undefined || from.id === to.id) {
    return false;
  }
  if (!outPorts(from).includes(ends.fromPort) || !inPorts(to).includes(ends.toPort)) {
    return false;
  }
  if ((ends.fromPort === 'customize') !== (ends.toPort === 'customize')) {
    return false;
  }
  // No arrow crosses the border of a container; the cable of a customization may.
  if (ends.toPort !== 'customize' && parentOf(from) !== parentOf(to)) {
    return false;
  }
  return !flow.links.some((link) => same(link, ends)) && !reaches(flow.links, to.id, from.id);
};

/** The steps that a link from this port could end at. */
export const possibleTargets = (flow: CanvasFlow, from: string, fromPort: string): ReadonlySet<string> => {
  const toPort = targetPort(fromPort);
  return new Set(
    flow.nodes.filter((node) => canConnect(flow, { from, fromPort, to: node.id, toPort })).map((node) => node.id),
  );
};

/** The steps that a link into this port could begin at. */
export const possibleSources = (flow: CanvasFlow, to: string, toPort: string): ReadonlySet<string> =>
  new Set(
    flow.nodes
      .filter((node) => outPorts(node).some((fromPort) => canConnect(flow, { from: node.id, fromPort, to, toPort })))
      .map((node) => node.id),
  );

export const targetPort = (fromPort: string): string => (fromPort === 'customize' ? 'customize' : 'in');

/** The port that a link gets when only its step was named. */
export const mainPort = (node: CanvasNode): string | undefined => outPorts(node)[0];

const same = (link: CanvasLink, ends: Ends): boolean =>
  link.from === ends.from && link.fromPort === ends.fromPort && link.to === ends.to && link.toPort === ends.toPort;

const reaches = (links: readonly CanvasLink[], start: string, goal: string): boolean => {
  const next = new Map<string, string[]>();
  for (const link of links) {
    next.set(link.from, [...(next.get(link.from) ?? []), link.to]);
  }
  const seen = new Set<string>();
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === goal) {
      return true;
    }
    if (!seen.has(id)) {
      seen.add(id);
      open.push(...(next.get(id) ?? []));
    }
  }
  return false;
};
