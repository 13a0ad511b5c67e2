package io.patchbay.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds some secrets, in any of the forms in which they travel, and masks them. One pass over the
 * text whatever their number (Wu and Manber, 1994); immutable.
 */
public final class Redactor {

  /** Knows no secret. */
  public static final Redactor NONE = new Redactor(List.of());

  private static final int TABLE = 1 << 12;

  private final Set<String> patterns;
  private final int window;
  private final byte[] shifts = new byte[TABLE];
  private final String[][] candidates = new String[TABLE][];

  private Redactor(Collection<String> patterns) {
    this.patterns = Set.copyOf(patterns);
    this.window = Math.min(100, patterns.stream().mapToInt(String::length).min().orElse(0));
    Arrays.fill(shifts, (byte) Math.max(1, window - 1));
    for (var pattern : patterns) {
      for (int end = 2; end <= window; end++) {
        var slot = slot(pattern, end);
        shifts[slot] = (byte) Math.min(shifts[slot], window - end);
      }
      var last = slot(pattern, window);
      var others = candidates[last];
      var all = others == null ? new String[1] : Arrays.copyOf(others, others.length + 1);
      all[all.length - 1] = pattern;
      candidates[last] = all;
    }
  }

  /** Finds these values; those shorter than six characters are not looked for. */
  public static Redactor of(Collection<String> secrets) {
    var patterns = secrets.stream().flatMap(secret -> SecretForms.of(secret).stream()).distinct();
    var list = patterns.toList();
    return list.isEmpty() ? NONE : new Redactor(list);
  }

  /** Finds the secrets of both. */
  Redactor plus(Redactor other) {
    if (patterns.containsAll(other.patterns)) {
      return this;
    }
    if (patterns.isEmpty()) {
      return other;
    }
    var all = new HashSet<>(patterns);
    all.addAll(other.patterns);
    return new Redactor(all);
  }

  /** Whether there is anything to mask in UTF-8 text. */
  public boolean occursIn(byte[] utf8) {
    return window > 0 && find(new String(utf8, StandardCharsets.ISO_8859_1), 0) != null;
  }

  public boolean occursIn(String text) {
    return find(text, 0) != null;
  }

  /** The text with {@value SentRequest#MASK} in place of each secret; the same object if none. */
  public String redact(String text) {
    var hit = find(text, 0);
    if (hit == null) {
      return text;
    }
    var clean = new StringBuilder(text.length());
    var from = 0;
    while (hit != null) {
      clean.append(text, from, hit.start()).append(SentRequest.MASK);
      from = hit.end();
      hit = find(text, from);
    }
    return clean.append(text, from, text.length()).toString();
  }

  /** A plain value with all its texts and names redacted; the same object if there is no secret. */
  public @Nullable Object redact(@Nullable Object value) {
    if (window == 0) {
      return value;
    }
    return switch (value) {
      case String text -> redact(text);
      case List<?> list -> {
        var clean = new ArrayList<@Nullable Object>(list.size());
        list.forEach(element -> clean.add(redact((Object) element)));
        yield clean;
      }
      case Map<?, ?> map -> {
        var clean = new LinkedHashMap<String, @Nullable Object>();
        map.forEach(
            (key, element) -> clean.put(redact(String.valueOf(key)), redact((Object) element)));
        yield clean;
      }
      case null, default -> value;
    };
  }

  private @Nullable Hit find(String text, int from) {
    if (window == 0) {
      return null;
    }
    var end = from + window;
    while (end <= text.length()) {
      var slot = slot(text, end);
      var shift = shifts[slot];
      if (shift > 0) {
        end += shift;
        continue;
      }
      var hit = match(text, end - window, slot);
      if (hit != null) {
        return hit;
      }
      end++;
    }
    return null;
  }

  /** The longest that begins here, so that no tail of a secret is left. */
  private @Nullable Hit match(String text, int start, int slot) {
    var patterns = candidates[slot];
    var longest = 0;
    if (patterns != null) {
      for (var pattern : patterns) {
        if (pattern.length() > longest && text.startsWith(pattern, start)) {
          longest = pattern.length();
        }
      }
    }
    return longest == 0 ? null : new Hit(start, start + longest);
  }

  private static int slot(String text, int end) {
    return (text.charAt(end - 2) * 31 + text.charAt(end - 1)) & (TABLE - 1);
  }

  private record Hit(int start, int end) {}
}
