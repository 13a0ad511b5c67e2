package io.patchbay.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes an exchange of a request in a collection, with its saved answers. */
final class PostmanRequest {

  /** Postman leaves the body of these away unless it is told otherwise. */
  private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "COPY", "PURGE", "UNLOCK");

  private final PostmanVariables variables;
  private final PostmanUrl urls;
  private final PostmanBody bodies;
  private final PostmanAuth auths;

  PostmanRequest(PostmanVariables variables) {
    this.variables = variables;
    this.urls = new PostmanUrl(variables);
    this.bodies = new PostmanBody(variables);
    this.auths = new PostmanAuth(variables);
  }

  /**
   * The exchange.
   *
   * @param inherited how it authenticates unless it says otherwise itself
   * @throws io.patchbay.common.InvalidException when the address is none
   */
  Exchange read(JsonNode item, List<String> folders, @Nullable Login inherited, String where) {
    JsonNode request = item.path("request");
    JsonNode url = request.isString() ? request : request.path("url");
    String verb = PostmanText.of(request.path("method"), "GET").strip();
    boolean sendsBody =
        !WITHOUT_BODY.contains(verb.toUpperCase(Locale.ROOT))
            || item.path("protocolProfileBehavior").path("disableBodyPruning").asBoolean(false);
    return new Exchange(
        verb.isEmpty() ? "GET" : verb,
        urls.read(url),
        headers(request.path("header")),
        sendsBody ? bodies.read(request.path("body")) : ExchangeBody.NONE,
        replies(item.path("response")),
        auths.read(request.path("auth")).orElse(inherited),
        story(item, request, folders, where));
  }

  private static Story story(JsonNode item, JsonNode request, List<String> folders, String where) {
    String name = PostmanText.of(item.path("name"), "").strip();
    String description = PostmanText.description(request.path("description"));
    return new Story(
        name.isEmpty() ? null : name,
        description == null ? PostmanText.description(item.path("description")) : description,
        folders.isEmpty() ? List.of() : List.of(String.join(" / ", folders)),
        where,
        null,
        true);
  }

  private List<Field> headers(JsonNode header) {
    List<Field> headers = new ArrayList<>();
    for (var field : plainHeaders(header)) {
      variables.countDynamic(field.text());
      boolean secret = SecretWords.isHeader(field.name()) || field.is("Authorization");
      String value = secret ? variables.filled(field.text()) : variables.filledPlain(field.text());
      headers.add(new Field(field.name(), value, field.description(), field.optional()));
    }
    return headers;
  }

  /** A list, or lines of text. */
  private static List<Field> plainHeaders(JsonNode header) {
    List<Field> headers = new ArrayList<>();
    if (header.isString()) {
      for (String line : header.asString().split("\r?\n")) {
        int colon = line.indexOf(':');
        if (colon > 0) {
          headers.add(
              Field.of(line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
        }
      }
    }
    for (JsonNode entry : header) {
      var field = PostmanText.field(entry);
      if (!field.name().isBlank() && !field.name().contains("{{")) {
        headers.add(
            new Field(field.name().strip(), field.value(), field.description(), field.optional()));
      }
    }
    return headers;
  }

  private static List<Reply> replies(JsonNode responses) {
    List<Reply> replies = new ArrayList<>();
    for (JsonNode response : responses) {
      var headers = plainHeaders(response.path("header"));
      String type =
          headers.stream()
              .filter(header -> header.is("Content-Type"))
              .findFirst()
              .map(Field::text)
              .orElse(
                  PostmanText.of(response.path("_postman_previewlanguage"), "").equals("json")
                      ? "application/json"
                      : null);
      String name = PostmanText.of(response.path("name"), "");
      String text = PostmanText.of(response.path("body"), "");
      int code = response.path("code").asInt(0);
      if (code > 0) {
        replies.add(
            new Reply(
                code, name.isBlank() ? null : name, headers, type, text.isBlank() ? null : text));
      }
    }
    return replies;
  }
}
