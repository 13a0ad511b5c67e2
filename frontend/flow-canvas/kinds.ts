/** The icon of every kind of node that has no monogram. */
const ICONS: Readonly<Record<string, string>> = {
  webhook: 'webhook',
  manual: 'play',
  schedule: 'calendar-clock',
  transform: 'braces',
  condition: 'split',
  switch: 'route',
  forEach: 'repeat',
  try: 'shield-alert',
  set: 'variable',
  wait: 'hourglass',
  callback: 'radio-tower',
  validate: 'badge-check',
  subflow: 'workflow',
  respond: 'reply',
  fail: 'octagon-x',
  note: 'sticky-note',
  headers: 'list-plus',
  query: 'text-search',
  clientCertificate: 'shield-check',
  credential: 'key-round',
  sign: 'signature',
  body: 'file-pen-line',
  response: 'corner-down-left',
  policy: 'gauge',
  idempotencyKey: 'fingerprint-pattern',
};

const CUSTOMIZATIONS: ReadonlySet<string> = new Set([
  'headers',
  'query',
  'clientCertificate',
  'credential',
  'sign',
  'body',
  'response',
  'policy',
  'idempotencyKey',
]);

/** Whether nodes of this kind change how calls are made. */
export const isCustomization = (kind: string): boolean => CUSTOMIZATIONS.has(kind);

export const iconOf = (kind: string): string => ICONS[kind] ?? 'box';
