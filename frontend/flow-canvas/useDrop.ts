import { useReactFlow } from '@xyflow/react';
import type { DragEvent } from 'react';
import { useCallback } from 'react';
import { CUSTOMIZATION_TYPE, PALETTE_TYPE } from '../palette-drag';
import { useCanvasContext } from './context';
import type { CanvasFlow } from './model';
import { containerAt, NODE_HEIGHT, NODE_WIDTH } from './model';

const SNAP = 10;

/** Steps dropped from the palette: on empty canvas, on a link to be inserted there, customizations on a call to be patched to it. */
export const useDrop = (flow: CanvasFlow, readOnly: boolean) => {
  const { store, emit } = useCanvasContext();
  const { screenToFlowPosition } = useReactFlow();

  const forget = useCallback(() => {
    store.setDropLink(null);
    store.setDropNode(null);
    store.setDropContainer(null);
    if (store.connecting?.from === DRAGGED) {
      store.setConnecting(null);
    }
  }, [store]);

  const onDragOver = useCallback(
    (event: DragEvent) => {
      if (readOnly || !event.dataTransfer.types.includes(PALETTE_TYPE)) {
        return;
      }
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      const point = screenToFlowPosition({ x: event.clientX, y: event.clientY });
      store.setDropContainer(containerAt(flow, point.x, point.y));
      if (event.dataTransfer.types.includes(CUSTOMIZATION_TYPE)) {
        if (store.connecting === null) {
          store.setConnecting({ from: DRAGGED, fromPort: 'customize', possible: callsOf(flow), byKey: false });
        }
        store.setDropNode(callUnder(event, flow));
      } else {
        store.setDropLink(linkUnder(event));
      }
    },
    [flow, readOnly, store, screenToFlowPosition],
  );

  const onDragLeave = useCallback(
    (event: DragEvent) => {
      if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) {
        forget();
      }
    },
    [forget],
  );

  const onDrop = useCallback(
    (event: DragEvent) => {
      const payload = event.dataTransfer.getData(PALETTE_TYPE);
      forget();
      if (readOnly || payload === '') {
        return;
      }
      event.preventDefault();
      const patches = event.dataTransfer.types.includes(CUSTOMIZATION_TYPE);
      const point = screenToFlowPosition({ x: event.clientX, y: event.clientY });
      emit('step-dropped', {
        payload,
        x: snap(point.x - NODE_WIDTH / 2),
        y: snap(point.y - NODE_HEIGHT / 2),
        linkId: patches ? null : linkUnder(event),
        stepId: patches ? callUnder(event, flow) : null,
      });
    },
    [flow, readOnly, forget, emit, screenToFlowPosition],
  );

  return { onDragOver, onDragLeave, onDrop };
};

/** Stands for the row of the palette that is dragged: it is no node yet. */
const DRAGGED = '';

export const snap = (value: number): number => Math.round(value / SNAP) * SNAP;

const callsOf = (flow: CanvasFlow): ReadonlySet<string> =>
  new Set(flow.nodes.filter((node) => node.type === 'call').map((node) => node.id));

const callUnder = (event: DragEvent, flow: CanvasFlow): string | null => {
  const id = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('.react-flow__node')
    ?.dataset['id'];
  return id !== undefined && callsOf(flow).has(id) ? id : null;
};

const linkUnder = (event: DragEvent): string | null => {
  for (const element of document.elementsFromPoint(event.clientX, event.clientY)) {
    const link = element.closest<SVGElement>('.react-flow__edge');
    if (link?.querySelector('.fc-link') != null) {
      return link.dataset['id'] ?? null;
    }
  }
  return null;
};
