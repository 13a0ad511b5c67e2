package io.patchbay.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a source says about an exchange for people, and where it stands.
 *
 * @param title a short name
 * @param tags groups that it is listed under
 * @param where its place, for the list of issues
 * @param apart whether it is a method of its own, even where another one has the same verb and path
 */
record Story(
    @Nullable String title,
    @Nullable String description,
    List<String> tags,
    String where,
    @Nullable Integer line,
    boolean apart) {

  Story {
    tags = List.copyOf(tags);
  }

  static Story at(String where, @Nullable Integer line) {
    return new Story(null, null, List.of(), where, line, false);
  }
}
