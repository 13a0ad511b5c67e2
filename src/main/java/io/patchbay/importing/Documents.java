package io.patchbay.importing;

import java.util.Optional;

/** Gives the other documents of a source: further files, or addresses that may be fetched. */
@FunctionalInterface
interface Documents {

  /** No others. */
  Documents NONE = (_, _) -> Optional.empty();

  /**
   * The document that a reference names.
   *
   * @param from name or address of the document that refers to it
   * @param reference relative to that one, without a fragment
   * @return nothing when there is none
   * @throws io.patchbay.common.InvalidException saying why it may not be had, for the list of
   *     issues
   */
  Optional<SourceFile> find(String from, String reference);
}
