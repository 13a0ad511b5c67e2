import { createContext, useContext } from 'react';
import type { CanvasStore } from './CanvasStore';
import type { Emit } from './intents';

export type Canvas = { readonly store: CanvasStore; readonly emit: Emit };

/** What all parts of one canvas share; the same object for the life of the element. */
export const CanvasContext = createContext<Canvas | null>(null);

export const useCanvasContext = (): Canvas => {
  const canvas = useContext(CanvasContext);
  if (canvas === null) {
    throw new Error('outside of a canvas');
  }
  return canvas;
};
