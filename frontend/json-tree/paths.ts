/** How a field is written in an expression: plain names as they are, all others in backticks. */
export const part = (name: string): string => (/^[A-Za-z_]\w*$/.test(name) ? name : `\`${name.replaceAll('`', '')}\``);

/** The path of a field below a root such as `steps.getIssue.body`; positions of arrays are written `[0]`. */
export const pathOf = (root: string, keys: readonly (string | number)[]): string =>
  keys.reduce<string>(
    (path, key) =>
      typeof key === 'number' ? `${path}[${String(key)}]` : path === '' ? part(key) : `${path}.${part(key)}`,
    root,
  );

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The members of an object or array; null for a plain value. */
export const members = (value: Json): readonly (readonly [string | number, Json])[] | null => {
  if (Array.isArray(value)) {
    return (value as readonly Json[]).map((item, i) => [i, item] as const);
  }
  return typeof value === 'object' && value !== null ? Object.entries(value) : null;
};

/** "3 fields", "1 item" */
export const count = (value: Json): string => {
  const size = members(value)?.length ?? 0;
  const word = Array.isArray(value) ? 'item' : 'field';
  return `${String(size)} ${word}${size === 1 ? '' : 's'}`;
};

/** Whether the key or, for a plain value, its text contains the words searched for. */
export const matches = (key: string | number, value: Json, search: string): boolean =>
  search !== '' &&
  (String(key).toLowerCase().includes(search) ||
    (members(value) === null && JSON.stringify(value).toLowerCase().includes(search)));

/** Whether anything within matches; looks at no more than `budget` values. */
export const contains = (value: Json, search: string, budget = { left: 20_000 }): boolean =>
  (members(value) ?? []).some(
    ([key, inner]) => budget.left-- > 0 && (matches(key, inner, search) || contains(inner, search, budget)),
  );
