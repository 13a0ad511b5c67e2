package io.patchbay.ui.designer.editing;

import io.patchbay.api.ApiVersion;
import io.patchbay.api.SemanticVersion;
import io.patchbay.api.VersionWish;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A version of an API that a call may ask for.
 *
 * @param wish see {@link VersionWish}; null for the newest
 * @param label the wish in words, with what it leads to now
 */
public record VersionOption(@Nullable String wish, String label) {

  /**
   * All that may be asked for: the newest, each major with its minors, each number, the draft; and
   * what is asked for now, though there may be none such.
   *
   * @param published the newest first
   * @param draft whether the draft may be called
   */
  public static List<VersionOption> of(
      List<ApiVersion> published, boolean draft, @Nullable String current) {
    List<VersionOption> options = new ArrayList<>();
    options.add(
        new VersionOption(
            null,
            published.isEmpty()
                ? "Newest published (none yet: the draft)"
                : "Newest published (%s)".formatted(published.getFirst().version())));
    ranges(published)
        .forEach((wish, newest) ->
            options.add(
                new VersionOption(wish, "%s (newest of %s.x: %s)".formatted(wish, wish, newest))));
    published.forEach(version -> options.add(exactly(version)));
    if (draft) {
      options.add(new VersionOption(VersionWish.DRAFT, "Draft (what is being edited)"));
    }
    if (options.stream().noneMatch(option -> Objects.equals(option.wish(), current))) {
      options.add(new VersionOption(current, "%s (there is none such)".formatted(current)));
    }
    return List.copyOf(options);
  }

  /** The majors and minors, each with the newest version that it leads to. */
  private static Map<String, SemanticVersion> ranges(List<ApiVersion> published) {
    Map<String, SemanticVersion> majors = new LinkedHashMap<>();
    for (ApiVersion each : published) {
      majors.putIfAbsent(String.valueOf(each.version().major()), each.version());
    }
    Map<String, SemanticVersion> all = new LinkedHashMap<>();
    majors.forEach((major, newest) -> {
      all.put(major, newest);
      published.stream()
          .map(ApiVersion::version)
          .filter(version -> VersionWish.matches(major, version))
          .forEach(version -> all.putIfAbsent(major + "." + version.minor(), version));
    });
    return all;
  }

  private static VersionOption exactly(ApiVersion version) {
    String number = version.version().toString();
    return new VersionOption(
        number, version.deprecated() == null ? number : number + " (deprecated)");
  }
}
