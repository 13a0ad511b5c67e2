package io.patchbay.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.patchbay.common.WorkspaceId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a workspace may do with an API of another one.
 *
 * @param owner the workspace that it belongs to
 * @param withCredential whether calls use the owner's credential, which nobody here can read
 * @param verbs that may be called; empty means all
 * @param methods that may be called; empty means all
 * @param credential of the workspace that uses it, its own choice; absent when none is chosen
 */
public record Share(
    WorkspaceId owner,
    String ownerSlug,
    String ownerName,
    Right right,
    boolean withCredential,
    Set<Verb> verbs,
    Set<String> methods,
    @Nullable String credential) {

  public Share {
    verbs = Set.copyOf(verbs);
    methods = Set.copyOf(methods);
  }

  /** Whether the method may be called. */
  public boolean allows(String method, Verb verb) {
    return (verbs.isEmpty() || verbs.contains(verb))
        && (methods.isEmpty() || methods.contains(method));
  }

  /** Whether all methods may be called. */
  public boolean isWhole() {
    return verbs.isEmpty() && methods.isEmpty();
  }

  /** What may be done. */
  public enum Right {
    /** Call it and read its definition. */
    @JsonProperty("use")
    USE,
    /** Change its definition too. */
    @JsonProperty("edit")
    EDIT
  }
}
