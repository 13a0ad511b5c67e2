package io.patchbay.ui.designer.editing;

import io.patchbay.common.Json;
import io.patchbay.flow.Step;
import io.patchbay.flow.Trigger;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Steps as their documents: what all kinds have in common is changed there, so that no kind needs
 * code for it.
 */
final class StepTexts {

  private static final Pattern EXPRESSION = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);

  /** A text in quotes or a comment, which names nothing; or a step's name. */
  private static final Pattern NAMES =
      Pattern.compile(
          "(\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|/\\*.*?\\*/)"
              + "|((?:(?<![\\w.`$])|(?<=\\$\\.))steps\\s*\\.\\s*)(?:`([^`]+)`|([A-Za-z]\\w*))",
          Pattern.DOTALL);

  private StepTexts() {}

  static Step withName(Step step, @Nullable String name) {
    return with(step, "name", name);
  }

  static Step withId(Step step, String id) {
    return with(step, "id", id);
  }

  static Trigger withName(Trigger trigger, @Nullable String name) {
    return convert(put(Json.toTree(trigger), "name", name), Trigger.class);
  }

  static Trigger withId(Trigger trigger, String id) {
    return convert(put(Json.toTree(trigger), "id", id), Trigger.class);
  }

  /** The step with other names of steps in all of its expressions. */
  static Step withReferences(Step step, Map<String, String> newNames) {
    JsonNode tree = Json.toTree(step);
    JsonNode renamed = rename(tree, newNames);
    return renamed.equals(tree) ? step : convert(renamed, Step.class);
  }

  /** The text with other names of steps in its expressions. */
  static String rename(String text, Map<String, String> newNames) {
    return EXPRESSION
        .matcher(text)
        .replaceAll(match ->
            Matcher.quoteReplacement("{{" + renameSource(match.group(1), newNames) + "}}"));
  }

  private static String renameSource(String source, Map<String, String> newNames) {
    return NAMES
        .matcher(source)
        .replaceAll(match -> {
          String name = match.group(3) == null ? match.group(4) : match.group(3);
          String newName = name == null ? null : newNames.get(name);
          return Matcher.quoteReplacement(
              newName == null ? match.group() : match.group(2) + newName);
        });
  }

  private static JsonNode rename(JsonNode node, Map<String, String> newNames) {
    return switch (node) {
      case StringNode text -> StringNode.valueOf(rename(text.stringValue(), newNames));
      case ObjectNode object -> {
        ObjectNode copy = Json.MAPPER.createObjectNode();
        object
            .properties()
            .forEach(field -> copy.set(field.getKey(), rename(field.getValue(), newNames)));
        yield copy;
      }
      case ArrayNode array -> {
        ArrayNode copy = Json.MAPPER.createArrayNode();
        array.forEach(element -> copy.add(rename(element, newNames)));
        yield copy;
      }
      default -> node;
    };
  }

  private static Step with(Step step, String field, @Nullable String value) {
    return convert(put(Json.toTree(step), field, value), Step.class);
  }

  private static JsonNode put(JsonNode tree, String field, @Nullable String value) {
    ObjectNode copy = (ObjectNode) tree.deepCopy();
    if (value == null || value.isBlank()) {
      copy.remove(field);
    } else {
      copy.put(field, value.strip());
    }
    return copy;
  }

  private static <T> T convert(JsonNode tree, Class<T> type) {
    return Json.convert(tree, type);
  }

  /** "step 'Get order'" or "3 steps". */
  static String count(int many, String noun) {
    return many == 1 ? noun : "%d %ss".formatted(many, noun);
  }

  /** The map with its keys renamed. */
  static <T> Map<String, T> renameKey(Map<String, T> map, String from, String to) {
    return map.entrySet().stream()
        .collect(
            Collectors.toMap(
                entry -> entry.getKey().equals(from) ? to : entry.getKey(),
                Map.Entry::getValue,
                (a, b) -> a,
                java.util.LinkedHashMap::new));
  }
}
