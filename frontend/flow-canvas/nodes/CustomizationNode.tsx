import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useCanvas } from '../CanvasStore';
import { useCanvasContext } from '../context';
import { Icon } from '../Icon';
import { iconOf } from '../kinds';
import { announce } from '../label';
import type { CustomizationNode as Shape } from '../toGraph';
import { labelId } from '../toGraph';
import { Jack } from './Jack';
import { NameField } from './NameField';
import { fade } from './StepFrame';
import './customization.css';

/** A node that changes how calls are made: a copper plug with a cable into their `customize` jacks. */
export const CustomizationNode = memo(({ id, data, selected }: NodeProps<Shape>) => {
  const { store } = useCanvasContext();
  const problems = useCanvas(store, (s) => s.problems(id));
  const possible = useCanvas(store, (s) => s.isPossible(id));
  const { step, direction, plugged } = data;
  const classes = ['fc-node', 'fc-customization', selected && 'selected', fade(possible)];
  return (
    <div className={classes.filter(Boolean).join(' ')} title={`${step.name}\n${step.summary}`}>
      <span id={labelId(id)} hidden>
        {announce(step, undefined, problems)}
      </span>
      <Jack port="customize" role="cable" direction={direction} plugged={plugged} />
      <span className="fc-plug">
        <Icon name={iconOf(step.kind)} />
      </span>
      <div className="fc-text">
        <NameField id={id} name={step.name} />
        <div className="fc-second result">{step.summary}</div>
      </div>
      {problems.length > 0 && (
        <span
          className={`fc-problem${problems.some((problem) => problem.severity === 'error') ? ' error' : ''}`}
          title={problems.map((problem) => problem.message).join('\n')}
        >
          {problems.length === 1 ? '!' : problems.length}
        </span>
      )}
    </div>
  );
});
CustomizationNode.displayName = 'CustomizationNode';
