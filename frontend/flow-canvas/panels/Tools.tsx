import { Panel, useReactFlow } from '@xyflow/react';
import { useCanvasContext } from '../context';
import { Icon } from '../Icon';
import './panels.css';

export type Tool = 'select' | 'pan';

type Props = {
  readonly tool: Tool;
  readonly setTool: (tool: Tool) => void;
  readonly centre: () => { x: number; y: number };
};

/** Top left: what the pointer does, a note, the automatic layout. */
export const Tools = ({ tool, setTool, centre }: Props) => {
  const { emit } = useCanvasContext();
  return (
    <Panel position="top-left" className="fc-tools" role="toolbar" aria-label="Canvas tools">
      <ToolButton
        icon="mouse-pointer-2"
        name="Select"
        keys="V"
        on={tool === 'select'}
        press={() => {
          setTool('select');
        }}
      />
      <ToolButton
        icon="hand"
        name="Move the canvas"
        keys="H, or hold Space"
        on={tool === 'pan'}
        press={() => {
          setTool('pan');
        }}
      />
      <ToolButton
        icon="sticky-note"
        name="Note"
        keys="Shift S"
        press={() => {
          emit('note-requested', centre());
        }}
      />
      <span className="fc-separator" />
      <ToolButton
        icon="network"
        name="Arrange steps"
        keys="Shift A"
        press={() => {
          emit('layout-requested', {});
        }}
      />
    </Panel>
  );
};

type ZoomProps = {
  readonly readOnly: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly zoom: number;
};

/** Bottom left: undo, redo and zoom. */
export const ZoomBar = ({ readOnly, canUndo, canRedo, zoom }: ZoomProps) => {
  const { emit } = useCanvasContext();
  const graph = useReactFlow();
  return (
    <Panel position="bottom-left" className="fc-tools" role="toolbar" aria-label="History and zoom">
      {!readOnly && (
        <>
          <ToolButton
            icon="undo-2"
            name="Undo"
            keys="Ctrl Z"
            disabled={!canUndo}
            press={() => {
              emit('undo-requested', {});
            }}
          />
          <ToolButton
            icon="redo-2"
            name="Redo"
            keys="Ctrl Shift Z"
            disabled={!canRedo}
            press={() => {
              emit('redo-requested', {});
            }}
          />
          <span className="fc-separator" />
        </>
      )}
      <ToolButton icon="minus" name="Zoom out" keys="−" press={() => void graph.zoomOut({ duration: 160 })} />
      <button
        type="button"
        className="fc-tool fc-zoom"
        title="Reset zoom (0)"
        onClick={() => void graph.zoomTo(1, { duration: 160 })}
      >
        {Math.round(zoom * 100)} %
      </button>
      <ToolButton icon="plus" name="Zoom in" keys="+" press={() => void graph.zoomIn({ duration: 160 })} />
      <ToolButton
        icon="maximize"
        name="Fit"
        keys="1"
        press={() => void graph.fitView({ duration: 240, padding: 0.12, maxZoom: 1 })}
      />
    </Panel>
  );
};

type ButtonProps = {
  readonly icon: string;
  readonly name: string;
  readonly keys: string;
  readonly press: () => void;
  readonly on?: boolean;
  readonly disabled?: boolean;
};

const ToolButton = ({ icon, name, keys, press, on, disabled }: ButtonProps) => (
  <button
    type="button"
    className={`fc-tool${on === true ? ' on' : ''}`}
    title={`${name} (${keys})`}
    aria-label={name}
    aria-pressed={on}
    disabled={disabled}
    onClick={press}
  >
    <Icon name={icon} />
  </button>
);

/** Bottom right on the page of a run: what the links mean. */
export const Legend = () => (
  <Panel position="bottom-right" className="fc-legend">
    <span className="taken">taken</span>
    <span className="ahead">ahead</span>
    <span className="not-taken">not taken</span>
  </Panel>
);
