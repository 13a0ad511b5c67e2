/** The kind of data that a row of the palette carries to the canvas. */
export const PALETTE_TYPE = 'application/x-patchbay';

/** The kind of data that a field of a JSON tree carries to an expression. */
export const PATH_TYPE = 'application/x-patchbay-path';

/** Makes an element carry this payload when it is dragged; null takes that away again. */
export const enablePaletteDrag = (element: HTMLElement, payload: string | null): void => {
  element.draggable = payload !== null;
  element.ondragstart =
    payload === null
      ? null
      : (event) => {
          event.dataTransfer?.setData(PALETTE_TYPE, payload);
          event.dataTransfer?.setData('text/plain', element.innerText.trim());
          if (event.dataTransfer !== null) {
            event.dataTransfer.effectAllowed = 'copy';
          }
        };
};

declare global {
  // Merging with the browser's own type needs an interface.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  interface Window {
    patchbayPaletteDrag?: typeof enablePaletteDrag;
  }
}

window.patchbayPaletteDrag = enablePaletteDrag;
