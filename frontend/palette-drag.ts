import { isCustomization } from './flow-canvas/kinds';

/** The kind of data that a row of the palette carries to the canvas. */
export const PALETTE_TYPE = 'application/x-patchbay';

/** The kind of data that a field of a JSON tree carries to an expression. */
export const PATH_TYPE = 'application/x-patchbay-path';

/** Carried along by customizations, so that the canvas shows where they fit while they are dragged. */
export const CUSTOMIZATION_TYPE = 'application/x-patchbay-customization';

/** Makes an element carry this payload when it is dragged; null takes that away again. */
export const enablePaletteDrag = (element: HTMLElement, payload: string | null): void => {
  element.draggable = payload !== null;
  element.ondragstart =
    payload === null
      ? null
      : (event) => {
          event.dataTransfer?.setData(PALETTE_TYPE, payload);
          if (isCustomization(kindOf(payload))) {
            event.dataTransfer?.setData(CUSTOMIZATION_TYPE, '');
          }
          event.dataTransfer?.setData('text/plain', element.innerText.trim());
          if (event.dataTransfer !== null) {
            event.dataTransfer.effectAllowed = 'copy';
          }
        };
};

const kindOf = (payload: string): string => {
  try {
    return (JSON.parse(payload) as { kind?: string }).kind ?? '';
  } catch {
    return '';
  }
};

declare global {
  // Merging with the browser's own type needs an interface.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  interface Window {
    patchbayPaletteDrag?: typeof enablePaletteDrag;
  }
}

window.patchbayPaletteDrag = enablePaletteDrag;
