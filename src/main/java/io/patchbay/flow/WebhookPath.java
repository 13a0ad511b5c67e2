package io.patchbay.flow;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Paths of webhooks: segments of letters, digits and {@code - . _ ~}, or a {@code {param}}. */
public final class WebhookPath {

  private static final Pattern LITERAL = Pattern.compile("[A-Za-z0-9._~-]+");
  private static final Pattern PARAM = Pattern.compile("\\{[A-Za-z_][A-Za-z0-9_]*}");
  private static final int MAX_LENGTH = 200;

  private WebhookPath() {}

  /** What is wrong with the path, or nothing. */
  public static Optional<String> problem(String path) {
    if (path.isEmpty()) {
      return Optional.of("Give the webhook a path.");
    }
    if (path.length() > MAX_LENGTH) {
      return Optional.of("The path is too long: at most %d characters.".formatted(MAX_LENGTH));
    }
    Set<String> params = new HashSet<>();
    for (String segment : segments(path)) {
      if (PARAM.matcher(segment).matches()) {
        if (!params.add(segment)) {
          return Optional.of("'%s' stands in the path twice.".formatted(segment));
        }
      } else if (!LITERAL.matcher(segment).matches()
          || ".".equals(segment)
          || "..".equals(segment)) {
        return Optional.of(
            "'%s' cannot be part of a path: use letters, digits, '-', '.', '_', '~' or a {param}, parted by single slashes."
                .formatted(segment));
      }
    }
    return Optional.empty();
  }

  /**
   * The path with {@code {}} for each parameter: two paths of one shape match the same requests.
   */
  public static String shape(String path) {
    return Stream.of(segments(path).toArray(String[]::new))
        .map(segment -> isParam(segment) ? "{}" : segment)
        .collect(Collectors.joining("/"));
  }

  /** The parts between slashes. */
  public static List<String> segments(String path) {
    return List.of(path.split("/", -1));
  }

  /** Whether the segment is a {@code {param}}. */
  public static boolean isParam(String segment) {
    return segment.length() > 2 && segment.startsWith("{") && segment.endsWith("}");
  }
}
