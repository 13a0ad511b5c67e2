import type { EdgeProps, ReactFlowState } from '@xyflow/react';
import { BaseEdge, EdgeLabelRenderer, getSmoothStepPath, Position, useStoreApi } from '@xyflow/react';
import { memo, useMemo } from 'react';
import { useCanvas } from '../CanvasStore';
import { useCanvasContext } from '../context';
import type { LinkEdge as Shape } from '../toGraph';
import type { Box, Point } from './route';
import { middle, roundedPath, routeDown, turned, turnedBox } from './route';
import './link.css';

type Drawn = { readonly path: string; readonly label: Point; readonly plus: Point };

/** An arrow of the flow: orthogonal, with its port's name on it, and a `+` that inserts a step. */
export const LinkEdge = memo((props: EdgeProps<Shape>) => {
  const { id, data, source, target, sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition } = props;
  const { store, emit } = useCanvasContext();
  const graph = useStoreApi();
  const look = useCanvas(store, (s) => s.look(id, source, target));
  const dropping = useCanvas(store, (s) => s.isDropLink(id));
  const { path, label, plus } = useMemo(
    () =>
      draw(
        { x: sourceX, y: sourceY },
        { x: targetX, y: targetY },
        sourcePosition,
        targetPosition,
        boxesOf(graph.getState(), source),
      ),
    [source, sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, graph],
  );
  const isError = data?.link.fromPort === 'error';
  const classes = ['fc-link', look, isError && 'error', dropping && 'dropping'].filter(Boolean).join(' ');
  const spot = data?.label == null ? label : plus;
  return (
    <g className={classes}>
      <BaseEdge id={id} path={path} interactionWidth={20} />
      <g
        className="fc-plus"
        transform={`translate(${String(spot.x)} ${String(spot.y)})`}
        onClick={(event) => {
          event.stopPropagation();
          const { clientX, clientY } = event;
          emit('add-step-requested', { ...spot, clientX, clientY, from: null, fromPort: null, linkId: id });
        }}
      >
        <title>Insert a step</title>
        <circle r="12" className="hit" />
        <circle r="8" />
        <path d="M-3.5 0H3.5M0 -3.5V3.5" />
      </g>
      {data?.label != null && (
        <EdgeLabelRenderer>
          <span
            className={`fc-label ${look}${isError ? ' error' : ''}${props.selected === true ? ' selected' : ''}`}
            style={{ transform: `translate(-50%, -50%) translate(${String(label.x)}px, ${String(label.y)}px)` }}
          >
            {data.label}
          </span>
        </EdgeLabelRenderer>
      )}
    </g>
  );
});
LinkEdge.displayName = 'LinkEdge';

/** What a link has to go around: its neighbours, but not what is inside of them or around it. */
const boxesOf = (state: ReactFlowState, source: string): readonly Box[] => {
  const container = state.nodeLookup.get(source)?.parentId;
  return [...state.nodeLookup.values()]
    .filter((node) => node.type !== 'note' && node.parentId === container)
    .map((node) => ({ ...node.internals.positionAbsolute, width: node.width ?? 0, height: node.height ?? 0 }));
};

const draw = (from: Point, to: Point, leaves: Position, enters: Position, boxes: readonly Box[]): Drawn => {
  if (leaves === Position.Bottom && enters === Position.Top) {
    return drawn(routeDown(from, to, boxes));
  }
  if (leaves === Position.Right && enters === Position.Left) {
    return drawn(routeDown(turned(from), turned(to), boxes.map(turnedBox)).map(turned));
  }
  const [path, x, y] = getSmoothStepPath({
    sourceX: from.x,
    sourceY: from.y,
    targetX: to.x,
    targetY: to.y,
    sourcePosition: leaves,
    targetPosition: enters,
    borderRadius: 6,
    offset: 16,
  });
  return { path, label: { x, y }, plus: besideEnd(to, enters) };
};

const drawn = (points: readonly Point[]): Drawn => {
  const last = points.at(-1) ?? { x: 0, y: 0 };
  const before = points.at(-2) ?? last;
  return {
    path: roundedPath(points),
    label: middle(points),
    plus: { x: (last.x + before.x) / 2, y: (last.y + before.y) / 2 },
  };
};

const besideEnd = (end: Point, enters: Position): Point =>
  enters === Position.Top ? { x: end.x, y: end.y - 16 } : { x: end.x - 16, y: end.y };
