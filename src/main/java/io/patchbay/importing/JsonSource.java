package io.patchbay.importing;

import io.patchbay.common.InvalidException;
import java.math.BigInteger;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads JSON as people write it: comments and a comma before a closing bracket are let pass.
 * Numbers keep their digits.
 */
final class JsonSource {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(10 * TreeBuilder.MAX_DEPTH)
                          .maxStringLength(ImportRequest.MAX_BYTES)
                          .maxNameLength(ImportRequest.MAX_BYTES)
                          .maxNumberLength(1_000)
                          .build())
                  .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                  .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                  .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                  .build())
          .build();

  private JsonSource() {}

  /**
   * Tells {@code events} what the text holds.
   *
   * @throws InvalidException with line and column, when it is not JSON
   */
  static void read(String name, String text, DocumentEvents events) {
    try (JsonParser parser = MAPPER.createParser(text)) {
      for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
        tell(parser, token, events);
      }
    } catch (UnexpectedEndOfInputException e) {
      throw new InvalidException(
          name,
          "The JSON ends too early, at %s. Is the file complete?"
              .formatted(place(e.getLocation())));
    } catch (JacksonException e) {
      throw new InvalidException(
          name,
          "This is no valid JSON at %s: %s."
              .formatted(place(e.getLocation()), sentence(e.getOriginalMessage())));
    }
  }

  private static void tell(JsonParser parser, JsonToken token, DocumentEvents events) {
    var at = parser.currentTokenLocation();
    int line = at.getLineNr();
    int column = at.getColumnNr();
    switch (token) {
      case START_OBJECT -> events.startObject(null, line, column);
      case START_ARRAY -> events.startList(null, line, column);
      case END_OBJECT, END_ARRAY -> events.end();
      case PROPERTY_NAME -> events.key(parser.currentName(), line);
      default -> events.scalar(scalar(parser, token), null, line, column);
    }
  }

  private static JsonNode scalar(JsonParser parser, JsonToken token) {
    return switch (token) {
      case VALUE_STRING -> NODES.stringNode(parser.getString());
      case VALUE_NUMBER_INT -> integer(parser);
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      default -> NODES.nullNode();
    };
  }

  private static JsonNode integer(JsonParser parser) {
    return switch (parser.getNumberType()) {
      case INT -> NODES.numberNode(parser.getIntValue());
      case LONG -> NODES.numberNode(parser.getLongValue());
      default -> integer(parser.getBigIntegerValue());
    };
  }

  /** The smallest node that holds it, the same for JSON and YAML. */
  static JsonNode integer(BigInteger value) {
    if (value.bitLength() < Integer.SIZE) {
      return NODES.numberNode(value.intValue());
    }
    return value.bitLength() < Long.SIZE
        ? NODES.numberNode(value.longValue())
        : NODES.numberNode(value);
  }

  private static String place(TokenStreamLocation location) {
    return location == null
        ? "an unknown place"
        : "line %,d, column %,d".formatted(location.getLineNr(), location.getColumnNr());
  }

  private static String sentence(String message) {
    int end = message.indexOf('\n');
    String first = (end < 0 ? message : message.substring(0, end)).strip();
    return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
  }
}
