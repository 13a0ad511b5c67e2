package io.patchbay.importing;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The variables of a collection: {@code {{name}}}. */
final class PostmanVariables {

  private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([^{}]{1,100}?)\\s*}}");
  private static final int DEEPEST = 5;
  private static final int LONGEST = 100_000;

  private final Map<String, String> values = new HashMap<>();
  private final Map<String, Integer> dynamic = new LinkedHashMap<>();

  /** Takes the variables that stand in a collection or a folder; the first value of a name wins. */
  void add(JsonNode list) {
    for (JsonNode variable : list) {
      String key = PostmanText.of(variable.path("key"), PostmanText.of(variable.path("id"), ""));
      String value = PostmanText.of(variable.path("value"), "");
      if (!key.isEmpty() && !value.isEmpty() && !variable.path("disabled").asBoolean(false)) {
        values.putIfAbsent(key, value);
      }
    }
  }

  /** The value of a name; empty when there is none. */
  String value(String name) {
    return values.getOrDefault(name, "");
  }

  /** The text with all variables filled in that have a value, secrets too. */
  String filled(String text) {
    String filled = text;
    for (int i = 0; i < DEEPEST && filled.contains("{{") && filled.length() < LONGEST; i++) {
      String next = once(filled);
      if (next.equals(filled)) {
        break;
      }
      filled = next;
    }
    return filled;
  }

  private String once(String text) {
    return VARIABLE
        .matcher(text)
        .replaceAll(found -> {
          String value = values.get(found.group(1));
          return Matcher.quoteReplacement(value == null ? found.group() : value);
        });
  }

  /** The text with the variables filled in that have a value which is no secret. */
  String filledPlain(String text) {
    if (!text.contains("{{")) {
      return text;
    }
    return VARIABLE
        .matcher(text)
        .replaceAll(found -> {
          String name = found.group(1);
          boolean secret = SecretWords.isField(name) || SecretWords.isHeader(name);
          String value = secret ? "" : filled(found.group());
          boolean usable = !value.isEmpty() && !value.contains("{{");
          return Matcher.quoteReplacement(usable ? value : found.group());
        });
  }

  /** Counts those that Postman makes up for each call, such as {@code {{$guid}}}. */
  void countDynamic(String text) {
    if (text.contains("{{$")) {
      Matcher matcher = VARIABLE.matcher(text);
      while (matcher.find()) {
        if (matcher.group(1).startsWith("$")) {
          dynamic.merge(matcher.group(1), 1, Integer::sum);
        }
      }
    }
  }

  Map<String, Integer> dynamic() {
    return dynamic;
  }

  /** The values by the names that stand in addresses. */
  Map<String, String> byPlaceName() {
    Map<String, String> byName = new HashMap<>();
    values.forEach((name, value) -> byName.put(Placeholders.name(name), value));
    return byName;
  }
}
