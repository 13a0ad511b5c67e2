package io.patchbay.api;

import io.patchbay.api.Share.Right;
import java.util.Set;

/**
 * On which terms an API is shared.
 *
 * @param right {@code use} when left out
 * @param withCredential whether calls use the owner's credential; nobody there can read it
 * @param verbs that may be called; empty means all
 * @param methods that may be called, by name; empty means all
 */
public record ShareTerms(
    Right right, boolean withCredential, Set<Verb> verbs, Set<String> methods) {

  public ShareTerms {
    right = right == null ? Right.USE : right;
    verbs = verbs == null ? Set.of() : Set.copyOf(verbs);
    methods = methods == null ? Set.of() : Set.copyOf(methods);
  }

  /** Whether all methods may be called. */
  boolean isWhole() {
    return verbs.isEmpty() && methods.isEmpty();
  }

  /** Whether the method may be called. */
  public boolean allows(String method, Verb verb) {
    return (verbs.isEmpty() || verbs.contains(verb))
        && (methods.isEmpty() || methods.contains(method));
  }
}
