package io.patchbay.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An API in the catalogue over all workspaces that somebody may see.
 *
 * @param owner slug of the workspace that it belongs to
 * @param slug its name there
 * @param latest the newest published version; absent when none is published
 * @param deprecated the notice of that version; absent when it has none
 * @param methods how many may be called
 * @param ref how the workspace that asks names it; absent when it can't use it
 * @param workspaces which of the user's workspaces can use it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CatalogueEntry(
    ApiId id,
    String owner,
    String ownerName,
    String slug,
    String name,
    @Nullable String description,
    String baseUrl,
    @Nullable SemanticVersion latest,
    @Nullable String deprecated,
    int methods,
    @Nullable String ref,
    List<At> workspaces) {

  /** Whether the workspace that asks can use it. */
  public boolean usable() {
    return ref != null;
  }

  /**
   * One of the user's workspaces.
   *
   * @param ref how it names the API
   * @param flows how many of its flows call it
   */
  public record At(String workspace, String workspaceName, String ref, Right right, int flows) {}

  /** What a workspace may do with an API. */
  public enum Right {
    @JsonProperty("own")
    OWN,
    @JsonProperty("edit")
    EDIT,
    @JsonProperty("use")
    USE
  }
}
