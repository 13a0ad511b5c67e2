import type { Connection, Edge, OnConnectEnd, OnConnectStart } from '@xyflow/react';
import { useReactFlow } from '@xyflow/react';
import { useCallback } from 'react';
import { useCanvasContext } from './context';
import type { CanvasFlow } from './model';
import { canConnect, possibleSources, possibleTargets, targetPort } from './rules';
import type { Ends } from './rules';
import type { GraphEdge } from './toGraph';
import { SIDE } from './toGraph';

/** Drawing links: which ends fit, what happens when one is drawn or dropped on empty canvas. */
export const useConnect = (flow: CanvasFlow, addLink: (edge: GraphEdge) => void) => {
  const { store, emit } = useCanvasContext();
  const { screenToFlowPosition } = useReactFlow();

  const draw = useCallback(
    (ends: Ends): boolean => {
      if (!canConnect(flow, ends)) {
        return false;
      }
      const link = { id: `drawn:${JSON.stringify(ends)}`, ...ends };
      const edge = {
        id: link.id,
        source: ends.from,
        sourceHandle: ends.fromPort,
        target: ends.to,
        targetHandle: ends.toPort,
      };
      addLink(
        ends.toPort === 'customize'
          ? { ...edge, type: 'cable', data: { link, place: null } }
          : { ...edge, type: 'link', data: { link, label: ends.fromPort === 'next' ? null : ends.fromPort } },
      );
      emit('link-drawn', ends);
      return true;
    },
    [flow, addLink, emit],
  );

  const isValidConnection = useCallback(
    (connection: Connection | Edge): boolean => canConnect(flow, endsOf(connection)),
    [flow],
  );

  const onConnect = useCallback(
    (connection: Connection) => {
      draw(endsOf(connection));
    },
    [draw],
  );

  const onConnectStart: OnConnectStart = useCallback(
    (_, { nodeId, handleId, handleType }) => {
      if (nodeId !== null && handleId !== null) {
        const possible =
          handleType === 'source' ? possibleTargets(flow, nodeId, handleId) : possibleSources(flow, nodeId, handleId);
        store.setConnecting({ from: nodeId, fromPort: handleId, possible, byKey: false });
      }
    },
    [flow, store],
  );

  const onConnectEnd: OnConnectEnd = useCallback(
    (event, state) => {
      store.setConnecting(null);
      if (state.isValid === true || state.fromNode === null) {
        return;
      }
      const { clientX, clientY } =
        'changedTouches' in event ? (event.changedTouches[0] ?? { clientX: 0, clientY: 0 }) : event;
      const from = state.fromNode.id;
      const fromPort = state.fromHandle.id ?? 'next';
      const forwards = state.fromHandle.type === 'source';
      const under = document.elementFromPoint(clientX, clientY);
      const node = under?.closest<HTMLElement>('.react-flow__node')?.dataset['id'];
      if (node !== undefined) {
        if (forwards) {
          draw({ from, fromPort, to: node, toPort: targetPort(fromPort) });
        } else if (fromPort === 'customize') {
          draw({ from: node, fromPort, to: from, toPort: fromPort });
        }
      } else if (
        (forwards || fromPort === 'customize') &&
        under instanceof Element &&
        under.closest('.react-flow__pane') !== null
      ) {
        emit('add-step-requested', {
          ...screenToFlowPosition({ x: clientX, y: clientY }),
          clientX,
          clientY,
          from,
          fromPort,
          linkId: null,
        });
      }
    },
    [store, draw, emit, screenToFlowPosition],
  );

  return { draw, isValidConnection, onConnect, onConnectStart, onConnectEnd };
};

const endsOf = (connection: Connection | Edge): Ends => ({
  from: connection.source,
  fromPort: connection.sourceHandle ?? 'next',
  to: connection.target,
  toPort: connection.targetHandle == null || connection.targetHandle === SIDE ? 'in' : connection.targetHandle,
});
