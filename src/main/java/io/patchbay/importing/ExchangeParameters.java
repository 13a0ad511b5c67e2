package io.patchbay.importing;

import io.patchbay.api.Parameter;
import io.patchbay.api.Parameter.In;
import io.patchbay.schema.SchemaInference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Collects the inputs of a method over its samples, and tells their types. */
final class ExchangeParameters {

  private static final int LONGEST_EXAMPLE = 500;

  /** What is known of one input. */
  private static final class Seen {
    private final List<JsonNode> values = new ArrayList<>();
    private final Set<Integer> samples = new HashSet<>();
    private boolean several;
    private boolean secret;
    private boolean optional;
    private @Nullable String description;
  }

  private final Map<In, Map<String, Seen>> all = new LinkedHashMap<>();
  private int samples;

  ExchangeParameters() {
    for (In in : List.of(In.PATH, In.QUERY, In.HEADER, In.COOKIE)) {
      all.put(in, new LinkedHashMap<>());
    }
  }

  /** Takes the inputs of one sample. */
  void add(SecretSweep.Swept swept, List<Field> inPath) {
    inPath.forEach(field -> add(In.PATH, field));
    addAll(In.QUERY, swept.exchange().url().query());
    addAll(In.HEADER, swept.exchange().headers().stream().filter(h -> !h.is("Accept")).toList());
    addAll(In.COOKIE, swept.cookies());
    samples++;
  }

  private void addAll(In in, List<Field> fields) {
    Map<String, List<Field>> byName = new LinkedHashMap<>();
    fields.forEach(
        field -> byName.computeIfAbsent(key(in, field.name()), _ -> new ArrayList<>()).add(field));
    byName.values().forEach(same -> add(in, same.toArray(Field[]::new)));
  }

  /** Names of headers are the same in any case. */
  private String key(In in, String name) {
    if (in != In.HEADER) {
      return name;
    }
    return all.getOrDefault(in, Map.of()).keySet().stream()
        .filter(known -> known.equalsIgnoreCase(name))
        .findFirst()
        .orElse(name);
  }

  private void add(In in, Field... same) {
    var first = same[0];
    var seen =
        all.getOrDefault(in, new LinkedHashMap<>())
            .computeIfAbsent(key(in, first.name()), _ -> new Seen());
    seen.samples.add(samples);
    seen.several |= in == In.QUERY && same.length > 1;
    for (var field : same) {
      seen.secret |= in != In.PATH && isSecret(in, field);
      seen.optional |= field.optional();
      seen.description = seen.description == null ? field.description() : seen.description;
      String value = field.text();
      if (!seen.secret && !value.isEmpty() && !Placeholders.isIn(value)) {
        seen.values.add(PlainValues.typed(value));
      }
    }
  }

  private static boolean isSecret(In in, Field field) {
    return switch (in) {
      case PATH -> false;
      case QUERY -> SecretWords.isQuery(field.name(), field.text());
      case HEADER -> SecretWords.isHeader(field.name());
      case COOKIE -> SecretWords.isSessionCookie(field.name());
    };
  }

  List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    all.forEach((in, byName) ->
        byName.forEach((name, seen) -> parameters.add(parameter(in, name, seen, taken))));
    return parameters;
  }

  private Parameter parameter(In in, String wireName, Seen seen, Set<String> taken) {
    String name = freeName(in == In.PATH ? wireName : inputName(wireName), in, taken);
    return Parameter.of(name, in)
        .with(parts -> {
          parts.wireName = name.equals(wireName) ? null : wireName;
          parts.required = in == In.PATH || (seen.samples.size() == samples && !seen.optional);
          parts.description =
              seen.description == null || seen.description.isBlank() ? null : seen.description;
          parts.redacted = seen.secret;
          parts.schema = schema(seen);
          parts.example = example(seen);
          if (in == In.HEADER && isConstant(seen)) {
            parts.defaultValue = seen.values.getFirst();
          }
        });
  }

  private boolean isConstant(Seen seen) {
    return seen.values.stream().distinct().count() == 1
        && seen.samples.size() == samples
        && !seen.secret
        && !seen.optional;
  }

  private static @Nullable JsonNode example(Seen seen) {
    if (seen.values.isEmpty() || seen.values.getFirst().asString().length() > LONGEST_EXAMPLE) {
      return null;
    }
    if (!seen.several) {
      return seen.values.getFirst();
    }
    var list = JsonNodeFactory.instance.arrayNode();
    seen.values.stream().distinct().limit(5).forEach(list::add);
    return list;
  }

  private static ObjectNode schema(Seen seen) {
    var schema =
        seen.values.isEmpty()
            ? JsonNodeFactory.instance.objectNode().put("type", "string")
            : SchemaInference.inferAll(seen.values);
    if (schema.path("type").isArray()) {
      schema.put("type", "string");
      schema.remove("format");
    }
    schema.remove("examples");
    if (!seen.several) {
      return schema;
    }
    var list = JsonNodeFactory.instance.objectNode().put("type", "array");
    list.set("items", schema);
    return list;
  }

  /** For people: without brackets of lists, {@code ids[]}. */
  private static String inputName(String wireName) {
    String plain = wireName.replaceAll("\\[]$", "").strip();
    return plain.isEmpty() ? "value" : plain;
  }

  private static String freeName(String name, In in, Set<String> taken) {
    String free = name;
    if (taken.contains(free)) {
      String word = in.word();
      free = name + word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
    for (int i = 2; taken.contains(free); i++) {
      free = name + i;
    }
    taken.add(free);
    return free;
  }
}
