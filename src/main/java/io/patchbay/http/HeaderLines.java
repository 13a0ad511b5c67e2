package io.patchbay.http;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The headers of a request in their order; names are compared without case. Immutable. */
final class HeaderLines implements Iterable<HeaderLine> {

  static final HeaderLines NONE = new HeaderLines(List.of());

  private final List<HeaderLine> lines;

  private HeaderLines(List<HeaderLine> lines) {
    this.lines = lines;
  }

  /** With the header in the place of one of that name, or at the end. */
  HeaderLines with(HeaderLine line) {
    var copy = new ArrayList<HeaderLine>(lines.size() + 1);
    var isPlaced = false;
    for (var other : lines) {
      if (!other.key().equals(line.key())) {
        copy.add(other);
      } else if (!isPlaced) {
        copy.add(line);
        isPlaced = true;
      }
    }
    if (!isPlaced) {
      copy.add(line);
    }
    return new HeaderLines(copy);
  }

  HeaderLines without(String name) {
    var key = name.toLowerCase(Locale.ROOT);
    return find(key) == null ? this : only(line -> !line.key().equals(key));
  }

  HeaderLines only(Predicate<HeaderLine> wanted) {
    return new HeaderLines(lines.stream().filter(wanted).toList());
  }

  /** The header of that lower-case name. */
  @Nullable HeaderLine find(String key) {
    for (var line : lines) {
      if (line.key().equals(key)) {
        return line;
      }
    }
    return null;
  }

  @Override
  public Iterator<HeaderLine> iterator() {
    return lines.iterator();
  }
}
