package io.patchbay.importing;

import io.patchbay.api.RequestBody;
import io.patchbay.api.RequestBody.Encoding;
import io.patchbay.schema.SchemaInference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes the definition of a body of the bodies that were sent. */
final class ExchangeBodies {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int LONGEST_EXAMPLE = 64 * 1024;

  private final List<JsonNode> samples = new ArrayList<>();
  private final Map<String, Integer> types = new LinkedHashMap<>();
  private final Map<String, Encoding> encoding = new LinkedHashMap<>();
  private final Map<String, String> descriptions = new HashMap<>();
  private final List<String> files = new ArrayList<>();
  private final List<String> fileLists = new ArrayList<>();
  private final Set<String> switchedOff = new LinkedHashSet<>();
  private final List<String> notes = new ArrayList<>();
  private int given;
  private int asked;

  /** What to tell about the bodies. */
  List<String> notes() {
    return notes.stream().distinct().toList();
  }

  /** Takes one sample; {@code contentType} is that of its header. */
  void add(ExchangeBody body, @Nullable String contentType) {
    asked++;
    switch (body) {
      case ExchangeBody.None _ -> {
        return;
      }
      case ExchangeBody.Text text -> text(text, contentType);
      case ExchangeBody.Form form -> {
        count(typeOfKind(contentType, RequestBody.FORM));
        samples.add(fields(form.fields()));
      }
      case ExchangeBody.Multipart multipart -> {
        count(withoutBoundary(typeOfKind(contentType, RequestBody.MULTIPART)));
        samples.add(parts(multipart.parts()));
      }
      case ExchangeBody.Unknown unknown ->
          count(orElse(orElse(contentType, unknown.contentType()), "application/octet-stream"));
    }
    given++;
  }

  private static String orElse(@Nullable String first, @Nullable String second) {
    return first == null || first.isBlank() ? (second == null ? "" : second) : first;
  }

  /** Where the header names another kind than the body is, the body counts. */
  private String typeOfKind(@Nullable String contentType, String kind) {
    if (contentType == null || contentType.isBlank()) {
      return kind;
    }
    String family = kind.substring(0, kind.indexOf('/') + 1);
    boolean fits =
        family.equals("multipart/")
            ? contentType.toLowerCase(Locale.ROOT).startsWith(family)
            : contentType.toLowerCase(Locale.ROOT).contains("form-urlencoded");
    if (!fits) {
      notes.add(
          "The Content-Type is %s, but the body is %s; the method takes the latter."
              .formatted(contentType.split(";")[0], kind));
    }
    return fits ? contentType : kind;
  }

  private static String withoutBoundary(String type) {
    return type.replaceAll("(?i);\\s*boundary=.*", "");
  }

  private void count(String type) {
    types.merge(type, 1, Integer::sum);
  }

  private void text(ExchangeBody.Text body, @Nullable String contentType) {
    String type = orElse(contentType, body.contentType());
    Optional<JsonNode> json = PlainValues.json(body.text());
    boolean container = json.isPresent() && json.get().isContainer();
    if (type.isEmpty()) {
      type = container ? RequestBody.JSON : "text/plain";
    }
    count(type);
    String media = type.split(";")[0].strip().toLowerCase(Locale.ROOT);
    if (PlainValues.isJsonType(media)) {
      json(json, body.text());
    } else if (media.equals(RequestBody.FORM) && !container) {
      samples.add(fields(ExchangeUrl.query(body.text())));
    } else {
      if (media.equals(RequestBody.FORM)) {
        notes.add(
            "The body is JSON, but it is sent as %s because no Content-Type says otherwise; choose application/json if the API wants it."
                .formatted(RequestBody.FORM));
      }
      samples.add(NODES.stringNode(body.text()));
    }
  }

  private void json(Optional<JsonNode> json, String text) {
    if (json.isPresent()) {
      samples.add(SecretFields.without(json.get()));
      return;
    }
    Optional<JsonNode> quoted = PlainValues.json(BarePlaces.quoted(text));
    if (quoted.isPresent()) {
      samples.add(SecretFields.without(quoted.get()));
      notes.add("The body has variables where JSON has none; they stand as text in the example.");
    } else if (!text.isBlank()) {
      notes.add("The body is sent as JSON but is none; it has no schema and no example.");
    }
  }

