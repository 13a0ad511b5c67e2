import type { EdgeProps } from '@xyflow/react';
import { BaseEdge, Position } from '@xyflow/react';
import { memo } from 'react';
import type { CableEdge as Shape } from '../toGraph';
import { cable, pathOf, pointAt } from './cable';

/** Where along a cable its number sits: near the node that it comes from, where cables of one call are still apart. */
const NUMBER_AT = 0.3;

/** A patch cable from a customization into a call: dashed copper with a slight sag; numbered where the call has several. */
export const CableEdge = memo(({ id, sourceX, sourceY, targetX, targetY, sourcePosition, data }: EdgeProps<Shape>) => {
  const line = cable({ x: sourceX, y: sourceY }, { x: targetX, y: targetY }, sourcePosition === Position.Right);
  const place = data?.place ?? null;
  const at = pointAt(line, NUMBER_AT);
  return (
    <g className="fc-cable">
      <BaseEdge id={id} path={pathOf(line)} interactionWidth={20} />
      {place !== null && (
        <g className="fc-cable-place" transform={`translate(${at.x.toFixed(1)} ${at.y.toFixed(1)})`}>
          <circle r={7.5} />
          <text dy="0.36em">{place}</text>
          <title>{`Applied as number ${String(place)}`}</title>
        </g>
      )}
    </g>
  );
});
CableEdge.displayName = 'CableEdge';
