import type { ReactNode } from 'react';
import { useCanvas } from '../CanvasStore';
import { useCanvasContext } from '../context';
import { Icon } from '../Icon';
import { announce } from '../label';
import type { CanvasNode, Problem, StepState } from '../model';
import { duration, outcome, STATES } from '../states';
import { labelId } from '../toGraph';
import { NameField } from './NameField';
import './step.css';

type Props = {
  readonly step: Exclude<CanvasNode, { type: 'note' | 'container' }>;
  readonly selected: boolean;
  readonly tile: ReactNode;
  /** the second line while no run is shown */
  readonly summary: ReactNode;
  readonly plain?: string;
  readonly pinned?: boolean;
  readonly customizations?: number;
  readonly children: ReactNode;
};

/** The frame that all steps share: tile, name, second line, state and markers. `children` are its jacks. */
export const StepFrame = (props: Props) => {
  const { step, selected } = props;
  const { id, name } = step;
  const { store } = useCanvasContext();
  const state = useCanvas(store, (s) => s.state(id));
  const problems = useCanvas(store, (s) => s.problems(id));
  const possible = useCanvas(store, (s) => s.isPossible(id));
  const dropping = useCanvas(store, (s) => s.isDropNode(id));
  const result = outcome(state);
  const classes = [
    'fc-node',
    'fc-step',
    state?.state ?? 'idle',
    selected && 'selected',
    fade(possible),
    dropping && 'dropping',
  ];
  return (
    <div className={classes.filter(Boolean).join(' ')} title={[name, props.plain].filter(Boolean).join('\n')}>
      <span id={labelId(id)} hidden>
        {announce(step, state, problems)}
      </span>
      {props.children}
      {props.tile}
      <div className="fc-text">
        <NameField id={id} name={name} />
        <div className={`fc-second${result === null ? '' : ' result'}`}>{result ?? props.summary}</div>
      </div>
      {state?.durationMs != null && <span className="fc-duration">{duration(state.durationMs)}</span>}
      <StateMark state={state} pinned={props.pinned === true} />
      <Markers problems={problems} attempts={state?.attempts ?? 0} customizations={props.customizations ?? 0} />
    </div>
  );
};

export const fade = (possible: boolean | null): string | false =>
  possible === null ? false : possible ? 'possible' : 'impossible';

export const StateMark = ({ state, pinned }: { state: StepState | undefined; pinned: boolean }) => {
  if (state !== undefined) {
    const { icon, word } = STATES[state.state];
    return (
      <span className={`fc-state ${state.state}`} title={word}>
        <Icon name={icon} />
      </span>
    );
  }
  return pinned ? (
    <span className="fc-state pinned" title="Pinned sample">
      <Icon name="pin" />
    </span>
  ) : null;
};

type Marks = { problems: readonly Problem[]; attempts: number; customizations: number };

export const Markers = ({ problems, attempts, customizations }: Marks) => (
  <>
    {problems.length > 0 && (
      <span
        className={`fc-problem${problems.some((problem) => problem.severity === 'error') ? ' error' : ''}`}
        title={problems.map((problem) => problem.message).join('\n')}
      >
        {problems.length === 1 ? '!' : problems.length}
      </span>
    )}
    {(attempts > 1 || customizations > 0) && (
      <span className="fc-chips">
        {attempts > 1 && (
          <span className="fc-chip attempts" title={`${String(attempts)} attempts`}>
            <Icon name="rotate-cw" />
            {attempts}
          </span>
        )}
        {customizations > 0 && (
          <span className="fc-chip copper" title={`${String(customizations)} customizations`}>
            <Icon name="cable" />
            {customizations}
          </span>
        )}
      </span>
    )}
  </>
);
