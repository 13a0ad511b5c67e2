import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';

/** What may be written here, as Java lists it: whole paths such as `steps.getIssue.body.title`, or function names. */
export type Item = { readonly label: string; readonly detail: string | null; readonly type: string | null };

/**
 * Completes a path part by part: after `steps.` come the steps, after `steps.getIssue.` what it answered. Only the next part is inserted, and
 * a part that has more behind it says so by its type.
 */
export const complete = (items: readonly Item[], context: CompletionContext): CompletionResult | null => {
  const word = context.matchBefore(/[$A-Za-z_`][\w$`.-]*$/);
  if (word === null && !context.explicit) {
    return null;
  }
  const text = word?.text ?? '';
  const start = text.lastIndexOf('.') + 1;
  const options = nextParts(items, text.slice(0, start));
  return options.length === 0 ? null : { from: (word?.from ?? context.pos) + start, options, validFor: /^[\w$`-]*$/ };
};

/** The parts that may follow a prefix which is empty or ends with a dot. */
export const nextParts = (items: readonly Item[], prefix: string): Completion[] => {
  const parts = new Map<string, Completion>();
  for (const item of items) {
    if (!item.label.startsWith(prefix)) {
      continue;
    }
    const rest = item.label.slice(prefix.length);
    const dot = rest.indexOf('.');
    const part = dot < 0 ? rest : rest.slice(0, dot);
    const known = parts.get(part);
    if (part !== '' && (known === undefined || dot < 0)) {
      parts.set(part, {
        label: part,
        type: dot < 0 ? (item.type ?? 'property') : (known?.type ?? 'namespace'),
        ...(dot < 0 && item.detail !== null ? { detail: item.detail } : {}),
      });
    }
  }
  return [...parts.values()];
};
