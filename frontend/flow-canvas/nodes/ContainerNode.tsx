import type { NodeProps } from '@xyflow/react';
import { NodeResizer } from '@xyflow/react';
import { memo } from 'react';
import { useCanvas } from '../CanvasStore';
import { useCanvasContext } from '../context';
import { Icon } from '../Icon';
import { iconOf } from '../kinds';
import { announce } from '../label';
import { HEAD_HEIGHT } from '../model';
import { outcome } from '../states';
import type { ContainerNode as Shape, Place } from '../toGraph';
import { labelId, SIDE } from '../toGraph';
import { Branches, Jack } from './Jack';
import { NameField } from './NameField';
import { fade, Markers, StateMark } from './StepFrame';
import './container.css';

const LEAST_WIDTH = 244;
const LEAST_HEIGHT = 122;

/** A step with steps inside: a head that names it, a border with its jacks, and room. Dragged by its head. */
export const ContainerNode = memo(({ id, data, selected }: NodeProps<Shape>) => {
  const { step, direction, plugged, entries, origin, readOnly } = data;
  const { store, emit } = useCanvasContext();
  const state = useCanvas(store, (s) => s.state(id));
  const problems = useCanvas(store, (s) => s.problems(id));
  const possible = useCanvas(store, (s) => s.isPossible(id));
  const dropping = useCanvas(store, (s) => s.isDropContainer(id));
  const result = outcome(state);
  const classes = [
    'fc-node',
    'fc-container',
    step.kind,
    state?.state ?? 'idle',
    selected && 'selected',
    fade(possible),
    dropping && 'dropping',
  ];
  return (
    <div className={classes.filter(Boolean).join(' ')}>
      <span id={labelId(id)} hidden>
        {announce(step, state, problems)}
      </span>
      <NodeResizer
        isVisible={selected && !readOnly}
        minWidth={LEAST_WIDTH}
        minHeight={LEAST_HEIGHT}
        onResizeEnd={(_, size) => {
          emit('box-resized', {
            id,
            x: size.x + origin.x,
            y: size.y + origin.y,
            width: size.width,
            height: size.height,
          });
        }}
      />
      <Jack port="in" role="in" direction={direction} plugged={plugged} />
      {plugged.includes(SIDE) && <Jack port={SIDE} role="side" direction={direction} plugged={plugged} />}
      <Jack port="error" role="error" direction={direction} plugged={plugged} />
      <Branches branches={step.branches} direction={direction} plugged={plugged} />
      <div className="fc-container-head" title={[step.name, step.summary].filter(Boolean).join('\n')}>
        <Icon name={iconOf(step.kind)} />
        <NameField id={id} name={step.name} />
        <span className="fc-container-about">{step.summary}</span>
        <span className={`fc-container-limits${result === null ? '' : ' result'}`}>{result ?? step.limits}</span>
        <StateMark state={state} pinned={step.pinned} />
      </div>
      {step.members === 0 ? (
        <div className="fc-container-empty">
          <Icon name="plus" />
          Drop steps here
        </div>
      ) : (
        <Entries entries={entries} down={direction === 'down'} />
      )}
      <Markers problems={problems} attempts={state?.attempts ?? 0} customizations={0} />
    </div>
  );
});
ContainerNode.displayName = 'ContainerNode';

/** Short lines from the edge to the steps that start when the container does. */
const Entries = ({ entries, down }: { entries: readonly Place[]; down: boolean }) => (
  <svg className="fc-container-entries" aria-hidden="true">
    {entries.map((to) => (
      <path
        key={`${String(to.x)} ${String(to.y)}`}
        d={down ? `M${String(to.x)} ${String(HEAD_HEIGHT)}V${String(to.y)}` : `M0 ${String(to.y)}H${String(to.x)}`}
      />
    ))}
  </svg>
);
