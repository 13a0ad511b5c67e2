import { useReactFlow } from '@xyflow/react';
import type { DragEvent } from 'react';
import { useCallback } from 'react';
import { PALETTE_TYPE } from '../palette-drag';
import { useCanvasContext } from './context';
import { NODE_HEIGHT, NODE_WIDTH } from './model';

const SNAP = 10;

/** Steps dropped from the palette: on empty canvas, or on a link to be inserted there. */
export const useDrop = (readOnly: boolean) => {
  const { store, emit } = useCanvasContext();
  const { screenToFlowPosition } = useReactFlow();

  const onDragOver = useCallback(
    (event: DragEvent) => {
      if (!readOnly && event.dataTransfer.types.includes(PALETTE_TYPE)) {
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        store.setDropLink(linkUnder(event));
      }
    },
    [readOnly, store],
  );

  const onDragLeave = useCallback(() => {
    store.setDropLink(null);
  }, [store]);

  const onDrop = useCallback(
    (event: DragEvent) => {
      const payload = event.dataTransfer.getData(PALETTE_TYPE);
      if (readOnly || payload === '') {
        return;
      }
      event.preventDefault();
      const linkId = linkUnder(event);
      store.setDropLink(null);
      const point = screenToFlowPosition({ x: event.clientX, y: event.clientY });
      emit('step-dropped', {
        payload,
        x: snap(point.x - NODE_WIDTH / 2),
        y: snap(point.y - NODE_HEIGHT / 2),
        linkId,
      });
    },
    [readOnly, store, emit, screenToFlowPosition],
  );

  return { onDragOver, onDragLeave, onDrop };
};

export const snap = (value: number): number => Math.round(value / SNAP) * SNAP;

const linkUnder = (event: DragEvent): string | null => {
  for (const element of document.elementsFromPoint(event.clientX, event.clientY)) {
    const link = element.closest<SVGElement>('.react-flow__edge');
    if (link?.querySelector('.fc-link') != null) {
      return link.dataset['id'] ?? null;
    }
  }
  return null;
};
