package io.patchbay.http;

import io.patchbay.api.RequestBody;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How one field of a form or of a multipart body is written.
 *
 * @param isFile whether its schema says that it is bytes
 * @param contentType of its part; absent for the usual one of its value
 * @param style how a list or an object is spread; absent for the usual way
 */
record BodyField(
    boolean isFile,
    @Nullable String contentType,
    @Nullable String style,
    @Nullable Boolean explode) {

  /** One that nothing is said about. */
  static final BodyField PLAIN = new BodyField(false, null, null, null);

  private static final int DEEPEST = 16;

  /** What encoding and schema say of the fields of a body. */
  static Map<String, BodyField> of(RequestBody body, Map<String, JsonNode> schemas) {
    var fields = new LinkedHashMap<String, BodyField>();
    if (body.schema() != null) {
      properties(body.schema(), schemas, 0, fields);
    }
    body.encoding()
        .forEach((name, encoding) -> {
          var before = fields.getOrDefault(name, PLAIN);
          fields.put(name, before.encoded(encoding));
        });
    return fields;
  }

  /** Whether lists and objects are spread as parameters in a query are. */
  boolean isSpread() {
    return contentType == null && (style != null || explode != null);
  }

  String styleOrUsual() {
    return style == null ? "form" : style;
  }

  boolean explodes() {
    return explode == null ? styleOrUsual().equals("form") : explode;
  }

  boolean isJson() {
    return contentType != null && MediaType.isJson(contentType);
  }

  private BodyField encoded(RequestBody.Encoding encoding) {
    var type = encoding.contentType() == null ? contentType : firstType(encoding.contentType());
    var isBytes = type != null && !MediaType.isText(type) && !type.matches("(\\*|application)/\\*");
    var isNamed = type == null || MediaType.isRange(type);
    return new BodyField(
        isFile || isBytes, isNamed ? contentType : type, encoding.style(), encoding.explode());
  }

  /** Of several that would do. */
  private static String firstType(String types) {
    var comma = types.indexOf(',');
    return (comma < 0 ? types : types.substring(0, comma)).strip();
  }

  private static void properties(
      JsonNode schema, Map<String, JsonNode> schemas, int depth, Map<String, BodyField> into) {
    var resolved = resolve(schema, schemas);
    if (depth > DEEPEST) {
      return;
    }
    for (var member : Set.of("allOf", "oneOf", "anyOf")) {
      resolved.path(member).forEach(one -> properties(one, schemas, depth + 1, into));
    }
    resolved
        .path("properties")
        .properties()
        .forEach(property -> {
          if (isBytes(property.getValue(), schemas, depth + 1)) {
            into.put(
                property.getKey(),
                new BodyField(true, mediaType(property.getValue(), schemas), null, null));
          }
        });
  }

  private static boolean isBytes(JsonNode schema, Map<String, JsonNode> schemas, int depth) {
    var resolved = resolve(schema, schemas);
    if (depth > DEEPEST || resolved.isMissingNode()) {
      return false;
    }
    if (resolved.path("format").asString("").equals("binary")
        || resolved.path("type").asString("").equals("file")
        || resolved.path("contentEncoding").asString("").startsWith("base64")
        || mediaType(resolved, schemas) != null) {
      return true;
    }
    for (var member : Set.of("allOf", "oneOf", "anyOf")) {
      for (var one : resolved.path(member)) {
        if (isBytes(one, schemas, depth + 1)) {
          return true;
        }
      }
    }
    return resolved.has("items") && isBytes(resolved.path("items"), schemas, depth + 1);
  }

  /** JSON Schema's own word for what the bytes are, unless they are text. */
  private static @Nullable String mediaType(JsonNode schema, Map<String, JsonNode> schemas) {
    var type = resolve(schema, schemas).path("contentMediaType").asString("");
    return type.isEmpty() || MediaType.isText(type) || !MediaType.isValid(type) ? null : type;
  }

  private static JsonNode resolve(JsonNode schema, Map<String, JsonNode> schemas) {
    var current = schema;
    for (int hops = 0; hops < DEEPEST && current.has("$ref"); hops++) {
      var name = current.path("$ref").asString("");
      var target = schemas.get(name.substring(name.lastIndexOf('/') + 1));
      if (target == null) {
        return current;
      }
      current = target;
    }
    return current;
  }
}
