package io.patchbay.importing;

import io.patchbay.api.RequestBody;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads what body an operation takes. */
final class OpenApiBodies {

  private static final String BINARY = "application/octet-stream";

  private final OpenApiReading reading;

  OpenApiBodies(OpenApiReading reading) {
    this.reading = reading;
  }

  /** Absent when the operation takes none. */
  @Nullable RequestBody read(Spot operation, OpenApiParameters.Inputs inputs) {
    Spot body = reading.object(operation.field("requestBody"), "A request body").orElse(null);
    if (body != null) {
      return ofContent(body);
    }
    if (!inputs.body().isEmpty()) {
      return ofParameter(operation, inputs.body().getLast());
    }
    return inputs.form().isEmpty() ? null : ofForm(operation, inputs.form());
  }

  private RequestBody ofContent(Spot body) {
    List<Spot> content = reading.entries(body.field("content"), "Media types");
    Spot media = OpenApiMedia.best(content).orElse(null);
    boolean required = body.isTrue("required");
    String description = reading.description(body.field("description"));
    if (media == null) {
      reading.findings.changed(body, "A body without a media type; JSON is sent.");
      return new RequestBody(RequestBody.JSON, required, description, null, null, Map.of());
    }
    noteOthers(content.size(), body.field("content"));
    JsonNode schema = reading.schemas.inlineOf(media, "schema");
    if (schema == null && media.field("itemSchema").isGiven()) {
      reading.findings.changed(media, "A sequence of items is sent as one list.");
      schema = listOf(reading.schemas.inline(media.field("itemSchema")));
    }
    String type = concrete(media, schema);
    return new RequestBody(
        type,
        required,
        description,
        type.startsWith("multipart/") && !reading.isOurs ? withFiles(schema) : schema,
        OpenApiMedia.example(reading, media),
        encoding(media.field("encoding")));
  }

  private static JsonNode listOf(JsonNode items) {
    var list = JsonNodeFactory.instance.objectNode().put("type", "array");
    list.set("items", items);
    return list;
  }

  private void noteOthers(int offered, Spot place) {
    if (offered > 1) {
      reading.findings.note(
          place,
          "The body can be sent in several media types; one was taken, JSON where there is.");
    }
  }

  /** A range cannot be sent: JSON for any type, plain bytes for a kind of picture and the like. */
  private String concrete(Spot media, @Nullable JsonNode schema) {
    String type = media.key().strip();
    if (!OpenApiMedia.isRange(type) || reading.isOurs) {
      return type;
    }
    boolean bytes = schema != null && schema.path("format").asString("").equals("binary");
    String plain = OpenApiMedia.plain(type);
    boolean anything = plain.equals("*/*") || plain.equals("application/*") || plain.equals("*");
    String taken =
        plain.startsWith("text/") ? "text/plain" : anything && !bytes ? RequestBody.JSON : BINARY;
    reading.findings.changedOften(
        media, "The body may be '%s'; it is sent as %s.".formatted(type, taken));
    return taken;
  }

  /** In OpenAPI 3.1, a file within multipart is a field that only has a media type. */
  private static @Nullable JsonNode withFiles(@Nullable JsonNode schema) {
    if (schema == null) {
      return null;
    }
    for (var field : schema.path("properties").properties()) {
      if (field.getValue() instanceof ObjectNode object
          && object.has("contentMediaType")
          && !object.has("contentEncoding")
          && !object.has("format")) {
        object.put("format", "binary");
      }
    }
    return schema;
  }

  private Map<String, RequestBody.Encoding> encoding(Spot encodings) {
    Map<String, RequestBody.Encoding> byField = new LinkedHashMap<>();
    for (Spot member : reading.entries(encodings, "Encodings")) {
      reading
          .object(member, "An encoding")
          .ifPresent(encoding -> {
            if (encoding.field("headers").isGiven()) {
              reading.findings.note(encoding, "Headers of single fields are not sent.");
            }
            var one =
                new RequestBody.Encoding(
                    encoding.field("contentType").text(),
                    encoding.field("style").text(),
                    encoding.field("explode").isGiven()
                        ? Boolean.valueOf(encoding.isTrue("explode"))
                        : null);
            if (one.contentType() != null || one.style() != null || one.explode() != null) {
              byField.put(member.key(), one);
            }
          });
    }
    return byField;
  }

  private RequestBody ofParameter(Spot operation, Spot body) {
    List<String> consumes = types(operation, "consumes");
    noteOthers(consumes.size(), operation.field("consumes"));
    return new RequestBody(
        OpenApiMedia.bestName(consumes)
            .filter(type -> !OpenApiMedia.isRange(type))
            .orElse(RequestBody.JSON),
        body.isTrue("required"),
        reading.description(body.field("description")),
        reading.schemas.inlineOf(body, "schema"),
        OpenApiMedia.example(reading, body),
        Map.of());
  }

  private RequestBody ofForm(Spot operation, List<Spot> fields) {
    var schema = JsonNodeFactory.instance.objectNode().put("type", "object");
    var properties = schema.putObject("properties");
    var required = JsonNodeFactory.instance.arrayNode();
    Map<String, RequestBody.Encoding> encoding = new LinkedHashMap<>();
    boolean hasFile = false;
    for (Spot field : fields) {
      String name = field.field("name").text("");
      properties.set(name, field(field));
      hasFile |= field.field("type").text("").equals("file");
      if (field.isTrue("required")) {
        required.add(name);
      }
      if (field.field("type").text("").equals("array")) {
        encoding.put(name, list(field.field("collectionFormat").text("csv")));
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    List<String> consumes = types(operation, "consumes");
    boolean multipart =
        hasFile
            || (consumes.stream().anyMatch(t -> OpenApiMedia.plain(t).equals(RequestBody.MULTIPART))
                && consumes.stream()
                    .noneMatch(t -> OpenApiMedia.plain(t).equals(RequestBody.FORM)));
    return new RequestBody(
        multipart ? RequestBody.MULTIPART : RequestBody.FORM,
        !required.isEmpty(),
        null,
        schema,
        null,
        encoding);
  }

  private JsonNode field(Spot field) {
    JsonNode schema =
        field.field("schema").isGiven()
            ? reading.schemas.inline(field.field("schema"))
            : reading.schemas.inline(OpenApiParameterReader.oldSchema(field));
    String description = reading.description(field.field("description"));
    if (description != null && schema instanceof ObjectNode object && !object.has("description")) {
      object.put("description", description);
    }
    return schema;
  }

  private static RequestBody.Encoding list(String format) {
    return switch (format) {
      case "multi" -> new RequestBody.Encoding(null, "form", true);
      case "ssv" -> new RequestBody.Encoding(null, "spaceDelimited", false);
      case "pipes" -> new RequestBody.Encoding(null, "pipeDelimited", false);
      default -> new RequestBody.Encoding(null, "form", false);
    };
  }

  private List<String> types(Spot operation, String key) {
    Spot own = operation.field(key);
    return reading.texts(own.isGiven() ? own : reading.root.field(key), "Media types");
  }
}
