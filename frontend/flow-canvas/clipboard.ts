/** What was copied last on this page; used where the browser gives no clipboard (pages without TLS). */
let last = '';

/** Puts text on the clipboard, or at least keeps it for this page. */
export const copyText = async (text: string): Promise<void> => {
  last = text;
  // Without TLS browsers leave `clipboard` out, whatever the types say.
  const clipboard = (navigator as Partial<Navigator>).clipboard;
  try {
    await clipboard?.writeText(text);
  } catch (refused) {
    console.info('The browser refused the clipboard; the copy stays within this page.', refused);
  }
};

export const pastedText = (fromBrowser: string | undefined): string =>
  fromBrowser === undefined || fromBrowser === '' ? last : fromBrowser;
