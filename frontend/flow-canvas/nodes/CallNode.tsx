import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import type { CallNode as Shape } from '../toGraph';
import { SIDE } from '../toGraph';
import { Jack } from './Jack';
import { StepFrame } from './StepFrame';
import { Verb } from './Verb';

/** A call of a method of an API. */
export const CallNode = memo(({ data, selected }: NodeProps<Shape>) => (
  <StepFrame
    step={data.step}
    selected={selected}
    pinned={data.step.pinned}
    customizations={data.step.customizations}
    tile={<span className={`fc-tile mono tone-${String(data.step.tone)}`}>{data.step.monogram}</span>}
    plain={`${data.step.apiName}, ${data.step.verb} ${data.step.method}`}
    summary={
      <>
        <Verb verb={data.step.verb} />
        <span className="fc-ellipsis">{data.step.method}</span>
      </>
    }
  >
    <Jack port="in" role="in" direction={data.direction} plugged={data.plugged} />
    {data.plugged.includes(SIDE) ? (
      <Jack port={SIDE} role="side" direction={data.direction} plugged={data.plugged} />
    ) : (
      <Jack port="customize" role="customize" direction={data.direction} plugged={data.plugged} />
    )}
    <Jack port="error" role="error" direction={data.direction} plugged={data.plugged} />
    <Jack port="next" role="out" direction={data.direction} plugged={data.plugged} />
  </StepFrame>
));
CallNode.displayName = 'CallNode';
