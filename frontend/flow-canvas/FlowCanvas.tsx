import type { EdgeTypes, NodeTypes } from '@xyflow/react';
import {
  Background,
  BackgroundVariant,
  ConnectionLineType,
  ConnectionMode,
  MiniMap,
  PanOnScrollMode,
  Panel,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useReactFlow,
  useStore,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import type { ClipboardEvent, MouseEvent } from 'react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CanvasStore } from './CanvasStore';
import { useCanvas } from './CanvasStore';
import { pastedText } from './clipboard';
import type { Canvas } from './context';
import { CanvasContext, useCanvasContext } from './context';
import { CableEdge } from './edges/CableEdge';
import { LinkEdge } from './edges/LinkEdge';
import type { CanvasFlow } from './model';
import { containerAt, sizeOf } from './model';
import { CallNode } from './nodes/CallNode';
import { ContainerNode } from './nodes/ContainerNode';
import { CustomizationNode } from './nodes/CustomizationNode';
import { LogicNode } from './nodes/LogicNode';
import { NoteNode } from './nodes/NoteNode';
import { TriggerNode } from './nodes/TriggerNode';
import type { Tool } from './panels/Tools';
import { Legend, Tools, ZoomBar } from './panels/Tools';
import type { GraphEdge, GraphNode } from './toGraph';
import { absolute } from './toGraph';
import { useConnect } from './useConnect';
import { snap, useDrop } from './useDrop';
import { useGraph } from './useGraph';
import { useKeyboard } from './useKeyboard';
import './canvas.css';

const nodeTypes: NodeTypes = {
  trigger: TriggerNode,
  call: CallNode,
  logic: LogicNode,
  container: ContainerNode,
  customization: CustomizationNode,
  note: NoteNode,
};
const edgeTypes: EdgeTypes = { link: LinkEdge, cable: CableEdge };

const FIT = { padding: 0.12, maxZoom: 1 } as const;
const SNAP_GRID: [number, number] = [10, 10];
/** From this many nodes on, only those in sight are drawn. */
const MANY = 150;

/** A wish of Java that is carried out once; a new object is a new wish. */
export type Wish = { readonly ids: readonly string[] };

type Props = {
  readonly flow: CanvasFlow;
  readonly readOnly: boolean;
  readonly selection: Wish;
  readonly reveal: Wish;
  readonly canvas: Canvas;
};

export const FlowCanvas = (props: Props) => (
  <CanvasContext value={props.canvas}>
    <ReactFlowProvider key={props.flow.flowId}>
      <Surface {...props} />
    </ReactFlowProvider>
  </CanvasContext>
);

const Surface = ({ flow, readOnly, selection, reveal }: Props) => {
  const { store, emit } = useCanvasContext();
  const { nodes, edges, onNodesChange, onEdgesChange, select, move, addLink, remove } = useGraph(flow, readOnly);
  const { draw, isValidConnection, onConnect, onConnectStart, onConnectEnd } = useConnect(flow, addLink);
  const drop = useDrop(flow, readOnly);
  const [tool, setTool] = useState<Tool>('select');
  const [dragging, setDragging] = useState(false);
  const surface = useRef<HTMLDivElement>(null);
  const pointer = useRef<{ x: number; y: number } | null>(null);
  const { screenToFlowPosition, fitView } = useReactFlow<GraphNode, GraphEdge>();
  const level = useStore((state) => levelOf(state.transform[2]));
  const connecting = useCanvas(store, connectingKind);

  const centre = useCallback(() => {
    const box = surface.current?.getBoundingClientRect() ?? new DOMRect();
    const point = screenToFlowPosition({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
    return { x: snap(point.x), y: snap(point.y) };
  }, [screenToFlowPosition]);

  const scene = useMemo(
    () => ({ flow, readOnly, nodes, edges, select, move, remove, draw, setTool, centre }),
    [flow, readOnly, nodes, edges, select, move, remove, draw, centre],
  );
  const onKeyDown = useKeyboard(scene);

  useSelection(nodes, edges, selection, select);
  useEffect(() => {
    if (reveal.ids.length > 0) {
      void fitView({ nodes: reveal.ids.map((id) => ({ id })), duration: 240, maxZoom: 1, minZoom: 0.75, padding: 0.3 });
    }
  }, [reveal, fitView]);

  const dropped = useCallback(
    (_: unknown, __: unknown, all: GraphNode[]) => {
      setDragging(false);
      store.setDropContainer(null);
      const moves = all.map((node) => ({ id: node.id, ...absolute(nodes, node) }));
      const at = new Map(flow.nodes.map((node) => [node.id, node]));
      if (moves.some((to) => at.get(to.id)?.x !== to.x || at.get(to.id)?.y !== to.y)) {
        move(moves);
        emit('steps-moved', { moves });
      }
    },
    [flow, nodes, store, move, emit],
  );

  const over = useCallback(
    (_: unknown, node: GraphNode, all: GraphNode[]) => {
      const at = absolute(nodes, node);
      const size = sizeOf(node.data.step);
      const container = containerAt(
        flow,
        at.x + size.width / 2,
        at.y + size.height / 2,
        all.map((one) => one.id),
      );
      store.setDropContainer(node.type === 'trigger' ? null : container);
    },
    [flow, nodes, store],
  );

  const clicked = useCallback(
    (_: MouseEvent, node: GraphNode) => {
      const from = store.connecting;
      if (from?.byKey === true) {
        draw({
          from: from.from,
          fromPort: from.fromPort,
          to: node.id,
          toPort: from.fromPort === 'customize' ? 'customize' : 'in',
        });
        store.setConnecting(null);
      }
    },
    [store, draw],
  );

  const opened = useCallback(
    (_: MouseEvent, node: GraphNode) => {
      if (node.type === 'note' && !readOnly) {
        store.setEditing(node.id);
      } else {
        emit('step-opened', { id: node.id });
      }
    },
    [readOnly, store, emit],
  );

  const addHere = (event: MouseEvent): void => {
    if (!readOnly && event.target instanceof Element && event.target.classList.contains('react-flow__pane')) {
      const { clientX, clientY } = event;
      const point = screenToFlowPosition({ x: clientX, y: clientY });
      emit('add-step-requested', { ...point, clientX, clientY, from: null, fromPort: null, linkId: null });
    }
  };

  const paste = (event: ClipboardEvent): void => {
    if (!readOnly && !(event.target instanceof HTMLInputElement) && !(event.target instanceof HTMLTextAreaElement)) {
      const text = pastedText(event.clipboardData.getData('text/plain'));
      if (text !== '') {
        event.preventDefault();
        const at = pointer.current === null ? centre() : screenToFlowPosition(pointer.current);
        emit('pasted', { text, x: snap(at.x), y: snap(at.y) });
      }
    }
  };

  const classes = ['flow-canvas', readOnly && 'read-only', dragging && 'dragging', connecting, `tool-${tool}`];
  return (
    <div
      ref={surface}
      className={classes.filter(Boolean).join(' ')}
      data-zoom={level}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onPaste={paste}
      onDoubleClick={addHere}
      onPointerMove={(event) => {
        pointer.current = { x: event.clientX, y: event.clientY };
      }}
      onPointerLeave={() => {
        pointer.current = null;
      }}
      {...drop}
    >
      <ReactFlow<GraphNode, GraphEdge>
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        onNodeDragStart={() => {
          setDragging(true);
        }}
        onNodeDrag={over}
        onNodeDragStop={dropped}
        onSelectionDragStop={(event, all) => {
          dropped(event, undefined, all);
        }}
        onNodeClick={clicked}
        onNodeDoubleClick={opened}
        isValidConnection={isValidConnection}
        onConnect={onConnect}
        onConnectStart={onConnectStart}
        onConnectEnd={onConnectEnd}
        connectionMode={ConnectionMode.Strict}
        connectionLineType={ConnectionLineType.Bezier}
        connectionRadius={28}
        nodesDraggable={!readOnly}
        nodesConnectable={!readOnly}
        nodeOrigin={ORIGIN}
        nodeDragThreshold={2}
        selectNodesOnDrag
        selectionOnDrag={tool === 'select'}
        selectionMode={SelectionMode.Partial}
        panOnDrag={tool === 'pan' ? true : MIDDLE_AND_RIGHT}
        panActivationKeyCode="Space"
        multiSelectionKeyCode={MULTI}
        panOnScroll
        panOnScrollMode={PanOnScrollMode.Free}
        zoomOnDoubleClick={false}
        minZoom={0.1}
        maxZoom={2}
        snapToGrid
        snapGrid={SNAP_GRID}
        deleteKeyCode={null}
        selectionKeyCode={null}
        disableKeyboardA11y
        elevateNodesOnSelect={false}
        onlyRenderVisibleElements={nodes.length > MANY}
        fitView
        fitViewOptions={FIT}
      >
        <Background variant={BackgroundVariant.Dots} gap={20} size={1.6} />
        {!readOnly && <Tools tool={tool} setTool={setTool} centre={centre} />}
        <Zoom readOnly={readOnly} canUndo={flow.canUndo} canRedo={flow.canRedo} />
        {readOnly ? (
          <RunLegend />
        ) : (
          <MiniMap pannable zoomable nodeClassName={miniature} style={MINIMAP} nodeBorderRadius={4} />
        )}
        {connecting === 'connecting-key' && (
          <Panel position="top-center" className="fc-hint" role="status">
            Choose the step to connect to, Enter links, Esc cancels
          </Panel>
        )}
        {flow.nodes.length === 0 && (
          <Panel position="top-center" className="fc-empty">
            <svg viewBox="0 0 92 40" aria-hidden="true">
              <circle cx="10" cy="10" r="7.5" />
              <circle cx="82" cy="10" r="7.5" />
              <path d="M10 18c0 20 72 26 72 0" strokeDasharray="5 4" stroke="var(--pb-cable)" />
            </svg>
            <b>Nothing here yet</b>
            Drag a trigger or a method onto the canvas
          </Panel>
        )}
      </ReactFlow>
    </div>
  );
};

const ORIGIN: [number, number] = [0, 0];
const MIDDLE_AND_RIGHT = [1, 2];
const MULTI = ['Meta', 'Control', 'Shift'];
const MINIMAP = { width: 148, height: 104 };

const Zoom = (props: { readOnly: boolean; canUndo: boolean; canRedo: boolean }) => (
  <ZoomBar {...props} zoom={useStore((state) => Math.round(state.transform[2] * 100) / 100)} />
);

const RunLegend = () => {
  const { store } = useCanvasContext();
  return useCanvas(store, (s) => s.hasRun) ? <Legend /> : null;
};

/** Tells Java what is selected, and selects what Java wants. */
const useSelection = (
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  wish: Wish,
  select: (ids: ReadonlySet<string>) => void,
): void => {
  const { emit } = useCanvasContext();
  const told = useRef(NOTHING);
  const ids = nodes.filter((node) => node.selected === true).map((node) => node.id);
  const linkIds = edges.filter((edge) => edge.selected === true).map((edge) => edge.id);
  const now = keyOf(ids, linkIds);
  useEffect(() => {
    if (told.current !== now) {
      told.current = now;
      const [selected, links] = JSON.parse(now) as [string[], string[]];
      emit('selection-changed', { ids: selected, linkIds: links });
    }
  }, [now, emit]);
  // After the effect above, so that what Java wished is not told back to it.
  useEffect(() => {
    told.current = keyOf(wish.ids, []);
    select(new Set(wish.ids));
  }, [wish, select]);
};

const keyOf = (ids: readonly string[], linkIds: readonly string[]): string =>
  JSON.stringify([[...ids].sort(), [...linkIds].sort()]);

const NOTHING = keyOf([], []);

const connectingKind = (store: CanvasStore): string => {
  const { connecting } = store;
  if (connecting === null) {
    return '';
  }
  return connecting.byKey
    ? 'connecting-key'
    : connecting.fromPort === 'customize'
      ? 'connecting-cable'
      : 'connecting-link';
};

const levelOf = (zoom: number): string => (zoom < 0.4 ? 'blocks' : zoom < 0.75 ? 'compact' : 'full');

const miniature = (node: GraphNode): string => `fc-mini ${node.type}${node.selected === true ? ' selected' : ''}`;
