package io.patchbay.importing;

import io.patchbay.api.ApiCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The key of a path item, taken apart: some descriptions tell several operations of one path apart
 * by a query or a fragment.
 *
 * @param path what is appended to the base URL
 * @param query name and value of what stood after the question mark, still encoded
 */
record OpenApiPath(String path, List<Pair> query) {

  private static final int MOST_PAIRS = 100;
  private static final int MOST_PLACEHOLDERS = 100;

  /** A query parameter of a path's key. */
  record Pair(String name, String value) {}

  static OpenApiPath of(OpenApiReading reading, Spot item) {
    String key = item.key().strip();
    int hash = key.indexOf('#');
    if (hash >= 0) {
      if (!reading.isOurs) {
        reading.findings.note(
            item, "What follows '#' in a path is not sent and only tells methods apart.");
      }
      key = key.substring(0, hash);
    }
    List<Pair> query = new ArrayList<>();
    int mark = key.indexOf('?');
    if (mark >= 0) {
      for (String pair : key.substring(mark + 1).split("&", MOST_PAIRS)) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        if (!name.isEmpty()) {
          query.add(
              new Pair(JsonPointer.decode(name), equals < 0 ? "" : pair.substring(equals + 1)));
        }
      }
      reading.findings.note(item, "What follows '?' in a path became query parameters.");
      key = key.substring(0, mark);
    }
    if (!key.startsWith("/") && !key.isEmpty()) {
      reading.findings.changed(item, "A path begins with '/'; one was put before it.");
      key = "/" + key;
    }
    return new OpenApiPath(key, List.copyOf(query));
  }

  /**
   * The path with its placeholders written as the parameters are that they mean: {@code {petID}},
   * {@code {path+}} and {@code {id:[0-9]+}} are often meant for {@code petId}, {@code path} and
   * {@code id}.
   */
  OpenApiPath mended(Set<String> declared, Runnable whenChanged) {
    String mended = path;
    List<String> placeholders = ApiCheck.placeholders(path);
    for (String placeholder : placeholders) {
      if (placeholders.size() < MOST_PLACEHOLDERS && !declared.contains(placeholder)) {
        List<String> meant =
            declared.stream()
                .filter(name -> plain(name).equals(plain(placeholder)))
                .filter(name -> !path.contains("{" + name + "}"))
                .toList();
        if (meant.size() == 1) {
          mended = mended.replace("{" + placeholder + "}", "{" + meant.getFirst() + "}");
          whenChanged.run();
        }
      }
    }
    return new OpenApiPath(mended, query);
  }

  private static String plain(String name) {
    return name.replaceFirst(":.*", "").toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
