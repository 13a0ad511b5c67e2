package io.patchbay.importing;

/** Reads one kind of source. Knows no database, opens no connection and no file. */
interface SourceReader {

  Format format();

  /** Whether the text looks like this kind; quick, looks at the beginning or the top level only. */
  boolean recognises(SourceText source);

  /**
   * Reads all that can be read.
   *
   * @throws io.patchbay.common.InvalidException when it is no such document at all: what, where,
   *     what to do
   */
  ImportResult read(SourceText source, Documents others);
}
