package io.patchbay.schema;

import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Says in one sentence, for people, what a validator found. */
final class ProblemSentence {

  private static final int LONGEST = 200;

  private ProblemSentence() {}

  static String of(Error error) {
    String place = place(error);
    String sentence = sentence(error);
    return place.isEmpty() ? sentence : place + ": " + sentence;
  }

  /** For example {@code items[2].name}; empty for the whole value. */
  private static String place(Error error) {
    var place = new StringBuilder();
    var location = error.getInstanceLocation();
    for (int i = 0; i < location.getNameCount(); i++) {
      Object name = location.getElement(i);
      if (name instanceof Integer index) {
        place.append('[').append(index).append(']');
      } else {
        place.append(place.isEmpty() ? "" : ".").append(name);
      }
    }
    return place.toString();
  }

  private static String sentence(Error error) {
    JsonNode limit = error.getSchemaNode();
    return switch (String.valueOf(error.getKeyword())) {
      case "type" -> type(error);
      case "required" -> "The field '%s' is missing".formatted(error.getProperty());
      case "additionalProperties", "unevaluatedProperties" ->
          "The field '%s' is not known here".formatted(error.getProperty());
      case "enum" -> "Must be one of %s".formatted(list(limit));
      case "const" -> "Must be %s".formatted(shown(limit));
      case "minimum" -> "Must be %s or more".formatted(shown(limit));
      case "maximum" -> "Must be %s or less".formatted(shown(limit));
      case "exclusiveMinimum" -> "Must be more than %s".formatted(shown(limit));
      case "exclusiveMaximum" -> "Must be less than %s".formatted(shown(limit));
      case "multipleOf" -> "Must be a multiple of %s".formatted(shown(limit));
      case "minLength" -> "Must have at least %s characters".formatted(shown(limit));
      case "maxLength" -> "Must have at most %s characters".formatted(shown(limit));
      case "minItems" -> "Must have at least %s elements".formatted(shown(limit));
      case "maxItems" -> "Must have at most %s elements".formatted(shown(limit));
      case "uniqueItems" -> "Must not have an element twice";
      case "pattern" -> "Must match the pattern %s".formatted(shown(limit));
      case "format" -> "Must be written as %s".formatted(shown(limit));
      case "oneOf" -> "Must fit exactly one of the alternatives";
      case "anyOf" -> "Must fit one of the alternatives";
      case "not" -> "Has a form that is excluded";
      default -> shortened(String.valueOf(error.getMessage()));
    };
  }

  private static String type(Error error) {
    String given = Kind.of(error.getInstanceNode()).spoken();
    return "%s given, %s is needed"
        .formatted(
            Character.toUpperCase(given.charAt(0)) + given.substring(1),
            SchemaFit.spoken(wanted(error.getSchemaNode())));
  }

  private static Set<Kind> wanted(JsonNode type) {
    var kinds = EnumSet.noneOf(Kind.class);
    for (Kind kind : Kind.values()) {
      if (type.asString("").equals(kind.word())) {
        kinds.add(kind);
      }
      for (JsonNode element : type) {
        if (element.asString("").equals(kind.word())) {
          kinds.add(kind);
        }
      }
    }
    return kinds;
  }

  private static String list(JsonNode values) {
    var all = new ArrayList<String>();
    values.forEach(value -> all.add(shown(value)));
    return shortened(String.join(", ", all));
  }

  private static String shown(JsonNode value) {
    return shortened(value.isString() ? value.asString() : value.toString());
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
