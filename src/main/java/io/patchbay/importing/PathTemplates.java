package io.patchbay.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Tells which segments of paths are values and which are names: {@code /orders/123} is {@code
 * /orders/{orderId}}. Segments that look like an id are values, and those that differ between paths
 * which are alike otherwise.
 */
final class PathTemplates {

  private static final Pattern VERSION =
      Pattern.compile(
          "(?i)v\\d{1,4}([._-]?\\d{1,3})*([._-]?(alpha|beta|rc|preview)\\d*)?|\\d{1,2}\\.\\d{1,3}|20\\d\\d-\\d\\d(-\\d\\d)?");
  private static final Pattern DIGITS = Pattern.compile("-?\\d+");
  private static final Pattern UUID =
      Pattern.compile("(?i)\\{?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}}?");
  private static final Pattern HASH = Pattern.compile("(?i)(?=[a-f]*\\d)[0-9a-f]{12,}");
  private static final Pattern EMAIL = Pattern.compile("[^@/\\s]+(@|%40)[^@/\\s]+\\.[^@/\\s]+");
  private static final Pattern PREFIXED =
      Pattern.compile(
          "(?:[A-Za-z]{1,12}[_-]){1,3}(?=[A-Za-z0-9]*\\d)[A-Za-z0-9]{3,}|[A-Za-z][\\w.-]*:(?=.*\\d)[\\w:.-]+|VAR_\\w+");
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?=.*\\d)(?=.*[A-Za-z])[A-Za-z0-9]{16,}|(?=.*\\d)(?=.*[A-Z])(?=.*[a-z])[\\w:.~-]{20,}");
  private static final Pattern SAMPLE =
      Pattern.compile("(?i)((?:[a-z]+[_-]){1,3})(abc|xyz|xxx+|id|example|\\.\\.\\.)");
  private static final Pattern WORDS = Pattern.compile("[a-z]+([_-][a-z]+)*");
  private static final Pattern MIXED =
      Pattern.compile("[A-Z]{2,6}-?\\d{2,}|[A-Z0-9]*\\d[A-Z0-9]{4,}");
  private static final Pattern FILE =
      Pattern.compile("([^.{}]+)(\\.(?:json|xml|csv|pdf|txt|html|yaml))");
  private static final Set<String> ACTIONS =
      Set.of(
          "me",
          "self",
          "search",
          "count",
          "new",
          "export",
          "import",
          "batch",
          "bulk",
          "current",
          "latest",
          "all",
          "default",
          "login",
          "logout",
          "status",
          "health",
          "info",
          "list",
          "upload",
          "query",
          "validate",
          "set",
          "delete",
          "get",
          "add",
          "update",
          "create",
          "remove",
          "cancel",
          "random",
          "stats",
          "summary",
          "metadata",
          "schema",
          "config",
          "settings");

  private PathTemplates() {}

  static boolean isVersion(String segment) {
    return VERSION.matcher(segment).matches();
  }

  /** Whether a segment looks like the id of something. */
  static boolean isId(String segment, String before) {
    if (segment.isEmpty() || segment.length() > 500) {
      return segment.length() > 500;
    }
    if (isVersion(segment)) {
      return false;
    }
    String plain = ExchangeUrl.decode(segment, false);
    return DIGITS.matcher(plain).matches()
        || UUID.matcher(plain).matches()
        || HASH.matcher(plain).matches()
        || EMAIL.matcher(plain).matches()
        || PREFIXED.matcher(plain).matches()
        || TOKEN.matcher(plain).matches()
        || MIXED.matcher(plain).matches()
        || isSample(plain, before);
  }

  /** {@code proj_abc} behind {@code projects}. */
  private static boolean isSample(String segment, String before) {
    var matcher = SAMPLE.matcher(segment);
    if (!matcher.matches()) {
      return false;
    }
    String prefix = matcher.group(1).substring(0, matcher.group(1).length() - 1);
    String name = before.toLowerCase(Locale.ROOT);
    return segment.matches("(?i).*[_-](abc|xyz|xxx+)")
        || name.startsWith(prefix.toLowerCase(Locale.ROOT));
  }

  /** A word for many things of a kind. */
  static boolean isPlural(String segment) {
    return WORDS.matcher(segment.toLowerCase(Locale.ROOT)).matches()
        && segment.endsWith("s")
        && !segment.endsWith("ss")
        && !segment.endsWith("us")
        && segment.length() > 3;
  }

  /** The name of the value that stands behind a segment. */
  static String parameterName(String before) {
    String[] words = before.split("[^A-Za-z0-9]+");
    String word = words.length == 0 ? "" : Placeholders.name(String.join("_", words));
    if (word.isEmpty() || word.equals("value") || isVersion(word)) {
      return "id";
    }
    return singular(word) + "Id";
  }

  private static String singular(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.endsWith("cookies") || lower.endsWith("movies")) {
      return word.substring(0, word.length() - 1);
    }
    if (lower.endsWith("ies") && word.length() > 4) {
      return word.substring(0, word.length() - 3) + "y";
    }
    if (lower.endsWith("sses") || lower.endsWith("ches") || lower.endsWith("xes")) {
      return word.substring(0, word.length() - 2);
    }
    boolean plural = lower.endsWith("s") && !lower.matches(".*(ss|us|is|series|news)");
    return plural && word.length() > 2 ? word.substring(0, word.length() - 1) : word;
  }

  /**
   * Paths with values as {@code {name}}, in the order of the samples.
   *
   * @param named whether people have written them one by one, so that different segments are meant
   */
  static List<List<String>> of(List<PathSample> samples, boolean named) {
    List<List<String>> templates = new ArrayList<>();
    for (var sample : samples) {
      templates.add(byLooks(sample.segments()));
    }
    int deepest = named ? 0 : templates.stream().mapToInt(List::size).max().orElse(0);
    for (int depth = 1; depth < deepest; depth++) {
      byDifference(samples, templates, depth);
    }
    return templates.stream().map(PathTemplates::withUniqueNames).toList();
  }

  private static List<String> byLooks(List<String> segments) {
    List<String> template = new ArrayList<>();
    String before = "";
    for (String segment : segments) {
      var file = FILE.matcher(segment);
      if (file.matches() && isId(file.group(1), before)) {
        template.add("{" + parameterName(before) + "}" + file.group(2));
      } else if (segment.indexOf('{') >= 0 || !isId(segment, before)) {
        template.add(segment);
        before = segment.startsWith("{") ? before : segment;
      } else {
        template.add("{" + parameterName(before) + "}");
      }
    }
    return template;
  }

  /** Makes one value of the segments at a depth that stand behind the same beginning. */
  private static void byDifference(
      List<PathSample> samples, List<List<String>> templates, int depth) {
    Map<String, List<Integer>> alike = new TreeMap<>();
    for (int i = 0; i < templates.size(); i++) {
      var template = templates.get(i);
      if (template.size() > depth && isValue(template.get(depth), template.get(depth - 1))) {
        var shape = new ArrayList<>(template);
        shape.set(depth, "*");
        String key = samples.get(i).verb() + " " + String.join("/", shape);
        alike.computeIfAbsent(key, _ -> new ArrayList<>()).add(i);
      }
    }
    Map<String, Set<String>> values = new HashMap<>();
    for (var group : alike.values()) {
      if (differ(group, templates, depth) && areOfAKind(group, samples, templates, depth)) {
        for (int i : group) {
          values
              .computeIfAbsent(front(templates.get(i), depth), _ -> new HashSet<>())
              .add(templates.get(i).get(depth));
        }
      }
    }
    for (var template : templates) {
      if (template.size() > depth
          && values.getOrDefault(front(template, depth), Set.of()).contains(template.get(depth))) {
        template.set(depth, "{" + parameterName(template.get(depth - 1)) + "}");
      }
    }
  }

  private static String front(List<String> template, int depth) {
    return String.join("/", template.subList(0, depth));
  }

  private static boolean isValue(String segment, String before) {
    return !segment.startsWith("{")
        && isPlural(before)
        && !isPlural(segment)
        && !ACTIONS.contains(segment.toLowerCase(Locale.ROOT))
        && !isVersion(segment);
  }

  private static boolean differ(List<Integer> group, List<List<String>> templates, int depth) {
    return group.stream().map(i -> templates.get(i).get(depth)).distinct().count() > 1;
  }

  /**
   * Whether there is a sign that they are of a kind: answers alike, the same names behind them, or
   * a verb that reads or changes one thing.
   */
  private static boolean areOfAKind(
      List<Integer> group, List<PathSample> samples, List<List<String>> templates, int depth) {
    var first = samples.get(group.getFirst());
    boolean answered = group.stream().allMatch(i -> !samples.get(i).answerFields().isEmpty());
    if (answered) {
      return group.stream()
          .allMatch(i -> alike(samples.get(i).answerFields(), first.answerFields()));
    }
    boolean namesBehind = templates.get(group.getFirst()).size() > depth + 1;
    return namesBehind || !first.verb().equals("POST");
  }

  private static boolean alike(Set<String> fields, Set<String> others) {
    long common = fields.stream().filter(others::contains).count();
    return common * 2 >= Math.max(fields.size(), others.size());
  }

  private static List<String> withUniqueNames(List<String> template) {
    List<String> unique = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (String segment : template) {
      if (segment.startsWith("{") && segment.endsWith("}")) {
        int count = seen.merge(segment, 1, Integer::sum);
        unique.add(count == 1 ? segment : segment.substring(0, segment.length() - 1) + count + "}");
      } else {
        unique.add(segment);
      }
    }
    return unique;
  }
}
