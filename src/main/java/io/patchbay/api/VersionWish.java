package io.patchbay.api;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which version of an API a step asks for: {@code 2} the newest of 2.x, {@code 2.1} the newest of
 * 2.1.x, {@code 2.1.0} that one, {@code draft} what is being edited. Without a wish it is the
 * newest published one, or the draft as long as none is published.
 */
public final class VersionWish {

  /** The version that is being edited. */
  public static final String DRAFT = "draft";

  private VersionWish() {}

  /**
   * The version to take; null for the draft.
   *
   * @param all the published versions, the newest first
   * @throws NotCallableException when there is none such
   */
  static @Nullable SemanticVersion choose(
      @Nullable String wish, StoredApi api, Supplier<List<ApiVersion>> all) {
    if (wish == null || wish.isBlank()) {
      return api.latest();
    }
    if (wish.equals(DRAFT)) {
      return draft(api);
    }
    return all.get().stream()
        .map(ApiVersion::version)
        .filter(version -> matches(wish, version))
        .findFirst()
        .orElseThrow(() ->
            new NotCallableException(
                "There is no such version",
                "API '%s' has no version '%s'%s."
                    .formatted(
                        api.ref(),
                        wish,
                        api.latest() == null
                            ? "; none is published yet"
                            : "; the newest is " + api.latest())));
  }

  /** Whether a version is what a wish means. */
  public static boolean matches(String wish, SemanticVersion version) {
    String text = version.toString();
    return text.equals(wish) || text.startsWith(wish + ".");
  }

  /**
   * The published version that a wish leads to; empty for the draft, and where there is none such.
   *
   * @param all the published versions, the newest first
   */
  public static Optional<ApiVersion> published(@Nullable String wish, List<ApiVersion> all) {
    boolean any = wish == null || wish.isBlank();
    return all.stream()
        .filter(each -> any || (wish != null && matches(wish, each.version())))
        .findFirst();
  }

  /**
   * Whether a wish leads to that version.
   *
   * @param version null for the draft
   * @param published all versions, the newest first
   */
  static boolean means(
      @Nullable String wish, @Nullable SemanticVersion version, List<SemanticVersion> published) {
    if (DRAFT.equals(wish)) {
      return version == null;
    }
    boolean any = wish == null || wish.isBlank();
    if (any && published.isEmpty()) {
      return version == null;
    }
    return version != null
        && published.stream()
            .filter(each -> wish == null || any || matches(wish, each))
            .findFirst()
            .filter(version::equals)
            .isPresent();
  }

  private static @Nullable SemanticVersion draft(StoredApi api) {
    if (api.mayBeEdited()) {
      return null;
    }
    throw new NotCallableException(
        "The draft is not shared",
        "API '%s' is shared with you as published; take one of its versions.".formatted(api.ref()));
  }
}
