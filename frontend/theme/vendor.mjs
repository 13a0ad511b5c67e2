// Takes fonts and icons over from npm into this folder: `npm run theme`. Its results are committed, so that a build needs no copy step.
// An icon more: add its Lucide name below and to io.patchbay.ui.shell.Icons.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const modules = new URL('../../node_modules/', import.meta.url);
const here = new URL('./', import.meta.url);

const icons = `
  arrow-down arrow-down-to-dot arrow-left arrow-right arrow-up badge-check ban bell book-open bookmark-plus box braces building-2 cable calendar-clock check
  chevron-down chevron-left chevron-right chevron-up chevrons-up-down circle circle-check circle-dashed circle-minus circle-pause
  circle-question-mark circle-x clock code copy corner-down-left database download ellipsis ellipsis-vertical external-link eye eye-off
  file-code-2 file-json-2 file-pen-line file-up filter fingerprint-pattern folder gauge git-compare-arrows globe grip-vertical group hand history
  hourglass house info key-round keyboard layers link list list-plus list-video loader-circle lock log-out mail maximize minus
  monitor moon mouse-pointer-2 network octagon-x panel-right pause pencil pencil-ruler pin pin-off play plug plus power radio radio-tower
  redo-2 refresh-cw repeat reply rocket rotate-ccw rotate-cw route save scroll-text search send server settings share-2 shield
  shield-alert shield-check signature sliders-horizontal sparkles split square star stethoscope sticky-note sun table tag
  terminal text-search timer trash-2 triangle-alert undo-2 unlink upload user user-plus users variable waypoints webhook workflow
  wrench x zap
`
  .trim()
  .split(/\s+/);

const symbols = icons.map((name) => {
  const source = readFileSync(new URL(`lucide-static/icons/${name}.svg`, modules), 'utf8');
  const shapes = source.slice(source.indexOf('>', source.indexOf('<svg')) + 1, source.lastIndexOf('</svg>'));
  const compact = shapes
    .trim()
    .replace(/\s*\n\s*/g, '')
    .replace(/ \/>/g, '/>');
  return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round">${compact}</symbol>`;
});
writeFileSync(new URL('icons.svg', here), `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join('\n')}\n</svg>\n`);

mkdirSync(new URL('fonts/', here), { recursive: true });
mkdirSync(new URL('licenses/', here), { recursive: true });
for (const family of ['inter', 'jetbrains-mono']) {
  for (const subset of ['latin', 'latin-ext']) {
    const file = `${family}-${subset}-wght-normal.woff2`;
    copyFileSync(new URL(`@fontsource-variable/${family}/files/${file}`, modules), new URL(`fonts/${file}`, here));
  }
  copyFileSync(new URL(`@fontsource-variable/${family}/LICENSE`, modules), new URL(`licenses/${family}.txt`, here));
}
copyFileSync(new URL('lucide-static/LICENSE', modules), new URL('licenses/lucide.txt', here));