  private ObjectNode fields(List<Field> fields) {
    var object = NODES.objectNode();
    for (var field : fields) {
      if (field.description() != null) {
        descriptions.put(field.name(), field.description());
      }
      if (field.optional()) {
        switchedOff.add(field.name());
      } else {
        put(object, field.name(), value(field));
      }
    }
    return object;
  }

  private static JsonNode value(Field field) {
    String text = field.text();
    boolean secret = SecretWords.isField(field.name()) && !Placeholders.isOnly(text);
    return secret ? NODES.stringNode(SecretFields.LEFT_OUT) : PlainValues.typed(text);
  }

  private static void put(ObjectNode object, String name, JsonNode value) {
    JsonNode before = object.get(name);
    if (before instanceof ArrayNode list) {
      list.add(value);
    } else if (before != null) {
      object.putArray(name).add(before).add(value);
    } else {
      object.set(name, value);
    }
  }

  private ObjectNode parts(List<FormPart> parts) {
    var object = NODES.objectNode();
    for (var part : parts) {
      String name = part.name().isEmpty() ? "part" : part.name();
      if (part.description() != null) {
        descriptions.put(name, part.description());
      }
      if (part.contentType() != null && !part.contentType().isBlank() && !part.file()) {
        encoding.put(name, new Encoding(part.contentType(), null, null));
      }
      if (part.optional() && !part.file()) {
        switchedOff.add(name);
      } else if (part.file()) {
        if (files.contains(name) && !fileLists.contains(name) && given == 0) {
          fileLists.add(name);
        }
        files.add(name);
      } else {
        put(object, name, partValue(name, part));
      }
    }
    return object;
  }

  private static JsonNode partValue(String name, FormPart part) {
    String text = part.text() == null ? "" : part.text();
    if (PlainValues.isJsonType(part.contentType())) {
      return PlainValues.json(text).map(SecretFields::without).orElse(NODES.stringNode(text));
    }
    return value(Field.of(name, text));
  }

  /** The definition; nothing when no sample had a body. */
  Optional<RequestBody> definition() {
    if (given == 0) {
      return Optional.empty();
    }
    String type =
        types.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(RequestBody.JSON);
    var schema = samples.isEmpty() ? null : SchemaInference.inferAll(samples);
    if (schema == null && !PlainValues.isJsonType(type)) {
      schema = NODES.objectNode().put("type", "string");
      if (!type.startsWith("text/") && !type.contains("xml")) {
        schema.put("contentEncoding", "base64");
      }
    }
    if (schema != null) {
      addFiles(schema);
      addSwitchedOff(schema);
      describe(schema);
    }
    var example = samples.isEmpty() ? null : samples.getFirst();
    boolean tooLong = example != null && example.toString().length() > LONGEST_EXAMPLE;
    return Optional.of(
        new RequestBody(type, given == asked, null, schema, tooLong ? null : example, encoding));
  }

  private static ObjectNode properties(ObjectNode schema) {
    schema.put("type", "object");
    return schema.get("properties") instanceof ObjectNode found
        ? found
        : schema.putObject("properties");
  }

  /** Fields that the source has but does not send. */
  private void addSwitchedOff(ObjectNode schema) {
    for (String name : switchedOff) {
      var properties = properties(schema);
      if (!properties.has(name)) {
        properties.putObject(name).put("type", "string");
      }
    }
  }

  private void addFiles(ObjectNode schema) {
    if (files.isEmpty()) {
      return;
    }
    var properties = properties(schema);
    for (String name : files) {
      var file = NODES.objectNode().put("type", "string").put("format", "binary");
      if (fileLists.contains(name)) {
        var list = NODES.objectNode().put("type", "array");
        list.set("items", file);
        properties.set(name, list);
      } else {
        properties.set(name, file);
      }
    }
  }

  private void describe(ObjectNode schema) {
    descriptions.forEach((name, text) -> {
      if (schema.path("properties").path(name) instanceof ObjectNode property && !text.isBlank()) {
        property.put("description", text);
      }
    });
  }
}
