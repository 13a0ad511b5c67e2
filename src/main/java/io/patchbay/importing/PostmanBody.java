package io.patchbay.importing;

import io.patchbay.common.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads the body of a request in a collection. */
final class PostmanBody {

  private static final Map<String, String> LANGUAGES =
      Map.of(
          "json", "application/json",
          "xml", "application/xml",
          "html", "text/html",
          "javascript", "application/javascript",
          "text", "text/plain");

  private final PostmanVariables variables;

  PostmanBody(PostmanVariables variables) {
    this.variables = variables;
  }

  ExchangeBody read(JsonNode body) {
    if (body.path("disabled").asBoolean(false)) {
      return ExchangeBody.NONE;
    }
    return switch (PostmanText.of(body.path("mode"), "").toLowerCase(Locale.ROOT)) {
      case "raw" -> raw(body);
      case "urlencoded" -> form(body.path("urlencoded"));
      case "formdata" -> multipart(body.path("formdata"));
      case "graphql" -> graphql(body.path("graphql"));
      case "file" -> file(body.path("file"));
      default -> ExchangeBody.NONE;
    };
  }

  private ExchangeBody raw(JsonNode body) {
    String text = PostmanText.of(body.path("raw"), "");
    if (text.isBlank()) {
      return ExchangeBody.NONE;
    }
    variables.countDynamic(text);
    String language = PostmanText.of(body.path("options").path("raw").path("language"), "");
    String type = LANGUAGES.get(language.toLowerCase(Locale.ROOT));
    return new ExchangeBody.Text(type, variables.filledPlain(text));
  }

  private ExchangeBody form(JsonNode entries) {
    if (entries.isString()) {
      return new ExchangeBody.Form(ExchangeUrl.query(variables.filledPlain(entries.asString())));
    }
    List<Field> fields = new ArrayList<>();
    for (JsonNode entry : entries) {
      var field = PostmanText.field(entry);
      variables.countDynamic(field.text());
      if (!field.name().isEmpty()) {
        fields.add(
            new Field(
                field.name(),
                variables.filledPlain(field.text()),
                field.description(),
                field.optional()));
      }
    }
    return fields.isEmpty() ? ExchangeBody.NONE : new ExchangeBody.Form(fields);
  }

  private ExchangeBody multipart(JsonNode entries) {
    List<FormPart> parts = new ArrayList<>();
    for (JsonNode entry : entries) {
      var field = PostmanText.field(entry);
      variables.countDynamic(field.text());
      String type = PostmanText.of(entry.path("contentType"), "");
      boolean file = PostmanText.of(entry.path("type"), "text").equals("file") || entry.has("src");
      if (!field.name().isEmpty()) {
        parts.add(
            new FormPart(
                field.name(),
                file ? null : variables.filledPlain(field.text()),
                file,
                null,
                type.isBlank() || type.equals("auto") ? null : type,
                List.of(),
                field.description(),
                field.optional()));
      }
    }
    return parts.isEmpty() ? ExchangeBody.NONE : new ExchangeBody.Multipart(parts);
  }

  private ExchangeBody graphql(JsonNode graphql) {
    String query = PostmanText.of(graphql.path("query"), "");
    JsonNode given = graphql.path("variables");
    String text = PostmanText.of(given, "");
    JsonNode values =
        given.isObject()
            ? given
            : PlainValues.json(BarePlaces.quoted(text))
                .orElse(JsonNodeFactory.instance.objectNode());
    var document = JsonNodeFactory.instance.objectNode().put("query", query);
    document.set("variables", values);
    String operation = PostmanText.of(graphql.path("operationName"), "");
    if (!operation.isEmpty()) {
      document.put("operationName", operation);
    }
    return new ExchangeBody.Text("application/json", variables.filledPlain(Json.write(document)));
  }

  private static ExchangeBody file(JsonNode file) {
    @Nullable String content = file.path("content").asString(null);
    return content == null || content.isEmpty()
        ? new ExchangeBody.Unknown(null)
        : new ExchangeBody.Text(null, content);
  }
}
