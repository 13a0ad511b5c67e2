import type { CanvasFlow, CanvasNode, Direction } from './model';

export type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

/** The step that an arrow key goes to: the nearest linked step on that side, or else the nearest of all. */
export const walk = (flow: CanvasFlow, from: string, arrow: Arrow): string | null => {
  const start = flow.nodes.find((node) => node.id === from);
  if (start === undefined) {
    return null;
  }
  const linked = new Set(
    flow.links.flatMap((link) => (link.from === from ? [link.to] : link.to === from ? [link.from] : [])),
  );
  const beside = flow.nodes
    .filter((node) => node.id !== from && along(start, node, arrow) > 0)
    .map((node) => ({ node, far: distance(start, node, arrow, flow.direction) + (linked.has(node.id) ? 0 : 10_000) }))
    .sort((a, b) => a.far - b.far);
  return beside[0]?.node.id ?? null;
};

const along = (from: CanvasNode, to: CanvasNode, arrow: Arrow): number => {
  switch (arrow) {
    case 'ArrowUp':
      return from.y - to.y;
    case 'ArrowDown':
      return to.y - from.y;
    case 'ArrowLeft':
      return from.x - to.x;
    case 'ArrowRight':
      return to.x - from.x;
  }
};

/** Along the flow a step aside counts little: the next layer is nearer than the one after. Across it, the same layer comes first. */
const distance = (from: CanvasNode, to: CanvasNode, arrow: Arrow, direction: Direction): number => {
  const vertical = arrow === 'ArrowUp' || arrow === 'ArrowDown';
  const aside = Math.abs(vertical ? to.x - from.x : to.y - from.y);
  return along(from, to, arrow) + aside * (vertical === (direction === 'down') ? 0.5 : 3);
};
