/** An icon of the sprite in frontend/theme; its address is relative to the page's base, as in io.patchbay.ui.shell.Icons. */
export const Icon = ({ name }: { name: string }) => (
  <svg className="fc-i" aria-hidden="true">
    <use href={`assets/theme/icons.svg#${name}`} />
  </svg>
);
