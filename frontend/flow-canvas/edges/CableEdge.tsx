import type { EdgeProps } from '@xyflow/react';
import { BaseEdge, Position } from '@xyflow/react';
import { memo } from 'react';
import type { CableEdge as Shape } from '../toGraph';

/** A patch cable from a customization into a call: dashed copper with a slight sag. */
export const CableEdge = memo(({ id, sourceX, sourceY, targetX, targetY, sourcePosition }: EdgeProps<Shape>) => {
  const sideways = sourcePosition === Position.Right;
  return (
    <g className="fc-cable">
      <BaseEdge
        id={id}
        path={cablePath({ x: sourceX, y: sourceY }, { x: targetX, y: targetY }, sideways)}
        interactionWidth={20}
      />
    </g>
  );
});
CableEdge.displayName = 'CableEdge';

type Point = { x: number; y: number };

/** A Bézier that leaves and enters straight and hangs a little, as a cable does. */
export const cablePath = (from: Point, to: Point, sideways: boolean): string => {
  const gap = sideways ? to.x - from.x : to.y - from.y;
  const reach = Math.max(gap * 0.55, 30);
  const sag = Math.min(12, 4 + Math.hypot(to.x - from.x, to.y - from.y) * 0.04);
  const first = sideways ? { x: from.x + reach, y: from.y + sag } : { x: from.x, y: from.y + reach };
  const second = sideways ? { x: to.x - reach, y: to.y + sag / 2 } : { x: to.x, y: to.y - reach };
  const points = [first, second, to].map((point) => `${point.x.toFixed(1)} ${point.y.toFixed(1)}`);
  return `M${from.x.toFixed(1)} ${from.y.toFixed(1)} C${points.join(' ')}`;
};
