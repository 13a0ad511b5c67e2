package io.patchbay.importing;

import io.patchbay.api.RequestBody;
import io.patchbay.api.ResponseShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what an operation answers, by status. */
final class OpenApiResponses {

  private static final Pattern STATUS = Pattern.compile("[1-5]([0-9][0-9]|XX)");

  private final OpenApiReading reading;

  OpenApiResponses(OpenApiReading reading) {
    this.reading = reading;
  }

  List<ResponseShape> read(Spot operation) {
    List<ResponseShape> shapes = new ArrayList<>();
    for (Spot member : reading.members(operation.field("responses"), "Responses")) {
      String status = reading.isOurs ? member.key() : status(member.key());
      if (status.isEmpty()) {
        reading.findings.leftOut(member, "'%s' is no status.".formatted(member.key()));
      } else {
        reading
            .object(member, "A response")
            .map(response -> shape(operation, status, response))
            .ifPresentOrElse(
                shapes::add, () -> shapes.add(new ResponseShape(status, null, null, null, null)));
      }
    }
    return shapes;
  }

  private static String status(String key) {
    String status = key.strip().toUpperCase(Locale.ROOT);
    if (status.equals("DEFAULT")) {
      return "default";
    }
    return STATUS.matcher(status).matches() ? status : "";
  }

  private ResponseShape shape(Spot operation, String status, Spot response) {
    String description =
        reading.description(
            response.field(response.field("description").isGiven() ? "description" : "summary"));
    if (response.field("links").isGiven()) {
      reading.findings.note(response.field("links"), "Links between operations are not taken.");
    }
    Map<String, JsonNode> headers = headers(response.field("headers"));
    List<Spot> content = reading.entries(response.field("content"), "Media types");
    Spot media = OpenApiMedia.best(content).orElse(null);
    if (media == null) {
      return old(operation, status, response, description, headers);
    }
    if (content.size() > 1) {
      noteOthers(response.field("content"));
    }
    return new ResponseShape(
        status,
        description,
        OpenApiReading.own(media).isTrue("noType") ? null : media.key(),
        reading.schemas.inlineOf(media, media.field("schema").isGiven() ? "schema" : "itemSchema"),
        OpenApiMedia.example(reading, media),
        headers);
  }

  private void noteOthers(Spot place) {
    reading.findings.note(
        place, "A response can come in several media types; one was taken, JSON where there is.");
  }

  /** As OpenAPI 2.0 has it; in later ones a response without a body. */
  private ResponseShape old(
      Spot operation,
      String status,
      Spot response,
      @Nullable String description,
      Map<String, JsonNode> headers) {
    JsonNode schema = reading.schemas.inlineOf(response, "schema");
    List<Spot> examples = response.field("examples").members();
    List<String> produces = produces(operation);
    boolean file = schema != null && schema.path("format").asString("").equals("binary");
    String type =
        OpenApiMedia.bestName(produces)
            .or(() -> examples.stream().map(Spot::key).findFirst())
            .orElse(RequestBody.JSON);
    if (file && OpenApiMedia.isJson(type)) {
      type =
          produces.stream()
              .filter(t -> !OpenApiMedia.isJson(t))
              .findFirst()
              .orElse("application/octet-stream");
    }
    String chosen = type;
    JsonNode example =
        examples.stream()
            .filter(e -> e.key().equals(chosen))
            .findFirst()
            .or(() -> examples.stream().findFirst())
            .map(Spot::value)
            .orElse(null);
    boolean hasBody = schema != null || example != null;
    if (hasBody && produces.size() > 1) {
      noteOthers(operation.field("produces"));
    }
    return new ResponseShape(status, description, hasBody ? type : null, schema, example, headers);
  }

  private List<String> produces(Spot operation) {
    Spot own = operation.field("produces");
    return reading.texts(own.isGiven() ? own : reading.root.field("produces"), "Media types");
  }

  private Map<String, JsonNode> headers(Spot headers) {
    Map<String, JsonNode> schemas = new LinkedHashMap<>();
    for (Spot member : reading.entries(headers, "Headers")) {
      reading
          .object(member, "A header")
          .ifPresent(header -> schemas.put(member.key(), headerSchema(header)));
    }
    return schemas;
  }

  private JsonNode headerSchema(Spot header) {
    List<Spot> content = header.field("content").entries();
    Spot schema = content.isEmpty() ? header.field("schema") : content.getFirst().field("schema");
    JsonNode own =
        schema.isGiven()
            ? reading.schemas.inline(schema)
            : reading.schemas.inline(OpenApiParameterReader.oldSchema(header));
    String description = reading.description(header.field("description"));
    if (description != null && own instanceof ObjectNode object && !object.has("description")) {
      object.put("description", description);
    }
    return own;
  }
}
