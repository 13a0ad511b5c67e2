import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { Icon } from '../Icon';
import { iconOf } from '../kinds';
import type { LogicNode as Shape } from '../toGraph';
import { SIDE } from '../toGraph';
import { Branches, Jack } from './Jack';
import { StepFrame } from './StepFrame';

/** Every step that is not a call: its branches are its ports, evenly along the edge. */
export const LogicNode = memo(({ data, selected }: NodeProps<Shape>) => {
  const { step, direction, plugged } = data;
  return (
    <StepFrame
      step={step}
      selected={selected}
      pinned={step.pinned}
      tile={
        <span className="fc-tile">
          <Icon name={iconOf(step.kind)} />
        </span>
      }
      plain={step.summary}
      summary={<span className="fc-ellipsis">{step.summary}</span>}
    >
      <Jack port="in" role="in" direction={direction} plugged={plugged} />
      {plugged.includes(SIDE) && <Jack port={SIDE} role="side" direction={direction} plugged={plugged} />}
      {step.errorPort && <Jack port="error" role="error" direction={direction} plugged={plugged} />}
      <Branches branches={step.branches} direction={direction} plugged={plugged} />
    </StepFrame>
  );
});
LogicNode.displayName = 'LogicNode';
