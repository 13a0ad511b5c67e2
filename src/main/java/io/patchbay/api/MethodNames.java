package io.patchbay.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Proposes a name for a method, as people name them: {@code getOrder}, {@code createContact}. */
public final class MethodNames {

  private static final Pattern SPECIAL = Pattern.compile("[^A-Za-z0-9]+");
  private static final Pattern VERSION = Pattern.compile("v\\d+");

  private MethodNames() {}

  /** A name for a verb and a path that none of {@code taken} has. */
  public static String propose(Verb verb, String path, Set<String> taken) {
    String name = word(verb) + subject(verb, path);
    String free = name;
    for (int i = 2; taken.contains(free); i++) {
      free = name + i;
    }
    return free;
  }

  private static String subject(Verb verb, String path) {
    List<String> segments =
        Arrays.stream(path.replaceFirst("\\?.*", "").split("/"))
            .map(String::strip)
            .filter(s -> !s.isEmpty() && !VERSION.matcher(s).matches())
            .toList();
    String last = segments.stream().filter(s -> !s.startsWith("{")).reduce((a, b) -> b).orElse("");
    boolean one = verb == Verb.POST || (!segments.isEmpty() && segments.getLast().startsWith("{"));
    return camel(one ? singular(last) : last);
  }

  private static String word(Verb verb) {
    return switch (verb) {
      case GET -> "get";
      case POST -> "create";
      case PUT -> "replace";
      case PATCH -> "update";
      case DELETE -> "delete";
      default -> verb.name().toLowerCase(Locale.ROOT);
    };
  }

  private static String singular(String word) {
    if (word.endsWith("ies") && word.length() > 4) {
      return word.substring(0, word.length() - 3) + "y";
    }
    return word.endsWith("s") && !word.endsWith("ss") && word.length() > 2
        ? word.substring(0, word.length() - 1)
        : word;
  }

  private static String camel(String text) {
    var name = new StringBuilder();
    for (String part : SPECIAL.split(text)) {
      if (!part.isEmpty()) {
        name.append(part.substring(0, 1).toUpperCase(Locale.ROOT)).append(part.substring(1));
      }
    }
    return name.toString();
  }
}
