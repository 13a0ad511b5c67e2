import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { Icon } from '../Icon';
import { iconOf } from '../kinds';
import type { TriggerNode as Shape } from '../toGraph';
import { Jack } from './Jack';
import { StepFrame } from './StepFrame';
import { Verb } from './Verb';

/** What starts the flow: webhook, schedule, by hand. */
export const TriggerNode = memo(({ data, selected }: NodeProps<Shape>) => (
  <StepFrame
    step={data.step}
    selected={selected}
    tile={
      <span className="fc-tile">
        <Icon name={iconOf(data.step.kind)} />
      </span>
    }
    plain={data.step.summary}
    summary={
      <>
        {data.step.verb !== null && <Verb verb={data.step.verb} />}
        {data.step.summary}
      </>
    }
  >
    <Jack port="next" role="out" direction={data.direction} plugged={data.plugged} />
  </StepFrame>
));
TriggerNode.displayName = 'TriggerNode';
