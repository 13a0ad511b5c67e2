import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const style = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--pb-syn-key)' },
  { tag: tags.string, color: 'var(--pb-syn-str)' },
  { tag: tags.number, color: 'var(--pb-syn-num)' },
  { tag: [tags.keyword, tags.bool, tags.null, tags.function(tags.variableName)], color: 'var(--pb-syn-kw)' },
  { tag: tags.variableName, color: 'var(--pb-syn-kw)' },
  { tag: tags.namespace, color: 'var(--pb-syn-key)', fontWeight: '600' },
  { tag: tags.comment, color: 'var(--pb-text-3)', fontStyle: 'italic' },
  { tag: [tags.operator, tags.punctuation, tags.separator, tags.bracket], color: 'var(--pb-text-2)' },
]);

/** Colours of the tokens; sizes and frame are in code-editor.css. */
export const theme: Extension = [
  syntaxHighlighting(style),
  EditorView.theme({
    '&': { fontSize: '11.5px', backgroundColor: 'transparent', color: 'var(--pb-text)' },
    '&.cm-focused': { outline: 'none' },
    '.cm-scroller': { fontFamily: 'var(--pb-mono)', lineHeight: '18px', fontVariantLigatures: 'none' },
    '.cm-content': { padding: '4px 0', caretColor: 'var(--pb-text)' },
    '.cm-line': { padding: '0 8px' },
    '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--pb-accent)', borderLeftWidth: '1.5px' },
    '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
      backgroundColor: 'var(--pb-accent-soft)',
    },
    '.cm-placeholder': { color: 'var(--pb-text-3)', fontFamily: 'var(--pb-font)' },
    '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
    '.cm-gutters': { backgroundColor: 'transparent', border: 'none', color: 'var(--pb-text-3)' },
    '.cm-matchingBracket': { backgroundColor: 'var(--pb-press)', outline: 'none' },
    '.cm-tooltip': {
      backgroundColor: 'var(--pb-raised)',
      border: '1px solid var(--pb-line-2)',
      borderRadius: '6px',
      boxShadow: 'var(--pb-sh-3)',
      overflow: 'hidden',
    },
    '.cm-tooltip.cm-tooltip-autocomplete > ul': {
      fontFamily: 'var(--pb-mono)',
      fontSize: '11.5px',
      maxHeight: '220px',
    },
    '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '3px 8px', lineHeight: '18px' },
    '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
      backgroundColor: 'var(--pb-accent-soft)',
      color: 'var(--pb-text)',
    },
    '.cm-completionDetail': { color: 'var(--pb-text-3)', fontStyle: 'normal', marginLeft: '12px' },
    '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
    '.cm-diagnostic': { font: 'var(--pb-t-s)', padding: '4px 8px', borderLeft: 'none' },
    '.cm-panels': { backgroundColor: 'var(--pb-surface)', color: 'var(--pb-text)' },
  }),
];
